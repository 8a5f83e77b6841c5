using System.Globalization;

namespace SocialKpi;

/// <summary>
/// The figure of one KPI for one period and segment: a value with its unit, or the reason why there is none. It knows
/// what it was made of and how far it can be trusted.
/// </summary>
/// <remarks>Immutable and thread-safe. There is no NaN, no infinity and no false zero.</remarks>
[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed class Reading : IFormattable, IDisplayed
{
    private readonly decimal _value;
    private readonly Unit _unit;
    private readonly InputSource _inputs;

    internal Reading(Kpi kpi, Timeframe timeframe, Segment segment, Figure figure, InputSource inputs, long rowsUsed, IReadOnlyList<Caveat> caveats)
    {
        (Kpi, Timeframe, Segment, _inputs, RowsUsed, Caveats, Absence) = (kpi, timeframe, segment, inputs, rowsUsed, caveats, figure.Absence);
        _value = figure.Value.WithoutTrailingZeros();
        Bounds = figure.Bounds is { } bounds ? new Bounds(bounds.Lower.WithoutTrailingZeros(), bounds.Upper.WithoutTrailingZeros()) : null;
        _unit = kpi.Unit == Unit.Money && figure.Currency is { } currency ? Unit.MoneyIn(currency) : kpi.Unit;
    }

    /// <summary>What was read.</summary>
    public Kpi Kpi { get; }

    /// <summary>For when: the period of the cell, or what the query was limited to; up to the day it was read as of where that has no end.</summary>
    public Timeframe Timeframe { get; }

    /// <summary>For which part of the facts.</summary>
    public Segment Segment { get; }

    /// <summary>Whether there is a value.</summary>
    public bool HasValue => Absence is null;

    /// <summary>The value in <see cref="Unit"/>: a ratio as a fraction (0.03 for 3 %).</summary>
    /// <exception cref="InvalidOperationException">There is none; the message says which reading and why.</exception>
    public decimal Value => Absence is { } absence
        ? throw new InvalidOperationException($"{Kpi.Id} has no value for {Where}: {absence.Describe()}. Test HasValue first, or use ValueOr.")
        : _value;

    /// <summary>The value with its unit.</summary>
    /// <exception cref="InvalidOperationException">There is no value.</exception>
    public Quantity Quantity => new(Value, _unit);

    /// <summary>The unit; for money with the currency of the amounts, where there were any.</summary>
    public Unit Unit => _unit;

    /// <summary>Why there is no value; null when there is one.</summary>
    public Absence? Absence { get; }

    /// <summary>
    /// Between which values the true figure lies, when the figure is gross because people were counted more than once; null when
    /// it is exact, or when nobody can say (a caveat says that it is gross all the same).
    /// </summary>
    public Bounds? Bounds { get; }

    /// <summary>What must be known beside the figure.</summary>
    public IReadOnlyList<Caveat> Caveats { get; }

    /// <summary>On how many rows the figure rests; 0 when it was given, calculated from given numbers, or is suppressed.</summary>
    public long RowsUsed { get; }

    /// <summary>The measures that went into the formula, in its order; empty when the figure itself was given.</summary>
    public IReadOnlyList<ReadingInput> Inputs => _inputs.Inputs(Kpi);

    /// <summary>Whether it was calculated from given numbers, so that there are no rows to speak of.</summary>
    internal bool IsFromGivenNumbers { get; init; }

    /// <summary>What the query's calendar calls the period (FY2027, week of …); null where the timeframe's own name is meant.</summary>
    internal string? PeriodLabel { get; init; }

    /// <summary>When weeks and years start in the query that read it; null where it was read by none.</summary>
    internal ReportingCalendar? Calendar => _inputs.Calendar;

    /// <summary>Whether the figure itself was given, so that there is nothing that went into it.</summary>
    internal bool IsGiven => Caveats.Any(caveat => caveat.Kind == CaveatKind.Given);

    /// <summary>Whether the period is cut, by the timeframe or by the day it is read as of.</summary>
    internal bool IsCut => Caveats.Any(caveat => caveat.Kind == CaveatKind.PartialPeriod);

    /// <summary>Whether it was given, or calculated from given numbers, and nobody said for when.</summary>
    internal bool IsUndated => Timeframe == Timeframe.Always && (IsGiven || IsFromGivenNumbers);

    internal string Where => (Timeframe == Timeframe.Always, Segment.IsWhole) switch
    {
        (true, true) => "everything",
        (true, false) => Segment.ToString(),
        (false, true) => When,
        _ => $"{When}, {Segment}",
    };

    internal string When => PeriodLabel ?? Timeframe.ToString();

    /// <summary>
    /// A reading made from a stored number, such as last year's figure from a slide: <c>Reading.Given(Kpis.ClickThroughRate, 3.1m.Percent(), Timeframe.Year(2025))</c>.
    /// It is marked so with a caveat and has no rows and no inputs. A number that is not known (null) is absent with <see cref="Absence.NotReported"/>, never zero.
    /// </summary>
    /// <param name="kpi">What the number is of.</param>
    /// <param name="quantity">The number in the KPI's unit, money in any currency where the KPI names none; null when it is not known.</param>
    /// <param name="timeframe">For when; <see cref="Timeframe.Always"/> when left out.</param>
    /// <param name="segment">For which part; the whole when left out.</param>
    /// <exception cref="ArgumentException">The number has another unit than the KPI.</exception>
    public static Reading Given(Kpi kpi, Quantity? quantity, Timeframe timeframe = default, Segment? segment = null)
    {
        ArgumentNullException.ThrowIfNull(kpi);
        if (GivenProblem(kpi, quantity) is { } problem) throw new ArgumentException($"{problem}.", nameof(quantity));
        Figure figure = quantity is { } known
            ? Figure.Of(known.Value, known.Unit.Kind == UnitKind.Money ? known.Unit.Currency : null)
            : Figure.Absent(SocialKpi.Absence.NotReported);
        return new Reading(kpi, timeframe, segment ?? Segment.Whole, figure, InputSource.None, 0, [CaveatText.Given]);
    }

    /// <summary>Why a number cannot be a figure of a KPI; null when it can.</summary>
    internal static string? GivenProblem(Kpi kpi, Quantity? quantity) =>
        quantity is not { Unit: var unit } || unit == kpi.Unit || (kpi.Unit == Unit.Money && unit.Kind == UnitKind.Money)
            ? null
            : $"{kpi.Id} is in {kpi.Unit}, but the number given is in {unit}; give it in {kpi.Unit}";

    /// <summary>The value, or <paramref name="fallback"/> when there is none.</summary>
    public decimal ValueOr(decimal fallback) => HasValue ? _value : fallback;

    /// <summary>The reading as plain values, for libraries of charts and tables: one row.</summary>
    public IReadOnlyList<ReadingRow> Rows => [ReadingRow.Of(this)];

    /// <summary>How the figure came about: the formula with the numbers in it, rows, caveats and definition.</summary>
    public Explanation Explain() => new(this);

    /// <summary>The value as text, <c>3.00 %</c>, or why there is none, <c>– (zero denominator)</c>; the same under every culture.</summary>
    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);

    /// <summary>The value as text in a culture. Formats are those of <see cref="SocialKpi.Quantity"/>.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => Absence is { } absence
        ? $"– ({absence.Describe()})"
        : Quantity.ToString(format, formatProvider ?? CultureInfo.InvariantCulture);

    /// <summary>What was read, the figure and its caveats as Markdown; the same under every culture.</summary>
    public string ToMarkdown() => ReadingText.Markdown(this);

    /// <summary>The same as a small self-contained HTML fragment, readable on light and dark pages.</summary>
    public string ToHtml() => ReadingText.Html(this);
}
