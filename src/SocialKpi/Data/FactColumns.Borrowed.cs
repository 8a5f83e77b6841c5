using NodaTime;

namespace SocialKpi;

/// <content>
/// Columns in memory of the caller. Integers, codes and moments are read in place and not copied: do not change them as long as
/// the facts are used. Days, decimals and doubles are converted once.
/// </content>
public sealed partial class FactColumns
{
    /// <summary>The day of each row, converted.</summary>
    public FactColumns Time(ReadOnlyMemory<LocalDate> days) => SetTime(days.Length, new DayColumn(DayNumbers.Of(days.Length, row => days.Span[row])));

    /// <summary>The local moment of each row, read in place: do not change the memory afterwards.</summary>
    public FactColumns Time(ReadOnlyMemory<LocalDateTime> moments) => SetTime(moments.Length, new LocalTimeColumn(new(moments)));

    /// <summary>The instant of each row, read in place on the clock of a zone: do not change the memory afterwards.</summary>
    public FactColumns Time(ReadOnlyMemory<Instant> instants, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return SetTime(instants.Length, new InstantColumn(new(instants), zone));
    }

    /// <summary>A dimension that is coded already: each value once, and for each row the place of its value, -1 where it is blank.</summary>
    /// <param name="name">The name of the dimension.</param>
    /// <param name="values">The values, each once; copied.</param>
    /// <param name="codes">A code from -1 to the last value for each row; read in place: do not change the memory afterwards.</param>
    public FactColumns Dimension(string name, IReadOnlyList<string> values, ReadOnlyMemory<int> codes)
    {
        ArgumentNullException.ThrowIfNull(values);
        return AddDimension(name, codes.Length, (rows, issues) => DimensionColumn.Coded(name, values, codes, rows, issues));
    }

    /// <summary>A recorded measure of 64-bit integers, read in place: do not change the memory afterwards.</summary>
    /// <param name="measure">The measure; one that is recorded, not one that is calculated from others.</param>
    /// <param name="values">The figure of each row, of at most 18 digits.</param>
    /// <param name="known">Which rows have a figure; empty when all have.</param>
    /// <param name="blank">What a row without a figure means.</param>
    public FactColumns Measure(Measure measure, ReadOnlyMemory<long> values, ReadOnlyMemory<bool> known = default, Blank blank = Blank.Unknown) =>
        Recorded(measure, null, FigureSource.Of(new ScaledColumn(values), known), blank);

    /// <summary>A recorded measure of 32-bit integers, read in place: do not change the memory afterwards.</summary>
    public FactColumns Measure(Measure measure, ReadOnlyMemory<int> values, ReadOnlyMemory<bool> known = default, Blank blank = Blank.Unknown) =>
        Recorded(measure, null, FigureSource.Of(new ScaledColumn(values), known), blank);

    /// <summary>A recorded measure of decimals, converted.</summary>
    public FactColumns Measure(Measure measure, ReadOnlyMemory<decimal> values, ReadOnlyMemory<bool> known = default, Blank blank = Blank.Unknown) =>
        Recorded(measure, null, FigureSource.Of(values, known), blank);

    /// <summary>A recorded measure of doubles, converted by their shortest text (0.1 is 0.1); NaN and infinity are refused on rows that are known.</summary>
    public FactColumns Measure(Measure measure, ReadOnlyMemory<double> values, ReadOnlyMemory<bool> known = default, Blank blank = Blank.Unknown) =>
        Recorded(measure, null, FigureSource.Of(values, known), blank);

    /// <summary>A recorded money measure of 64-bit integers in one currency, read in place: do not change the memory afterwards.</summary>
    public FactColumns Measure(Measure measure, ReadOnlyMemory<long> values, Currency currency, ReadOnlyMemory<bool> known = default, Blank blank = Blank.Unknown) =>
        Recorded(measure, currency, FigureSource.Of(new ScaledColumn(values), known), blank);

    /// <summary>A recorded money measure of 32-bit integers in one currency, read in place: do not change the memory afterwards.</summary>
    public FactColumns Measure(Measure measure, ReadOnlyMemory<int> values, Currency currency, ReadOnlyMemory<bool> known = default, Blank blank = Blank.Unknown) =>
        Recorded(measure, currency, FigureSource.Of(new ScaledColumn(values), known), blank);

    /// <summary>A recorded money measure of decimals in one currency, converted.</summary>
    public FactColumns Measure(Measure measure, ReadOnlyMemory<decimal> values, Currency currency, ReadOnlyMemory<bool> known = default, Blank blank = Blank.Unknown) =>
        Recorded(measure, currency, FigureSource.Of(values, known), blank);

    /// <summary>A recorded money measure of doubles in one currency, converted by their shortest text.</summary>
    public FactColumns Measure(Measure measure, ReadOnlyMemory<double> values, Currency currency, ReadOnlyMemory<bool> known = default, Blank blank = Blank.Unknown) =>
        Recorded(measure, currency, FigureSource.Of(values, known), blank);

    /// <summary>A row value of 64-bit integers, read in place: do not change the memory afterwards.</summary>
    public FactColumns Value(string name, ReadOnlyMemory<long> values, ReadOnlyMemory<bool> known = default, Blank blank = Blank.Unknown) =>
        RowValue(name, FigureSource.Of(new ScaledColumn(values), known), blank);

    /// <summary>A row value of 32-bit integers, read in place: do not change the memory afterwards.</summary>
    public FactColumns Value(string name, ReadOnlyMemory<int> values, ReadOnlyMemory<bool> known = default, Blank blank = Blank.Unknown) =>
        RowValue(name, FigureSource.Of(new ScaledColumn(values), known), blank);

    /// <summary>A row value of decimals, converted.</summary>
    public FactColumns Value(string name, ReadOnlyMemory<decimal> values, ReadOnlyMemory<bool> known = default, Blank blank = Blank.Unknown) =>
        RowValue(name, FigureSource.Of(values, known), blank);

    /// <summary>A row value of doubles, converted by their shortest text.</summary>
    public FactColumns Value(string name, ReadOnlyMemory<double> values, ReadOnlyMemory<bool> known = default, Blank blank = Blank.Unknown) =>
        RowValue(name, FigureSource.Of(values, known), blank);
}
