using NodaTime;

namespace SocialKpi.Tests.Themes;

/// <summary>
/// Theme 9: week starts, ISO years, fiscal years. lightdash #10268, #6776, #7951, #5947, #18596; metabase #1779, #23675;
/// growthbook PR #5579; timescaledb #768; influx flux #3538; orionbelt PR #302.
/// </summary>
public sealed class CalendarsTests
{
    private static readonly Kpi Clicks = Kpis.ClickCount;
    private static readonly Kpi Before = Kpi.Define("clicks_before", Measures.Clicks.At(Context.Previous), Unit.Count);
    private static readonly Facts TwoYears = DailyClicks.Each(new(2025, 1, 1), new(2027, 12, 31));

    [Theory]
    [InlineData(IsoDayOfWeek.Monday, "2026-03-09")]
    [InlineData(IsoDayOfWeek.Thursday, "2026-03-05")] // influx flux #3538
    [InlineData(IsoDayOfWeek.Saturday, "2026-03-07")] // timescaledb #768
    [InlineData(IsoDayOfWeek.Sunday, "2026-03-08")] // lightdash #10268
    public void Weeks_FromAnyDay_BeginOnItAndHaveSevenDays(IsoDayOfWeek start, string first)
    {
        // 11 March 2026 is a Wednesday, so its week begins on the last such day before it.
        ReportingCalendar calendar = ReportingCalendar.Iso.WithWeekStart(start);
        KpiTable table = TwoYears.Read(KpiQuery.Of(Clicks).By(Grain.Week).On(calendar));
        KpiRow row = table.Rows.Single(row => row.Period!.Value.Contains(new LocalDate(2026, 3, 11)));

        Assert.Equal(Timeframe.Parse(first).Start!.Value, row.Period!.Value.Start!.Value);
        Assert.Equal(7m, row[Clicks].Value);
        Assert.All(table.Rows.Skip(1).SkipLast(1), week => Assert.Equal((start, 7m), (week.Period!.Value.Start!.Value.DayOfWeek, week[Clicks].Value)));
    }

    [Fact]
    public void WeekFiftyThree_AcrossTheNewYear_IsOneRowOfSevenDays()
    {
        // orionbelt PR #302: the weekly grain had never been executed, and one engine labelled a week 2026-33.
        KpiTable table = TwoYears.Read(KpiQuery.Of(Clicks, Before).By(Grain.Week));
        Timeframe week = Timeframe.Week(2026, 53);

        Assert.Equal(Timeframe.Days(new(2026, 12, 28), new(2027, 1, 3)), week);
        Assert.Equal((7m, 7m), (table[Clicks, week].Value, table[Before, week].Value));
        Assert.Equal(7m, table[Before, Timeframe.Week(2027, 1)].Value);
        Assert.Equal("2026-W53", ReportingCalendar.Iso.Label(ReportingCalendar.Iso.Containing(new LocalDate(2027, 1, 1), Grain.Week), Grain.Week));
        Assert.Contains("2026-W53", table.ToText(), StringComparison.Ordinal);
        Assert.DoesNotContain("2027-W53", table.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void WeekOne_ThatBeginsInDecember_BelongsToTheYearOfItsThursday()
    {
        Assert.Equal("2026-W01", ReportingCalendar.Iso.Label(ReportingCalendar.Iso.Containing(new LocalDate(2025, 12, 29), Grain.Week), Grain.Week));
        Assert.Equal(7m, TwoYears.Read(KpiQuery.Of(Clicks).By(Grain.Week))[Clicks, Timeframe.Week(2026, 1)].Value);
        Assert.Throws<ArgumentOutOfRangeException>(() => Timeframe.Week(2025, 53));
    }

    [Fact]
    public void WeeksAndYears_OfOneTimeframe_CutTheWeekAndSaySo()
    {
        KpiTable table = TwoYears.Read(KpiQuery.Of(Clicks).By(Grain.Week).During(Timeframe.Year(2026)));
        Assert.Equal(53, table.Rows.Count);
        Assert.Equal((4m, 4m), (table.Rows[0][Clicks].Value, table.Rows[^1][Clicks].Value));
        Assert.Equal(CaveatKind.PartialPeriod, Assert.Single(table.Rows[^1][Clicks].Caveats).Kind);
        Assert.Equal(365m, table[Clicks].Value);
    }

    [Fact]
    public void FiscalYears_FromJulyAndFromApril_CutTheSameFactsAtTheSameTime()
    {
        // lightdash #5947: two fiscal calendars at once.
        Facts facts = DailyClicks.On((new(2026, 3, 31), 1), (new(2026, 4, 1), 10), (new(2026, 6, 30), 100), (new(2026, 7, 1), 1000), (new(2027, 3, 31), 10_000), (new(2027, 4, 1), 100_000));
        ReportingCalendar july = ReportingCalendar.Iso.WithFiscalYearFrom(7);
        ReportingCalendar april = ReportingCalendar.Iso.WithFiscalYearFrom(4);
        KpiQuery years = KpiQuery.Of(Clicks).By(Grain.Year);

        Assert.Equal([111m, 111_000m], DailyClicks.Of(facts.Read(years.On(july)), Clicks));
        Assert.Equal([1m, 11_110m, 100_000m], DailyClicks.Of(facts.Read(years.On(april)), Clicks));
        Assert.Equal([1_111m, 110_000m], DailyClicks.Of(facts.Read(years), Clicks));
        Assert.Equal("FY2027", july.Label(july.Containing(new LocalDate(2026, 7, 1), Grain.Year), Grain.Year));
        Assert.Equal("FY2026", july.Label(july.Containing(new LocalDate(2026, 6, 30), Grain.Year), Grain.Year));
    }

    [Fact]
    public void FiscalQuarters_FromFebruary_AreNotCalendarQuarters()
    {
        ReportingCalendar february = ReportingCalendar.Iso.WithFiscalYearFrom(2);
        KpiTable table = TwoYears.Read(KpiQuery.Of(Clicks, Before).By(Grain.Quarter).On(february).During(february.Year(2027)));

        // February to April, May to July, August to October, November to January.
        Assert.Equal([89m, 92m, 92m, 92m], DailyClicks.Of(table, Clicks));
        Assert.Equal([92m, 89m, 92m, 92m], DailyClicks.Of(table, Before));
        Assert.Equal("FY2027-Q4", february.Label(february.Containing(new LocalDate(2027, 1, 31), Grain.Quarter), Grain.Quarter));
    }

    [Fact]
    public void FiscalYear_FromJulyToDate_StartsInJuly()
    {
        Kpi toDate = Kpi.Define("clicks_to_date", Measures.Clicks.At(Context.ToDate(Grain.Year)), Unit.Count);
        KpiTable table = TwoYears.Read(KpiQuery.Of(toDate).By(Grain.Month).On(ReportingCalendar.Iso.WithFiscalYearFrom(7)));

        Assert.Equal(365m, table[toDate, Timeframe.Month(2026, 6)].Value);
        Assert.Equal(31m, table[toDate, Timeframe.Month(2026, 7)].Value);
        Assert.Equal(184m + 31m, table[toDate, Timeframe.Month(2027, 1)].Value);
    }

    [Fact]
    public void WeekToDate_OfAWeekFromSunday_BeginsOnSunday()
    {
        Kpi toDate = Kpi.Define("clicks_to_date", Measures.Clicks.At(Context.ToDate(Grain.Week)), Unit.Count);
        KpiQuery query = KpiQuery.Of(toDate).By(Grain.Day).During(Timeframe.Days(new(2026, 3, 7), new(2026, 3, 9)));

        Assert.Equal([6m, 7m, 1m], DailyClicks.Of(TwoYears.Read(query), toDate));
        Assert.Equal([7m, 1m, 2m], DailyClicks.Of(TwoYears.Read(query.On(ReportingCalendar.Iso.WithWeekStart(IsoDayOfWeek.Sunday))), toDate));
    }
}
