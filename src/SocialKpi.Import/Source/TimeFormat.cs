using System.Buffers;
using NodaTime;
using NodaTime.Text;

namespace SocialKpi.Import;

/// <summary>What a time column holds.</summary>
internal enum TimeKind
{
    Date,
    DateTime,
    Instant,
}

/// <summary>
/// A time format as a mapping gives it: a NodaTime pattern in invariant text. Where it has no year, the mapping says on which day the file ends,
/// and a time is that of the year up to this day.
/// </summary>
internal sealed class TimeFormat
{
    private static readonly SearchValues<char> ClockFields = SearchValues.Create("HhmstfF");

    private readonly LocalDatePattern? _date;
    private readonly LocalDateTimePattern? _dateTime;
    private readonly OffsetDateTimePattern? _offset;

    /// <summary>Where the format has no year: the same in the year before that of the last day.</summary>
    private readonly TimeFormat? _yearBefore;

    private TimeFormat(string text, LocalDatePattern? date, LocalDateTimePattern? dateTime, OffsetDateTimePattern? offset, LocalDate? endsOn = null)
    {
        (Text, EndsOn) = (text, endsOn);
        (_date, _dateTime, _offset) = (date, dateTime, offset);
        if (endsOn is not { } last) return;
        (_date, _dateTime, _offset) = InYear(last.Year);
        (LocalDatePattern? Date, LocalDateTimePattern? DateTime, OffsetDateTimePattern? Offset) before = InYear(last.Year - 1);
        _yearBefore = new TimeFormat(text, before.Date, before.DateTime, before.Offset);
    }

    public string Text { get; }

    /// <summary>The day on which the file ends, where the format has no year.</summary>
    public LocalDate? EndsOn { get; }

    public TimeKind Kind => _date is not null ? TimeKind.Date : _dateTime is not null ? TimeKind.DateTime : TimeKind.Instant;

    public bool HasYear => Letters(Text).AsSpan().ContainsAny('y', 'u');

    public bool HasTwoDigitYear => Letters(Text).Count(c => c == 'y') == 2;

    /// <summary>Makes the format, or null with the reason.</summary>
    /// <param name="text">The format.</param>
    /// <param name="endsOn">The day on which the file ends, where the format has no year.</param>
    /// <param name="problem">The reason; empty when there is none.</param>
    public static TimeFormat? Create(string text, LocalDate? endsOn, out string problem)
    {
        string letters = Letters(text);
        problem = Lacks(text, letters);
        if (problem.Length > 0) return null;
        try
        {
            if (letters.Contains('o', StringComparison.Ordinal)) return new(text, null, null, OffsetDateTimePattern.CreateWithInvariantCulture(text), endsOn);
            if (letters.AsSpan().ContainsAny(ClockFields)) return new(text, null, LocalDateTimePattern.CreateWithInvariantCulture(text), null, endsOn);
            return new(text, LocalDatePattern.CreateWithInvariantCulture(text), null, null, endsOn);
        }
        catch (InvalidPatternException)
        {
            problem = $"'{text}' is not a date format: build it from fields such as yyyy, MM, dd, HH, mm and ss, each once, and put letters that are text in single quotes, such as 'T'";
            return null;
        }
    }

    public string? Read(string text, out LocalDate date) => Read(text, format => format._date!, date => date, out date);

    public string? Read(string text, out LocalDateTime dateTime) => Read(text, format => format._dateTime!, dateTime => dateTime.Date, out dateTime);

    public string? Read(string text, out OffsetDateTime dateTime) => Read(text, format => format._offset!, dateTime => dateTime.Date, out dateTime);

    /// <summary>Reads with the year of the last day; what falls behind that day, or does not exist in this year, with the year before.</summary>
    private string? Read<T>(string text, Func<TimeFormat, IPattern<T>> patternOf, Func<T, LocalDate> dayOf, out T value)
    {
        string? reason = Read(patternOf(this).Parse(text), out value);
        if (EndsOn is not { } last) return reason ?? Beyond(dayOf(value).Year);
        if (reason is null && dayOf(value) <= last) return null;
        string? before = Read(patternOf(_yearBefore!).Parse(text), out T earlier);
        if (before is not null || dayOf(earlier) <= last.PlusYears(-1)) return reason ?? before;
        value = earlier;
        return null;
    }

    private string? Read<T>(ParseResult<T> result, out T value)
    {
        if (result.TryGetValue(default!, out value)) return null;

        // The parser gives the kind of failure in its message alone. Where its words change, the general sentence remains true.
        string message = result.Exception.Message;
        if (message.Contains("day of week", StringComparison.OrdinalIgnoreCase) || message.Contains("day of the week", StringComparison.OrdinalIgnoreCase))
            return $"cannot be read as '{Text}': the date falls on another day of the week{YearMeant}";
        if (message.Contains("out of range", StringComparison.OrdinalIgnoreCase))
            return $"cannot be read as '{Text}': there is no such date or time{YearMeant}";
        return $"cannot be read as '{Text}', in which a time looks like '{Example()}'";
    }

    private string YearMeant => EndsOn is { } last ? $" in the year up to {LocalDatePattern.Iso.Format(last)}" : "";

    private string Example()
    {
        LocalDateTime example = new(2024, 12, 31, 23, 59);
        return _date?.Format(example.Date) ?? _dateTime?.Format(example) ?? _offset!.Format(example.WithOffset(Offset.FromHours(1)));
    }

    /// <summary>At the ends of the calendar an offset or a period would lead out of it. Exports write 0001-01-01 and 9999-12-31 for "never".</summary>
    private static string? Beyond(int year) => year is > 1 and < 9999 ? null : "lies outside the years 2 to 9998";

    private (LocalDatePattern? Date, LocalDateTimePattern? DateTime, OffsetDateTimePattern? Offset) InYear(int year)
    {
        LocalDate start = new(year, 1, 1);
        return (
            _date?.WithTemplateValue(start), _dateTime?.WithTemplateValue(start.AtMidnight()), _offset?.WithTemplateValue(start.AtMidnight().WithOffset(Offset.Zero)));
    }

    /// <summary>What a format must name beside the year so that no part of a moment is made up; empty when it does.</summary>
    private static string Lacks(string text, string letters)
    {
        if (text.Length < 2) return $"'{text}' is not a date format: write one such as yyyy-MM-dd";
        bool Has(char letter) => letters.Contains(letter, StringComparison.Ordinal);
        if (Has('l')) return $"'{text}' holds 'l': write the fields of date and time themselves";
        if (!Has('M')) return $"'{text}' has no month: M, MM, MMM or MMMM (mm are minutes)";
        if (!RunsOf('d', letters).Any(length => length is 1 or 2))
            return $"'{text}' has no day of the month: d or dd (ddd and dddd are days of the week)";
        if (Has('h') && !Has('t')) return $"'{text}' has hours of a half day (h) without AM or PM (tt): write HH for 0–23";
        if ((Has('m') || Has('s')) && !Has('H') && !Has('h')) return $"'{text}' has minutes (m) without hours (H)";
        return "";
    }

    private static IEnumerable<int> RunsOf(char letter, string letters)
    {
        int length = 0;
        foreach (char c in letters + '\0')
        {
            if (c == letter)
            {
                length++;
                continue;
            }

            if (length > 0) yield return length;
            length = 0;
        }
    }

    /// <summary>The field letters of a pattern: without quoted and escaped text, and without the inside of &lt;…&gt;.</summary>
    private static string Letters(string pattern)
    {
        System.Text.StringBuilder letters = new();
        char end = '\0';
        for (int i = 0; i < pattern.Length; i++)
        {
            char c = pattern[i];
            if (end != '\0')
            {
                if (c == end) end = '\0';
            }
            else if (c is '\'' or '"' or '<')
            {
                end = c == '<' ? '>' : c;
            }
            else if (c == '\\')
            {
                i++;
            }
            else
            {
                letters.Append(c);
            }
        }

        return letters.ToString();
    }
}
