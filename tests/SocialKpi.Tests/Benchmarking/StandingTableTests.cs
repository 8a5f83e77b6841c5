using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Benchmarking;

public sealed class StandingTableTests
{
    private static readonly Reading Ctr = Reading.Given(Kpis.ClickThroughRate, 1.5m.Percent(), Timeframe.Month(2026, 6));

    private static readonly Reading Cpc = Reading.Given(Kpis.CostPerClick, 0.5m.Of(Currency.EUR), Timeframe.Month(2026, 6));

    private static StandingTable Table => StandingTable.Of(
        Benchmark.FromReading(Reading.Given(Kpis.ClickThroughRate, 1.2m.Percent(), Timeframe.Month(2026, 5)), "the month before").Compare(Ctr),
        Benchmark.FromFigures(Kpis.ClickThroughRate, [(Statistic.Mean, 2m.Percent())], "Report A", Cohort.Of(platform: "linkedin")).Compare(Ctr),
        Benchmark.FromFigures(Kpis.CostPerClick, [(Statistic.Median, 0.4m.Of(Currency.USD))], "Report A").Compare(Cpc));

    [Fact]
    public void ToString_HasOneLineAStanding() => Assert.Equal(
        """
        KPI  of          value  compared with              its figure  difference  index  verdict
        ──────────────────────────────────────────────────────────────────────────────────────────────────
        CTR  2026-06    1.50 %  the month before 2026-05       1.20 %     0.30 pp  125.0  better
                                Report A (linkedin): mean      2.00 %    -0.50 pp         worse
        ──────────────────────────────────────────────────────────────────────────────────────────────────
        CPC  2026-06  0.50 EUR  Report A                                                  not compared [1]

        [1] the benchmark is in USD, the reading in EUR; convert one of them with a dated rate
        """.ReplaceLineEndings("\n"), Table.ToString());

    [Fact]
    public void ToMarkdown_RepeatsWhatIsCompared() =>
        Assert.Equal(2, Table.ToMarkdown().Split('\n').Count(line => line.StartsWith("| CTR | 2026-06 | 1.50 % |", StringComparison.Ordinal)));

    [Fact]
    public void ToHtml_HasTheNotesUnderTheTable()
    {
        string html = StandingTable.Of(Table.Standings.Append(Benchmark.FromReading(Cpc, "<b>").Compare(Cpc))).ToHtml();

        Assert.Contains("convert one of them with a dated rate", html[html.IndexOf("</table>", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_SaysInAShapeAWordAndAColourWhetherADifferenceIsGood()
    {
        Reading dear = Reading.Given(Kpis.CostPerClick, 0.6m.Of(Currency.EUR), Timeframe.Month(2026, 5));
        Fragment fragment = Fragment.Of(StandingTable.Of(Table.Standings.Concat(
        [
            Benchmark.FromReading(dear, "the month before").Compare(Cpc), Benchmark.FromReading(Ctr, "itself").Compare(Ctr),
        ])).ToHtml());

        Assert.Equal(
            [["+0.30 pp", "125.0", "▲ better"], ["-0.50 pp", "", "▼ worse"], ["", "", "– not compared [1]"], ["-0.10 EUR", "120.0", "▼ better"], ["0.00 pp", "100.0", "level"]],
            fragment.Rows.Select(row => row[^3..]));
        Assert.Equal(
            [("▲ better", $"color:{Look.Good}"), ("▼ worse", $"color:{Look.Bad}"), ("– not compared", null), ("▼ better", $"color:{Look.Good}"), ("level", null)],
            fragment.Root.Descendants("tr").Skip(1).Select(row => row.Elements().Last().Descendants("span").Last(span => span.Value.Length > 0 && !span.HasElements))
                .Select(span => (span.Value, span.Attribute("style")?.Value)));
    }

    [Theory]
    [MemberData(nameof(Cultures.Data), MemberType = typeof(Cultures))]
    public void ToString_UnderAnotherCulture_IsTheSame(string culture)
    {
        string text = Table.ToString();
        using Cultures _ = Cultures.Use(culture);

        Assert.Equal(text, Table.ToString());
    }

    [Fact]
    public void Rows_ArePlainValues()
    {
        StandingRow[] rows = [.. Table.Rows];

        Assert.Equal(
            new StandingRow("click_through_rate", "2026-06", "", 0.015m, "ratio", "the month before", "single", 0.012m, 0.003m, 1.25m, 125m, null, null, null, "better", ""), rows[0]);
        Assert.Equal(("Report A", "mean", 0.02m, -0.005m, null, "worse"), (rows[1].Source, rows[1].Statistic, rows[1].Figure, rows[1].Difference, rows[1].Index, rows[1].Verdict));
        Assert.Equal(("Report A", "unspecified", null, "none"), (rows[2].Source, rows[2].Statistic, rows[2].Figure, rows[2].Verdict));
        Assert.Equal("the benchmark is in USD, the reading in EUR; convert one of them with a dated rate", rows[2].Refusal);
    }

    [Fact]
    public void ToString_OfNoStandings_IsTheHeadAlone() => Assert.Equal(2, StandingTable.Of().ToString().Split('\n').Length);
}
