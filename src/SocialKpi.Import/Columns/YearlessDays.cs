using NodaTime;
using NodaTime.Text;

namespace SocialKpi.Import;

/// <summary>
/// The days of a file that leaves out the year, in the order of its rows: whether they bear out the day on which the mapping says that it ends. A row
/// behind that day would be taken for one of a year before.
/// </summary>
internal sealed class YearlessDays(LocalDate endsOn)
{
    private const int HalfAYear = 183;

    private LocalDate? _first;
    private LocalDate? _previous;
    private LocalDate? _earliest;
    private LocalDate? _latest;
    private bool _reachesEnd;
    private int _rises;
    private int _falls;
    private (LocalDate From, LocalDate To)? _leap;

    /// <summary>Sees a day that was read; its row may be rejected for something else.</summary>
    public void Read(LocalDate day) => _reachesEnd |= day == endsOn;

    public void Accept(LocalDate day)
    {
        if (_previous is { } before && day != before)
        {
            if (day > before) _rises++;
            else _falls++;
            if (Math.Abs(Period.DaysBetween(before, day)) > HalfAYear) _leap = (before, day);
        }

        (_first, _previous) = (_first ?? day, day);
        if (!(_earliest <= day)) _earliest = day;
        if (!(_latest >= day)) _latest = day;
    }

    /// <summary>Why the file cannot end on that day; null when it can.</summary>
    public string? Problem(string column)
    {
        if (_latest is null) return null;
        if (!_reachesEnd)
            return $"The mapping says that the file ends on {Iso(endsOn)}, and no row in column '{column}' is of that day. Of which year a row is depends on it: set \"endsOn\" to the day of the latest row.";
        return EndsElsewhere
            ? $"The mapping says that the file ends on {Iso(endsOn)}, and then its rows leap from {Iso(_leap!.Value.From)} to {Iso(_leap.Value.To)} in column '{column}', where they go day by day otherwise. Set \"endsOn\" to the day of the latest row; if it is, sort the rows by day."
            : null;
    }

    /// <summary>What was assumed; null when there was nothing.</summary>
    public string? Note(string column) => _earliest is { } earliest && _latest is { } latest
        ? $"Times in column '{column}' have no year: they were read as {Iso(earliest)} to {Iso(latest)}, as the mapping says that the file ends on {Iso(endsOn)}."
        : null;

    /// <summary>Rows in order that turn once, by most of a year, and end before they began: the turn is where the file ends.</summary>
    private bool EndsElsewhere => _leap is var (from, to) && (from > to ? _falls == 1 && _rises > 0 && _previous < _first : _rises == 1 && _falls > 0 && _previous > _first);

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
