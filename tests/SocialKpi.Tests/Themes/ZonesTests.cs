using NodaTime;

namespace SocialKpi.Tests.Themes;

/// <summary>
/// Theme 8: zones, and the days the clock changes. One click each half hour, so that a day has 46, 48 or 50.
/// cube #11945, #10096, #9638; metricflow #733; malloy #2564; lightdash #28493; timescaledb #5334, #7287; cerb #1706.
/// </summary>
public sealed class ZonesTests
{
    private static readonly Kpi Clicks = Kpis.ClickCount;
    private static readonly Kpi Before = Kpi.Define("clicks_before", Measures.Clicks.At(Context.Previous), Unit.Count);

    [Theory]
    [InlineData("Europe/Amsterdam", "2026-03-29", 23)]
    [InlineData("Europe/Amsterdam", "2026-10-25", 25)]
    [InlineData("America/New_York", "2026-03-08", 23)]
    [InlineData("America/New_York", "2026-11-01", 25)]
    [InlineData("America/Sao_Paulo", "2017-10-15", 23)] // a day that begins at 01:00
    [InlineData("Europe/Amsterdam", "2026-06-15", 24)]
    public void Day_TheClockChanges_HasAllItsRowsAndItsNeighboursHaveTheirs(string zoneId, string text, int hours)
    {
        (DateTimeZone zone, LocalDate day) = (Zone(zoneId), Day(text));
        KpiTable table = HalfHours(zone, day.PlusDays(-1), day.PlusDays(1)).Read(KpiQuery.Of(Clicks, Before).By(Grain.Day));

        Assert.Equal([48m, 2m * hours, 48m], DailyClicks.Of(table, Clicks));
        Assert.Equal([null, 48m, 2m * hours], DailyClicks.Of(table, Before));
        Assert.Equal(Duration.FromHours(hours), Timeframe.Day(day).Length(zone));
        Assert.Equal(96m + (2m * hours), table[Clicks].Value);
    }

    [Theory]
    [InlineData("Europe/Amsterdam", "2026-03-29", 2)]
    [InlineData("America/New_York", "2026-03-08", 2)]
    public void Hours_OfTheDayThatLosesOne_AreTwentyThreeAndTheSkippedOneIsNotThere(string zoneId, string text, int skipped)
    {
        (DateTimeZone zone, LocalDate day) = (Zone(zoneId), Day(text));
        KpiTable table = HalfHours(zone, day, day).Read(KpiQuery.Of(Clicks).By(Grain.Hour));

        Assert.Equal(Enumerable.Range(0, 24).Where(hour => hour != skipped), HoursOf(table));
        Assert.All(table.Rows, row => Assert.Equal(2m, row[Clicks].Value));
        Assert.Equal(Duration.Zero, Hour(day, skipped).Length(zone));
    }

    [Theory]
    [InlineData("Europe/Amsterdam", "2026-10-25", 2)]
    [InlineData("America/New_York", "2026-11-01", 1)] // cube #11945: 01:00 to 01:59 on the day the clock goes back
    public void Hours_OfTheDayThatGainsOne_AreTwentyFourAndTheRepeatedOneHasBoth(string zoneId, string text, int repeated)
    {
        (DateTimeZone zone, LocalDate day) = (Zone(zoneId), Day(text));
        KpiTable table = HalfHours(zone, day, day).Read(KpiQuery.Of(Clicks).By(Grain.Hour));

        Assert.Equal(Enumerable.Range(0, 24), HoursOf(table));
        Assert.All(table.Rows, row => Assert.Equal(row.Period == Hour(day, repeated) ? 4m : 2m, row[Clicks].Value));
        Assert.Equal(Duration.FromHours(2), Hour(day, repeated).Length(zone));
        Assert.Equal(50m, table[Clicks].Value);
    }

    [Theory]
    [InlineData("Europe/Amsterdam", "2026-03-29T00:59:59Z", 1)]
    [InlineData("Europe/Amsterdam", "2026-03-29T01:00:00Z", 3)]
    [InlineData("Europe/Amsterdam", "2026-10-25T00:59:59Z", 2)]
    [InlineData("Europe/Amsterdam", "2026-10-25T01:00:00Z", 2)]
    [InlineData("Europe/Amsterdam", "2026-10-25T02:00:00Z", 3)]
    [InlineData("America/New_York", "2026-03-08T06:59:59Z", 1)]
    [InlineData("America/New_York", "2026-03-08T07:00:00Z", 3)]
    [InlineData("America/New_York", "2026-11-01T05:30:00Z", 1)]
    [InlineData("America/New_York", "2026-11-01T06:30:00Z", 1)]
    [InlineData("America/New_York", "2026-11-01T07:00:00Z", 2)]
    public void Instant_NearAChangeOfTheClock_LiesInItsLocalHour(string zoneId, string instant, int hour)
    {
        Instant moment = NodaTime.Text.InstantPattern.General.Parse(instant).Value;
        Assert.Equal([hour], HoursOf(DailyClicks.At([moment], Zone(zoneId)).Read(KpiQuery.Of(Clicks).By(Grain.Hour))));
    }

    [Theory]
    [InlineData(Grain.Week, 167)]
    [InlineData(Grain.Month, 743)]
    public void Period_ThatHoldsTheShortDay_HasAnHourLess(Grain grain, int hours)
    {
        DateTimeZone amsterdam = Zone("Europe/Amsterdam");
        KpiTable table = HalfHours(amsterdam, new(2026, 2, 1), new(2026, 4, 30)).Read(KpiQuery.Of(Clicks).By(grain));
        Timeframe period = ReportingCalendar.Iso.Containing(new LocalDate(2026, 3, 29), grain);
        Assert.Equal(2m * hours, table[Clicks, period].Value);
        Assert.Equal(Duration.FromHours(hours), period.Length(amsterdam));
    }

    [Fact]
    public void Trailing_TwoDaysAfterTheShortDay_AreTwoDaysOfTheCalendar()
    {
        Kpi trailing = Kpi.Define("clicks_2_days", Measures.Clicks.At(Context.Trailing(2, Grain.Day)), Unit.Count);
        KpiTable table = HalfHours(Zone("Europe/Amsterdam"), new(2026, 3, 27), new(2026, 3, 31)).Read(KpiQuery.Of(trailing).By(Grain.Day));
        Assert.Equal([48m, 96m, 94m, 94m, 96m], DailyClicks.Of(table, trailing));
    }

    [Fact]
    public void Day_InKathmandu_BeginsAtAQuarterPastSixInTheEvening()
    {
        // Offsets that are no whole hours: cerb #1706. +05:45, so 18:15 UTC is midnight.
        DateTimeZone kathmandu = Zone("Asia/Kathmandu");
        Instant[] quarters = [.. Enumerable.Range(0, 8).Select(quarter => Instant.FromUtc(2026, 1, 1, 17, 30) + Duration.FromMinutes(15 * quarter))];
        Facts facts = DailyClicks.At(quarters, kathmandu);

        Assert.Equal([3m, 5m], DailyClicks.Of(facts.Read(KpiQuery.Of(Clicks).By(Grain.Day)), Clicks));
        KpiTable hours = facts.Read(KpiQuery.Of(Clicks).By(Grain.Hour));
        Assert.Equal([23, 0, 1], HoursOf(hours));
        Assert.Equal([3m, 4m, 1m], DailyClicks.Of(hours, Clicks));
        Assert.All(DailyClicks.Of(HalfHours(kathmandu, new(2026, 1, 1), new(2026, 1, 2)).Read(KpiQuery.Of(Clicks).By(Grain.Hour)), Clicks), clicks => Assert.Equal(2m, clicks));
    }

    [Fact]
    public void Day_ThatDidNotExist_HasNoRowsAndNeitherNeighbourHasThem()
    {
        // Samoa went from 29 to 31 December 2011.
        DateTimeZone apia = Zone("Pacific/Apia");
        Facts facts = HalfHours(apia, new(2011, 12, 28), new(2012, 1, 1));
        KpiTable days = facts.Read(KpiQuery.Of(Clicks, Before).By(Grain.Day));

        Assert.Equal(["2011-12-28", "2011-12-29", "2011-12-31", "2012-01-01"], days.Rows.Where(row => row[Clicks].HasValue).Select(row => row.Period!.Value.ToString()));
        Assert.All(days.Rows.Where(row => row[Clicks].HasValue), row => Assert.Equal(48m, row[Clicks].Value));
        Assert.Equal(Absence.NoRows, days[Clicks, Timeframe.Day(2011, 12, 30)].Absence);
        Assert.Equal(Absence.NoRows, days[Before, Timeframe.Day(2011, 12, 31)].Absence);
        Assert.Equal(Duration.Zero, Timeframe.Day(2011, 12, 30).Length(apia));
    }

    [Fact]
    public void Month_WithADayThatDidNotExist_HasThirtyDays()
    {
        DateTimeZone apia = Zone("Pacific/Apia");
        Kpi trailing = Kpi.Define("clicks_2_days", Measures.Clicks.At(Context.Trailing(2, Grain.Day)), Unit.Count);
        Facts facts = HalfHours(apia, new(2011, 12, 1), new(2011, 12, 31));

        Assert.Equal(30m * 48m, facts.Read(KpiQuery.Of(Clicks).By(Grain.Month))[Clicks, Timeframe.Month(2011, 12)].Value);
        Assert.Equal(5m * 48m, facts.Read(KpiQuery.Of(Clicks).By(Grain.Week))[Clicks, Timeframe.Week(2011, 52)].Value);
        Assert.Equal(48m, facts.Read(KpiQuery.Of(trailing).By(Grain.Day))[trailing, Timeframe.Day(2011, 12, 31)].Value);
    }

    [Fact]
    public void SameInstants_InTwoZones_FallOnDifferentDaysAndSumToTheSame()
    {
        // Days of UTC are not the days of an account that lives elsewhere.
        Instant[] evening = [Instant.FromUtc(2026, 1, 31, 22, 30), Instant.FromUtc(2026, 1, 31, 23, 30), Instant.FromUtc(2026, 2, 1, 4, 30)];
        KpiQuery months = KpiQuery.Of(Clicks).By(Grain.Month);

        Assert.Equal([2m, 1m], DailyClicks.Of(DailyClicks.At(evening, DateTimeZone.Utc).Read(months), Clicks));
        Assert.Equal([1m, 2m], DailyClicks.Of(DailyClicks.At(evening, Zone("Europe/Amsterdam")).Read(months), Clicks));
        Assert.Equal([3m], DailyClicks.Of(DailyClicks.At(evening, Zone("America/New_York")).Read(months), Clicks));
    }

    [Fact]
    public void Timeframe_OfALocalDay_CutsAtLocalMidnight()
    {
        Instant[] around = [Instant.FromUtc(2026, 3, 28, 22, 59), Instant.FromUtc(2026, 3, 28, 23, 0), Instant.FromUtc(2026, 3, 29, 21, 59), Instant.FromUtc(2026, 3, 29, 22, 0)];
        Assert.Equal(2m, DailyClicks.At(around, Zone("Europe/Amsterdam")).Read(KpiQuery.Of(Clicks).During(Timeframe.Day(2026, 3, 29)))[Clicks].Value);
    }

    [Fact]
    public void SkippedHour_InADenseTable_HasNoRowsAndIsNoZero()
    {
        LocalDate day = new(2026, 3, 29);
        KpiTable table = HalfHours(Zone("Europe/Amsterdam"), day, day).Read(KpiQuery.Of(Clicks, Before).By(Grain.Hour).Dense());

        Assert.Equal(24, table.Rows.Count);
        Assert.Equal(Absence.NoRows, table[Clicks, Hour(day, 2)].Absence);
        Assert.Equal(Absence.NoRows, table[Before, Hour(day, 3)].Absence);
        Assert.Equal(46m, table[Clicks].Value);
    }

    [Fact]
    public void AsOf_ADay_EndsAtItsLocalMidnight()
    {
        Instant[] around = [Instant.FromUtc(2026, 3, 28, 22, 30), Instant.FromUtc(2026, 3, 29, 21, 30), Instant.FromUtc(2026, 3, 29, 22, 30)];
        Assert.Equal(2m, DailyClicks.At(around, Zone("Europe/Amsterdam")).Read(KpiQuery.Of(Clicks).AsOf(new(2026, 3, 29)))[Clicks].Value);
        Assert.Equal(3m, DailyClicks.At(around, Zone("America/New_York")).Read(KpiQuery.Of(Clicks).AsOf(new(2026, 3, 29)))[Clicks].Value);
    }

    [Fact]
    public void Weekday_AndHourOfDay_AreOfTheLocalClock()
    {
        // Sunday 22:30 UTC is Sunday 23:30 in Amsterdam and Monday 04:15 in Kathmandu.
        Instant[] late = [Instant.FromUtc(2026, 3, 1, 22, 30)];
        KpiQuery query = KpiQuery.Of(Clicks).By(TimeDimension.Weekday).By(TimeDimension.HourOfDay);
        Segment amsterdam = Assert.Single(DailyClicks.At(late, Zone("Europe/Amsterdam")).Read(query).Rows).Segment;
        Segment kathmandu = Assert.Single(DailyClicks.At(late, Zone("Asia/Kathmandu")).Read(query).Rows).Segment;

        Assert.Equal("23", amsterdam[TimeDimension.HourOfDay]);
        Assert.Equal("04", kathmandu[TimeDimension.HourOfDay]);
        Assert.NotEqual(amsterdam[TimeDimension.Weekday], kathmandu[TimeDimension.Weekday]);
    }

    /// <summary>A click each half hour from the first local day up to the end of the last, whatever the clock does.</summary>
    private static Facts HalfHours(DateTimeZone zone, LocalDate first, LocalDate last)
    {
        List<Instant> instants = [];
        Instant end = zone.AtStartOfDay(last.PlusDays(1)).ToInstant();
        for (Instant at = zone.AtStartOfDay(first).ToInstant(); at < end; at += Duration.FromMinutes(30)) instants.Add(at);
        return DailyClicks.At(instants, zone);
    }

    private static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    private static LocalDate Day(string text) => Timeframe.Parse(text).Start!.Value.Date;

    private static Timeframe Hour(LocalDate day, int hour) => Timeframe.Hour(day.At(new LocalTime(hour, 0)));

    private static IEnumerable<int> HoursOf(KpiTable table) => table.Rows.Select(row => row.Period!.Value.Start!.Value.Hour);

    [Fact]
    public void Apia_TheDayThatDoesNotExist_IsNoGapAndHidesNoJump()
    {
        NodaTime.Instant first = NodaTime.Instant.FromUtc(2011, 12, 27, 20, 0);
        Facts facts = Facts.FromColumns(columns => columns
            .Time([.. Enumerable.Range(0, 6).Select(day => first.Plus(NodaTime.Duration.FromDays(day)))], NodaTime.DateTimeZoneProviders.Tzdb["Pacific/Apia"])
            .Measure(Measures.Likes, (decimal?[])[5, 6, 7, 9_000, 9_001, 9_002]));
        QualityReport report = facts.Quality(QualityRules.Default.Daily());

        Assert.Empty(report.Of(QualityKind.MissingDays));
        Assert.Contains("9,000", Assert.Single(report.Of(QualityKind.Jump)).Message, StringComparison.Ordinal);
    }
}
