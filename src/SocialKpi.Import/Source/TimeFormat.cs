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

/// <summary>A time format as a mapping gives it: a NodaTime pattern in invariant text.</summary>
internal sealed class TimeFormat
{
    private static readonly SearchValues<char> ClockFields = SearchValues.Create("HhmstfF");

    private readonly LocalDatePattern? _date;
    private readonly LocalDateTimePattern? _dateTime;
    private readonly OffsetDateTimePattern? _offset;

    private TimeFormat(string text, LocalDatePattern? date, LocalDateTimePattern? dateTime, OffsetDateTimePattern? offset)
    {
        Text = text;
        (_date, _dateTime, _offset) = (date, dateTime, offset);
    }

    public string Text { get; }

    public TimeKind Kind => _date is not null ? TimeKind.Date : _dateTime is not null ? TimeKind.DateTime : TimeKind.Instant;

    public bool HasTwoDigitYear => Letters(Text).Count(c => c == 'y') == 2;

    /// <summary>Makes the format, or null with the reason.</summary>
    public static TimeFormat? Create(string text, out string problem)
    {
        string letters = Letters(text);
        problem = Lacks(text, letters);
        if (problem.Length > 0) return null;
        try
        {
            if (letters.Contains('o', StringComparison.Ordinal)) return new(text, null, null, OffsetDateTimePattern.CreateWithInvariantCulture(text));
            if (letters.AsSpan().ContainsAny(ClockFields)) return new(text, null, LocalDateTimePattern.CreateWithInvariantCulture(text), null);
            return new(text, LocalDatePattern.CreateWithInvariantCulture(text), null, null);
        }
        catch (InvalidPatternException)
        {
            problem = $"'{text}' is not a date format: build it from fields such as yyyy, MM, dd, HH, mm and ss, each once, and put letters that are text in single quotes, such as 'T'";
            return null;
        }
    }

    public string? Read(string text, out LocalDate date) => Read(_date!.Parse(text), out date) ?? Beyond(date.Year);

    public string? Read(string text, out LocalDateTime dateTime) => Read(_dateTime!.Parse(text), out dateTime) ?? Beyond(dateTime.Year);

    public string? Read(string text, out OffsetDateTime dateTime) => Read(_offset!.Parse(text), out dateTime) ?? Beyond(dateTime.Year);

    private string? Read<T>(ParseResult<T> result, out T value)
    {
        if (result.TryGetValue(default!, out value)) return null;

        // The parser gives the kind of failure in its message alone. Where its words change, the general sentence remains true.
        string message = result.Exception.Message;
        if (message.Contains("day of week", StringComparison.OrdinalIgnoreCase) || message.Contains("day of the week", StringComparison.OrdinalIgnoreCase))
            return $"cannot be read as '{Text}': the date falls on another day of the week";
        if (message.Contains("out of range", StringComparison.OrdinalIgnoreCase))
            return $"cannot be read as '{Text}': there is no such date or time";
        return $"cannot be read as '{Text}', in which a time looks like '{Example()}'";
    }

    private string Example()
    {
        LocalDateTime example = new(2024, 12, 31, 23, 59);
        return _date?.Format(example.Date) ?? _dateTime?.Format(example) ?? _offset!.Format(example.WithOffset(Offset.FromHours(1)));
    }

    /// <summary>At the ends of the calendar an offset or a period would lead out of it. Exports write 0001-01-01 and 9999-12-31 for "never".</summary>
    private static string? Beyond(int year) => year is > 1 and < 9999 ? null : "lies outside the years 2 to 9998";

    /// <summary>What a format must name so that no part of a moment is made up; empty when it does.</summary>
    private static string Lacks(string text, string letters)
    {
        if (text.Length < 2) return $"'{text}' is not a date format: write one such as yyyy-MM-dd";
        bool Has(char letter) => letters.Contains(letter, StringComparison.Ordinal);
        if (Has('l')) return $"'{text}' holds 'l': write the fields of date and time themselves";
        if (!Has('y') && !Has('u')) return $"'{text}' has no year (yyyy), and a year is never guessed";
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
