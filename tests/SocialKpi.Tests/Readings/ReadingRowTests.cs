using NodaTime;

namespace SocialKpi.Tests.Readings;

public class ReadingRowTests
{
    private static readonly (LocalDate Day, string Platform, int Impressions, int? Clicks, int Reach)[] Posts =
        [(new(2026, 1, 12), "linkedin", 4_000, 120, 300), (new(2026, 2, 3), "linkedin", 1_000, 10, 400), (new(2026, 2, 9), "instagram", 6_000, null, 500)];

    private static readonly Facts Facts = Facts.FromRows(Posts, row => row
        .Time(post => post.Day)
        .Dimension("platform", post => post.Platform)
        .Measure(Measures.Impressions, post => post.Impressions)
        .Measure(Measures.Clicks, post => post.Clicks)
        .Measure(Measures.AccountReach, post => post.Reach));

    [Fact]
    public void NarrowRows_OfATable_AreOneAFigureWithItsPeriodAndSegment()
    {
        KpiTable table = Facts.Read(KpiQuery.Of(Kpis.ClickThroughRate).By(Grain.Month).By("platform"));

        Assert.Equal(
            [
                new ReadingRow("click_through_rate", "Click-through rate", "2026-01", new DateTime(2026, 1, 1), new DateTime(2026, 2, 1), "platform = linkedin", 0.03m, null, null, "ratio", "", 1, "3.00 %"),
                new ReadingRow("click_through_rate", "Click-through rate", "2026-02", new DateTime(2026, 2, 1), new DateTime(2026, 3, 1), "platform = instagram", null, null, null, "ratio", "not_reported", 0, "– (not reported)"),
                new ReadingRow("click_through_rate", "Click-through rate", "2026-02", new DateTime(2026, 2, 1), new DateTime(2026, 3, 1), "platform = linkedin", 0.01m, null, null, "ratio", "", 1, "1.00 %"),
            ],
            table.NarrowRows);
    }

    [Fact]
    public void Rows_OfASeries_AreItsPeriods()
    {
        KpiSeries series = Facts.Read(KpiQuery.Of(Kpis.ClickThroughRate).By(Grain.Month)).Series(Kpis.ClickThroughRate);

        Assert.Equal(["2026-01", "2026-02"], series.Rows.Select(row => row.Period));
        Assert.All(series.Rows, row => Assert.Equal("", row.Segment));
    }

    [Fact]
    public void Rows_OfAReading_AreOne_WithOpenSidesAndBounds()
    {
        ReadingRow row = Assert.Single(Facts.Read(KpiQuery.Of(Kpis.GrossAccountReach))[Kpis.GrossAccountReach].Rows);

        Assert.Equal(("", null, null, ""), (row.Period, row.From, row.Until, row.Segment));
        Assert.Equal((1_200m, 500m, 1_200m), (row.Value, row.Lower, row.Upper));
    }

    [Fact]
    public void Rows_OfAnExplanation_AreTheMeasuresOfItsFormula()
    {
        KpiTable table = Facts.Read(KpiQuery.Of(Kpis.ClickThroughRate).By("platform"));

        Assert.Equal(
            [new ExplanationRow("clicks", "", 130m, "count", ""), new ExplanationRow("impressions", "", 5_000m, "count", "")],
            table[Kpis.ClickThroughRate, Segment.Of("platform", "linkedin")].Explain().Rows);
        Assert.Equal(
            [("clicks", null, "not_reported"), ("impressions", null, "not_reported")],
            table[Kpis.ClickThroughRate, Segment.Of("platform", "instagram")].Explain().Rows.Select(row => (row.Measure, row.Value, row.Absence)));
        Assert.Empty(Reading.Given(Kpis.ClickThroughRate, 3m.Percent()).Explain().Rows);
    }

    [Fact]
    public void Rows_OfAReconciliation_AreItsCellsWithWhatEachSourceReads()
    {
        KpiQuery query = KpiQuery.Of(Kpis.ImpressionCount).By("platform");
        Facts other = Facts.FromRows([("linkedin", 5_100), ("tiktok", 7)], row => row.Dimension("platform", post => post.Item1).Measure(Measures.Impressions, post => post.Item2));

        Assert.Equal(
            [
                ("platform = instagram", 6_000m, null, null, "count", "only_in_first"),
                ("platform = linkedin", 5_000m, 5_100m, 100m, "count", "differs"),
                ("platform = tiktok", null, 7m, null, "count", "only_in_second"),
            ],
            Reconciliation.Of(Facts.Read(query), other.Read(query)).Rows.Select(row => (row.Segment, row.First, row.Second, row.Difference, row.Unit, row.Outcome)));
    }

    [Fact]
    public void NarrowRows_OfAFiscalYear_AreCalledAsItsCalendarCallsThem() =>
        Assert.Equal(["FY2026"], Facts.Read(KpiQuery.Of(Kpis.ImpressionCount).By(Grain.Year).On(ReportingCalendar.Iso.WithFiscalYearFrom(7))).NarrowRows.Select(row => row.Period));
}
