using System.Globalization;
using NodaTime;
using NodaTime.Calendars;
using NodaTime.Text;

namespace SocialKpi;

/// <summary>The names of timeframes, written and read without a culture.</summary>
internal static class TimeframeText
{
    private const string Forms =
        "Write 2026, 2026-Q3, 2026-03, 2026-W12, 2026-03-05, 2026-03-05T13, 2026-03-05…2026-03-19 (both days included; .. for … will do), "
        + "2026-03-05T13:00…2026-03-05T15:30 (end excluded), since 2026-03-01, until 2026-03-01 (that day excluded) or always.";

    // NodaTime's standard patterns follow the current culture unless told otherwise.
    private static readonly LocalDatePattern DayPattern = LocalDatePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd");
    private static readonly LocalDateTimePattern MinutePattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");
    private static readonly LocalDateTimePattern ExactPattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss.FFFFFFFFF");

    internal static string Write(LocalDate day) => DayPattern.Format(day);

    internal static string Write(LocalDateTime moment) =>
        moment.TimeOfDay == LocalTime.Midnight ? Write(moment.Date) : WithTime(moment);

    internal static string Write(Timeframe timeframe) => (timeframe.Start, timeframe.End) switch
    {
        (null, null) => "always",
        ({ } start, null) => "since " + Write(start),
        (null, { } end) => "until " + Write(end),
        ({ } start, { } end) when start.TimeOfDay == LocalTime.Midnight && end.TimeOfDay == LocalTime.Midnight => Write(start.Date, end.Date),
        ({ } start, { } end) when start.Date + new LocalTime(start.Hour, 0) == start && end == start.PlusHours(1) => WithTime(start)[..13],
        ({ } start, { } end) => $"{WithTime(start)}…{WithTime(end)}",
    };

    /// <summary>The timeframe a text names, or null with the message for whoever wrote it.</summary>
    internal static Timeframe? Read(string text, out string problem)
    {
        string reason = "it has none of the known forms, or there is no such date, week or hour in the years 1 to 9999";
        Timeframe? read = ReadAny(text, ref reason);
        // The text may come from anywhere and be of any length: quote its beginning only.
        string quoted = text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 60), "…");
        problem = read is null ? $"\"{quoted}\" is not a timeframe: {reason}. {Forms}" : "";
        return read;
    }

    private static string Write(LocalDate start, LocalDate end)
    {
        int months = start.Day == 1 && end.Day == 1 ? (12 * (end.Year - start.Year)) + end.Month - start.Month : 0;
        return (months, Period.DaysBetween(start, end)) switch
        {
            (12, _) when start.Month == 1 => Invariant($"{start.Year:D4}"),
            (3, _) when start.Month % 3 == 1 => Invariant($"{start.Year:D4}-Q{(start.Month + 2) / 3}"),
            (1, _) => Invariant($"{start.Year:D4}-{start.Month:D2}"),
            (_, 7) when start.DayOfWeek == IsoDayOfWeek.Monday =>
                Invariant($"{WeekYearRules.Iso.GetWeekYear(start):D4}-W{WeekYearRules.Iso.GetWeekOfWeekYear(start):D2}"),
            (_, 1) => Write(start),
            _ => $"{Write(start)}…{Write(end.PlusDays(-1))}",
        };
    }

    private static string WithTime(LocalDateTime moment) =>
        (moment.Second == 0 && moment.NanosecondOfSecond == 0 ? MinutePattern : ExactPattern).Format(moment);

    private static Timeframe? ReadAny(string text, ref string reason)
    {
        if (text == "always")
            return Timeframe.Always;
        if (text.StartsWith("since ", StringComparison.Ordinal))
            return TryMoment(text[6..], out LocalDateTime from, out _) ? Timeframe.TryBetween(from, null) : null;
        if (text.StartsWith("until ", StringComparison.Ordinal))
            return TryMoment(text[6..], out LocalDateTime until, out _) ? Timeframe.TryBetween(null, until) : null;

        string separator = text.Contains('…', StringComparison.Ordinal) ? "…" : "..";
        int at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? ReadName(text) : ReadRange(text[..at], text[(at + separator.Length)..], ref reason);
    }

    private static Timeframe? ReadRange(string first, string last, ref string reason)
    {
        if (!TryMoment(first, out LocalDateTime start, out bool startIsDay) || !TryMoment(last, out LocalDateTime end, out bool endIsDay))
            return null;

        if (startIsDay != endIsDay)
        {
            reason = "one side has a time of day and the other has none";
            return null;
        }

        // Days include the last; times exclude the end.
        LocalDateTime? boundary = endIsDay ? CommonEra.PlusDays(end.Date, 1)?.AtMidnight() : end;
        if (boundary <= start)
            reason = "it does not end after it starts";
        return Span(start, boundary);
    }

    private static Timeframe? ReadName(string text)
    {
        // An hour is a moment without its minutes.
        if (text.Length == 13)
            return MinutePattern.Parse(text + ":00").TryGetValue(default, out LocalDateTime hour) ? Span(hour, CommonEra.PlusHours(hour, 1)) : null;
        if (text.Length == 10)
            return DayPattern.Parse(text).TryGetValue(default, out LocalDate day) ? Span(day, CommonEra.PlusDays(day, 1)) : null;
        if (text.Length < 4 || Number(text.AsSpan(0, 4)) is not (> 0 and int year))
            return null;

        ReadOnlySpan<char> rest = text.AsSpan(4);
        return rest switch
        {
            [] => Months(year, 1, 12),
            ['-', 'Q', _] => Number(rest[2..]) is >= 1 and <= 4 and int quarter ? Months(year, (3 * quarter) - 2, 3) : null,
            ['-', 'W', _, _] => Number(rest[2..]) is int week ? Week(year, week) : null,
            ['-', _, _] => Number(rest[1..]) is >= 1 and <= 12 and int month ? Months(year, month, 1) : null,
            _ => null,
        };
    }

    private static Timeframe? Months(int year, int month, int count)
    {
        LocalDate start = new(year, month, 1);
        return Span(start, CommonEra.PlusMonths(start, count));
    }

    private static Timeframe? Week(int year, int week)
    {
        if (week == 0 || week > WeekYearRules.Iso.GetWeeksInWeekYear(year))
            return null;

        LocalDate monday = LocalDate.FromWeekYearWeekAndDay(year, week, IsoDayOfWeek.Monday);
        return Span(monday, CommonEra.PlusDays(monday, 7));
    }

    private static Timeframe? Span(LocalDate start, LocalDate? end) => Span(start.AtMidnight(), end?.AtMidnight());

    private static Timeframe? Span(LocalDateTime start, LocalDateTime? end) => end is null ? null : Timeframe.TryBetween(start, end);

    private static bool TryMoment(string text, out LocalDateTime moment, out bool isDay)
    {
        if (isDay = DayPattern.Parse(text).TryGetValue(default, out LocalDate day))
        {
            moment = day.AtMidnight();
            return true;
        }

        return MinutePattern.Parse(text).TryGetValue(default, out moment) || ExactPattern.Parse(text).TryGetValue(default, out moment);
    }

    // int.TryParse alone would let trailing NUL characters pass.
    private static int? Number(ReadOnlySpan<char> digits) =>
        !digits.ContainsAnyExceptInRange('0', '9') && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
