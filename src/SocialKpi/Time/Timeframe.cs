using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Calendars;
using NodaTime.TimeZones;

namespace SocialKpi;

/// <summary>
/// A span of time on the local clock, half-open: <see cref="Start"/> belongs to it, <see cref="End"/> no longer does, so
/// neighbouring timeframes touch without sharing a moment. Either side may be open. Boundaries lie between 0001-01-01T00:00 and
/// 9999-12-31T00:00 in the ISO calendar (days given in another calendar are converted).
/// </summary>
/// <remarks>
/// Two timeframes are equal when their boundaries are, however they were made: <c>Month(2026, 3)</c> equals
/// <c>Between(2026-03-01, 2026-04-01)</c>. They are ordered by start (an open start comes first), then by end (an open end comes
/// last). The <c>default</c> is <see cref="Always"/>. No timeframe is empty.
/// </remarks>
[SuppressMessage("Design", "CA1036", Justification = "'<' would read as 'before', which is not the order of timeframes that overlap.")]
public readonly record struct Timeframe : IComparable<Timeframe>
{
    private Timeframe(LocalDateTime? start, LocalDateTime? end) => (Start, End) = (start, end);

    /// <summary>All of time: both sides open.</summary>
    public static Timeframe Always => default;

    /// <summary>The first moment inside, or <c>null</c> when the timeframe has no beginning.</summary>
    public LocalDateTime? Start { get; }

    /// <summary>The first moment after, or <c>null</c> when the timeframe has no end.</summary>
    public LocalDateTime? End { get; }

    /// <summary>Whether both sides are closed.</summary>
    public bool IsBounded => Start is not null && End is not null;

    /// <summary>The hour of the local clock that holds a moment.</summary>
    /// <param name="moment">Any moment of the hour.</param>
    /// <exception cref="ArgumentOutOfRangeException">The hour does not lie between 0001-01-01 and 9999-12-31.</exception>
    public static Timeframe Hour(LocalDateTime moment)
    {
        LocalDateTime inside = CommonEra.Moment(moment, nameof(moment));
        LocalDateTime start = inside.Date + new LocalTime(inside.Hour, 0);
        return new Timeframe(start, Boundary(CommonEra.PlusHours(start, 1) ?? throw CommonEra.Beyond(nameof(moment)), nameof(moment)));
    }

    /// <summary>One day, midnight to midnight on the local clock.</summary>
    /// <param name="day">The day.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day does not lie between 0001-01-01 and 9999-12-30.</exception>
    public static Timeframe Day(LocalDate day) => Days(CommonEra.Day(day, nameof(day)), 1, nameof(day));

    /// <summary>One day, midnight to midnight on the local clock.</summary>
    /// <param name="year">The year, 1 to 9999.</param>
    /// <param name="month">The month, 1 to 12.</param>
    /// <param name="day">The day of the month.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day, or it does not lie between 0001-01-01 and 9999-12-30.</exception>
    public static Timeframe Day(int year, int month, int day) => Day(new LocalDate(year, month, day));

    /// <summary>An ISO week, Monday to Sunday: week 1 holds the year's first Thursday, so 2026-W01 begins on 2025-12-29.</summary>
    /// <param name="isoWeekYear">The year the week is counted in, 1 to 9999; its first and last days may lie in a neighbouring calendar year.</param>
    /// <param name="week">The week, 1 to 52, or 53 in the years that have it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The week year has no such week, or the week does not end by 9999-12-31.</exception>
    public static Timeframe Week(int isoWeekYear, int week)
    {
        RequireYear(isoWeekYear, nameof(isoWeekYear));
        ArgumentOutOfRangeException.ThrowIfLessThan(week, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(week, WeekYearRules.Iso.GetWeeksInWeekYear(isoWeekYear));
        return Days(LocalDate.FromWeekYearWeekAndDay(isoWeekYear, week, IsoDayOfWeek.Monday), 7, nameof(week));
    }

    /// <summary>A calendar month.</summary>
    /// <param name="year">The year, 1 to 9999.</param>
    /// <param name="month">The month, 1 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month, or it is December 9999.</exception>
    public static Timeframe Month(int year, int month)
    {
        RequireYear(year, nameof(year));
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        return Months(new LocalDate(year, month, 1), 1, nameof(year));
    }

    /// <summary>A calendar quarter: January, April, July or October and the two months after it.</summary>
    /// <param name="year">The year, 1 to 9999.</param>
    /// <param name="quarter">The quarter, 1 to 4.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such quarter, or it is the last of 9999.</exception>
    public static Timeframe Quarter(int year, int quarter)
    {
        RequireYear(year, nameof(year));
        ArgumentOutOfRangeException.ThrowIfLessThan(quarter, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quarter, 4);
        return Months(new LocalDate(year, (3 * quarter) - 2, 1), 3, nameof(year));
    }

    /// <summary>A calendar year. For fiscal years see <see cref="ReportingCalendar.Year"/>.</summary>
    /// <param name="year">The year, 1 to 9998.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside that range.</exception>
    public static Timeframe Year(int year)
    {
        RequireYear(year, nameof(year));
        return Months(new LocalDate(year, 1, 1), 12, nameof(year));
    }

    /// <summary>Whole days from one day until another, which no longer belongs.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="until">The day after the last.</param>
    /// <exception cref="ArgumentException"><paramref name="until"/> is not after <paramref name="from"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A day does not lie between 0001-01-01 and 9999-12-31.</exception>
    public static Timeframe Between(LocalDate from, LocalDate until) => Between(
        CommonEra.Day(from, nameof(from)).AtMidnight(), CommonEra.Day(until, nameof(until)).AtMidnight());

    /// <summary>From one moment of the local clock until another, which no longer belongs.</summary>
    /// <param name="from">The first moment.</param>
    /// <param name="until">The first moment after.</param>
    /// <exception cref="ArgumentException"><paramref name="until"/> is not after <paramref name="from"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A moment does not lie between 0001-01-01T00:00 and 9999-12-31T00:00.</exception>
    public static Timeframe Between(LocalDateTime from, LocalDateTime until)
    {
        LocalDateTime start = Boundary(from, nameof(from)), end = Boundary(until, nameof(until));
        return TryBetween(start, end) ?? throw new ArgumentException(
            $"A timeframe ends after it starts, but '{nameof(until)}' {TimeframeText.Write(end)} is not after '{nameof(from)}' {TimeframeText.Write(start)}.",
            nameof(until));
    }

    /// <summary>Whole days from the first to the last, both included.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day, which may be the first.</param>
    /// <exception cref="ArgumentException"><paramref name="last"/> is before <paramref name="first"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A day does not lie between 0001-01-01 and 9999-12-30.</exception>
    public static Timeframe Days(LocalDate first, LocalDate last)
    {
        LocalDate start = CommonEra.Day(first, nameof(first)), final = CommonEra.Day(last, nameof(last));
        LocalDate end = CommonEra.PlusDays(final, 1) ?? throw CommonEra.Beyond(nameof(last));
        return TryBetween(start.AtMidnight(), end.AtMidnight()) ?? throw new ArgumentException(
            $"'{nameof(last)}' {TimeframeText.Write(final)} is before '{nameof(first)}' {TimeframeText.Write(start)}.", nameof(last));
    }

    /// <summary>From the start of a day on, with no end.</summary>
    /// <param name="from">The first day.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day does not lie between 0001-01-01 and 9999-12-31.</exception>
    public static Timeframe Since(LocalDate from) => new(CommonEra.Day(from, nameof(from)).AtMidnight(), null);

    /// <summary>Everything before a day, which no longer belongs.</summary>
    /// <param name="until">The day after the last.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day does not lie between 0001-01-01 and 9999-12-31.</exception>
    public static Timeframe Until(LocalDate until) => new(null, CommonEra.Day(until, nameof(until)).AtMidnight());

    /// <summary>Whether a moment of the local clock lies inside.</summary>
    /// <param name="moment">The moment.</param>
    public bool Contains(LocalDateTime moment)
    {
        LocalDateTime iso = CommonEra.Iso(moment);
        return !(iso < Start) && !(iso >= End);
    }

    /// <summary>Whether a whole day lies inside, from midnight to midnight.</summary>
    /// <param name="day">The day.</param>
    public bool Contains(LocalDate day)
    {
        LocalDate iso = CommonEra.Iso(day);
        return !(iso.AtMidnight() < Start) && (End is not { } end || end.Date > iso);
    }

    /// <summary>Whether another timeframe lies inside as a whole. Every timeframe contains itself; only an open side holds an open side.</summary>
    /// <param name="other">The other timeframe.</param>
    public bool Contains(Timeframe other) =>
        (Start is null || other.Start >= Start) && (End is null || other.End <= End);

    /// <summary>Whether the two share a moment. Neighbours that only touch do not.</summary>
    /// <param name="other">The other timeframe.</param>
    public bool Overlaps(Timeframe other) => !(Start >= other.End) && !(other.Start >= End);

    /// <summary>The moments both share, or <c>null</c> when they share none.</summary>
    /// <param name="other">The other timeframe.</param>
    public Timeframe? Intersect(Timeframe other) => Overlaps(other)
        ? new Timeframe(
            Start is null || other.Start > Start ? other.Start : Start,
            End is null || other.End < End ? other.End : End)
        : null;

    /// <summary>
    /// The time that elapses in a zone between the boundaries: 23 or 25 hours for the days on which the clock changes, two hours for
    /// the local hour that occurs twice, zero for a day or an hour that the zone skipped. A boundary that occurs twice counts from its
    /// first occurrence, a skipped one from the moment the clock jumped over it; lengths of neighbours therefore add up.
    /// </summary>
    /// <param name="zone">The zone whose clock is meant.</param>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is null.</exception>
    /// <exception cref="InvalidOperationException">A side is open.</exception>
    public Duration Length(DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        if (Start is not { } start || End is not { } end)
            throw new InvalidOperationException($"The timeframe '{this}' is open and has no length; intersect it with a bounded one first.");

        return FirstInstant(end, zone) - FirstInstant(start, zone);
    }

    /// <inheritdoc/>
    public int CompareTo(Timeframe other)
    {
        int byStart = Nullable.Compare(Start, other.Start);
        if (byStart != 0)
            return byStart;

        // An open end is the latest, though null sorts first.
        return (End is null, other.End is null) switch
        {
            (true, true) => 0,
            (true, false) => 1,
            (false, true) => -1,
            _ => Nullable.Compare(End, other.End),
        };
    }

    /// <summary>
    /// The shortest name, the same in every culture: <c>2026</c>, <c>2026-Q3</c>, <c>2026-03</c>, <c>2026-W12</c>, <c>2026-03-05</c>,
    /// <c>2026-03-05T13</c>; other whole days from the first to the last, both included, <c>2026-03-05…2026-03-19</c>; other spans
    /// with times and the end excluded, <c>2026-03-05T13:00…2026-03-05T15:30</c>; <c>since 2026-03-01</c>, <c>until 2026-03-01</c>
    /// (that day excluded), <c>always</c>. <see cref="Parse"/> reads each of them back.
    /// </summary>
    public override string ToString() => TimeframeText.Write(this);

    /// <summary>Reads a timeframe as <see cref="ToString"/> writes it; two full stops may stand for <c>…</c>.</summary>
    /// <param name="text">The text, with nothing around it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">The text is no timeframe; the message says why and lists the forms.</exception>
    public static Timeframe Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TimeframeText.Read(text, out string problem) ?? throw new FormatException(problem);
    }

    /// <summary>Reads a timeframe as <see cref="ToString"/> writes it; two full stops may stand for <c>…</c>.</summary>
    /// <param name="text">The text, with nothing around it; null is no timeframe.</param>
    /// <param name="timeframe">The timeframe, or <see cref="Always"/> when the text is none.</param>
    /// <returns>Whether the text is a timeframe.</returns>
    public static bool TryParse(string? text, out Timeframe timeframe)
    {
        Timeframe? read = text is null ? null : TimeframeText.Read(text, out _);
        timeframe = read.GetValueOrDefault();
        return read is not null;
    }

    /// <summary>A timeframe from ISO boundaries (null is open), or null when they are out of order or out of range.</summary>
    internal static Timeframe? TryBetween(LocalDateTime? start, LocalDateTime? end)
    {
        bool legal = (start is not { } s || CommonEra.IsBoundary(s)) && (end is not { } e || CommonEra.IsBoundary(e));
        return legal && !(start >= end) ? new Timeframe(start, end) : null;
    }

    internal static Timeframe Days(LocalDate start, int count, string argument) =>
        new(start.AtMidnight(), (CommonEra.PlusDays(start, count) ?? throw CommonEra.Beyond(argument)).AtMidnight());

    internal static Timeframe Months(LocalDate start, int count, string argument) =>
        new(start.AtMidnight(), (CommonEra.PlusMonths(start, count) ?? throw CommonEra.Beyond(argument)).AtMidnight());

    private static LocalDateTime Boundary(LocalDateTime moment, string argument)
    {
        LocalDateTime iso = CommonEra.Iso(moment);
        return CommonEra.IsBoundary(iso) ? iso : throw CommonEra.Beyond(argument);
    }

    private static void RequireYear(int year, string argument)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, CommonEra.First.Year, argument);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, CommonEra.Last.Year, argument);
    }

    private static Instant FirstInstant(LocalDateTime boundary, DateTimeZone zone)
    {
        ZoneLocalMapping mapping = zone.MapLocal(boundary);
        return mapping.Count == 0 ? mapping.LateInterval.Start : mapping.First().ToInstant();
    }
}
