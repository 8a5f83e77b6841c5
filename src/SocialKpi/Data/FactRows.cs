using NodaTime;

namespace SocialKpi;

/// <summary>Describes how facts are taken from objects, one selector a column. Not thread-safe: it builds one set of facts.</summary>
/// <remarks>A time is a day, a local moment, or an instant with a zone. <see cref="DateTime"/> is not accepted: it does not say which of them it is.</remarks>
/// <typeparam name="T">The type of a row.</typeparam>
public sealed class FactRows<T>
{
    private readonly FactColumns _columns = new();
    private readonly List<RowColumn<T>> _read = [];
    private readonly List<List<FactsIssue>> _inexact = [];
    private int _threads = 1;

    internal FactRows()
    {
    }

    /// <summary>What is wrong with the rows, as far as they were read.</summary>
    internal List<FactsIssue> Issues { get; } = [];

    /// <summary>The day of each row.</summary>
    public FactRows<T> Time(Func<T, LocalDate> day)
    {
        ArgumentNullException.ThrowIfNull(day);
        return Days(new LocalDateSelector<T>(day));
    }

    /// <summary>The day of each row.</summary>
    public FactRows<T> Time(Func<T, DateOnly> day)
    {
        ArgumentNullException.ThrowIfNull(day);
        return Days(new DateOnlySelector<T>(day));
    }

    /// <summary>The local moment of each row.</summary>
    public FactRows<T> Time(Func<T, LocalDateTime> moment) => Column(moment, column => _columns.Time((ReadOnlyMemory<LocalDateTime>)column));

    /// <summary>The instant of each row, read on the clock of a zone.</summary>
    public FactRows<T> Time(Func<T, Instant> instant, DateTimeZone zone) => Column(instant, column => _columns.Time((ReadOnlyMemory<Instant>)column, zone));

    /// <summary>The instant of each row, read on the clock of a zone.</summary>
    public FactRows<T> Time(Func<T, DateTimeOffset> instant, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(instant);
        return Time(row => Instant.FromDateTimeOffset(instant(row)), zone);
    }

    /// <summary>Refused by the compiler: a <see cref="DateTime"/> does not say which clock it is of.</summary>
    [Obsolete("A DateTime does not say which clock it is of: give a DateOnly or LocalDate, a LocalDateTime, or a DateTimeOffset or Instant with a zone.", error: true)]
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public FactRows<T> Time(Func<T, DateTime> moment) => throw new NotSupportedException("A DateTime does not say which clock it is of.");

    /// <summary>Refused by the compiler: a <see cref="DateTime"/> does not say which clock it is of.</summary>
    [Obsolete("A DateTime does not say which clock it is of: give a DateTimeOffset or an Instant with the zone.", error: true)]
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public FactRows<T> Time(Func<T, DateTime> moment, DateTimeZone zone) => throw new NotSupportedException("A DateTime does not say which clock it is of.");

    /// <summary>A dimension; null where it is blank.</summary>
    public FactRows<T> Dimension(string name, Func<T, string?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Add(new TextRowColumn<T>(value, column => _columns.CodedDimension(name, column)));
    }

    /// <summary>A recorded measure; null where it is blank.</summary>
    public FactRows<T> Measure(Measure measure, Func<T, decimal?> value, Blank blank = Blank.Unknown) =>
        Decimals(value, figures => _columns.Recorded(measure, null, FigureSource.Of(figures), blank));

    /// <summary>A recorded measure; null where it is blank.</summary>
    public FactRows<T> Measure(Measure measure, Func<T, long?> value, Blank blank = Blank.Unknown) =>
        Integers(value, figures => _columns.Recorded(measure, null, figures, blank));

    /// <summary>A recorded measure; null where it is blank. A double enters by its shortest text (0.1 is 0.1); NaN and infinity are refused.</summary>
    public FactRows<T> Measure(Measure measure, Func<T, double?> value, Blank blank = Blank.Unknown)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return Doubles(measure.Id, value, figures => _columns.Recorded(measure, null, FigureSource.Of(figures), blank));
    }

    /// <summary>A recorded measure; null where it is blank. A float enters by its own shortest text (0.1f is 0.1).</summary>
    public FactRows<T> Measure(Measure measure, Func<T, float?> value, Blank blank = Blank.Unknown) => Measure(measure, Shortest(value), blank);

    /// <summary>A recorded money measure in one currency; null where it is blank.</summary>
    public FactRows<T> Measure(Measure measure, Func<T, decimal?> value, Currency currency, Blank blank = Blank.Unknown) =>
        Decimals(value, figures => _columns.Recorded(measure, currency, FigureSource.Of(figures), blank));

    /// <summary>A recorded money measure in one currency; null where it is blank.</summary>
    public FactRows<T> Measure(Measure measure, Func<T, long?> value, Currency currency, Blank blank = Blank.Unknown) =>
        Integers(value, figures => _columns.Recorded(measure, currency, figures, blank));

    /// <summary>A recorded money measure in one currency; null where it is blank. A double enters by its shortest text; NaN and infinity are refused.</summary>
    public FactRows<T> Measure(Measure measure, Func<T, double?> value, Currency currency, Blank blank = Blank.Unknown)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return Doubles(measure.Id, value, figures => _columns.Recorded(measure, currency, FigureSource.Of(figures), blank));
    }

    /// <summary>A recorded money measure in one currency; null where it is blank. A float enters by its own shortest text.</summary>
    public FactRows<T> Measure(Measure measure, Func<T, float?> value, Currency currency, Blank blank = Blank.Unknown) => Measure(measure, Shortest(value), currency, blank);

    /// <summary>A recorded money measure in one currency, converted to that of the rates at the rate of the day of each row.</summary>
    public FactRows<T> Measure(Measure measure, Func<T, decimal?> value, Currency currency, ExchangeRates rates, Blank blank = Blank.Unknown) =>
        Decimals(value, figures => _columns.Converted(measure, figures.Count, row => figures[row], _ => currency.Code, rates, blank));

    /// <summary>A recorded money measure in one currency, converted to that of the rates at the rate of the day of each row.</summary>
    public FactRows<T> Measure(Measure measure, Func<T, long?> value, Currency currency, ExchangeRates rates, Blank blank = Blank.Unknown) =>
        Measure(measure, Exact(value), currency, rates, blank);

    /// <summary>A recorded money measure in one currency, converted to that of the rates at the rate of the day of each row. A double enters by its shortest text.</summary>
    public FactRows<T> Measure(Measure measure, Func<T, double?> value, Currency currency, ExchangeRates rates, Blank blank = Blank.Unknown)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return Doubles(measure.Id, value, figures => _columns.Converted(measure, figures.Count, row => figures[row], _ => currency.Code, rates, blank));
    }

    /// <summary>A recorded money measure in one currency, converted to that of the rates at the rate of the day of each row. A float enters by its own shortest text.</summary>
    public FactRows<T> Measure(Measure measure, Func<T, float?> value, Currency currency, ExchangeRates rates, Blank blank = Blank.Unknown) =>
        Measure(measure, Shortest(value), currency, rates, blank);

    /// <summary>A recorded money measure whose rows name the ISO 4217 code of their amounts, converted to the currency of the rates at the rate of the day of each row.</summary>
    public FactRows<T> Measure(Measure measure, Func<T, decimal?> value, Func<T, string?> currency, ExchangeRates rates, Blank blank = Blank.Unknown)
    {
        string?[] currencies = [];
        Column(currency, column => currencies = column);
        return Decimals(value, figures => _columns.Converted(measure, figures.Count, row => figures[row], row => currencies[row], rates, blank));
    }

    /// <summary>A recorded money measure whose rows name the ISO 4217 code of their amounts, converted to the currency of the rates at the rate of the day of each row.</summary>
    public FactRows<T> Measure(Measure measure, Func<T, long?> value, Func<T, string?> currency, ExchangeRates rates, Blank blank = Blank.Unknown) =>
        Measure(measure, Exact(value), currency, rates, blank);

    /// <summary>A recorded money measure whose rows name the ISO 4217 code of their amounts, converted to the currency of the rates at the rate of the day of each row. A double enters by its shortest text.</summary>
    public FactRows<T> Measure(Measure measure, Func<T, double?> value, Func<T, string?> currency, ExchangeRates rates, Blank blank = Blank.Unknown)
    {
        ArgumentNullException.ThrowIfNull(measure);
        string?[] currencies = [];
        Column(currency, column => currencies = column);
        return Doubles(measure.Id, value, figures => _columns.Converted(measure, figures.Count, row => figures[row], row => currencies[row], rates, blank));
    }

    /// <summary>A recorded money measure whose rows name the ISO 4217 code of their amounts, converted to the currency of the rates at the rate of the day of each row. A float enters by its own shortest text.</summary>
    public FactRows<T> Measure(Measure measure, Func<T, float?> value, Func<T, string?> currency, ExchangeRates rates, Blank blank = Blank.Unknown) =>
        Measure(measure, Shortest(value), currency, rates, blank);

    /// <summary>Recorded shares of a whole, such as the part of an audience in a country. Which scale they are written on must be said.</summary>
    public FactRows<T> Share(Measure share, Func<T, decimal?> value, ShareScale scale) => Column(value, column => _columns.Share(share, column, scale));

    /// <summary>A measure that counts rows: every row is one of it, as every row of a list of posts is one post.</summary>
    public FactRows<T> Count(Measure measure) => Measure(measure, _ => (long?)1);

    /// <summary>A row value that is not itself a measure, such as a survey score that conditions look at.</summary>
    public FactRows<T> Value(string name, Func<T, decimal?> value, Blank blank = Blank.Unknown) =>
        Decimals(value, figures => _columns.RowValue(name, FigureSource.Of(figures), blank));

    /// <summary>A row value that is not itself a measure, such as a survey score that conditions look at.</summary>
    public FactRows<T> Value(string name, Func<T, long?> value, Blank blank = Blank.Unknown) =>
        Integers(value, figures => _columns.RowValue(name, figures, blank));

    /// <summary>A row value that is not itself a measure. A double enters by its shortest text; NaN and infinity are refused.</summary>
    public FactRows<T> Value(string name, Func<T, double?> value, Blank blank = Blank.Unknown) =>
        Doubles(name, value, figures => _columns.RowValue(name, FigureSource.Of(figures), blank));

    /// <summary>A row value that is not itself a measure. A float enters by its own shortest text; NaN and infinity are refused.</summary>
    public FactRows<T> Value(string name, Func<T, float?> value, Blank blank = Blank.Unknown) => Value(name, Shortest(value), blank);

    /// <summary>What makes a row one of its kind, and what happens when a key repeats.</summary>
    public FactRows<T> Key(Func<T, string> key, Duplicates duplicates) => Column(key, column => _columns.Key(column, duplicates));

    /// <summary>What the figures say about the time of their row; without it they are those of its period.</summary>
    public FactRows<T> Basis(TimeBasis basis)
    {
        _columns.Basis(basis);
        return this;
    }

    /// <summary>How many days a row must be old at its export for its figures to have settled; readings over younger rows say so. See <see cref="FactColumns.YoungUnder"/>.</summary>
    public FactRows<T> YoungUnder(int days)
    {
        _columns.YoungUnder(days);
        return this;
    }

    /// <summary>The day on which all rows were exported.</summary>
    public FactRows<T> ExportedOn(LocalDate day)
    {
        _columns.ExportedOn(day);
        return this;
    }

    /// <summary>The day on which each row was exported, where several exports are in one table: of one key the latest export is the last.</summary>
    public FactRows<T> ExportedOn(Func<T, LocalDate> day) => Column(day, column => _columns.ExportedOn(column));

    /// <summary>The day on which each row was exported, where several exports are in one table: of one key the latest export is the last.</summary>
    public FactRows<T> ExportedOn(Func<T, DateOnly> day)
    {
        ArgumentNullException.ThrowIfNull(day);
        return ExportedOn(row => LocalDate.FromDateOnly(day(row)));
    }

    /// <summary>
    /// How many threads read objects at once, each some of them, and then the facts (<see cref="Facts.WithParallelism"/>). Each
    /// selector must be safe to call so, as one is that only reads its object. Only arrays and lists are read so; a sequence that
    /// is made while it is read has one thread. Facts are the same for any number.
    /// </summary>
    /// <param name="threads">How many threads at most; 1 unless said.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is less than 1.</exception>
    public FactRows<T> WithParallelism(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        _threads = threads;
        return this;
    }

    internal Facts Read(IEnumerable<T> rows)
    {
        RowReading.Read(rows, [.. _read], _threads);

        // As if rows were read one after the other.
        Issues.AddRange(_inexact.SelectMany(column => column).OrderBy(issue => issue.Row));
        return _columns.Build(Issues).WithParallelism(_threads);
    }

    private FactRows<T> Add(RowColumn<T> column)
    {
        _read.Add(column);
        return this;
    }

    private FactRows<T> Column<TValue>(Func<T, TValue> selector, Action<TValue[]> finish)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return Add(new PlainRowColumn<T, TValue>(selector, finish));
    }

    private FactRows<T> Days<TSelector>(TSelector selector)
        where TSelector : struct, IRowSelector<T, int> => Add(new DayRowColumn<T, TSelector>(selector, days => _columns.SetTime(days.Count, new DayColumn(days))));

    /// <summary>A column of integers: they are taken as they are, which is far cheaper than by way of a decimal.</summary>
    private FactRows<T> Integers(Func<T, long?> selector, Action<FigureSource> finish)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return Add(new IntegerRowColumn<T>(selector, finish));
    }

    private FactRows<T> Decimals(Func<T, decimal?> selector, Action<WrittenFigures> finish)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return Add(new FigureRowColumn<T, DecimalSelector<T>>(new(selector), finish));
    }

    private FactRows<T> Doubles(string column, Func<T, double?> selector, Action<WrittenFigures> finish)
    {
        ArgumentNullException.ThrowIfNull(selector);
        List<FactsIssue> inexact = [];
        _inexact.Add(inexact);
        return Add(new FigureRowColumn<T, DoubleSelector<T>>(new(column, selector, inexact), finish));
    }

    private static Func<T, decimal?> Exact(Func<T, long?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return row => value(row);
    }

    private static Func<T, double?> Shortest(Func<T, float?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return row => value(row) is { } number ? ExactNumber.Shortest(number) : null;
    }
}
