using System.Globalization;
using NodaTime;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.House;

/// <summary>
/// The code of the README, run. Each example is a fact with a marked region, such as
/// <code>
///     // readme: one number
///     Console.WriteLine(…);
///     // end
///     AssertPrints("one number");
/// </code>
/// (the marks at the start of their lines). Its block in the README is followed by a text block with what it prints.
/// </summary>
public class ReadmeExamples
{
    internal static readonly string SourceFile = Repository.File("tests", "SocialKpi.Tests", "House", "ReadmeExamples.cs");

    internal static Readme Readme { get; } = new(
        File.Exists(Repository.File("README.md")) ? File.ReadAllText(Repository.File("README.md")) : "", File.ReadAllText(SourceFile));

    [Fact]
    public void One_number()
    {
        // readme: one number
        Reading ctr = Kpis.ClickThroughRate.Of(Measures.Clicks.Is(120), Measures.Impressions.Is(4_000));
        Console.WriteLine(ctr);

        Reading cpc = Kpis.CostPerClick.Of(Measures.Spend.Is(96.00m.Of(Currency.EUR)), Measures.Clicks.Is(0));
        Console.WriteLine(cpc);
        // end
        AssertPrints("one number");
    }

    [Fact]
    public void One_table()
    {
        // readme: one table
        (LocalDate Day, string Platform, int Impressions, int? Clicks, decimal Spend)[] posts =
        [
            (new(2026, 1, 12), "linkedin", 4_000, 120, 96.00m),
            (new(2026, 1, 20), "instagram", 9_000, 90, 45.00m),
            (new(2026, 2, 3), "linkedin", 1_000, 10, 24.00m),
            (new(2026, 2, 9), "instagram", 6_000, null, 30.00m), // clicks not known, which is not zero
        ];

        Facts facts = Facts.FromRows(posts, row => row
            .Time(post => post.Day)
            .Dimension("platform", post => post.Platform)
            .Measure(Measures.Impressions, post => post.Impressions)
            .Measure(Measures.Clicks, post => post.Clicks)
            .Measure(Measures.Spend, post => post.Spend, Currency.EUR));

        KpiTable table = facts.Read(KpiQuery.Of(Kpis.ClickThroughRate, Kpis.CostPerClick).By(Grain.Month).By("platform"));
        Console.WriteLine(table);
        Console.WriteLine();
        Console.WriteLine(table[Kpis.ClickThroughRate].Explain());
        // end
        AssertPrints("one table");
    }

    [Fact]
    public void One_comparison()
    {
        // readme: one comparison
        Reading ctr = Reading.Given(Kpis.ClickThroughRate, 1.5m.Percent(), Timeframe.Month(2026, 6));

        Benchmark panel = Benchmark.FromPeers(
            Kpis.ClickThroughRate,
            [("ann", 0.8m.Percent()), ("bob", 1.0m.Percent()), ("cas", 1.2m.Percent()), ("dee", 1.6m.Percent()), ("eve", 2.4m.Percent())],
            source: "Q2 panel");
        Console.WriteLine(panel.Compare(ctr));

        BenchmarkSet published = BenchmarkSet.Parse(
            """
            [
              { "kpi": "click_through_rate", "source": "Report A", "period": "2025", "platform": "linkedin", "statistic": "median", "value": 0.9, "unit": "percent" },
              { "metric": "ctr", "metric_definition": "clicks on anything / views", "source": "Report B", "period": "2025", "platform": "linkedin", "statistic": "mean", "value": 2.1, "unit": "percent" }
            ]
            """);
        foreach (Standing standing in published.Compare(ctr, Cohort.Of(platform: "linkedin", industry: "software")))
            Console.WriteLine($"\n{standing}");
        // end
        AssertPrints("one comparison");
    }

    [Fact]
    public void One_goal()
    {
        // readme: one goal
        (LocalDate Day, int Impressions, int Clicks)[] ads = [(new(2026, 7, 9), 40_000, 1_600), (new(2026, 8, 12), 60_000, 2_588)];
        Facts facts = Facts.FromRows(ads, row => row
            .Time(ad => ad.Day)
            .Measure(Measures.Impressions, ad => ad.Impressions)
            .Measure(Measures.Clicks, ad => ad.Clicks));
        KpiTable table = facts.Read(KpiQuery.Of(Kpis.ClickThroughRate).By(Grain.Month));

        Goal goal = Goal.Increase(Kpis.ClickThroughRate, from: 3.2m.Percent(), to: 4.5m.Percent(), during: Timeframe.Quarter(2026, 3));
        GoalEvaluation now = goal.Evaluate(table.Series(Kpis.ClickThroughRate), asOf: new LocalDate(2026, 8, 15));
        Console.WriteLine(now);
        Console.WriteLine(now.ToProgressLine());
        foreach (string reason in now.Reasons) Console.WriteLine($"- {reason}");
        // end
        AssertPrints("one goal");
    }

    // Inside this class the examples' Console is this one, so that what they print can be read and tests may run side by side.
    private StringWriter Console { get; } = new(CultureInfo.InvariantCulture) { NewLine = "\n" };

    private void AssertPrints(string example) => Assert.Equal(Readme.Output(example), Console.ToString().TrimEnd('\n'));
}
