// First KPI. In this folder: dotnet run first-kpi.cs
// Outside a clone, in place of the #:project lines: #:package SocialKpi@0.1.0
#:project ../../src/SocialKpi
#:property PublishAot=false
using SocialKpi;

// A KPI of numbers that you have. It comes with its unit, and says how it came about.
Reading ctr = Kpis.ClickThroughRate.Of(Measures.Clicks.Is(120), Measures.Impressions.Is(4_000));
Console.WriteLine(ctr);
Console.WriteLine(ctr.Explain());

// A figure that does not exist is not zero: it says why it is absent.
Reading cpc = Kpis.CostPerClick.Of(Measures.Spend.Is(96.00m.Of(Currency.EUR)), Measures.Clicks.Is(0));
Console.WriteLine(cpc);

// A disputed name stands for several KPIs, each with an id of its own.
Console.WriteLine(Catalog.Standard.Named("ctr"));
