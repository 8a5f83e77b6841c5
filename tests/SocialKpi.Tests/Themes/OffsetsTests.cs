using NodaTime;

namespace SocialKpi.Tests.Themes;

/// <summary>
/// Theme 5: offsets that count rows or days where the calendar is meant.
/// metricflow #1758, #2026, #1052, #1053; looker-date-comparison #8; metabase PR #50171.
/// </summary>
public sealed class OffsetsTests
{
    private static readonly Kpi Before = Kpi.Define("before", Measures.Clicks.At(Context.Previous), Unit.Count);
    private static readonly Kpi MonthAgo = Kpi.Define("month_ago", Measures.Clicks.At(Context.Ago(1, Grain.Month)), Unit.Count);
    private static readonly Kpi YearAgo = Kpi.Define("year_ago", Measures.Clicks.At(Context.Ago(1, Grain.Year)), Unit.Count);
    private static readonly Kpi YearOfWeeksAgo = Kpi.Define("a_year_of_weeks_ago", Measures.Clicks.At(Context.Ago(52, Grain.Week)), Unit.Count);

    // Every day has its own number of clicks, so that a figure names the day it was read on.
    private static readonly Facts Days = DailyClicks.On([.. Enumerable.Range(0, 1_600)
        .Select(day => new LocalDate(2023, 1, 1).PlusDays(day))
        .Select(day => (day, (decimal?)NumberOf(day)))]);

    [Theory]
    [InlineData("2026-03-31", "2026-02-28")] // metricflow #1758: the 31st of March found nothing
    [InlineData("2026-03-30", "2026-02-28")]
    [InlineData("2026-03-29", "2026-02-28")]
    [InlineData("2026-03-28", "2026-02-28")]
    [InlineData("2024-03-31", "2024-02-29")]
    [InlineData("2024-03-30", "2024-02-29")]
    [InlineData("2024-02-29", "2024-01-29")]
    [InlineData("2026-05-31", "2026-04-30")]
    [InlineData("2026-01-31", "2025-12-31")]
    public void Ago_AMonthFromADay_IsThatDayOfTheMonthBeforeOrItsLast(string day, string found) => Finds(MonthAgo, day, found);

    [Theory]
    [InlineData("2024-02-29", "2023-02-28")] // looker-date-comparison #8: leap years
    [InlineData("2024-03-01", "2023-03-01")]
    [InlineData("2025-02-28", "2024-02-28")]
    [InlineData("2025-03-01", "2024-03-01")]
    [InlineData("2025-03-31", "2024-03-31")]
    [InlineData("2025-12-31", "2024-12-31")]
    public void Ago_AYearFromADay_IsTheSameDateAndNot365DaysEarlier(string day, string found) => Finds(YearAgo, day, found);

    [Theory]
    [InlineData(2026, 3, 28)] // all of February, not the 31 days before March
    [InlineData(2024, 3, 29)]
    [InlineData(2026, 2, 31)]
    public void Ago_AMonthFromAMonth_IsTheWholeMonthBefore(int year, int month, int days)
    {
        KpiTable table = DailyClicks.Each(new(2023, 12, 1), new(2026, 12, 31)).Read(KpiQuery.Of(MonthAgo, Before).By(Grain.Month));
        Reading[] row = [.. table.Rows.Single(row => row.Period == Timeframe.Month(year, month)).Readings];
        Assert.Equal([days, days], row.Select(reading => reading.Value));
    }

    [Theory]
    [InlineData(2024, 28)]
    [InlineData(2025, 29)]
    [InlineData(2026, 28)]
    public void Ago_AYearFromAFebruary_IsAllOfTheFebruaryThen(int year, int days)
    {
        KpiTable table = DailyClicks.Each(new(2023, 1, 1), new(2026, 12, 31)).Read(KpiQuery.Of(YearAgo).By(Grain.Month));
        Assert.Equal(days, table[YearAgo, Timeframe.Month(year, 2)].Value);
    }

    [Fact]
    public void Previous_OfIsoWeekOne_IsTheLastWeekOfTheYearBefore()
    {
        // metricflow #2026 stumbles over ISO week 1, which begins in December: 29 December 2025.
        KpiTable table = Days.Read(KpiQuery.Of(Before).By(Grain.Week));
        Assert.Equal(SumOf(new(2025, 12, 22), 7), table[Before, Timeframe.Week(2026, 1)].Value);
        Assert.Equal(SumOf(new(2026, 12, 21), 7), table[Before, Timeframe.Week(2026, 53)].Value);
    }

    [Fact]
    public void Ago_FiftyTwoWeeksFromIsoWeekOne_IsIsoWeekOne()
    {
        KpiTable table = Days.Read(KpiQuery.Of(YearOfWeeksAgo).By(Grain.Week));
        Assert.Equal(SumOf(new(2024, 12, 30), 7), table[YearOfWeeksAgo, Timeframe.Week(2026, 1)].Value);
        Assert.Equal(Timeframe.Week(2025, 1), Timeframe.Days(new(2024, 12, 30), new(2025, 1, 5)));
    }

    [Fact]
    public void Ago_FiftyTwoWeeksFromAnyWeek_IsAWholeWeekWithoutOrWithALeapDay()
    {
        KpiTable table = DailyClicks.Each(new(2023, 1, 2), new(2027, 1, 3)).Read(KpiQuery.Of(YearOfWeeksAgo).By(Grain.Week).During(Timeframe.Days(new(2024, 1, 1), new(2027, 1, 3))));
        Assert.All(table.Rows, row => Assert.Equal(7m, row[YearOfWeeksAgo].Value));
        Assert.Equal(157, table.Rows.Count);
    }

    [Fact]
    public void Previous_WhereARowIsMissing_IsAbsentAndNotTheRowBeforeIt()
    {
        // metabase PR #50171: an offset of one row gives the 1st for the 3rd when the 2nd has no row.
        Facts facts = DailyClicks.On((new(2026, 10, 1), 5), (new(2026, 10, 3), 7), (new(2026, 10, 4), 9));
        KpiTable table = facts.Read(KpiQuery.Of(Before).By(Grain.Day));

        Assert.Equal(Absence.NoRows, table[Before, Timeframe.Day(2026, 10, 3)].Absence);
        Assert.Equal(7m, table[Before, Timeframe.Day(2026, 10, 4)].Value);
        Assert.Equal(5m, table[Before, Timeframe.Day(2026, 10, 2)].Value);
    }

    [Fact]
    public void Previous_WhereAMonthIsMissingInASegment_LooksAtThatMonth()
    {
        Facts facts = Facts.FromColumns(columns => columns
            .Time([new LocalDate(2026, 1, 5), new(2026, 3, 5), new(2026, 2, 5)])
            .Dimension("platform", ["a", "a", "b"])
            .Measure(Measures.Clicks, [5, 7, 100]));
        KpiTable table = facts.Read(KpiQuery.Of(Before).By(Grain.Month).By("platform"));
        Assert.Equal(Absence.NoRows, table[Before, Timeframe.Month(2026, 3), Segment.Of("platform", "a")].Absence);
    }

    [Fact]
    public void Shift_OfTheTwentyNinthOfFebruaryAndTheThirtyFirstOfMarch_ClipsByMonthAndByYear()
    {
        ReportingCalendar calendar = ReportingCalendar.Iso;
        Assert.Equal(new LocalDate(2024, 3, 29), calendar.Shift(new LocalDate(2024, 2, 29), 1, Grain.Month));
        Assert.Equal(new LocalDate(2023, 11, 29), calendar.Shift(new LocalDate(2024, 2, 29), -1, Grain.Quarter));
        Assert.Equal(new LocalDate(2025, 2, 28), calendar.Shift(new LocalDate(2024, 2, 29), 1, Grain.Year));
        Assert.Equal(new LocalDate(2028, 2, 29), calendar.Shift(new LocalDate(2024, 2, 29), 4, Grain.Year));
        Assert.Equal(new LocalDate(2026, 2, 28), calendar.Shift(new LocalDate(2026, 3, 31), -1, Grain.Month));
        Assert.Equal(new LocalDate(2026, 6, 30), calendar.Shift(new LocalDate(2026, 3, 31), 1, Grain.Quarter));
        Assert.Equal(new LocalDate(2027, 3, 31), calendar.Shift(new LocalDate(2026, 3, 31), 1, Grain.Year));
    }

    private static void Finds(Kpi kpi, string day, string found)
    {
        Timeframe cell = Timeframe.Parse(day);
        Assert.Equal(NumberOf(Timeframe.Parse(found).Start!.Value.Date), Days.Read(KpiQuery.Of(kpi).By(Grain.Day))[kpi, cell].Value);
    }

    private static int NumberOf(LocalDate day) => Period.DaysBetween(new LocalDate(2023, 1, 1), day) + 1;

    private static int SumOf(LocalDate first, int days) => Enumerable.Range(0, days).Sum(day => NumberOf(first.PlusDays(day)));

    [Theory]
    [InlineData("2024-W09", "2023-W09")] // 26 February to 3 March; its Thursday is 29 February
    [InlineData("2026-W01", "2025-W01")] // metricflow #2026
    [InlineData("2026-W53", "2026-W01")] // 31 December 2025 lies in the first week of 2026
    public void Week_AYearAgo_IsAWholeWeek(string week, string yearAgo)
    {
        Kpi before = Kpi.Define("week_year_ago", Measures.Clicks.At(Context.Ago(1, Grain.Year)), Unit.Count);
        Facts facts = DailyClicks.On([.. Enumerable.Range(0, 2_000).Select(day => (new LocalDate(2022, 1, 1).PlusDays(day), (decimal)day))]);
        KpiTable table = facts.Read(KpiQuery.Of(Kpis.ClickCount, before).By(Grain.Week));

        Assert.Equal(table[Kpis.ClickCount, Timeframe.Parse(yearAgo)].Value, table[before, Timeframe.Parse(week)].Value);
    }

    [Fact]
    public void Week_APartAYearAgo_HasAsManyDays()
    {
        Kpi before = Kpi.Define("week_year_ago", Measures.Clicks.At(Context.Ago(1, Grain.Year)), Unit.Count);
        Facts facts = DailyClicks.On([.. Enumerable.Range(0, 2_000).Select(day => (new LocalDate(2022, 1, 1).PlusDays(day), 1m))]);
        KpiTable table = facts.Read(KpiQuery.Of(before).By(Grain.Week).During(Timeframe.Days(new(2024, 2, 27), new(2024, 3, 1))));

        Assert.Equal(4m, table[before, Timeframe.Week(2024, 9)].Value);
    }
}
