using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace SocialKpi.Import;

/// <summary>Reads the time of each row as dates, local date-times, or instants in a zone.</summary>
internal sealed class TimeColumn(TimeMapping mapping, CellReader cell) : ColumnReader
{
    private readonly YearlessDays? _yearless = mapping.Format.EndsOn is { } end ? new(end) : null;
    private readonly List<LocalDate> _dates = [];
    private readonly List<LocalDateTime> _dateTimes = [];
    private readonly List<Instant> _instants = [];
    private LocalDate _date;
    private LocalDateTime _dateTime;
    private Instant _instant;

    /// <summary>The day as the file writes it, before a zone moves it.</summary>
    private LocalDate _day;

    public override string? Misfit => _yearless?.Problem(cell.Name);

    public override IEnumerable<string> Notes
    {
        get
        {
            if (_yearless?.Note(cell.Name) is { } note) yield return note;
            if (mapping.Zone is not null) yield return $"Times in column '{cell.Name}' were read in {mapping.Zone.Id}.";
            else if (mapping.Format.Kind == TimeKind.DateTime) yield return $"Times in column '{cell.Name}' were read as local times: the mapping names no zone.";
            if (mapping.Format.HasTwoDigitYear) yield return $"Years of two digits in column '{cell.Name}' were read as 1931 to 2030.";
        }
    }

    public override Problem? Read(CsvRecord record)
    {
        ReadOnlySpan<char> text = record.Cell(cell.Index);
        if (cell.IsBlank(text)) return new Problem(cell.Index, "is blank, and a row without its time belongs to no period");
        string moment = text.ToString();
        string? reason = mapping.Format.Kind switch
        {
            TimeKind.Date => mapping.Format.Read(moment, out _date),
            TimeKind.DateTime => mapping.Format.Read(moment, out _dateTime) ?? Place(),
            _ => ReadInstant(moment),
        };
        if (reason is not null) return new Problem(cell.Index, reason);
        if (mapping.Format.Kind != TimeKind.Instant) _day = mapping.Format.Kind == TimeKind.Date ? _date : _dateTime.Date;
        _yearless?.Read(_day);
        return null;
    }

    public override void Accept(long line)
    {
        _yearless?.Accept(_day);
        if (mapping.Format.Kind == TimeKind.Date) _dates.Add(_date);
        else if (mapping.Zone is null) _dateTimes.Add(_dateTime);
        else _instants.Add(_instant);
    }

    public override void Describe(FactColumns facts)
    {
        if (mapping.Format.Kind == TimeKind.Date) facts.Time(_dates);
        else if (mapping.Zone is null) facts.Time(_dateTimes);
        else facts.Time(_instants, mapping.Zone);
    }

    private string? ReadInstant(string moment)
    {
        string? reason = mapping.Format.Read(moment, out OffsetDateTime read);
        if (reason is null) (_instant, _day) = (read.ToInstant(), read.Date);
        return reason;
    }

    /// <summary>A local time in a zone is one moment, except where the clocks change.</summary>
    private string? Place()
    {
        if (mapping.Zone is null) return null;
        ZoneLocalMapping places = mapping.Zone.MapLocal(_dateTime);
        if (places.Count == 1)
        {
            _instant = places.Single().ToInstant();
            return null;
        }

        string when = _dateTime.ToString("uuuu-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return places.Count == 0
            ? $"does not exist: the clocks of {mapping.Zone.Id} skip {when}"
            : $"is ambiguous: the clocks of {mapping.Zone.Id} show {when} twice; export times with an offset";
    }
}
