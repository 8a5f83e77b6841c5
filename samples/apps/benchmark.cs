// A benchmark. In this folder: dotnet run benchmark.cs
// Outside a clone, in place of the #:project lines: #:package SocialKpi@0.1.0
#:project ../../src/SocialKpi
#:property PublishAot=false
using SocialKpi;

// A reading stands somewhere among its peers.
Reading ctr = Reading.Given(Kpis.ClickThroughRate, 1.5m.Percent(), Timeframe.Month(2026, 6));
Benchmark panel = Benchmark.FromPeers(
    Kpis.ClickThroughRate,
    [("ann", 0.8m.Percent()), ("bob", 1.0m.Percent()), ("cas", 1.2m.Percent()), ("dee", 1.6m.Percent()), ("eve", 2.4m.Percent())],
    source: "Made-up panel");
Console.WriteLine(panel.Compare(ctr));

// What is not comparable is refused with its reason: here a figure whose source does not say which clicks it counts.
BenchmarkSet published = BenchmarkSet.Parse(
    """
    [{ "metric": "ctr", "metric_definition": "clicks on anything / views", "source": "Made-up report", "period": "2025", "statistic": "mean", "value": 2.1, "unit": "percent" }]
    """);
Console.WriteLine(published.Compare(ctr)[0]);
