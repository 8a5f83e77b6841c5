using NodaTime;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.House;

/// <summary>What somebody meets first says in one line what it is: in a debugger, a console, a log.</summary>
public class OneLineTests
{
    private static readonly Facts Facts = SocialKpi.Facts.FromColumns(columns => columns
        .Time((LocalDate[])[new(2026, 1, 5), new(2026, 3, 31)])
        .Dimension("platform", ["x", "line\nbreak"])
        .Measure(Measures.Impressions, [1_000, 3_000])
        .Measure(Measures.Clicks, [10, 45]));

    private static readonly KpiQuery Query = KpiQuery.Of(Kpis.ClickThroughRate, Kpis.ClickCount).By(Grain.Month).By("platform");

    private static readonly Dictionary<string, object> Values = new()
    {
        ["2 rows from 2026-01-05 to 2026-03-31, by platform, of clicks, impressions"] = Facts,
        ["1 row without time, of clicks"] = SocialKpi.Facts.FromColumns(columns => columns.Measure(Measures.Clicks, [10])),
        ["1,234 rows without time, of clicks"] = SocialKpi.Facts.FromColumns(columns => columns.Measure(Measures.Clicks, [.. Enumerable.Repeat((decimal?)1, 1_234)])),
        ["0 rows, of clicks"] = SocialKpi.Facts.FromColumns(columns => columns.Time(Array.Empty<LocalDate>()).Measure(Measures.Clicks, Array.Empty<decimal?>())),
        ["2026-01, platform = x: CTR 1.00 %, Clicks 10"] = Facts.Read(Query).Rows[0],
        ["2026-03, platform = line␊break: CTR 1.50 %, Clicks 45"] = Facts.Read(Query).Rows[1],
        ["everything: CTR 1.38 %, Clicks 55"] = Facts.Read(Query).Total,
        ["click_through_rate, clicks by month, platform"] = Query,
        ["clicks by platform where platform is \"x\" during 2026-Q1 as of 2026-03-01 top 3 by clicks at least 1,000.5 impressions with periods without rows summing independently"] =
            KpiQuery.Of(Kpis.ClickCount).By("platform").Where(Condition.Is("platform", "x")).During(Timeframe.Quarter(2026, 1)).AsOf(new LocalDate(2026, 3, 1)).Top(3, Kpis.ClickCount)
                .AtLeast(Measures.Impressions, 1_000.5m).Dense().SummingIndependently(),
        ["every one possible of clicks"] = KpiQuery.Every([Kpis.ClickCount]),
        ["0 benchmarks"] = BenchmarkSet.Of(),
        ["1 benchmark of 1 KPI from panel"] = BenchmarkSet.Of(Panel(Kpis.ClickThroughRate, "panel")),
        ["3 benchmarks of 2 KPIs from panel; other"] = BenchmarkSet.Of(Panel(Kpis.ClickThroughRate, "panel"), Panel(Kpis.ClickCount, "panel"), Panel(Kpis.ClickCount, "other")),
        ["0 goals, 0 objectives"] = GoalPlan.Of(),
        ["1 goal, 1 objective: more clicks; a loved brand"] = GoalPlan.Of([Named("more clicks")], [Objective.Of("a loved brand", [new KeyResult(Named("clicks"))])]),
        [$"{Catalog.Standard.Kpis.Count} KPIs of {Catalog.Standard.Measures.Count} measures"] = Catalog.Standard,
    };

    public static TheoryData<string> Lines => [.. Values.Keys];

    [Theory]
    [MemberData(nameof(Lines))]
    public void The_text_is_one_line_and_the_same_under_every_culture(string line)
    {
        object value = Values[line];
        Assert.Equal(line, value.ToString());
        foreach (string culture in Cultures.Names)
        {
            using (Cultures.Use(culture)) Assert.Equal(line, value.ToString());
        }
    }

    private static Benchmark Panel(Kpi kpi, string source) => Benchmark.FromFigures(kpi, [(Statistic.Median, new Quantity(1, kpi.Unit))], source);

    private static Goal Named(string name) => Goal.Increase(Kpis.ClickThroughRate, from: 1.Percent(), to: 2.Percent(), during: Timeframe.Quarter(2026, 1), new GoalTerms { Name = name });
}
