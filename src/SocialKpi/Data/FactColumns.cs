using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;

namespace SocialKpi;

/// <summary>Describes facts column by column; all columns have the same length. Not thread-safe: it builds one set of facts.</summary>
public sealed partial class FactColumns
{
    private readonly List<DefinitionIssue> _definitionIssues = [];
    private readonly List<(string Name, int Length)> _lengths = [];
    private readonly Dictionary<string, Func<RowSelection, List<FactsIssue>, DimensionColumn>> _dimensions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<RowSelection, List<FactsIssue>, ValueColumn>> _values = new(StringComparer.Ordinal);
    private readonly List<FactsIssue> _found = [];
    private readonly HashSet<string> _stocks = new(StringComparer.Ordinal);
    private TimeColumn? _time;
    private FactKey? _key;
    private TimeBasis _basis;
    private int? _youngUnderDays;
    private LocalDate? _exportedOn;
    private IReadOnlyList<LocalDate>? _exportDates;

    internal FactColumns()
    {
    }

    /// <summary>The day of each row. Hours cannot be told apart then. A day of another calendar is the same day of the ISO one.</summary>
    [OverloadResolutionPriority(1)]
    public FactColumns Time(IReadOnlyList<LocalDate> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return SetTime(days.Count, new DayColumn(DayNumbers.Of(days.Count, row => days[row])));
    }

    /// <summary>The local moment of each row.</summary>
    [OverloadResolutionPriority(1)]
    public FactColumns Time(IReadOnlyList<LocalDateTime> moments)
    {
        ArgumentNullException.ThrowIfNull(moments);
        return SetTime(moments.Count, new LocalTimeColumn(new BorrowedColumn<LocalDateTime>(moments.ToArray())));
    }

    /// <summary>The instant of each row, read on the clock of a zone.</summary>
    [OverloadResolutionPriority(1)]
    public FactColumns Time(IReadOnlyList<Instant> instants, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(instants);
        ArgumentNullException.ThrowIfNull(zone);
        return SetTime(instants.Count, new InstantColumn(new BorrowedColumn<Instant>(instants.ToArray()), zone));
    }

    /// <summary>A dimension; null where it is blank. An empty text is a value of its own.</summary>
    public FactColumns Dimension(string name, IReadOnlyList<string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return AddDimension(name, values.Count, (rows, _) => DimensionColumn.From(row => values[row], rows));
    }

    /// <summary>A dimension whose texts are coded by first appearance; coded anew where rows are left out, and with them texts.</summary>
    internal FactColumns CodedDimension(string name, DimensionColumn column) => AddDimension(
        name, column.Codes.Length, (rows, _) => rows.IsAll ? column : DimensionColumn.From(column.TextAt, rows));

    /// <summary>A recorded measure; null where the cell was blank. Money needs a currency: use the overload that takes one.</summary>
    /// <param name="measure">The measure; one that is recorded, not one that is calculated from others.</param>
    /// <param name="values">The figure of each row, of at most 18 digits.</param>
    /// <param name="blank">What a blank means.</param>
    public FactColumns Measure(Measure measure, IReadOnlyList<decimal?> values, Blank blank = Blank.Unknown) =>
        Recorded(measure, null, FigureSource.Of(values), blank);

    /// <summary>A recorded money measure; the whole column is in one currency.</summary>
    /// <param name="measure">The money measure.</param>
    /// <param name="values">The amount of each row, of at most 18 digits; null where the cell was blank.</param>
    /// <param name="currency">The currency; <see cref="Currency.Unspecified"/> when it is not stated.</param>
    /// <param name="blank">What a blank means.</param>
    public FactColumns Measure(Measure measure, IReadOnlyList<decimal?> values, Currency currency, Blank blank = Blank.Unknown) =>
        Recorded(measure, currency, FigureSource.Of(values), blank);

    /// <summary>Recorded shares of a whole, such as the part of an audience in a country. Which scale they are written on must be said.</summary>
    /// <param name="share">A measure made with <see cref="SocialKpi.Measure.Share(string)"/>.</param>
    /// <param name="values">The share of each row; null where it is not known.</param>
    /// <param name="scale">From 0 to 1, or from 0 to 100. A column that cannot be on this scale is refused.</param>
    public FactColumns Share(Measure share, IReadOnlyList<decimal?> values, ShareScale scale)
    {
        ArgumentNullException.ThrowIfNull(share);
        ArgumentNullException.ThrowIfNull(values);
        if (!Enum.IsDefined(scale)) throw OutOfRange.Of(scale, "Shares are written as fractions or in per cent.");
        if (share.Aggregation != Aggregation.Share) _definitionIssues.Add(new($"measure {share.Id}", "it is no share; record it with Measure(…), or define it with Measure.Share"));
        CheckIsRecorded(share);
        return AddFigures(share.Id, share.Unit, FigureSource.Of(ShareColumn.AsFractions(share.Id, values, scale, _found)), Blank.Unknown);
    }

    /// <summary>A row value that is not itself a measure, such as a survey score that conditions look at.</summary>
    public FactColumns Value(string name, IReadOnlyList<decimal?> values, Blank blank = Blank.Unknown) => RowValue(name, FigureSource.Of(values), blank);

    /// <summary>What makes a row one of its kind, and what happens when a key repeats.</summary>
    public FactColumns Key(IReadOnlyList<string> keys, Duplicates duplicates)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (!Enum.IsDefined(duplicates)) throw OutOfRange.Of(duplicates, "Duplicates are refused, or the first or last row is kept.");
        if (_key is not null) _definitionIssues.Add(new("key", "it is given twice; join its parts into one text"));
        _lengths.Add(("key", keys.Count));
        _key = new(keys, duplicates);
        return this;
    }

    /// <summary>What the figures say about the time of their row; without it they are those of its period.</summary>
    public FactColumns Basis(TimeBasis basis)
    {
        if (!Enum.IsDefined(basis)) throw OutOfRange.Of(basis, "Figures are those of a period, or all so far of what was published then.");
        _basis = basis;
        return this;
    }

    /// <summary>
    /// How old a row must be at its export for its figures so far to have settled. Younger rows count, and a reading over some
    /// says how many in a caveat. It needs a time, the basis <see cref="TimeBasis.LifetimeAtPublish"/> and an export date.
    /// </summary>
    /// <param name="days">From how many days on, between publishing and export, a row is no longer young; 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of days is less than 1.</exception>
    public FactColumns YoungUnder(int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        _youngUnderDays = days;
        return this;
    }

    /// <summary>The day on which all rows were exported.</summary>
    public FactColumns ExportedOn(LocalDate day)
    {
        CheckExportGivenOnce();
        _exportedOn = CommonEra.Iso(day);
        return this;
    }

    /// <summary>The day on which each row was exported, where several exports are in one table: of one key the latest export is the last.</summary>
    public FactColumns ExportedOn(IReadOnlyList<LocalDate> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        CheckExportGivenOnce();
        _lengths.Add(("export date", days.Count));
        _exportDates = [.. days.Select(CommonEra.Iso)];
        return this;
    }

    /// <summary>Makes the facts, or reports all issues together with those found already.</summary>
    internal Facts Build(IReadOnlyList<FactsIssue> found)
    {
        if (_lengths.Count == 0) _definitionIssues.Add(new("facts", "they have no column; describe at least one"));
        CheckConversionsHaveADay();
        CheckYoungHaveAnAge();
        DefinitionException.ThrowIfAny(_definitionIssues);

        List<FactsIssue> issues = [.. _found, .. found];
        int length = _lengths[0].Length;
        foreach ((string name, int other) in _lengths.Where(column => column.Length != length))
            issues.Add(new(name, null, string.Create(CultureInfo.InvariantCulture, $"it has {other} rows, but {_lengths[0].Name} has {length}")));
        if (_lengths.Exists(column => column.Length != length)) throw new FactsException(issues);

        if (_time is not null) TimeRange.Check(_time, issues);
        RowSelection rows = _key?.Keep(row => _exportDates?[row], issues) ?? RowSelection.All(length);
        Dictionary<string, ValueColumn> values = _values.ToDictionary(pair => pair.Key, pair => pair.Value(rows, issues), StringComparer.Ordinal);
        Dictionary<string, DimensionColumn> dimensions = _dimensions.ToDictionary(pair => pair.Key, pair => pair.Value(rows, issues), StringComparer.Ordinal);
        if (issues.Count > 0) throw new FactsException(issues);

        return new Facts(new FactContent(rows.Count, rows.IsAll ? _time : _time?.Of(rows), dimensions, values)
        {
            DuplicatesDropped = length - rows.Count,
            Key = _key?.Of(rows),
            TimeBasis = _basis,
            YoungUnderDays = _youngUnderDays,
            Stocks = _stocks,
            Conversions = [.. _conversions],
            ExportedOn = _exportedOn,
            ExportDates = _exportDates is { } dates ? [.. Enumerable.Range(0, rows.Count).Select(index => dates[rows[index]])] : null,
        });
    }

    internal FactColumns Recorded(Measure measure, Currency? currency, FigureSource source, Blank blank)
    {
        ArgumentNullException.ThrowIfNull(measure);
        Unit unit = currency is { } known ? Unit.MoneyIn(known) : measure.Unit;
        if (unit == Unit.Money)
            _definitionIssues.Add(new($"measure {measure.Id}", "it is money, so its currency must be said: Measure(…, Currency.EUR), or Currency.Unspecified when it is not stated"));
        if (measure.Unit != Unit.Money && measure.Unit != unit)
            _definitionIssues.Add(new($"measure {measure.Id}", $"it is measured in {measure.Unit}, so it cannot be recorded in {currency}"));
        if (measure.Aggregation == Aggregation.Share)
            _definitionIssues.Add(new($"measure {measure.Id}", "it is a share, so its scale must be said: Share(…, ShareScale.Fraction) or Share(…, ShareScale.Percent)"));
        CheckIsRecorded(measure);
        if (measure.IsStock) _stocks.Add(measure.Id);
        return AddFigures(measure.Id, unit, measure.Aggregation == Aggregation.Unique ? source.OfPeople() : source, blank);
    }

    private void CheckIsRecorded(Measure measure)
    {
        if (measure.Dimension is not null)
            _definitionIssues.Add(new($"measure {measure.Id}", $"it counts the different {measure.Dimension}, so it is not recorded itself; record the ids with Dimension(\"{measure.Dimension}\", …)"));
        if (measure.RowValue is not null)
            _definitionIssues.Add(new($"measure {measure.Id}", $"it is calculated from {measure.RowValue}, so it is not recorded itself; record those"));
    }

    internal FactColumns RowValue(string name, FigureSource source, Blank blank)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!Identifier.IsWord(name)) _definitionIssues.Add(new("row value", $"'{name}' is not an id: {Identifier.Rule}"));
        return AddFigures(name, Unit.Number, source, blank);
    }

    private FactColumns AddFigures(string name, Unit unit, FigureSource source, Blank blank)
    {
        if (!Enum.IsDefined(blank)) throw OutOfRange.Of(blank, "A blank is unknown, zero or not applicable.");
        Declare(name, source.Length);
        if (!source.Known.IsEmpty) _lengths.Add(($"{name}, which rows are known", source.Known.Length));
        _values.TryAdd(name, (rows, issues) => source.Make(name, unit, blank, rows, issues));
        return this;
    }

    internal FactColumns AddDimension(string name, int length, Func<RowSelection, List<FactsIssue>, DimensionColumn> make)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Declare(name, length);
        _dimensions.TryAdd(name, make);
        return this;
    }

    internal FactColumns SetTime(int length, TimeColumn time)
    {
        if (_time is not null) _definitionIssues.Add(new("time", "it is given twice; facts have at most one time"));
        _lengths.Add(("time", length));
        _time = time;
        return this;
    }

    private void Declare(string name, int length)
    {
        if (_dimensions.ContainsKey(name) || _values.ContainsKey(name))
            _definitionIssues.Add(new(name, "two columns have this name; give each its own"));
        _lengths.Add((name, length));
    }

    private void CheckYoungHaveAnAge()
    {
        if (_youngUnderDays is null) return;
        if (_time is null) _definitionIssues.Add(new("young rows", "the facts have no time, so no row has an age; describe it with Time(…)"));
        if (_basis != TimeBasis.LifetimeAtPublish) _definitionIssues.Add(new("young rows", "figures of a period do not grow after it; say Basis(TimeBasis.LifetimeAtPublish) where they are figures so far of what was published"));
        if (_exportedOn is null && _exportDates is null) _definitionIssues.Add(new("young rows", "no export date is stated, so no row has an age; say it with ExportedOn(…)"));
    }

    private void CheckExportGivenOnce()
    {
        if (_exportedOn is not null || _exportDates is not null) _definitionIssues.Add(new("export date", "it is given twice; say one day for all rows, or a day for each"));
    }
}
