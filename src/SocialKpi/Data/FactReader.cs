using System.Data;
using System.Globalization;
using NodaTime;

namespace SocialKpi;

/// <summary>
/// Describes how facts are taken from the columns of a table, by name: the rows of a database query or of a
/// <see cref="DataTable"/>. Not thread-safe: it builds one set of facts.
/// </summary>
/// <remarks>
/// A name is matched exactly, case included. A column that is missing, or holds what its description cannot mean, is an
/// issue; all are reported at once, a mistyped column with its first such row.
/// </remarks>
public sealed class FactReader
{
    private readonly IDataReader _reader;
    private readonly FactRows<IDataRecord> _rows = new();
    private readonly List<TableColumn> _columns = [];

    internal FactReader(IDataReader reader) => _reader = reader;

    /// <summary>
    /// The day of each row: a <see cref="DateOnly"/> or <see cref="LocalDate"/>, a text such as 2026-03-31, or the
    /// <see cref="DateTime"/> that a database column of days gives, which must be a midnight.
    /// </summary>
    public FactReader Day(string column)
    {
        TableColumn days = Column(TableColumn.TimeSubject, column);
        _rows.Time(_ => days.Day());
        return this;
    }

    /// <summary>The local moment of each row: a <see cref="LocalDateTime"/>, or a <see cref="DateTime"/> of no stated clock.</summary>
    public FactReader Moment(string column)
    {
        TableColumn moments = Column(TableColumn.TimeSubject, column);
        _rows.Time(_ => moments.Moment());
        return this;
    }

    /// <summary>
    /// The instant of each row, read on the clock of a zone: a <see cref="DateTimeOffset"/>, a <see cref="NodaTime.Instant"/>, or a
    /// <see cref="DateTime"/> of UTC.
    /// </summary>
    public FactReader Instant(string column, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        TableColumn instants = Column(TableColumn.TimeSubject, column);
        _rows.Time(_ => instants.Instant(), zone);
        return this;
    }

    /// <summary>
    /// A dimension from a column of any type, by its invariant text: 7 is "7", true is "true", a day is "2026-03-31". A database
    /// null is blank; an empty text is a value of its own.
    /// </summary>
    public FactReader Dimension(string name, string column)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        TableColumn texts = Column(name, column);
        _rows.Dimension(name, _ => texts.Text());
        return this;
    }

    /// <summary>A recorded measure from a column of integers, decimals or floating-point numbers, which enter by their shortest text (0.1 is 0.1). Text is refused.</summary>
    public FactReader Measure(Measure measure, string column, Blank blank = Blank.Unknown)
    {
        ArgumentNullException.ThrowIfNull(measure);
        TableColumn numbers = Column(measure.Id, column);
        _rows.Measure(measure, _ => numbers.Number(), blank);
        return this;
    }

    /// <summary>A recorded money measure in one currency; columns as for any measure.</summary>
    public FactReader Measure(Measure measure, string column, Currency currency, Blank blank = Blank.Unknown)
    {
        ArgumentNullException.ThrowIfNull(measure);
        TableColumn amounts = Column(measure.Id, column);
        _rows.Measure(measure, _ => amounts.Number(), currency, blank);
        return this;
    }

    /// <summary>A recorded money measure in one currency, converted to that of the rates at the rate of the day of each row; columns as for any measure.</summary>
    public FactReader Measure(Measure measure, string column, Currency currency, ExchangeRates rates, Blank blank = Blank.Unknown)
    {
        ArgumentNullException.ThrowIfNull(measure);
        TableColumn amounts = Column(measure.Id, column);
        _rows.Measure(measure, _ => Convertible(amounts), currency, rates, blank);
        return this;
    }

    /// <summary>A recorded money measure beside a column with the ISO 4217 code of each amount, converted to the currency of the rates at the rate of the day of each row.</summary>
    public FactReader Measure(Measure measure, string column, string currencyColumn, ExchangeRates rates, Blank blank = Blank.Unknown)
    {
        ArgumentNullException.ThrowIfNull(measure);
        TableColumn amounts = Column(measure.Id, column);
        TableColumn currencies = Column(measure.Id, currencyColumn);
        _rows.Measure(measure, _ => Convertible(amounts, currencies), _ => currencies.Text(), rates, blank);
        return this;
    }

    /// <summary>Recorded shares of a whole, such as the part of an audience in a country. Which scale they are written on must be said; columns as for any measure.</summary>
    public FactReader Share(Measure share, string column, ShareScale scale)
    {
        ArgumentNullException.ThrowIfNull(share);
        TableColumn shares = Column(share.Id, column);
        _rows.Share(share, _ => shares.Number(), scale);
        return this;
    }

    /// <summary>A measure that counts rows: every row is one of it, as every row of a table of posts is one post.</summary>
    public FactReader Count(Measure measure)
    {
        _rows.Count(measure);
        return this;
    }

    /// <summary>A row value that is not itself a measure, such as a survey score that conditions look at; columns as for a measure.</summary>
    public FactReader Value(string name, string column, Blank blank = Blank.Unknown)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        TableColumn numbers = Column(name, column);
        _rows.Value(name, _ => numbers.Number(), blank);
        return this;
    }

    /// <summary>What makes a row one of its kind, and what happens when a key repeats.</summary>
    public FactReader Key(string column, Duplicates duplicates) => Key([column], duplicates);

    /// <summary>What makes a row one of its kind, by several columns together, and what happens when a key repeats.</summary>
    /// <exception cref="ArgumentException">There is no column.</exception>
    public FactReader Key(IReadOnlyList<string> columns, Duplicates duplicates)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Count == 0) throw new ArgumentException("A key needs at least one column.", nameof(columns));
        TableColumn[] parts = [.. columns.Select(column => Column("key", column))];
        _rows.Key(_ => Joined(parts)!, duplicates);
        return this;
    }

    /// <summary>What the figures say about the time of their row; without it they are those of its period.</summary>
    public FactReader Basis(TimeBasis basis)
    {
        _rows.Basis(basis);
        return this;
    }

    /// <summary>How many days a row must be old at its export for its figures to have settled; readings over younger rows say so. See <see cref="FactColumns.YoungUnder"/>.</summary>
    public FactReader YoungUnder(int days)
    {
        _rows.YoungUnder(days);
        return this;
    }

    /// <summary>The day on which all rows were exported.</summary>
    public FactReader ExportedOn(LocalDate day)
    {
        _rows.ExportedOn(day);
        return this;
    }

    /// <summary>The day on which each row was exported, from a column as for <see cref="Day"/>: of one key the latest export is the last.</summary>
    public FactReader ExportedOn(string column)
    {
        TableColumn days = Column("export date", column);
        _rows.ExportedOn(_ => days.Day());
        return this;
    }

    internal Facts Read() => _rows.Read(Records());

    /// <summary>An amount to convert: without a day, or a currency of its own, there is no rate, and a column that is missing is one issue and not one a row.</summary>
    private decimal? Convertible(TableColumn amounts, TableColumn? currencies = null)
    {
        decimal? amount = amounts.Number();
        return currencies is { IsMissing: true } || _columns.Exists(column => column is { IsTime: true, IsMissing: true }) ? null : amount;
    }

    /// <summary>The row that the reader stands on, once a row; what is wrong with whole columns is known at the end, before the facts are made.</summary>
    private IEnumerable<IDataRecord> Records()
    {
        for (int row = 0; _reader.Read(); row++)
        {
            foreach (TableColumn column in _columns) column.Row = row;
            yield return _reader;
        }

        _rows.Issues.AddRange(_columns.Select(column => column.Issue).OfType<FactsIssue>());
    }

    private TableColumn Column(string subject, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name, "column");
        TableColumn column = new(_reader, subject, name, _rows.Issues);
        _columns.Add(column);
        return column;
    }

    /// <summary>The length of each part keeps the parts ("a", "bc") and ("ab", "c") apart. Without one of its columns no key is taken to repeat.</summary>
    private static string? Joined(TableColumn[] parts)
    {
        if (parts.Any(part => part.IsMissing)) return parts[0].Row.ToString(CultureInfo.InvariantCulture);
        string?[] texts = [.. parts.Select(part => part.Text())];
        if (texts.Contains(null)) return null;
        return texts.Length == 1 ? texts[0] : string.Concat(texts.Select(text => string.Create(CultureInfo.InvariantCulture, $"{text!.Length}:{text}")));
    }
}
