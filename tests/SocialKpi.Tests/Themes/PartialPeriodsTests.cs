using NodaTime;

namespace SocialKpi.Tests.Themes;

/// <summary>
/// Theme 6: a period that is not over compared with a whole one.
/// lightdash #14110, #21014; matomo #10282; metabase #1636; rill PR #6326, #7299.
/// </summary>
public sealed class PartialPeriodsTests
{
    private static readonly Kpi Clicks = Kpis.ClickCount;
    private static readonly Kpi Before = Kpi.Define("clicks_before", Measures.Clicks.At(Context.Previous), Unit.Count);
    private static readonly Kpi YearAgo = Kpi.Define("clicks_year_ago", Measures.Clicks.At(Context.Ago(1, Grain.Year)), Unit.Count);
    private static readonly Kpi Change = Kpi.Define("clicks_change", (Measures.Clicks / Measures.Clicks.At(Context.Previous)) - 1, Unit.Ratio);
    private static readonly Facts EveryDay = DailyClicks.Each(new(2023, 1, 1), new(2026, 12, 31));

    [Fact]
    public void Change_OfASteadySeriesInTheMiddleOfAMonth_IsNone()
    {
        // lightdash #14110, matomo #10282: on the 10th a steady month looks 64 % down against all of the month before.
        KpiTable table = EveryDay.Read(KpiQuery.Of(Clicks, Change).By(Grain.Month).AsOf(new(2026, 3, 10)));
        Reading change = table[Change, Timeframe.Month(2026, 3)];

        Assert.Equal((10m, 0m), (table[Clicks, Timeframe.Month(2026, 3)].Value, change.Value));
        Assert.Contains(change.Caveats, caveat => caveat.Text == "2026-03 is partial: only 2026-03-01…2026-03-10 was read");
        Assert.Equal((28m / 31m) - 1, table[Change, Timeframe.Month(2026, 2)].Value);
    }

    [Theory]
    [InlineData(Grain.Week, "2026-03-11", 3, 3)] // a Wednesday
    [InlineData(Grain.Quarter, "2026-03-31", 90, 92)] // over
    [InlineData(Grain.Year, "2026-03-10", 69, 69)]
    [InlineData(Grain.Month, "2026-03-30", 30, 28)] // February has no more days than that
    [InlineData(Grain.Month, "2026-02-28", 28, 31)] // over, so compared with all of January
    [InlineData(Grain.Year, "2024-02-29", 60, 60)] // as many days, whatever February has
    [InlineData(Grain.Year, "2025-02-28", 59, 59)]
    [InlineData(Grain.Quarter, "2026-05-15", 45, 45)] // not to 15 February, which would be 46
    public void Previous_OfACutPeriod_HasAsManyDays(Grain grain, string asOf, int days, int before)
    {
        LocalDate day = Timeframe.Parse(asOf).Start!.Value.Date;
        KpiTable table = EveryDay.Read(KpiQuery.Of(Clicks, Before).By(grain).AsOf(day));
        Timeframe period = ReportingCalendar.Iso.Containing(day, grain);
        Assert.Equal((days, before), (table[Clicks, period].Value, table[Before, period].Value));
    }

    [Fact]
    public void Ago_AYearFromACutMonth_HasTheSameDays()
    {
        // Every click of March 2025 after the 10th would show.
        Facts facts = DailyClicks.On((new(2025, 3, 1), 1), (new(2025, 3, 10), 2), (new(2025, 3, 11), 100), (new(2026, 3, 10), 5), (new(2026, 3, 11), 900));
        KpiTable table = facts.Read(KpiQuery.Of(Clicks, YearAgo).By(Grain.Month).AsOf(new(2026, 3, 10)));
        Assert.Equal((5m, 3m), (table[Clicks, Timeframe.Month(2026, 3)].Value, table[YearAgo, Timeframe.Month(2026, 3)].Value));
    }

    [Fact]
    public void FiscalYearFromJuly_ToDate_IsComparedWithTheSameDaysOfTheOneBefore()
    {
        Formula toDate = Measures.Clicks.At(Context.ToDate(Grain.Year));
        Kpi now = Kpi.Define("fiscal_to_date", toDate, Unit.Count);
        Kpi then = Kpi.Define("fiscal_to_date_before", toDate.At(Context.Ago(1, Grain.Year)), Unit.Count);
        KpiTable table = EveryDay.Read(KpiQuery.Of(now, then).By(Grain.Month).On(ReportingCalendar.Iso.WithFiscalYearFrom(7)).AsOf(new(2024, 3, 10)));

        // 1 July to 10 March: 184 + 31 + 29 + 10 with 29 February 2024, and a day less a year earlier, whose rows begin in January.
        Timeframe march = Timeframe.Month(2024, 3);
        Assert.Equal(254m, table[now, march].Value);
        Assert.Equal(69m, table[then, march].Value);
        Assert.Equal(31m, table[now, Timeframe.Month(2023, 7)].Value);
        Assert.Equal(181m, table[now, Timeframe.Month(2023, 6)].Value);
    }

    [Fact]
    public void Total_OfAYearThatIsCut_ComparesAsMuchOfTheYearBefore()
    {
        KpiTable table = EveryDay.Read(KpiQuery.Of(Clicks, Before).During(Timeframe.Year(2026)).By(Grain.Month).AsOf(new(2026, 3, 10)));
        Assert.Equal((69m, 69m), (table[Clicks].Value, table[Before].Value));
        Assert.Contains(table[Clicks].Caveats, caveat => caveat.Kind == CaveatKind.PartialPeriod);
    }

    [Fact]
    public void AsOf_TheLastDayOfAPeriod_LeavesNothingPartial()
    {
        KpiTable table = EveryDay.Read(KpiQuery.Of(Clicks, Change).By(Grain.Month).AsOf(new(2026, 3, 31)));
        Assert.DoesNotContain(table.Rows.SelectMany(row => row.Readings).SelectMany(reading => reading.Caveats), caveat => caveat.Kind == CaveatKind.PartialPeriod);
        Assert.Equal((31m / 28m) - 1, table[Change, Timeframe.Month(2026, 3)].Value);
    }
}
