using System.Globalization;
using NodaTime;
using SocialKpi.Import;
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
    public void In_a_program_of_your_own()
    {
        string[] args = [Repository.File("samples", "data", "posts.csv"), Repository.File("samples", "data", "posts.json")];
        // readme: in a program of your own
        CsvImport import = CsvFacts.Read(args[0], CsvMapping.Load(args[1]));
        KpiTable table = import.Facts.Read(KpiQuery.Every(Kpis.All));
        File.WriteAllText("report.html", $"<!doctype html><meta charset=\"utf-8\"><title>KPIs</title>{table.ToHtml()}{import.Report.ToHtml()}");
        Console.WriteLine($"{import.Report.RowsAccepted} of {import.Report.RowsRead} rows are in report.html");
        // end
        AssertPrints("in a program of your own");
    }

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
    public void By_hand_it_goes_wrong()
    {
        // readme: by hand it goes wrong
        (LocalDate Day, string Account, decimal Impressions, decimal? Clicks, decimal Followers)[] days =
        [
            (new(2026, 6, 10), "acme", 9_000, 90, 500),
            (new(2026, 6, 25), "acme", 6_000, null, 520), // clicks not known
            (new(2026, 7, 10), "acme", 8_900, 89, 540),
            (new(2026, 7, 10), "beta", 1_000, 30, 200),
        ];
        var june = days.Where(day => day.Day.Month == 6);
        var july = days.Where(day => day.Day.Month == 7);

        Kpi growth = Kpi.Define("impressions_growth", Measures.Impressions / Measures.Impressions.At(Context.Previous) - 1, Unit.Ratio);
        KpiTable table = Facts
            .FromRows(days, row => row
                .Time(day => day.Day)
                .Dimension("account", day => day.Account)
                .Measure(Measures.Impressions, day => day.Impressions)
                .Measure(Measures.Clicks, day => day.Clicks)
                .Measure(Measures.Followers, day => day.Followers))
            .Read(KpiQuery.Of(Kpis.ClickThroughRate, Kpis.FollowerCount, growth).By(Grain.Month).AsOf(new LocalDate(2026, 7, 15)));

        // 1. The mean of the accounts' rates, as if each account weighed the same.
        Show("CTR of July", july.Average(day => day.Clicks!.Value / day.Impressions), table[Kpis.ClickThroughRate, Timeframe.Month(2026, 7)]);

        // 2. Clicks that nobody reported, counted as zero beside impressions that count in full.
        Show("CTR of June", june.Sum(day => day.Clicks ?? 0) / june.Sum(day => day.Impressions), table[Kpis.ClickThroughRate, Timeframe.Month(2026, 6)]);

        // 3. Followers added over days, as if they were likes.
        Show("Followers", days.Sum(day => day.Followers), table[Kpis.FollowerCount]);

        // 4. Dollars divided by euros.
        Show("ROAS", 400m / 100m, Kpis.ReturnOnAdSpend.Of(Measures.Revenue.Is(400.Of(Currency.USD)), Measures.Spend.Is(100.Of(Currency.EUR))));

        // 5. Half a July against a whole June.
        Show("Growth in July", july.Sum(day => day.Impressions) / june.Sum(day => day.Impressions) - 1, table[growth, Timeframe.Month(2026, 7)]);

        void Show(string what, decimal byHand, Reading read) => Console.WriteLine($"{what,-15} by hand {new Quantity(byHand, read.Unit),8}   read {read}");
        // end
        AssertPrints("by hand it goes wrong");
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

    [Fact]
    public void One_objective()
    {
        // readme: one objective
        Facts facts = Facts.FromColumns(columns => columns
            .Time([new LocalDate(2026, 7, 9), new LocalDate(2026, 8, 12)])
            .Measure(Measures.Impressions, [40_000, 60_000])
            .Measure(Measures.Clicks, [1_600, 2_588]));

        Timeframe quarter = Timeframe.Quarter(2026, 3);
        Objective found = Objective.Of(
            "Be found by more people",
            [
                new KeyResult(Goal.Increase(Kpis.ImpressionCount, 0.AsCount(), 250_000.AsCount(), quarter, new() { Name = "250,000 impressions" }), Weight: 2),
                Goal.Increase(Kpis.ClickThroughRate, 3.2m.Percent(), 4.5m.Percent(), quarter, new() { Name = "CTR of 4.5 %" }),
                Goal.YesNo("Publish the guide", quarter).Done("Publish the guide", on: new(2026, 8, 3)),
            ],
            new() { Ambition = Ambition.Aspirational(0.7m) });

        ObjectiveEvaluation now = found.Evaluate(facts.Read(KpiQuery.Of(Kpis.ImpressionCount, Kpis.ClickThroughRate).By(Grain.Month)), asOf: new LocalDate(2026, 8, 15));
        Console.WriteLine(now);
        foreach (KeyResultEvaluation one in now.KeyResults) Console.WriteLine($"- {one.KeyResult}: {one}");
        // end
        AssertPrints("one objective");
    }

    // Inside this class the examples' Console is this one, so that what they print can be read and tests may run side by side.
    private StringWriter Console { get; } = new(CultureInfo.InvariantCulture) { NewLine = "\n" };

    private void AssertPrints(string example) => Assert.Equal(Readme.Output(example), Console.ToString().TrimEnd('\n'));
}
