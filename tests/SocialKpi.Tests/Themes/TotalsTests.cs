using NodaTime;

namespace SocialKpi.Tests.Themes;

/// <summary>
/// Theme 1: totals of ratios, averages and distinct counts that are summed or averaged from the cells shown.
/// lightdash #5540, #5790, #4067, #19070, #8506; superset #14061, #16952, #23560; dataease #6184.
/// </summary>
public sealed class TotalsTests
{
    private static readonly Timeframe January = Timeframe.Month(2026, 1);
    private static readonly Timeframe February = Timeframe.Month(2026, 2);
    private static readonly Segment A = Segment.Of("platform", "a");
    private static readonly Segment B = Segment.Of("platform", "b");
    private static readonly Kpi MeanRate = Kpi.Define("mean_rate", Measure.Mean("mean_post_rate", Unit.Ratio, of: Measures.Clicks / Measures.Impressions), Unit.Ratio);
    private static readonly Kpi Median = Kpi.Define("median_clicks", Measure.Median("median_clicks", Unit.Count, of: "clicks"), Unit.Count);
    private static readonly Kpi Visitors = Kpi.Define("visitors", Measure.Distinct("visitors", of: "visitor"), Unit.Count);

    // Rates of the rows: January a 1/2 and 3/10, b 1/100; February a 2/8, b 10/80.
    private static readonly Facts Visits = Facts.FromColumns(columns => columns
        .Time([new LocalDate(2026, 1, 5), new(2026, 1, 6), new(2026, 1, 7), new(2026, 2, 5), new(2026, 2, 6)])
        .Dimension("platform", ["a", "a", "b", "a", "b"])
        .Dimension("visitor", ["ann", "bob", "ann", "ann", "cid"])
        .Measure(Measures.Clicks, [1, 3, 1, 2, 10])
        .Measure(Measures.Impressions, [2, 10, 100, 8, 80])
        .Measure(Measures.Spend, [4.00m, 2.00m, 1.00m, 8.00m, 5.00m], Currency.EUR));

    [Fact]
    public void Ratio_InRowsColumnsAndTheGrandTotal_IsTheRatioOfTheSums()
    {
        // lightdash #5540, #19070.
        KpiTable table = Visits.Read(KpiQuery.Of(Kpis.ClickThroughRate).By(Grain.Month).By("platform"));

        Assert.Equal([4m / 12m, 1m / 100m, 2m / 8m, 10m / 80m], table.Rows.Select(row => row[Kpis.ClickThroughRate].Value));
        Assert.Equal([5m / 112m, 12m / 88m], table.PeriodTotals.Select(row => row[Kpis.ClickThroughRate].Value));
        Assert.Equal([6m / 20m, 11m / 180m], table.SegmentTotals.Select(row => row[Kpis.ClickThroughRate].Value));
        Assert.Equal(17m / 200m, table[Kpis.ClickThroughRate].Value);
    }

    [Fact]
    public void CostPerClick_OfAllPlatforms_IsAllSpendOverAllClicks()
    {
        // superset #14061 is such a spend rate.
        KpiTable table = Visits.Read(KpiQuery.Of(Kpis.CostPerClick).By("platform"));

        Assert.Equal([14m / 6m, 6m / 11m], table.Rows.Select(row => row[Kpis.CostPerClick].Value));
        Assert.Equal((20m / 17m).Of(Currency.EUR), table[Kpis.CostPerClick].Quantity);
    }

    [Fact]
    public void MeanOfRowRates_InATotal_IsTheMeanOfAllRowsAndNotOfTheCells()
    {
        // superset #16952, #23560. A platform of two posts does not weigh as much as one of three.
        KpiTable table = Visits.Read(KpiQuery.Of(MeanRate).By("platform"));

        Assert.Equal([(0.5m + 0.3m + 0.25m) / 3, (0.01m + 0.125m) / 2], table.Rows.Select(row => row[MeanRate].Value));
        Assert.Equal((0.5m + 0.3m + 0.25m + 0.01m + 0.125m) / 5, table[MeanRate].Value);
        Assert.Equal((0.5m + 0.3m + 0.01m) / 3, Visits.Read(KpiQuery.Of(MeanRate).By(Grain.Month).By("platform"))[MeanRate, January].Value);
    }

    [Fact]
    public void Median_InATotal_IsTheMiddleOfAllRows()
    {
        KpiTable table = Visits.Read(KpiQuery.Of(Median).By("platform"));

        // 1 2 3 and 1 10; together 1 1 2 3 10.
        Assert.Equal([2m, 5.5m], table.Rows.Select(row => row[Median].Value));
        Assert.Equal(2m, table[Median].Value);
    }

    [Fact]
    public void Distinct_InEveryTotal_CountsAVisitorOnce()
    {
        // lightdash #5540, dataease #6184.
        KpiTable table = Visits.Read(KpiQuery.Of(Visitors).By(Grain.Month).By("platform"));

        Assert.Equal([2m, 1m, 1m, 1m], table.Rows.Select(row => row[Visitors].Value));
        Assert.Equal([2m, 2m], table.PeriodTotals.Select(row => row[Visitors].Value));
        Assert.Equal([2m, 2m], table.SegmentTotals.Select(row => row[Visitors].Value));
        Assert.Equal(3m, table[Visitors].Value);
    }

    [Fact]
    public void Share_OfEachSegment_IsOfTheMarketAndTheTotalIsTheWhole()
    {
        Kpi share = Kpi.Define("click_share", Measures.Clicks / Measures.Clicks.At(Context.Across("platform")), Unit.Ratio);
        KpiTable table = Visits.Read(KpiQuery.Of(share).By(Grain.Month).By("platform"));

        Assert.Equal(2m / 12m, table[share, February, A].Value);
        Assert.Equal(11m / 17m, table[share, B].Value);
        Assert.Equal(1m, table[share, February].Value);
        Assert.Equal(1m, table[share].Value);
    }

    [Fact]
    public void Total_OfAQueryWithATopAndARest_IsOfAllRows()
    {
        KpiTable table = Visits.Read(KpiQuery.Of(Kpis.ClickCount, Kpis.ClickThroughRate, Visitors).By("visitor").Top(1, Kpis.ClickCount));

        // cid has 10 clicks; ann 4 of 110 impressions and bob 3 of 10 are the rest.
        Assert.Equal(7m / 120m, table[Kpis.ClickThroughRate, Segment.Rest].Value);
        Assert.Equal(2m, table[Visitors, Segment.Rest].Value);
        Assert.Equal(17m / 200m, table[Kpis.ClickThroughRate].Value);
        Assert.Equal(3m, table[Visitors].Value);
    }

    [Fact]
    public void Total_WithCellsThatAreSuppressed_IsOfAllRows()
    {
        KpiTable table = Visits.Read(KpiQuery.Of(Kpis.ClickThroughRate).By(Grain.Month).By("platform").AtLeast(Measures.Impressions, 50));

        Assert.Equal([null, 0.01m, null, 0.125m], DailyClicks.Of(table, Kpis.ClickThroughRate));
        Assert.Equal(17m / 200m, table[Kpis.ClickThroughRate].Value);
    }

    [Fact]
    public void Merge_OfTwoPartsOfTheFacts_IsTheReadingOfAllOfThem()
    {
        KpiQuery query = KpiQuery.Of(Kpis.ClickThroughRate, MeanRate, Median, Visitors);
        Assert.Equal(Visits.Read(query).ToText(), Part(0, 2).Read(query).Merge(Part(2, 5).Read(query)).ToText());

        static Facts Part(int from, int until) => Facts.FromColumns(columns => columns
            .Dimension("visitor", new[] { "ann", "bob", "ann", "ann", "cid" }[from..until])
            .Measure(Measures.Clicks, new decimal?[] { 1, 3, 1, 2, 10 }[from..until])
            .Measure(Measures.Impressions, new decimal?[] { 2, 10, 100, 8, 80 }[from..until]));
    }

    [Fact]
    public void Sum_OfWhatDoesNotAddUp_CannotBeDefined()
    {
        // There is no path that adds a column of finished readings.
        Measure mean = Measure.Mean("mean_clicks", Unit.Count, of: "clicks");
        foreach (Formula finished in new Formula[] { mean, Measure.Median("middle", Unit.Count, of: "clicks"), Measure.Distinct("visitors", of: "visitor"), Measures.AccountReach, Measures.Followers })
            Assert.Throws<DefinitionException>(() => Measure.Sum("added", Unit.Count, of: finished));
    }
}
