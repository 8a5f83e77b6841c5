using NodaTime;

namespace SocialKpi.Tests;

public class ReportingCalendarTests
{
    private static readonly ReportingCalendar Iso = ReportingCalendar.Iso;
    private static readonly ReportingCalendar FromJuly = Iso.WithFiscalYearFrom(7);

    [Theory]
    [InlineData(2026, 1, 1, "2026-W01")]
    [InlineData(2025, 12, 29, "2026-W01")]
    [InlineData(2026, 12, 31, "2026-W53")]
    [InlineData(2027, 1, 3, "2026-W53")]
    [InlineData(2027, 1, 4, "2027-W01")]
    [InlineData(2021, 1, 1, "2020-W53")]
    [InlineData(2016, 1, 3, "2015-W53")]
    public void Label_MondayWeeks_AreIsoWeeks(int year, int month, int day, string label) =>
        Assert.Equal(label, Iso.Label(Iso.Containing(new LocalDate(year, month, day), Grain.Week), Grain.Week));

    [Theory]
    [InlineData(IsoDayOfWeek.Sunday, 2026, 3, 1, "week of 2026-03-01")]
    [InlineData(IsoDayOfWeek.Sunday, 2026, 3, 7, "week of 2026-03-01")]
    [InlineData(IsoDayOfWeek.Sunday, 2026, 1, 1, "week of 2025-12-28")]
    [InlineData(IsoDayOfWeek.Saturday, 2026, 3, 1, "week of 2026-02-28")]
    [InlineData(IsoDayOfWeek.Saturday, 2026, 3, 7, "week of 2026-03-07")]
    public void Label_OtherWeeks_NameTheirFirstDay(IsoDayOfWeek start, int year, int month, int day, string label)
    {
        ReportingCalendar calendar = Iso.WithWeekStart(start);
        Assert.Equal(label, calendar.Label(calendar.Containing(new LocalDate(year, month, day), Grain.Week), Grain.Week));
    }

    [Theory]
    [InlineData(7, 2026, 6, 30, "FY2026", "FY2026-Q4")]
    [InlineData(7, 2026, 7, 1, "FY2027", "FY2027-Q1")]
    [InlineData(7, 2027, 6, 30, "FY2027", "FY2027-Q4")]
    [InlineData(4, 2026, 3, 31, "FY2026", "FY2026-Q4")]
    [InlineData(4, 2026, 4, 1, "FY2027", "FY2027-Q1")]
    [InlineData(4, 2026, 12, 31, "FY2027", "FY2027-Q3")]
    [InlineData(2, 2026, 1, 31, "FY2026", "FY2026-Q4")]
    [InlineData(12, 2026, 12, 1, "FY2027", "FY2027-Q1")]
    [InlineData(1, 2026, 9, 30, "2026", "2026-Q3")]
    public void Label_FiscalYears_AreNamedByTheYearTheyEndIn(int start, int year, int month, int day, string yearLabel, string quarterLabel)
    {
        ReportingCalendar calendar = Iso.WithFiscalYearFrom(start);
        LocalDate date = new(year, month, day);
        Assert.Equal(yearLabel, calendar.Label(calendar.Containing(date, Grain.Year), Grain.Year));
        Assert.Equal(quarterLabel, calendar.Label(calendar.Containing(date, Grain.Quarter), Grain.Quarter));
    }

    [Fact]
    public void Label_MonthDayAndHour_ArePlainInEveryCalendar()
    {
        LocalDateTime moment = new(2026, 3, 5, 13, 30);
        Assert.Equal("2026-03", FromJuly.Label(FromJuly.Containing(moment, Grain.Month), Grain.Month));
        Assert.Equal("2026-03-05", FromJuly.Label(FromJuly.Containing(moment, Grain.Day), Grain.Day));
        Assert.Equal("2026-03-05T13", FromJuly.Label(FromJuly.Containing(moment, Grain.Hour), Grain.Hour));
    }

    [Fact]
    public void Label_OfNoWholePeriod_IsRefused()
    {
        Assert.Equal("period", Assert.Throws<ArgumentException>(() => Iso.Label(Timeframe.Month(2026, 3), Grain.Quarter)).ParamName);
        Assert.Throws<ArgumentException>(() => FromJuly.Label(Timeframe.Year(2026), Grain.Year));
        Assert.Throws<ArgumentException>(() => Iso.Label(Timeframe.Always, Grain.Year));
        Assert.Throws<ArgumentException>(() => Iso.Label(Timeframe.Since(new(2026, 1, 1)), Grain.Year));
    }

    [Fact]
    public void Year_FromJuly_RunsToJune()
    {
        Assert.Equal(Timeframe.Days(new(2026, 7, 1), new(2027, 6, 30)), FromJuly.Year(2027));
        Assert.Equal(Timeframe.Days(new(2027, 1, 1), new(2027, 3, 31)), FromJuly.Quarter(2027, 3));
        Assert.Equal(Timeframe.Year(2027), Iso.Year(2027));
        Assert.Equal(Timeframe.Quarter(2027, 4), Iso.Quarter(2027, 4));
    }

    [Theory]
    [InlineData("2026-03-31", -1, Grain.Month, "2026-02-28")]
    [InlineData("2024-03-31", -1, Grain.Month, "2024-02-29")]
    [InlineData("2026-05-31", -1, Grain.Month, "2026-04-30")]
    [InlineData("2026-05-31", 1, Grain.Quarter, "2026-08-31")]
    [InlineData("2026-05-31", -1, Grain.Quarter, "2026-02-28")]
    [InlineData("2024-02-29", 1, Grain.Year, "2025-02-28")]
    [InlineData("2024-02-29", -1, Grain.Year, "2023-02-28")]
    [InlineData("2024-02-29", 4, Grain.Year, "2028-02-29")]
    [InlineData("2026-03-31", 1, Grain.Week, "2026-04-07")]
    [InlineData("2026-01-01", -1, Grain.Day, "2025-12-31")]
    // Whole months become whole months.
    [InlineData("2026-02", 1, Grain.Month, "2026-03")]
    [InlineData("2024-02", 1, Grain.Year, "2025-02")]
    [InlineData("2026-Q1", -1, Grain.Quarter, "2025-Q4")]
    [InlineData("2026-02-01…2026-04-30", -1, Grain.Month, "2026-Q1")]
    // Other spans move their first and last day.
    [InlineData("2026-03-30…2026-03-31", -1, Grain.Month, "2026-02-28")]
    [InlineData("2026-03-15…2026-03-31", -1, Grain.Month, "2026-02-15…2026-02-28")]
    [InlineData("2026-02-15…2026-02-28", 1, Grain.Month, "2026-03-15…2026-03-28")]
    [InlineData("2026-W12", 1, Grain.Week, "2026-W13")]
    [InlineData("2026-W53", 1, Grain.Week, "2027-W01")]
    [InlineData("2026-02", 1, Grain.Week, "2026-02-08…2026-03-07")]
    [InlineData("2026-03-31T23", -1, Grain.Month, "2026-02-28T23")]
    [InlineData("2026-03-31T23", 2, Grain.Hour, "2026-04-01T01")]
    [InlineData("2026-03-05T13", -14, Grain.Hour, "2026-03-04T23")]
    [InlineData("2026-03-15T13:30…2026-03-31T15:00", -1, Grain.Month, "2026-02-15T13:30…2026-02-28T15:00")]
    [InlineData("2026-03-30T10:00…2026-03-31T09:00", -1, Grain.Month, "2026-02-28T10:00…2026-03-01T09:00")]
    [InlineData("2026-03-30T10:00…2026-03-31T10:00", -1, Grain.Month, "2026-02-28T10:00…2026-03-01T10:00")]
    [InlineData("since 2026-03-31", -1, Grain.Month, "since 2026-02-28")]
    [InlineData("until 2026-03-01", -1, Grain.Month, "until 2026-02-01")]
    [InlineData("until 2026-04-01", -1, Grain.Month, "until 2026-03-01")]
    [InlineData("always", 5, Grain.Year, "always")]
    public void Shift_ByCalendarPeriods_ClipsToTheMonth(string timeframe, int periods, Grain grain, string expected) =>
        Assert.Equal(Timeframe.Parse(expected), Iso.Shift(Timeframe.Parse(timeframe), periods, grain));

    [Fact]
    public void Shift_OfDaysAndMoments_ClipsToTheMonth()
    {
        Assert.Equal(new LocalDate(2026, 2, 28), Iso.Shift(new LocalDate(2026, 3, 31), -1, Grain.Month));
        Assert.Equal(new LocalDate(2025, 2, 28), Iso.Shift(new LocalDate(2024, 2, 29), 1, Grain.Year));
        Assert.Equal(new LocalDateTime(2024, 2, 29, 13, 5), Iso.Shift(new LocalDateTime(2024, 5, 31, 13, 5), -1, Grain.Quarter));
        Assert.Equal(new LocalDateTime(2025, 12, 31, 23, 5), Iso.Shift(new LocalDateTime(2026, 1, 1, 0, 5), -1, Grain.Hour));
        Assert.Equal(new LocalDateTime(2026, 1, 2, 1, 5), Iso.Shift(new LocalDateTime(2026, 1, 1, 0, 5), 25, Grain.Hour));
    }

    [Fact]
    public void Shift_BeyondTheEdgesOfTime_IsRefusedClearly()
    {
        foreach (Grain grain in Enum.GetValues<Grain>())
        {
            foreach (int periods in new[] { int.MaxValue, int.MinValue })
            {
                Assert.Equal("periods", Assert.Throws<ArgumentOutOfRangeException>(() => Iso.Shift(Timeframe.Year(2026), periods, grain)).ParamName);
                Assert.Equal("periods", Assert.Throws<ArgumentOutOfRangeException>(() => Iso.Shift(new LocalDateTime(2026, 1, 1, 0, 0), periods, grain)).ParamName);
            }
        }
        Assert.Equal("periods", Assert.Throws<ArgumentOutOfRangeException>(() => Iso.Shift(Timeframe.Day(9999, 12, 30), 1, Grain.Day)).ParamName);
        Assert.Equal("day", Assert.Throws<ArgumentOutOfRangeException>(() => Iso.Shift(LocalDate.MinIsoValue, 1, Grain.Year)).ParamName);
        Assert.Equal(LocalDate.MaxIsoValue, Iso.Shift(LocalDate.MaxIsoValue, 0, Grain.Month));
    }

    [Fact]
    public void Containing_AtTheEdgesOfTime_IsRefusedClearly()
    {
        ReportingCalendar sundays = Iso.WithWeekStart(IsoDayOfWeek.Sunday);
        LocalDate first = new(1, 1, 1);
        Assert.Equal("0001-W01", Iso.Containing(first, Grain.Week).ToString());
        Assert.Equal("day", Assert.Throws<ArgumentOutOfRangeException>(() => sundays.Containing(first, Grain.Week)).ParamName);
        Assert.Equal("day", Assert.Throws<ArgumentOutOfRangeException>(() => FromJuly.Containing(first, Grain.Year)).ParamName);
        foreach (Grain grain in Enum.GetValues<Grain>())
        {
            Assert.Equal("moment", Assert.Throws<ArgumentOutOfRangeException>(() => Iso.Containing(LocalDateTime.MaxIsoValue, grain)).ParamName);
            Assert.Equal("moment", Assert.Throws<ArgumentOutOfRangeException>(() => Iso.Containing(LocalDateTime.MinIsoValue, grain)).ParamName);
        }
        Assert.Equal("bounded", Assert.Throws<ArgumentOutOfRangeException>(() => Iso.Split(Timeframe.Day(9999, 12, 30), Grain.Month)).ParamName);
        Assert.Equal("fiscalYear", Assert.Throws<ArgumentOutOfRangeException>(() => FromJuly.Year(1)).ParamName);
        Assert.Equal("fiscalYear", Assert.Throws<ArgumentOutOfRangeException>(() => FromJuly.Year(int.MinValue)).ParamName);
        Assert.Equal("FY9999-Q4", FromJuly.Label(FromJuly.Quarter(9999, 4), Grain.Quarter));
    }

    [Fact]
    public void Split_TouchedPeriods_AreWholeAndInOrder()
    {
        Timeframe cut = Timeframe.Days(new(2026, 1, 31), new(2026, 3, 1));
        Assert.Equal(["2026-01", "2026-02", "2026-03"], Iso.Split(cut, Grain.Month).Select(p => p.ToString()));
        Assert.Equal([Timeframe.Month(2026, 2)], Iso.Split(Timeframe.Month(2026, 2), Grain.Month));
        Assert.Equal(53, Iso.Split(Timeframe.Year(2026), Grain.Week).Count());
        Assert.Equal(24, Iso.Split(Timeframe.Day(2026, 3, 29), Grain.Hour).Count());
        Assert.Equal(["FY2026", "FY2027"], FromJuly.Split(Timeframe.Year(2026), Grain.Year).Select(p => FromJuly.Label(p, Grain.Year)));
    }

    [Fact]
    public void Split_OfAnOpenTimeframe_IsRefusedAtOnce() =>
        Assert.Equal("bounded", Assert.Throws<ArgumentException>(() => Iso.Split(Timeframe.Since(new(2026, 1, 1)), Grain.Day)).ParamName);

    [Fact]
    public void Grain_ThatADayLacks_IsRefused()
    {
        LocalDate day = new(2026, 3, 5);
        Assert.Equal("grain", Assert.Throws<ArgumentOutOfRangeException>(() => Iso.Containing(day, Grain.Hour)).ParamName);
        Assert.Equal("grain", Assert.Throws<ArgumentOutOfRangeException>(() => Iso.Shift(day, 1, Grain.Hour)).ParamName);
        Assert.Equal("grain", Assert.Throws<ArgumentOutOfRangeException>(() => Iso.Containing(day, (Grain)99)).ParamName);
        Assert.Equal("grain", Assert.Throws<ArgumentOutOfRangeException>(() => Iso.Shift(Timeframe.Day(day), 1, (Grain)99)).ParamName);
    }

    [Fact]
    public void Equality_IsByBothChoices()
    {
        Assert.True(FromJuly == Iso.WithFiscalYearFrom(7));
        Assert.True(FromJuly != Iso);
        Assert.True(Iso.WithWeekStart(IsoDayOfWeek.Sunday) != Iso);
        Assert.Equal(FromJuly.GetHashCode(), Iso.WithFiscalYearFrom(7).GetHashCode());
        Assert.False(Iso == null);
        Assert.Equal((IsoDayOfWeek.Monday, 1), (Iso.WeekStart, Iso.FiscalYearStart));
    }

    [Fact]
    public void Choices_OutsideTheirRange_AreRefused()
    {
        Assert.Equal("day", Assert.Throws<ArgumentOutOfRangeException>(() => Iso.WithWeekStart(IsoDayOfWeek.None)).ParamName);
        Assert.Equal("month", Assert.Throws<ArgumentOutOfRangeException>(() => Iso.WithFiscalYearFrom(13)).ParamName);
    }
}
