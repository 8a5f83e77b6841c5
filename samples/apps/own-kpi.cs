// A KPI from formula text. In this folder: dotnet run own-kpi.cs
// Outside a clone, in place of the #:project lines: #:package SocialKpi@0.1.0
#:project ../../src/SocialKpi
#:property PublishAot=false
using SocialKpi;

// A formula is text over the measures of a catalogue. Units are checked when the KPI is defined.
Formula formula = Catalog.Standard.Parse("1000 * (likes + 2 * comments + 3 * shares) / impressions");
Kpi resonance = Kpi.Define("resonance", formula, Unit.Number, Direction.HigherIsBetter, label: "Resonance");
Reading reading = resonance.Of(Measures.Likes.Is(80), Measures.Comments.Is(12), Measures.Shares.Is(5), Measures.Impressions.Is(6_400));
Console.WriteLine(reading.Explain());

// A mistake is told with its place and its remedy, and a contradictory definition with everything that is wrong with it.
try
{
    Catalog.Standard.Parse("1000 * (likes + coments) / impressions");
}
catch (FormatException problem)
{
    Console.WriteLine(problem.Message);
}

try
{
    Kpi.Define("Cost", Measures.Spend / Measures.Clicks, Unit.Ratio);
}
catch (DefinitionException problem)
{
    Console.WriteLine(problem.Message);
}
