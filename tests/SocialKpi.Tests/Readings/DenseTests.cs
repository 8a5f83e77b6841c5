using NodaTime;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Readings;

/// <summary>Tables that leave no period out.</summary>
public sealed class DenseTests
{
    private static readonly Kpi Clicks = Kpis.ClickCount;

    /// <summary>January and April have rows; April of another platform alone.</summary>
    private static readonly Facts Gappy = Facts.FromColumns(columns => columns
        .Time((LocalDate[])[new(2026, 1, 10), new(2026, 4, 10)])
        .Dimension("platform", ["a", "b"])
        .Measure(Measures.Clicks, [1m, 4m]));

    [Fact]
    public void Rows_MonthsWithoutRows_AreAbsentAndNotLeftOut()
    {
        KpiTable table = Gappy.Read(KpiQuery.Of(Clicks).By(Grain.Month).By("platform").Dense());
        Assert.Equal(8, table.Rows.Count);
        Assert.Equal([1m, null, null, null, null, null, null, 4m], table.Rows.Select(row => row[Clicks].HasValue ? row[Clicks].Value : (decimal?)null));
        Assert.All(table.Rows.Where(row => !row[Clicks].HasValue), row => Assert.Equal(Absence.NoRows, row[Clicks].Absence));
        Assert.Equal([1, 2, 3, 4], table.PeriodTotals.Select(row => row.Period!.Value.Start!.Value.Month));
        Assert.Equal(2, table.SegmentTotals.Count);
        Assert.Equal(5m, table[Clicks].Value);
    }

    [Fact]
    public void Series_OfADenseQuery_HasEveryPeriod()
    {
        KpiTable table = Gappy.Read(KpiQuery.Of(Clicks).By(Grain.Month).By("platform").Dense());
        Assert.Equal(4, table.Series(Clicks).Readings.Count);
        Assert.Equal([true, false, false, false], table.Series(Clicks, Segment.Of("platform", "a")).Readings.Select(reading => reading.HasValue));
        Assert.Empty(table.Series(Clicks, Segment.Of("platform", "nowhere")).Readings);
    }

    [Fact]
    public void Rows_OfABoundedTimeframe_AreAllItsPeriods()
    {
        KpiTable table = Gappy.Read(KpiQuery.Of(Clicks).By(Grain.Quarter).During(Timeframe.Year(2026)).Dense());
        Assert.Equal([1, 4, 7, 10], table.Rows.Select(row => row.Period!.Value.Start!.Value.Month));
        KpiTable nothing = Gappy.Read(KpiQuery.Of(Clicks).By(Grain.Month).During(Timeframe.Quarter(2030, 1)).Dense());
        Assert.Equal([Absence.NoRows, Absence.NoRows, Absence.NoRows], nothing.Rows.Select(row => row[Clicks].Absence!.Value));
    }

    [Fact]
    public void Rows_AsOfADay_EndWithIt()
    {
        KpiQuery query = KpiQuery.Of(Clicks).By(Grain.Month).Dense().AsOf(new(2026, 3, 10));
        Assert.Equal([1, 2, 3], Gappy.Read(query).Rows.Select(row => row.Period!.Value.Start!.Value.Month));
        Assert.Equal([1, 2, 3], Gappy.Read(query.During(Timeframe.Year(2026))).Rows.Select(row => row.Period!.Value.Start!.Value.Month));
    }

    [Fact]
    public void Rows_OfATimeframeWithoutEnd_BeginWithItAndEndWithTheRows() =>
        Assert.Equal(6, Gappy.Read(KpiQuery.Of(Clicks).By(Grain.Month).During(Timeframe.Since(new(2025, 11, 1))).Dense()).Rows.Count);

    [Fact]
    public void Rows_WithoutAnyRow_AreNone() =>
        Assert.Empty(Gappy.Read(KpiQuery.Of(Clicks).By(Grain.Month).Where(Condition.Is("platform", "nowhere")).Dense()).Rows);

    [Fact]
    public void Rows_OfFiscalQuarters_FollowTheCalendar()
    {
        KpiTable table = Gappy.Read(KpiQuery.Of(Clicks).By(Grain.Year).On(ReportingCalendar.Iso.WithFiscalYearFrom(3)).Dense());
        Assert.Equal(["FY2026", "FY2027"], table.Series(Clicks).Readings.Select(reading => reading.When));
    }

    [Fact]
    public void Rows_PeriodThatOnlyTheOtherTimeHas_ShowsIt()
    {
        Kpi before = Kpi.Define("clicks_before", Measures.Clicks.At(Context.Previous), Unit.Count);
        KpiTable table = Gappy.Read(KpiQuery.Of(Clicks, before).By(Grain.Month).By("platform").During(Timeframe.Month(2026, 2)).Dense());
        KpiRow row = Assert.Single(table.Rows);
        Assert.Equal((Segment.Of("platform", "a"), 1m), (row.Segment, row[before].Value));
        Assert.Equal(1m, Assert.Single(table.SegmentTotals)[before].Value);
    }

    [Fact]
    public void Rows_OfAStock_CarryItIntoAnEmptyWeekAndNotFurtherThanItHolds()
    {
        Measure fans = Measure.Snapshot("fans", Unit.Count, per: "account", staleAfterDays: 9);
        Kpi audience = Kpi.Define("audience", fans, Unit.Count);
        Facts facts = Facts.FromColumns(columns => columns
            .Time((LocalDate[])[new(2026, 1, 1), new(2026, 2, 2)])
            .Dimension("account", ["a", "a"])
            .Measure(fans, [10m, 12m]));
        KpiTable table = facts.Read(KpiQuery.Of(audience).By(Grain.Week).Dense());
        Assert.Equal([10m, null, null, null, null, 12m], table.Rows.Select(row => row[audience].HasValue ? row[audience].Value : (decimal?)null));
        KpiTable longer = facts.Read(KpiQuery.Of(audience).By(Grain.Day).During(Timeframe.Days(new(2026, 1, 1), new(2026, 1, 12))).Dense());
        Assert.Equal(10, longer.Rows.Count(row => row[audience].HasValue));
    }

    [Fact]
    public void Rows_OfTwoTables_ReachFromTheFirstRowOfEitherToTheLast()
    {
        Kpi views = Kpi.Define("views", Measures.Impressions, Unit.Count);
        Facts ads = Facts.FromColumns(columns => columns
            .Time((LocalDate[])[new(2025, 12, 1), new(2026, 6, 1)])
            .Dimension("platform", ["a", "c"])
            .Measure(Measures.Impressions, [70m, 80m]));
        KpiTable table = FactTables.Of(("posts", Gappy), ("ads", ads)).Read(KpiQuery.Of(Clicks, views).By(Grain.Month).By("platform").Top(2, views).Dense());
        Assert.Equal([12, 1, 2, 3, 4, 5, 6], table.PeriodTotals.Select(row => row.Period!.Value.Start!.Value.Month));
        Assert.Equal([Segment.Of("platform", "c"), Segment.Of("platform", "a"), Segment.Rest], table.Rows.Take(3).Select(row => row.Segment));
        Assert.Equal((4m, Absence.NoRows), (table[Clicks, Segment.Rest].Value, table[views, Segment.Rest].Absence));
    }

    [Fact]
    public void Rows_OfATopThatIsDense_HaveEveryPeriodOfTheRestToo()
    {
        KpiTable table = Gappy.Read(KpiQuery.Of(Clicks).By(Grain.Month).By("platform").Top(1, Clicks).Dense());
        Assert.Equal(8, table.Rows.Count);
        Assert.Equal(4, table.Rows.Count(row => row.Segment.IsRest));
    }

    [Fact]
    public void Rows_EmptyMonthBelowAMinimum_SaysThatThereAreNoRows()
    {
        KpiTable table = Gappy.Read(KpiQuery.Of(Clicks).By(Grain.Month).AtLeast(Measures.Clicks, 2).Dense());
        Assert.Equal("fewer than 2 clicks", Assert.Single(table.Rows[0][Clicks].Caveats).Text);
        Assert.Equal((Absence.NoRows, 0), (table.Rows[1][Clicks].Absence, table.Rows[1][Clicks].Caveats.Count));
        Assert.Equal(4m, table.Rows[3][Clicks].Value);
    }

    [Fact]
    public void Dense_WithoutGrain_ChangesNothing() =>
        Assert.Equal(Gappy.Read(KpiQuery.Of(Clicks).By("platform")).ToString(), Gappy.Read(KpiQuery.Of(Clicks).By("platform").Dense()).ToString());

    [Fact]
    public void Dense_OverTooManyPeriods_IsRefused()
    {
        KpiQuery years = KpiQuery.Of(Clicks).By(Grain.Hour).During(Timeframe.Days(new(2000, 1, 1), new(2020, 12, 31))).Dense();
        Assert.Equal(
            "query: it asks for every hour of 2000-01-01…2020-12-31, which are more than 100,000; read a shorter timeframe or longer periods",
            Assert.Throws<DefinitionException>(years.Plan).Message);
        Facts stray = Facts.FromColumns(columns => columns.Time((LocalDate[])[new(26, 1, 1), new(2026, 1, 1)]).Measure(Measures.Clicks, [1m, 1m]));
        Assert.Contains("more than 100,000", Assert.Throws<DefinitionException>(() => stray.Read(KpiQuery.Of(Clicks).By(Grain.Day).Dense())).Message, StringComparison.Ordinal);
        Assert.Equal(24_001, stray.Read(KpiQuery.Of(Clicks).By(Grain.Month).Dense()).Rows.Count);
    }

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("tr-TR")]
    public void Texts_UnderAnyCulture_ShowAnEmptyMonth(string culture)
    {
        using (Cultures.Use(culture))
        {
            KpiTable table = Gappy.Read(KpiQuery.Of(Clicks).By(Grain.Month).Dense());
            Assert.Contains("2026-02", table.ToString(), StringComparison.Ordinal);
            Assert.Contains("2026-02,2026-02-01T00:00:00,2026-03-01T00:00:00,clicks,,count,no_rows,0,", table.ToCsv(), StringComparison.Ordinal);
            Assert.Contains("\"dense\": true", table.ToJson(), StringComparison.Ordinal);
        }
    }
}
