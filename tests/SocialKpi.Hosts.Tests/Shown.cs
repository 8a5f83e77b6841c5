using NodaTime;
using SocialKpi.Tests.Support;

namespace SocialKpi.Hosts.Tests;

/// <summary>One result of each kind, with hostile names in it.</summary>
internal static class Shown
{
    private static readonly Facts Facts = FactsOf();

    public static KpiTable Table { get; } = Facts.Read(KpiQuery.Of(Kpis.ImpressionCount, Kpis.ClickThroughRate, Kpis.CostPerClick).By(Grain.Month).By("campaign"));

    public static KpiTable Segments { get; } = Facts.Read(KpiQuery.Of(Kpis.ImpressionCount, Kpis.ClickThroughRate, Kpis.CostPerClick).By("campaign"));

    public static KpiTable Hours { get; } = HoursOf();

    public static KpiSeries Series { get; } = Table.Series(Kpis.ClickThroughRate);

    public static GoalEvaluation Goal { get; } = SocialKpi.Goal
        .Increase(Kpis.ClickThroughRate, from: 0.5m.Percent(), to: 4.5m.Percent(), during: Timeframe.Quarter(2026, 1)).Evaluate(Series, new LocalDate(2026, 2, 28));

    public static Competitors Rivals { get; } = Competitors.Of(Segments, Kpis.ClickThroughRate, by: "campaign");

    /// <summary>Every result, by its name.</summary>
    public static IReadOnlyDictionary<string, object> All { get; } = new Dictionary<string, object>
    {
        ["table"] = Table,
        ["segments"] = Segments,
        ["series"] = Series,
        ["reading"] = Series.Total,
        ["explanation"] = Series.Total.Explain(),
        ["goal"] = Goal,
        ["goal of a name"] = Named(Hostile.Names[10]).Evaluate(Series, new LocalDate(2026, 2, 28)),
        ["reading of a name"] = Table.Series(Kpis.ClickThroughRate, Segment.Of("campaign", Hostile.Names[10])).Total,
        ["explanation of a name"] = Table.Series(Kpis.ClickThroughRate, Segment.Of("campaign", Hostile.Names[9])).Total.Explain(),
        ["standing of a name"] = Rivals.Compare(Hostile.Names[10]),
        ["smart check of a name"] = Named(Hostile.Names[10]).CheckSmart(),
        ["standing"] = Rivals.Compare(Rivals.Names[4]),
        ["competitors"] = Rivals,
        ["standings"] = StandingTable.Of(Rivals.Ranking()),
        ["drivers"] = Drivers.Of(Table, Kpis.ClickThroughRate, Timeframe.Month(2026, 1), Timeframe.Month(2026, 2)),
        ["contributions"] = Contributions.Of(Segments, Kpis.ImpressionCount),
        ["best and worst"] = BestAndWorst.Of(Segments, Kpis.ClickThroughRate),
        ["posting times"] = PostingTimes.Of(Hours, Kpis.ClickThroughRate),
        ["audience activity"] = AudienceActivity.Of(Hours, ActivePeople),
        ["objective"] = Objective.Of(Hostile.Names[0], [Goal.Goal, new KeyResult(Named(Hostile.Names[^2])), new KeyResult(Named(Hostile.Names[1]), Weight: 2)]).Evaluate(Table, new LocalDate(2026, 2, 28)),
        ["smart check"] = Named(Hostile.Names[4]).CheckSmart(Series, ObjectiveTypes.Conversions, [1m.Percent(), 5m.Percent()]),
        ["quality"] = Facts.Quality(QualityRules.Default.Per("campaign").Daily()),
        ["reconciliation"] = Reconciliation.Of(Segments, Segments),
        ["import"] = Imported,
        ["import report"] = Imported.Report,
    };

    public static string Html(object result) => (string)result.GetType().GetMethod("ToHtml", [])!.Invoke(result, null)!;

    /// <summary>The rows of a result; those of a table one a figure.</summary>
    public static IEnumerable<object> Rows(object result) => result is KpiTable table ? table.NarrowRows : (IEnumerable<object>)result.GetType().GetProperty("Rows")!.GetValue(result)!;

    private static Import.CsvImport Imported => Import.CsvFacts.Read(
        new MemoryStream(System.Text.Encoding.UTF8.GetBytes("Clicks\n1\n<script>window.pwned = 1</script>\n")),
        Import.CsvMapping.Parse("""{ "measures": { "clicks": "Clicks" } }"""), name: "<b>.csv");

    private static Kpi ActivePeople => Kpi.Define("active_people", Measure.Mean("mean_active_people", Unit.Count, of: "active"), Unit.Count, label: Hostile.Names[1]);

    private static Goal Named(string name) => SocialKpi.Goal.Increase(
        Kpis.ClickThroughRate, from: 0.5m.Percent(), to: 6m.Percent(), during: Timeframe.Quarter(2026, 1), new GoalTerms { Name = name, Owner = name });

    private static KpiTable HoursOf() => Facts
        .FromRows(Enumerable.Range(0, 60), row => row
            .Time(post => new LocalDateTime(2026, 1, 1, 0, 0).PlusHours(31 * post))
            .Measure(Measures.Impressions, post => 1_000 + (137 * (post % 11)))
            .Measure(Measures.Clicks, post => post % 6 == 0 ? null : 5 + (post * 3 % 40))
            .Value("active", post => 100 + (post * 7 % 50)))
        .Read(KpiQuery.Of(Kpis.ClickThroughRate, ActivePeople).By(TimeDimension.Weekday).By(TimeDimension.HourOfDay));

    private static Facts FactsOf()
    {
        string[] names = [.. Hostile.Names.Where(name => name.Length > 0)];
        (LocalDate Day, string Name, int At)[] rows =
            [.. from month in Enumerable.Range(1, 3) from at in Enumerable.Range(0, names.Length) select (new LocalDate(2026, month, 1 + at), names[at], (month * 7) + at)];
        return Facts.FromRows(rows, row => row
            .Time(post => post.Day)
            .Dimension("campaign", post => post.Name)
            .Measure(Measures.Impressions, post => 1_000 + (137 * (post.At % 11)))
            .Measure(Measures.Clicks, post => post.At % 6 == 0 ? null : 5 + (post.At * 3 % 40))
            .Measure(Measures.Spend, post => 10m + post.At, Currency.EUR));
    }
}
