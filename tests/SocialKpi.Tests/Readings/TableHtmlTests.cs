using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Readings;

public sealed class TableHtmlTests
{
    [Fact]
    public void ToHtml_ByMonthAndPlatform_HasChangesTotalsAndNotes()
    {
        Fragment fragment = Fragment.Of(SmallTable.Table.ToHtml());
        string[][] expected =
        [
            ["2026-01", "instagram", "3.00 %", "[1]", "0.40 EUR", "[1]"],
            ["2026-01", "linkedin", "2.00 %", "", "2.55 EUR", ""],
            ["2026-02", "instagram", "4.00 %", "+1.00 pp ▲ better", "0.25 EUR", "-37.5 % ▼ better"],
            ["2026-02", "linkedin", "0.00 %", "-2.00 pp ▼ worse", "–", "[2]"],
            ["2026-01", "(all)", "2.67 %", "[3]", "0.938 EUR", "[3]"],
            ["2026-02", "(all)", "3.33 %", "+0.67 pp ▲ better", "0.341 EUR", "-63.7 % ▼ better"],
        ];
        Assert.Equal(expected, fragment.Rows.Take(6));
        Assert.Equal(["(all)", "(all)", "3.08 %", "CTR over time, last 3.33 % [4]", "0.54 EUR", "CPC over time, last 0.341 EUR [4]"], fragment.Rows[^1]);
        Assert.Contains("[2] zero denominator", fragment.Texts);
        Assert.Equal(5, fragment.Root.Descendants("svg").Count()); // CTR and CPC of instagram and of the whole, CTR of linkedin, whose CPC has one figure
    }

    [Fact]
    public void ToHtml_WithoutPeriods_HasBarsInsteadOfChanges()
    {
        KpiTable table = SmallTable.FactsIn(Currency.EUR).Read(KpiQuery.Of(Kpis.ImpressionCount).By("platform"));
        Fragment fragment = Fragment.Of(table.ToHtml());
        Assert.Equal([["instagram", "4,000", "100 % of the largest"], ["linkedin", "900", "22.5 % of the largest"], ["(all)", "4,900", ""]], fragment.Rows);
        Assert.Equal(2, fragment.Root.Descendants("svg").Count());
    }

    [Fact]
    public void ToHtml_AlmostTheLargestOrAlmostNothing_IsNeither()
    {
        KpiTable table = Facts.FromColumns(columns => columns.Dimension("platform", ["a", "b", "c", "d"]).Measure(Measures.Impressions, [10_000, 9_996, 1, 0])).Read(KpiQuery.Of(Kpis.ImpressionCount).By("platform"));
        Assert.Equal(
            ["100 % of the largest", "99.9 % of the largest", "0.1 % of the largest", "0 % of the largest"], Fragment.Of(table.ToHtml()).Rows.Take(4).Select(row => row[2]));
    }

    [Fact]
    public void ToHtml_ManyKpis_HasOneLineAReading()
    {
        KpiTable table = SmallTable.FactsIn(Currency.EUR).Read(KpiQuery.Every(Catalog.Standard.Kpis));
        string[][] rows = Fragment.Of(table.ToHtml()).Rows;
        Assert.Equal(table.Query.Kpis.Count, rows.Length);
        Assert.Contains(rows, row => row[0] == "CTR" && row[1] == "3.08 %");
        Assert.Contains("KPIs are left out", table.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_HostileNames_StayInTheirCells()
    {
        KpiTable table = Facts.FromColumns(columns => columns
            .Dimension("<b>platform", Hostile.Names)
            .Measure(Measures.Likes, [.. Hostile.Names.Select(_ => (decimal?)1)])).Read(KpiQuery.Of(Kpis.LikeCount).By("<b>platform"));
        Fragment fragment = Fragment.Of(table.ToHtml());
        Assert.Equal(Hostile.Names.Length + 1, fragment.Rows.Length);
        Assert.All(fragment.Rows, row => Assert.Equal(3, row.Length));
    }

    [Fact]
    public void ToHtml_PartialPeriod_IsComparedWithNothing()
    {
        KpiTable table = SmallTable.FactsIn(Currency.EUR).Read(KpiQuery.Of(Kpis.ImpressionCount).By(Grain.Month).AsOf(new(2026, 2, 5)));
        Assert.DoesNotContain("worse", table.ToHtml(), StringComparison.Ordinal);
        Assert.Empty(Fragment.Of(table.ToHtml()).Root.Descendants("polyline"));
    }

    [Fact]
    public void ToHtml_LongTable_ShowsTheFirstRowsAndSaysHowManyMore()
    {
        string[] names = [.. Enumerable.Range(0, 2_000).Select(i => $"c{i:0000}")];
        KpiTable table = Facts.FromColumns(columns => columns.Dimension("campaign", names).Measure(Measures.Likes, [.. names.Select(_ => (decimal?)1)]))
            .Read(KpiQuery.Of(Kpis.LikeCount).By("campaign"));
        string[][] rows = Fragment.Of(table.ToHtml()).Rows;
        Assert.Equal("… 1,500 more", rows[^2][0]);
        Assert.Equal("2,000", rows[^1][1]);
    }

    [Theory]
    [MemberData(nameof(Cultures.Data), MemberType = typeof(Cultures))]
    public void Html_and_Markdown_are_the_same_bytes_each_time_and_under_any_culture(string culture)
    {
        string[] before = Outputs();
        Assert.Equal(before, Outputs());
        using Cultures scope = Cultures.Use(culture);
        Assert.Equal(before, Outputs());

        static string[] Outputs()
        {
            Facts facts = SmallTable.FactsIn(Currency.EUR);
            KpiTable table = facts.Read(SmallTable.Query);
            KpiSeries series = table.Series(Kpis.CostPerClick);
            Reading reading = table.Total[Kpis.ClickThroughRate];
            return
            [
                table.ToHtml(), series.ToHtml(), series.ToMarkdown(), reading.ToHtml(), reading.ToMarkdown(), reading.Explain().ToHtml(), reading.Explain().ToMarkdown(),
                facts.Quality(QualityRules.Default).ToHtml(), Reconciliation.Of(table, table).ToHtml(),
            ];
        }
    }
}
