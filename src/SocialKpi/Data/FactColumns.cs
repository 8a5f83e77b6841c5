using System.Globalization;
using NodaTime;

namespace SocialKpi;

/// <summary>Describes facts column by column; all columns have the same length. Not thread-safe: it builds one set of facts.</summary>
public sealed class FactColumns
{
    private readonly List<DefinitionIssue> _definitionIssues = [];
    private readonly List<(string Name, int Length)> _lengths = [];
    private readonly Dictionary<string, IReadOnlyList<string?>> _dimensions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Unit Unit, IReadOnlyList<decimal?> Figures, Blank Blank)> _values = new(StringComparer.Ordinal);
    private readonly List<FactsIssue> _found = [];
    private TimeColumn? _time;
    private (IReadOnlyList<string> Keys, Duplicates Rule)? _key;

    internal FactColumns()
    {
    }

    /// <summary>The day of each row. Hours cannot be told apart then.</summary>
    public FactColumns Time(IReadOnlyList<LocalDate> days) => SetTime(days, column => new DayColumn([.. column]));

    /// <summary>The local moment of each row.</summary>
    public FactColumns Time(IReadOnlyList<LocalDateTime> moments) => SetTime(moments, column => new LocalTimeColumn([.. column]));

    /// <summary>The instant of each row, read on the clock of a zone.</summary>
    public FactColumns Time(IReadOnlyList<Instant> instants, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return SetTime(instants, column => new InstantColumn([.. column], zone));
    }

    /// <summary>A dimension; null where it is blank. An empty text is a value of its own.</summary>
    public FactColumns Dimension(string name, IReadOnlyList<string?> values)
    {
        Declare(name, values);
        _dimensions.TryAdd(name, values);
        return this;
    }

    /// <summary>A recorded measure; null where the cell was blank. Money needs a currency: use the overload that takes one.</summary>
    /// <param name="measure">The measure; one that is recorded, not one that is calculated from others.</param>
    /// <param name="values">The figure of each row, of at most 18 digits.</param>
    /// <param name="blank">What a blank means.</param>
    public FactColumns Measure(Measure measure, IReadOnlyList<decimal?> values, Blank blank = Blank.Unknown)
    {
        ArgumentNullException.ThrowIfNull(measure);
        if (measure.Unit == Unit.Money)
            _definitionIssues.Add(new($"measure {measure.Id}", "it is money, so its currency must be said: Measure(…, Currency.EUR), or Currency.Unspecified when it is not stated"));
        if (measure.Aggregation == Aggregation.Share)
            _definitionIssues.Add(new($"measure {measure.Id}", "it is a share, so its scale must be said: Share(…, ShareScale.Fraction) or Share(…, ShareScale.Percent)"));
        return Recorded(measure, measure.Unit, values, blank);
    }

    /// <summary>A recorded money measure; the whole column is in one currency.</summary>
    /// <param name="measure">The money measure.</param>
    /// <param name="values">The amount of each row, of at most 18 digits; null where the cell was blank.</param>
    /// <param name="currency">The currency; <see cref="Currency.Unspecified"/> when it is not stated.</param>
    /// <param name="blank">What a blank means.</param>
    public FactColumns Measure(Measure measure, IReadOnlyList<decimal?> values, Currency currency, Blank blank = Blank.Unknown)
    {
        ArgumentNullException.ThrowIfNull(measure);
        Unit unit = Unit.MoneyIn(currency);
        if (measure.Unit != Unit.Money && measure.Unit != unit)
            _definitionIssues.Add(new($"measure {measure.Id}", $"it is measured in {measure.Unit}, so it cannot be recorded in {currency}"));
        return Recorded(measure, unit, values, blank);
    }

    /// <summary>Recorded shares of a whole, such as the part of an audience in a country. Which scale they are written on must be said.</summary>
    /// <param name="share">A measure made with <see cref="SocialKpi.Measure.Share(string)"/>.</param>
    /// <param name="values">The share of each row; null where it is not known.</param>
    /// <param name="scale">From 0 to 1, or from 0 to 100. A column that cannot be on this scale is refused.</param>
    public FactColumns Share(Measure share, IReadOnlyList<decimal?> values, ShareScale scale)
    {
        ArgumentNullException.ThrowIfNull(share);
        ArgumentNullException.ThrowIfNull(values);
        if (!Enum.IsDefined(scale)) throw new ArgumentOutOfRangeException(nameof(scale), scale, "Shares are written as fractions or in per cent.");
        if (share.Aggregation != Aggregation.Share) _definitionIssues.Add(new($"measure {share.Id}", "it is no share; record it with Measure(…), or define it with Measure.Share"));
        return Recorded(share, share.Unit, ShareColumn.AsFractions(share.Id, values, scale, _found), Blank.Unknown);
    }

    /// <summary>A row value that is not itself a measure, such as a survey score that conditions look at.</summary>
    public FactColumns Value(string name, IReadOnlyList<decimal?> values, Blank blank = Blank.Unknown)
    {
        CheckBlank(blank);
        if (!Identifier.IsWord(name)) _definitionIssues.Add(new("row value", $"'{name}' is not an id: {Identifier.Rule}"));
        Declare(name, values);
        _values.TryAdd(name, (Unit.Number, values, blank));
        return this;
    }

    /// <summary>What makes a row one of its kind, and what happens when a key repeats.</summary>
    public FactColumns Key(IReadOnlyList<string> keys, Duplicates duplicates)
    {
        if (!Enum.IsDefined(duplicates)) throw new ArgumentOutOfRangeException(nameof(duplicates), duplicates, "Duplicates are refused, or the first or last row is kept.");
        if (_key is not null) _definitionIssues.Add(new("key", "it is given twice; join its parts into one text"));
        Declare("key", keys, isName: false);
        _key = (keys, duplicates);
        return this;
    }

    /// <summary>Makes the facts, or reports all issues together with those found already.</summary>
    internal Facts Build(IReadOnlyList<FactsIssue> found)
    {
        if (_lengths.Count == 0) _definitionIssues.Add(new("facts", "they have no column; describe at least one"));
        DefinitionException.ThrowIfAny(_definitionIssues);

        List<FactsIssue> issues = [.. _found, .. found];
        int length = _lengths[0].Length;
        foreach ((string name, int other) in _lengths.Where(column => column.Length != length))
            issues.Add(new(name, null, string.Create(CultureInfo.InvariantCulture, $"it has {other} rows, but {_lengths[0].Name} has {length}")));
        if (_lengths.Exists(column => column.Length != length)) throw new FactsException(issues);

        if (_time is not null) TimeRange.Check(_time, length, issues);
        List<int> rows = RowsToKeep(length, issues);
        var values = _values.ToDictionary(
            pair => pair.Key,
            pair => ValueColumn.From(pair.Key, pair.Value.Unit, pair.Value.Figures, pair.Value.Blank, rows, issues),
            StringComparer.Ordinal);
        if (issues.Count > 0) throw new FactsException(issues);

        var dimensions = _dimensions.ToDictionary(pair => pair.Key, pair => DimensionColumn.From(pair.Value, rows), StringComparer.Ordinal);
        return new Facts(rows.Count, rows.Count == length ? _time : _time?.Of(rows), dimensions, values, length - rows.Count);
    }

    private FactColumns Recorded(Measure measure, Unit unit, IReadOnlyList<decimal?> values, Blank blank)
    {
        CheckBlank(blank);
        if (measure.Dimension is not null)
            _definitionIssues.Add(new($"measure {measure.Id}", $"it counts the different {measure.Dimension}, so it is not recorded itself; record the ids with Dimension(\"{measure.Dimension}\", …)"));
        if (measure.RowValue is not null)
            _definitionIssues.Add(new($"measure {measure.Id}", $"it is calculated from {measure.RowValue}, so it is not recorded itself; record those"));
        Declare(measure.Id, values);
        if (measure.Aggregation == Aggregation.Unique) RefuseNegative(measure.Id, values);
        _values.TryAdd(measure.Id, (unit, values, blank));
        return this;
    }

    /// <summary>A sum of people with a negative number among them would have bounds that do not hold.</summary>
    private void RefuseNegative(string name, IReadOnlyList<decimal?> values)
    {
        for (int row = 0; row < values.Count; row++)
        {
            if (values[row] < 0) _found.Add(new(name, row, string.Create(CultureInfo.InvariantCulture, $"{values[row]} is no number of people; say null where it is not known")));
        }
    }

    private static void CheckBlank(Blank blank)
    {
        if (!Enum.IsDefined(blank)) throw new ArgumentOutOfRangeException(nameof(blank), blank, "A blank is unknown, zero or not applicable.");
    }

    private FactColumns SetTime<T>(IReadOnlyList<T> column, Func<IReadOnlyList<T>, TimeColumn> make)
    {
        if (_time is not null) _definitionIssues.Add(new("time", "it is given twice; facts have at most one time"));
        Declare("time", column, isName: false);
        _time = make(column);
        return this;
    }

    private void Declare<T>(string name, IReadOnlyList<T> column, bool isName = true)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (isName && (_dimensions.ContainsKey(name) || _values.ContainsKey(name)))
            _definitionIssues.Add(new(name, "two columns have this name; give each its own"));
        _lengths.Add((name, column.Count));
    }

    private List<int> RowsToKeep(int length, List<FactsIssue> issues)
    {
        if (_key is not var (keys, rule)) return [.. Enumerable.Range(0, length)];
        Dictionary<string, int> rowOf = new(length, StringComparer.Ordinal);
        for (int row = 0; row < length; row++)
        {
            if (keys[row] is not { } key) issues.Add(new("key", row, "it is missing; every row needs one"));
            else if (rowOf.TryAdd(key, row)) continue;
            else if (rule == Duplicates.KeepLast) rowOf[key] = row;
            else if (rule == Duplicates.Refuse) issues.Add(new("key", row, string.Create(CultureInfo.InvariantCulture, $"'{key}' stands in row {rowOf[key] + 1} too; remove one, or choose which to keep")));
        }

        // Facts that are refused have all their rows looked at, so that every issue is reported.
        return rule == Duplicates.Refuse ? [.. Enumerable.Range(0, length)] : [.. rowOf.Values.Order()];
    }
}
