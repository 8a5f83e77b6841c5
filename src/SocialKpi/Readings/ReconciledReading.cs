namespace SocialKpi;

/// <summary>One cell of a comparison: what each source reads there, and how far they are apart. Immutable and thread-safe.</summary>
public sealed class ReconciledReading
{
    internal ReconciledReading(Reading? first, Reading? second, ReconciliationTolerance tolerance)
    {
        (First, Second) = (first, second);
        Kpi = (first ?? second!).Kpi;
        Outcome = OutcomeOf(first, second, tolerance);
        if (Outcome is not (ReconciliationOutcome.Equal or ReconciliationOutcome.WithinTolerance or ReconciliationOutcome.Differs)) return;
        (decimal from, decimal to) = (first!.Value, second!.Value);
        (Difference, Ratio) = (Subtract(second, first), Divide(to, from));
    }

    /// <summary>What was read; of the first source where the definitions differ.</summary>
    public Kpi Kpi { get; }

    /// <summary>The period; null when the cell covers all periods.</summary>
    public Timeframe? Period { get; internal init; }

    /// <summary>The segment; <see cref="Segment.Whole"/> when the cell covers all segments.</summary>
    public Segment Segment { get; internal init; } = Segment.Whole;

    /// <summary>What the first source reads; null when it does not have the cell or the KPI.</summary>
    public Reading? First { get; }

    /// <summary>What the second source reads; null when it does not have the cell or the KPI.</summary>
    public Reading? Second { get; }

    /// <summary>How they compare.</summary>
    public ReconciliationOutcome Outcome { get; }

    /// <summary>
    /// The second value less the first; of two ratios in percentage points. Null when not both have comparable values, or when it is
    /// outside what a decimal can hold.
    /// </summary>
    public Quantity? Difference { get; }

    /// <summary>
    /// The second value ÷ the first: 1.02 when the second is 2 % higher. Null when not both have comparable values, when the first is
    /// zero, or when it is outside what a decimal can hold.
    /// </summary>
    public decimal? Ratio { get; }

    /// <summary>Whether nothing is to be explained: the values agree, or neither source has one.</summary>
    public bool Agrees => Outcome is ReconciliationOutcome.Equal or ReconciliationOutcome.WithinTolerance or ReconciliationOutcome.AbsentInBoth;

    /// <summary>
    /// What there is to say beside the figures: why a value is absent, what makes two incomparable, and of a difference that one is
    /// gross and the other lies within its <see cref="Reading.Bounds"/>, or that one is of a period read in part; empty otherwise.
    /// </summary>
    public string Reason => ReconciliationText.ReasonOf(this);

    private static ReconciliationOutcome OutcomeOf(Reading? first, Reading? second, ReconciliationTolerance tolerance)
    {
        bool noFirst = HasNoRows(first), noSecond = HasNoRows(second);
        if (noFirst && noSecond) return ReconciliationOutcome.AbsentInBoth;
        if (noSecond) return ReconciliationOutcome.OnlyInFirst;
        if (noFirst) return ReconciliationOutcome.OnlyInSecond;
        if (first!.Kpi != second!.Kpi) return ReconciliationOutcome.Incomparable;
        if (!first.HasValue && !second.HasValue) return ReconciliationOutcome.AbsentInBoth;
        if (!first.HasValue) return ReconciliationOutcome.AbsentInFirst;
        if (!second.HasValue) return ReconciliationOutcome.AbsentInSecond;
        if (first.Unit != second.Unit) return ReconciliationOutcome.Incomparable;
        if (first.Value == second.Value) return ReconciliationOutcome.Equal;
        return tolerance.Allows(first.Quantity, second.Quantity) ? ReconciliationOutcome.WithinTolerance : ReconciliationOutcome.Differs;
    }

    private static bool HasNoRows(Reading? reading) => reading is null or { Absence: Absence.NoRows };

    private static Quantity? Subtract(Reading minuend, Reading subtrahend)
    {
        try
        {
            return minuend.Quantity - subtrahend.Quantity;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static decimal? Divide(decimal dividend, decimal divisor)
    {
        Figure quotient = Figure.Of(dividend, null).DividedBy(Figure.Of(divisor, null));
        return quotient.Absence is null ? quotient.Value : null;
    }
}
