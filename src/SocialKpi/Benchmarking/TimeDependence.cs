namespace SocialKpi;

/// <summary>Whether a figure depends on how long the time is that it is of, so that a part of a period says nothing of the whole.</summary>
internal static class TimeDependence
{
    /// <summary>
    /// What a longer time does to a figure: <c>grows with time</c> for counts and sums, by a stock too, and for what is gained since the period
    /// opened; null for stocks, and for rates of one sum by another.
    /// </summary>
    public static string? Of(Formula formula) => Power(formula) switch
    {
        > 0 => "grows with time",
        < 0 => "shrinks with time",
        _ => null,
    };

    /// <summary>Whether more of the same makes it greater: counts and sums, and not means and rates.</summary>
    public static bool Grows(Formula formula) => Power(formula) > 0;

    /// <summary>The power of time that a figure goes with: 1 is that of a sum, 0 that of a stock.</summary>
    private static int Power(Formula formula) => formula switch
    {
        Measure measure => measure.Aggregation.AddsUp || measure.Aggregation == Aggregation.Distinct || measure.Aggregation == Aggregation.Unique ? 1 : 0,

        // A window has a length of its own, wherever the cell ends.
        ContextFormula { Context: TrailingContext } => 0,
        ContextFormula context => Power(context.Inner),
        BinaryFormula binary => Power(binary, Power(binary.Left), Power(binary.Right)),
        _ => 0,
    };

    private static int Power(BinaryFormula formula, int left, int right) => formula.Operation switch
    {
        // What a stock has gained since the period opened.
        Operation.Divide or Operation.Subtract when IsOpening(formula.Right) && formula.Left.HasMeasures && !IsOpening(formula.Left) && left == 0 => 1,
        Operation.Multiply => left + right,
        Operation.Divide => left - right,
        _ => Math.Max(left, right) > 0 ? Math.Max(left, right) : Math.Min(left, right),
    };

    private static bool IsOpening(Formula formula) => formula is ContextFormula { Context: OpeningContext };
}
