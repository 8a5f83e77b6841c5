using NodaTime;

namespace SocialKpi.Tests.Readings;

public sealed class KpiSeriesTests
{
    private static readonly Timeframe January = Timeframe.Month(2025, 1);
    private static readonly Timeframe February = Timeframe.Month(2025, 2);
    private static readonly Timeframe April = Timeframe.Month(2025, 4);

    [Fact]
    public void Given_Numbers_HasAReadingAPeriodAndNoTotal()
    {
        KpiSeries series = KpiSeries.Given(Kpis.ClickThroughRate, (January, 3m.Percent()), (February, null), (April, 5m.Percent()));
        Assert.Equal([January, February, April], series.Readings.Select(reading => reading.Timeframe));
        Assert.Equal([Absence.NotReported], series.Readings.Where(reading => !reading.HasValue).Select(reading => reading.Absence!.Value));
        Assert.Equal((0.03m, 0.05m), (series.Readings[0].Value, series.Readings[2].Value));
        Assert.All(series.Readings, reading => Assert.Equal(CaveatKind.Given, Assert.Single(reading.Caveats).Kind));

        Assert.Equal(Absence.NotMergeable, series.Total.Absence);
        Assert.Equal("– (not mergeable)", series.Total.ToString());
        Assert.Equal("the readings are given, and finished readings do not make a total; give the total where it is stored", Assert.Single(series.Total.Caveats).Text);
    }

    [Fact]
    public void Given_OneReading_HasNoTotalEither() =>
        Assert.Equal(Absence.NotMergeable, KpiSeries.Given(Kpis.ClickThroughRate, (January, 3m.Percent())).Total.Absence);

    [Fact]
    public void Given_AStoredTotal_IsTheFigureFromTheFirstPeriodToTheLast()
    {
        KpiSeries series = KpiSeries.Given(Kpis.ClickThroughRate, [(January, 3m.Percent()), (April, 5m.Percent())], total: 4.2m.Percent(), Segment.Of("platform", "x"));
        Assert.Equal((0.042m, Timeframe.Between(new LocalDate(2025, 1, 1), new LocalDate(2025, 5, 1))), (series.Total.Value, series.Total.Timeframe));
        Assert.Equal(CaveatKind.Given, Assert.Single(series.Total.Caveats).Kind);
        Assert.Equal(Segment.Of("platform", "x"), series.Segment);
        Assert.All(series.Readings.Append(series.Total), reading => Assert.Equal(series.Segment, reading.Segment));
    }

    [Fact]
    public void Given_PeriodsAndNumbersThatDoNotFit_ListsAll()
    {
        Timeframe year = Timeframe.Year(2025);
        ArgumentException refusal = Assert.Throws<ArgumentException>("readings", () => KpiSeries.Given(
            Kpis.ClickThroughRate,
            [(year, 1m.Percent()), (February, 2m.Of(Currency.EUR)), (April, 3m.Percent()), (Timeframe.Since(new LocalDate(2026, 1, 1)), null)],
            total: 4m.Of(Currency.EUR)));
        Assert.StartsWith(
            "2025-02: click_through_rate is in ratio, but the number given is in money:EUR; give it in ratio; "
            + "2025-02 begins before 2025 ends; give periods in order of time that do not overlap; "
            + "2025-04 begins before 2025 ends; give periods in order of time that do not overlap; "
            + "the period 'since 2026-01-01' is open; give it a start and an end; "
            + "total: click_through_rate is in ratio, but the number given is in money:EUR; give it in ratio.",
            refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_PeriodsOutOfOrder_IsRefused() => Assert.Contains(
        "2025-01 begins before 2025-02 ends",
        Assert.Throws<ArgumentException>("readings", () => KpiSeries.Given(Kpis.ClickThroughRate, (February, null), (January, null))).Message, StringComparison.Ordinal);

    [Fact]
    public void Given_NoPeriod_IsRefused() => Assert.Contains(
        "no period is given", Assert.Throws<ArgumentException>("readings", () => KpiSeries.Given(Kpis.ClickThroughRate)).Message, StringComparison.Ordinal);
}
