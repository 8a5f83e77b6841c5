using NodaTime;

namespace SocialKpi.Tests.Themes;

/// <summary>
/// Theme 11: rolling windows and figures to date. cube #1736, #9896, #9899, #8489, #11162, #3451;
/// metricflow #869, #806, #1676, PR #1284; lightdash #4251; sidemantic #77.
/// </summary>
public sealed class WindowsTests
{
    private static readonly Formula Rate = Measures.Clicks / Measures.Impressions;
    private static readonly Facts EveryDay = DailyClicks.Each(new(2025, 1, 1), new(2026, 12, 31));

    [Fact]
    public void MonthToDate_ByYear_IsOfTheLastMonthAndNotOfJanuary()
    {
        // metricflow PR #1284: month to date by year showed January. Here each month has as many clicks as its number.
        Kpi toDate = Of("month_to_date", Context.ToDate(Grain.Month));
        Facts facts = DailyClicks.On([.. Enumerable.Range(1, 12).Select(month => (new LocalDate(2025, month, 5), (decimal?)month))]);

        Assert.Equal(12m, facts.Read(KpiQuery.Of(toDate).By(Grain.Year))[toDate, Timeframe.Year(2025)].Value);
        Assert.Equal(7m, facts.Read(KpiQuery.Of(toDate).By(Grain.Year).AsOf(new(2025, 7, 31)))[toDate, Timeframe.Year(2025)].Value);
    }

    [Fact]
    public void Trailing_AtTheStartOfATimeframe_SeesTheRowsBeforeIt()
    {
        // lightdash #4251: the window was cut by the filter on the date.
        Kpi trailing = Of("trailing", Context.Trailing(7, Grain.Day));
        Timeframe march = Timeframe.Month(2026, 3);
        KpiTable table = EveryDay.Read(KpiQuery.Of(trailing, Kpis.ClickCount).By(Grain.Day).During(march));

        Assert.All(table.Rows, row => Assert.Equal((7m, 1m), (row[trailing].Value, row[Kpis.ClickCount].Value)));
        Assert.Equal(31, table.Rows.Count);
        Assert.Equal(31m, table[Kpis.ClickCount].Value);
    }

    [Fact]
    public void Trailing_UnderAFilterOnRows_NeverSeesTheOthers()
    {
        Kpi trailing = Of("trailing", Context.Trailing(2, Grain.Day));
        Facts facts = Facts.FromColumns(columns => columns
            .Time([new LocalDate(2026, 3, 1), new(2026, 3, 1), new(2026, 3, 2), new(2026, 3, 2)])
            .Dimension("platform", ["a", "b", "a", "b"])
            .Measure(Measures.Clicks, [1, 10, 2, 20]));
        KpiQuery second = KpiQuery.Of(trailing).By(Grain.Day).During(Timeframe.Day(2026, 3, 2));

        Assert.Equal(3m, facts.Read(second.Where(Condition.Is("platform", "a")))[trailing].Value);
        Assert.Equal([3m, 30m], DailyClicks.Of(facts.Read(second.By("platform")), trailing));
        Assert.Equal(33m, facts.Read(second)[trailing].Value);
    }

    [Theory]
    [InlineData(Grain.Day)]
    [InlineData(Grain.Week)]
    [InlineData(Grain.Month)]
    public void Trailing_SevenDays_AreOneWeek(Grain grain)
    {
        // metricflow #869: "1 week" differed from "7 days"; #1676: a window of days was overwritten by the grain of the month.
        Kpi days = Of("seven_days", Context.Trailing(7, Grain.Day));
        Kpi week = Of("one_week", Context.Trailing(1, Grain.Week));
        Facts facts = DailyClicks.On([.. Enumerable.Range(0, 120).Select(day => (new LocalDate(2026, 1, 5).PlusDays(day), (decimal?)day))]);
        KpiTable table = facts.Read(KpiQuery.Of(days, week).By(grain).During(Timeframe.Days(new(2026, 1, 5), new(2026, 5, 4))));

        Assert.Equal(DailyClicks.Of(table, days), DailyClicks.Of(table, week));
        Assert.Equal(table[days].Value, table[week].Value);
        Assert.Equal(Enumerable.Range(113, 7).Sum(), table[days].Value);
    }

    [Theory]
    [InlineData(Grain.Day)]
    [InlineData(Grain.Month)]
    [InlineData(Grain.Year)]
    public void Trailing_TwentyEightDays_AreTwentyEight(Grain grain)
    {
        // cube #3451: "last n days" was one day short.
        Kpi trailing = Of("trailing_28", Context.Trailing(28, Grain.Day));
        KpiTable table = EveryDay.Read(KpiQuery.Of(trailing).By(grain).During(Timeframe.Year(2026)));
        Assert.All(table.Rows, row => Assert.Equal(28m, row[trailing].Value));
        Assert.Equal(28m, table[trailing].Value);
    }

    [Fact]
    public void Trailing_WithoutAsManyDaysOfRows_IsOfThoseThereAre()
    {
        Kpi trailing = Of("trailing_28", Context.Trailing(28, Grain.Day));
        KpiTable table = DailyClicks.Each(new(2026, 3, 1), new(2026, 3, 3)).Read(KpiQuery.Of(trailing).By(Grain.Day));
        Assert.Equal([1m, 2m, 3m], DailyClicks.Of(table, trailing).Take(3));
    }

    [Fact]
    public void Trailing_UnderAShift_KeepsItsLength()
    {
        // cube #9896: the window was lost under a shift in time.
        Facts facts = DailyClicks.On([.. Enumerable.Range(0, 400).Select(day => (new LocalDate(2025, 2, 1).PlusDays(day), (decimal?)day))]);
        Kpi shifted = Kpi.Define("a_week_before", Measures.Clicks.At(Context.Trailing(3, Grain.Day)).At(Context.Ago(1, Grain.Week)), Unit.Count);
        Kpi lastYear = Kpi.Define("a_year_before", Measures.Clicks.At(Context.Trailing(3, Grain.Day)).At(Context.Ago(1, Grain.Year)), Unit.Count);
        KpiTable table = facts.Read(KpiQuery.Of(shifted, lastYear).By(Grain.Day).During(Timeframe.Day(2026, 2, 28)));

        // 28 February 2026 is day 392: 383 to 385 a week before, and 25 to 27 on 28 February 2025.
        Assert.Equal(383m + 384 + 385, table[shifted].Value);
        Assert.Equal(25m + 26 + 27, table[lastYear].Value);
    }

    [Fact]
    public void Trailing_OverAShift_IsTheWindowBeforeThisOne()
    {
        Kpi before = Kpi.Define("window_before", Measures.Clicks.At(Context.Previous).At(Context.Trailing(7, Grain.Day)), Unit.Count);
        Facts facts = DailyClicks.On([.. Enumerable.Range(1, 31).Select(day => (new LocalDate(2026, 3, day), (decimal?)day))]);
        KpiTable table = facts.Read(KpiQuery.Of(before).By(Grain.Day));
        Assert.Equal(Enumerable.Range(7, 7).Sum(), table[before, Timeframe.Day(2026, 3, 20)].Value);
    }

    [Fact]
    public void YearOverYear_OfAYearToDateRatio_IsTheChangeOfTheRatios()
    {
        // sidemantic #77: a year over year of a year to date of a ratio failed.
        Formula toDate = Rate.At(Context.ToDate(Grain.Year));
        Kpi change = Kpi.Define("rate_to_date_change", (toDate / toDate.At(Context.Ago(1, Grain.Year))) - 1, Unit.Ratio);
        Facts facts = Facts.FromColumns(columns => columns
            .Time([new LocalDate(2025, 1, 10), new(2025, 2, 10), new(2025, 3, 10), new(2026, 1, 10), new(2026, 2, 10)])
            .Measure(Measures.Clicks, [1, 3, 500, 9, 1])
            .Measure(Measures.Impressions, [100, 300, 500, 100, 300]));
        KpiTable table = facts.Read(KpiQuery.Of(change).By(Grain.Month));

        // February: 10 of 400 against 4 of 400. January: 9 % against 1 %.
        Assert.Equal(1.5m, table[change, Timeframe.Month(2026, 2)].Value);
        Assert.Equal(8m, table[change, Timeframe.Month(2026, 1)].Value);
    }

    [Fact]
    public void Trailing_OfARatioByMonth_IsTheRatioOfTheWindow()
    {
        Kpi trailing = Kpi.Define("rate_2_days", Rate.At(Context.Trailing(2, Grain.Day)), Unit.Ratio);
        Facts facts = Facts.FromColumns(columns => columns
            .Time([new LocalDate(2026, 3, 29), new(2026, 3, 30), new(2026, 3, 31)])
            .Measure(Measures.Clicks, [50, 1, 9])
            .Measure(Measures.Impressions, [100, 100, 10]));
        Assert.Equal(10m / 110m, facts.Read(KpiQuery.Of(trailing).By(Grain.Month))[trailing, Timeframe.Month(2026, 3)].Value);
    }

    [Fact]
    public void WeekToDate_ByMonth_IsOfTheWeekTheMonthEndsIn()
    {
        // 31 March 2026 is a Tuesday.
        Kpi toDate = Of("week_to_date", Context.ToDate(Grain.Week));
        Assert.Equal(2m, EveryDay.Read(KpiQuery.Of(toDate).By(Grain.Month))[toDate, Timeframe.Month(2026, 3)].Value);
    }

    [Theory]
    [InlineData(Grain.Day)]
    [InlineData(Grain.Month)]
    [InlineData(Grain.Year)]
    public void Ago_TwelveMonthsOrFourQuarters_AreAYear(Grain grain)
    {
        Facts facts = DailyClicks.On([.. Enumerable.Range(0, 1_300).Select(day => (new LocalDate(2023, 12, 1).PlusDays(day), (decimal?)day))]);
        (Kpi year, Kpi quarters, Kpi months) = (Of("year", Context.Ago(1, Grain.Year)), Of("quarters", Context.Ago(4, Grain.Quarter)), Of("months", Context.Ago(12, Grain.Month)));
        KpiTable table = facts.Read(KpiQuery.Of(year, quarters, months).By(grain));

        Assert.Equal(DailyClicks.Of(table, year), DailyClicks.Of(table, months));
        Assert.Equal(DailyClicks.Of(table, year), DailyClicks.Of(table, quarters));
        Assert.Contains(table.Rows, row => row[year].HasValue);
    }

    [Fact]
    public void ToDate_OfATotal_StartsWhereItsLastPeriodDoes()
    {
        // cube #11162: the start of the window was taken from the wrong end of the period.
        Kpi toDate = Of("year_to_date", Context.ToDate(Grain.Year));
        Kpi monthToDate = Of("month_to_date", Context.ToDate(Grain.Month));
        KpiTable table = EveryDay.Read(KpiQuery.Of(toDate, monthToDate).During(Timeframe.Days(new(2025, 11, 15), new(2026, 2, 10))));
        Assert.Equal((41m, 10m), (table[toDate].Value, table[monthToDate].Value));
    }

    private static Kpi Of(string id, Context context) => Kpi.Define(id, Measures.Clicks.At(context), Unit.Count);

    [Fact]
    public void Trailing_OfAWholeWithoutEnd_EndsWithTheLastDayOfTheFacts()
    {
        Kpi week = Kpi.Define("clicks_7", Measures.Clicks.At(Context.Trailing(7, Grain.Day)), Unit.Count);
        Facts facts = DailyClicks.On((new(2026, 1, 1), 1), (new(2026, 1, 24), 10), (new(2026, 1, 30), 100));

        Assert.Equal(110m, facts.Read(KpiQuery.Of(week))[week].Value);
        Assert.Equal(110m, facts.Read(KpiQuery.Of(week).By(Grain.Month))[week].Value);
    }
}
