using System.Globalization;
using NodaTime;

namespace SocialKpi.Tests;

public class TimeframeTests
{
    private static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    private static T In<T>(string culture, Func<T> read)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            return read();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Default_IsAlways_AndHoldsEverything()
    {
        Assert.Equal(Timeframe.Always, default);
        Assert.False(Timeframe.Always.IsBounded);
        Assert.True(Timeframe.Always.Contains(LocalDateTime.MaxIsoValue));
        Assert.True(Timeframe.Always.Contains(LocalDateTime.MinIsoValue));
        Assert.True(Timeframe.Always.Contains(Timeframe.Always));
    }

    [Theory]
    [InlineData("2026", "2026-01-01", "2027-01-01")]
    [InlineData("2026-Q3", "2026-07-01", "2026-10-01")]
    [InlineData("2026-12", "2026-12-01", "2027-01-01")]
    [InlineData("2026-W01", "2025-12-29", "2026-01-05")]
    [InlineData("2026-W53", "2026-12-28", "2027-01-04")]
    [InlineData("2020-W53", "2020-12-28", "2021-01-04")]
    [InlineData("0001-W01", "0001-01-01", "0001-01-08")]
    [InlineData("2024-02-29", "2024-02-29", "2024-03-01")]
    [InlineData("2026-03-05…2026-03-19", "2026-03-05", "2026-03-20")]
    [InlineData("9999-11", "9999-11-01", "9999-12-01")]
    [InlineData("9999-12-30", "9999-12-30", "9999-12-31")]
    public void Parse_WholeDays_HasTheseBoundaries(string name, string start, string end)
    {
        Timeframe read = Timeframe.Parse(name);

        Assert.Equal((Midnight(start), Midnight(end)), (read.Start, read.End));
        Assert.Equal(name, read.ToString());
    }

    private static LocalDateTime? Midnight(string day) =>
        NodaTime.Text.LocalDatePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd").Parse(day).Value.AtMidnight();

    [Fact]
    public void Factories_OfTheSameSpan_AreEqual()
    {
        Assert.Equal(Timeframe.Month(2026, 3), Timeframe.Between(new LocalDate(2026, 3, 1), new LocalDate(2026, 4, 1)));
        Assert.Equal(Timeframe.Quarter(2026, 3), Timeframe.Days(new LocalDate(2026, 7, 1), new LocalDate(2026, 9, 30)));
        Assert.Equal(Timeframe.Week(2026, 12), Timeframe.Days(new LocalDate(2026, 3, 16), new LocalDate(2026, 3, 22)));
        Assert.Equal(Timeframe.Day(2026, 3, 5), Timeframe.Between(new LocalDateTime(2026, 3, 5, 0, 0), new LocalDateTime(2026, 3, 6, 0, 0)));
        Assert.Equal(Timeframe.Hour(new LocalDateTime(2026, 3, 5, 13, 59, 59)), Timeframe.Parse("2026-03-05T13"));
    }

    [Fact]
    public void ToString_OfEveryForm_IsTheShortestName()
    {
        LocalDateTime from = new(2026, 3, 5, 13, 0);
        Assert.Equal("2026-03-05T13", Timeframe.Between(from, from.PlusHours(1)).ToString());
        Assert.Equal("2026-03-05T23", Timeframe.Hour(new LocalDateTime(2026, 3, 5, 23, 30)).ToString());
        Assert.Equal("2026-03-05T13:00…2026-03-05T15:00", Timeframe.Between(from, from.PlusHours(2)).ToString());
        Assert.Equal("2026-03-05T13:30…2026-03-05T14:30", Timeframe.Between(from.PlusMinutes(30), from.PlusMinutes(90)).ToString());
        Assert.Equal("2026-03-05T13:00:01…2026-03-06T00:00", Timeframe.Between(from.PlusSeconds(1), new(2026, 3, 6, 0, 0)).ToString());
        Assert.Equal("2026-03-05T13:00…2026-03-05T13:00:00.000000001", Timeframe.Between(from, from.PlusNanoseconds(1)).ToString());
        Assert.Equal("2026-02-01…2026-04-30", Timeframe.Days(new(2026, 2, 1), new(2026, 4, 30)).ToString());
        Assert.Equal("2026-03-17…2026-03-23", Timeframe.Days(new(2026, 3, 17), new(2026, 3, 23)).ToString());
        Assert.Equal("since 2026-03-01", Timeframe.Since(new(2026, 3, 1)).ToString());
        Assert.Equal("until 2026-03-01", Timeframe.Until(new(2026, 3, 1)).ToString());
        Assert.Equal("since 2026-03-01T05:00", ReportingCalendar.Iso.Shift(Timeframe.Since(new(2026, 3, 1)), 5, Grain.Hour).ToString());
        Assert.Equal("always", Timeframe.Always.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("20")]
    [InlineData(" 2026")]
    [InlineData("2026 ")]
    [InlineData("202\0")]
    [InlineData("٢٠٢٦")]
    [InlineData("0000")]
    [InlineData("9999")]
    [InlineData("-2026")]
    [InlineData("2026-Q0")]
    [InlineData("2026-Q5")]
    [InlineData("2026-00")]
    [InlineData("2026-13")]
    [InlineData("2026-W00")]
    [InlineData("2025-W53")]
    [InlineData("2026-W54")]
    [InlineData("2026-02-29")]
    [InlineData("2026-02-30")]
    [InlineData("9999-12-31")]
    [InlineData("2026-03-05T24:30")]
    [InlineData("2026-03-05T25")]
    [InlineData("2026-3-5")]
    [InlineData("2026-03-05…")]
    [InlineData("…")]
    [InlineData("..")]
    [InlineData("2026-03-05…2026-03-19…2026-03-20")]
    [InlineData("since")]
    [InlineData("since 2026")]
    [InlineData("until 0000-12-31")]
    [InlineData("Always")]
    public void Parse_BadText_IsRefusedWithTheTextAndTheForms(string text)
    {
        FormatException error = Assert.Throws<FormatException>(() => Timeframe.Parse(text));

        Assert.StartsWith($"\"{text}\" is not a timeframe", error.Message, StringComparison.Ordinal);
        Assert.Contains("2026-Q3", error.Message, StringComparison.Ordinal);
        Assert.False(Timeframe.TryParse(text, out Timeframe none));
        Assert.Equal(Timeframe.Always, none);
    }

    [Fact]
    public void Parse_BadRange_SaysWhatIsWrong()
    {
        Assert.Contains("does not end after it starts", Assert.Throws<FormatException>(() => Timeframe.Parse("2026-03-05…2026-03-04")).Message, StringComparison.Ordinal);
        Assert.Contains("one side has a time", Assert.Throws<FormatException>(() => Timeframe.Parse("2026-03-05..2026-03-06T13:00")).Message, StringComparison.Ordinal);
        Assert.True(Assert.Throws<FormatException>(() => Timeframe.Parse(new string('9', 100_000))).Message.Length < 600);
        Assert.Throws<ArgumentNullException>(() => Timeframe.Parse(null!));
        Assert.False(Timeframe.TryParse(null, out _));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("sv-SE")]
    public void Text_UnderAnyCulture_IsTheSame(string culture)
    {
        foreach (string name in new[] { "2026", "2026-Q3", "2026-03", "2026-W12", "2026-03-05", "2026-03-05T13", "2026-03-05…2026-03-19", "2026-03-05T13:00:00.5…2026-03-05T15:30", "since 2026-03-01", "until 2026-03-01", "always" })
            Assert.Equal(name, In(culture, () => Timeframe.Parse(name).ToString()));

        Assert.Equal("week of 2026-03-01", In(culture, () => ReportingCalendar.Iso.WithWeekStart(IsoDayOfWeek.Sunday) is var sundays ? sundays.Label(sundays.Containing(new LocalDate(2026, 3, 1), Grain.Week), Grain.Week) : null));
        Assert.Equal("weeks from Monday, years from July", In(culture, () => ReportingCalendar.Iso.WithFiscalYearFrom(7).ToString()));
    }

    [Theory]
    [InlineData("Europe/Amsterdam", "2026-03-29", 23 * 60)]
    [InlineData("Europe/Amsterdam", "2026-10-25", 25 * 60)]
    [InlineData("Europe/Amsterdam", "2026-10-25T02", 120)]
    [InlineData("Europe/Amsterdam", "2026-03-29T02", 0)]
    [InlineData("Europe/Amsterdam", "2026-03-29T03", 60)]
    [InlineData("Europe/Amsterdam", "2026-03", (31 * 24 - 1) * 60)]
    [InlineData("America/New_York", "2026-03-08", 23 * 60)]
    [InlineData("America/New_York", "2026-11-01", 25 * 60)]
    [InlineData("America/New_York", "2026-11-01T01", 120)]
    [InlineData("Asia/Kathmandu", "2026-03-29", 24 * 60)]
    [InlineData("Asia/Kathmandu", "1986-01-01", 24 * 60 - 15)]
    [InlineData("Australia/Lord_Howe", "2026-04-05", 24 * 60 + 30)]
    [InlineData("America/Sao_Paulo", "2018-11-04", 23 * 60)]
    [InlineData("Pacific/Apia", "2011-12-30", 0)]
    [InlineData("Pacific/Apia", "2011-12-29", 24 * 60)]
    [InlineData("Pacific/Apia", "2011-12-31", 24 * 60)]
    [InlineData("Pacific/Apia", "2011-12-29…2011-12-31", 48 * 60)]
    public void Length_AcrossClockChanges_IsTheElapsedTime(string zone, string timeframe, int minutes) =>
        Assert.Equal(Duration.FromMinutes(minutes), Timeframe.Parse(timeframe).Length(Zone(zone)));

    [Fact]
    public void Length_AtTheEdgesOfTime_IsStillAnInstantInEveryZone()
    {
        foreach (string zone in new[] { "America/New_York", "Pacific/Apia", "Pacific/Kiritimati" })
        {
            Assert.Equal(Duration.FromHours(24), Timeframe.Day(9999, 12, 30).Length(Zone(zone)));
            Assert.Equal(Duration.FromHours(24), Timeframe.Day(1, 1, 1).Length(Zone(zone)));
        }
        Assert.Equal(Duration.FromHours(24), Timeframe.Day(9999, 12, 30).Length(DateTimeZone.ForOffset(Offset.MinValue)));
    }

    [Fact]
    public void Length_OfAnOpenTimeframe_IsRefused()
    {
        Assert.Contains("since 2026-03-01", Assert.Throws<InvalidOperationException>(() => Timeframe.Since(new(2026, 3, 1)).Length(DateTimeZone.Utc)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Timeframe.Year(2026).Length(null!));
    }

    [Fact]
    public void Between_NotInOrder_IsRefusedNamingBoth()
    {
        LocalDate day = new(2026, 3, 5);
        ArgumentException error = Assert.Throws<ArgumentException>(() => Timeframe.Between(day, day));
        Assert.Contains("'from'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'until' 2026-03-05", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => Timeframe.Days(day, day.PlusDays(-1)));
        Assert.Contains("'last' 2026-03-04 is before 'first' 2026-03-05", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Factories_OutsideTheirRange_NameTheArgument()
    {
        Assert.Equal("year", Assert.Throws<ArgumentOutOfRangeException>(() => Timeframe.Year(0)).ParamName);
        Assert.Equal("year", Assert.Throws<ArgumentOutOfRangeException>(() => Timeframe.Year(9999)).ParamName);
        Assert.Equal("year", Assert.Throws<ArgumentOutOfRangeException>(() => Timeframe.Year(int.MaxValue)).ParamName);
        Assert.Equal("month", Assert.Throws<ArgumentOutOfRangeException>(() => Timeframe.Month(2026, 13)).ParamName);
        Assert.Equal("quarter", Assert.Throws<ArgumentOutOfRangeException>(() => Timeframe.Quarter(2026, 0)).ParamName);
        Assert.Equal("week", Assert.Throws<ArgumentOutOfRangeException>(() => Timeframe.Week(2025, 53)).ParamName);
        Assert.Equal("week", Assert.Throws<ArgumentOutOfRangeException>(() => Timeframe.Week(9999, 52)).ParamName);
        Assert.Equal("day", Assert.Throws<ArgumentOutOfRangeException>(() => Timeframe.Day(LocalDate.MaxIsoValue)).ParamName);
        Assert.Equal("day", Assert.Throws<ArgumentOutOfRangeException>(() => Timeframe.Day(LocalDate.MinIsoValue)).ParamName);
        Assert.Equal("moment", Assert.Throws<ArgumentOutOfRangeException>(() => Timeframe.Hour(LocalDateTime.MaxIsoValue)).ParamName);
        Assert.Equal("last", Assert.Throws<ArgumentOutOfRangeException>(() => Timeframe.Days(new(2026, 1, 1), LocalDate.MaxIsoValue)).ParamName);
        Assert.Equal("until", Assert.Throws<ArgumentOutOfRangeException>(() => Timeframe.Between(new(2026, 1, 1, 0, 0), LocalDateTime.MaxIsoValue)).ParamName);
        Assert.Equal("from", Assert.Throws<ArgumentOutOfRangeException>(() => Timeframe.Since(LocalDate.MinIsoValue)).ParamName);
        Assert.Equal("2026-01-01…9999-12-30", Timeframe.Between(new LocalDate(2026, 1, 1), LocalDate.MaxIsoValue).ToString());
    }

    [Fact]
    public void Contains_ADay_NeedsAllOfIt()
    {
        Timeframe fromNoon = Timeframe.Between(new LocalDateTime(2026, 3, 5, 12, 0), new LocalDateTime(2026, 3, 7, 12, 0));
        Assert.False(fromNoon.Contains(new LocalDate(2026, 3, 5)));
        Assert.True(fromNoon.Contains(new LocalDate(2026, 3, 6)));
        Assert.False(fromNoon.Contains(new LocalDate(2026, 3, 7)));
        Assert.True(Timeframe.Since(new(2026, 3, 1)).Contains(LocalDate.MaxIsoValue));
    }

    [Fact]
    public void Overlaps_NeighboursThatTouch_IsFalse()
    {
        Assert.False(Timeframe.Month(2026, 3).Overlaps(Timeframe.Month(2026, 4)));
        Assert.False(Timeframe.Month(2026, 4).Overlaps(Timeframe.Month(2026, 3)));
        Assert.Null(Timeframe.Until(new(2026, 3, 1)).Intersect(Timeframe.Since(new(2026, 3, 1))));
        Assert.Equal(Timeframe.Month(2026, 3), Timeframe.Until(new(2026, 4, 1)).Intersect(Timeframe.Since(new(2026, 3, 1))));
        Assert.False(Timeframe.Since(new(2026, 3, 1)).Contains(Timeframe.Always));
    }

    [Fact]
    public void CompareTo_OpenSides_StartFirstAndEndLast()
    {
        Timeframe[] ordered = [Timeframe.Until(new(2026, 1, 1)), Timeframe.Always, Timeframe.Month(2026, 1), Timeframe.Year(2026), Timeframe.Since(new(2026, 1, 1)), Timeframe.Month(2026, 2)];
        Assert.Equal(ordered, ordered.Reverse().Order());
    }

    [Fact]
    public void Day_InAnotherCalendar_IsTheSameDay()
    {
        LocalDate coptic = new LocalDate(2026, 3, 5).WithCalendar(CalendarSystem.Coptic);
        Assert.Equal(Timeframe.Day(2026, 3, 5), Timeframe.Day(coptic));
        Assert.True(Timeframe.Month(2026, 3).Contains(coptic));
        Assert.True(Timeframe.Month(2026, 3).Contains(coptic.AtMidnight()));
    }
}
