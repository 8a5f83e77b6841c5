using System.Data;
using System.Globalization;
using NodaTime;

namespace SocialKpi;

/// <summary>One column of a table that is read row by row: it remembers the first value that its description cannot mean.</summary>
internal sealed class TableColumn
{
    /// <summary>What the column of times describes.</summary>
    public const string TimeSubject = "time";

    private const int LongestShown = 40;
    private const string OfTheMachine = "is on the clock of the machine that read it; give a DateTimeOffset, or a DateTime of UTC or of no stated clock";

    // Stands where a time is refused, so that a row has one issue and not another for a time that nobody gave.
    private static readonly LocalDate Refused = new(2000, 1, 1);

    private readonly IDataRecord _record;
    private readonly string _subject;
    private readonly string _name;
    private readonly int _ordinal;
    private FactsIssue? _first;
    private long _more;

    /// <summary>Finds the column; one that is missing or doubtful is added to <paramref name="issues"/>.</summary>
    public TableColumn(IDataRecord record, string subject, string name, List<FactsIssue> issues)
    {
        (_record, _subject, _name) = (record, subject, name);
        string[] names = [.. Enumerable.Range(0, record.FieldCount).Select(record.GetName)];
        _ordinal = Array.IndexOf(names, name);
        if (_ordinal < 0)
        {
            string remedy = Nearest.Of(name, names) is { } nearest ? $"did you mean '{nearest}'? It has: " : "it has: ";
            issues.Add(new(subject, null, $"the table has no column '{name}'; {remedy}{(names.Length == 0 ? "none" : string.Join(", ", names))}"));
        }
        else if (Array.LastIndexOf(names, name) != _ordinal)
        {
            issues.Add(new(subject, null, $"the table has two columns '{name}'; give each its own name in the query"));
        }
    }

    /// <summary>Whether the table has no such column. It reads as blank then, so that what is wrong with the others is found too.</summary>
    public bool IsMissing => _ordinal < 0;

    /// <summary>Whether it is the time of the rows.</summary>
    public bool IsTime => _subject == TimeSubject;

    /// <summary>The row that is read now.</summary>
    public int Row { get; set; }

    /// <summary>What is wrong with the column, if anything is.</summary>
    public FactsIssue? Issue => _more == 0
        ? _first
        : _first! with { Message = string.Create(CultureInfo.InvariantCulture, $"{_first.Message} ({_more} more {(_more == 1 ? "row has" : "rows have")} such a value)") };

    public decimal? Number() => Value() is not { } value ? null
        : TableValue.TryNumber(value, out decimal number) ? number
        : Refuse<decimal?>(value, null, "is not an exact number; make it one in the query, or record the column as a dimension");

    public string? Text() => Value() is not { } value ? null : TableValue.Text(value) ?? Refuse<string?>(value, null, "has no text; make it one in the query");

    public LocalDate Day() => Required() is not { } value ? Refused
        : TableValue.TryDay(value, out LocalDate day) ? day
        : Refuse(value, Refused, value is DateTime ? "is no whole day; read it with Moment or Instant" : "is no day; give a date, a midnight, or a text such as 2026-03-31");

    public LocalDateTime Moment() => Required() is not { } value ? Refused.AtMidnight()
        : TableValue.TryMoment(value, out LocalDateTime moment) ? moment
        : Refuse(value, Refused.AtMidnight(), value switch
        {
            DateTime { Kind: DateTimeKind.Local } => OfTheMachine,
            DateTime or DateTimeOffset or NodaTime.Instant => "is an instant and not a local moment; read it with Instant and say the zone",
            _ => "is no local moment; give a DateTime of no stated clock, or read days with Day",
        });

    public Instant Instant() => Required() is not { } value ? Refused.AtMidnight().InUtc().ToInstant()
        : TableValue.TryInstant(value, out Instant instant) ? instant
        : Refuse(value, Refused.AtMidnight().InUtc().ToInstant(), value switch
        {
            DateTime { Kind: DateTimeKind.Local } => OfTheMachine,
            DateTime => "does not say that it is UTC; read it with Moment, or give a DateTimeOffset",
            _ => "is no instant; give a DateTimeOffset or a DateTime of UTC",
        });

    private object? Value() => !IsMissing && _record.GetValue(_ordinal) is { } value and not DBNull ? value : null;

    private object? Required()
    {
        if (Value() is { } value) return value;
        if (!IsMissing) Add($"column '{_name}' is blank, and every row needs its {_subject}; leave the row out");
        return null;
    }

    private T Refuse<T>(object value, T instead, string why)
    {
        string text = TableValue.Text(value) ?? "…";
        string shown = text.Length <= LongestShown ? text : text[..LongestShown] + "…";
        Add($"column '{_name}' holds '{shown}' ({value.GetType().Name}), which {why}");
        return instead;
    }

    private void Add(string message)
    {
        if (_first is null) _first = new(_subject, Row, message);
        else _more++;
    }
}
