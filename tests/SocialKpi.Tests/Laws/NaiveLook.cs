namespace SocialKpi.Tests.Laws;

/// <summary>One place where a formula reads a measure: with which filters and groupings dropped, and through which contexts in time, outermost first.</summary>
internal sealed record NaiveLook(Measure Measure, IReadOnlyList<string> Across, IReadOnlyList<Context> Times)
{
    /// <summary>Whether it may see rows that are not in the cell: through a context in time, or looking back for a stock.</summary>
    public bool LooksElsewhere => Times.Count > 0 || Measure.IsStock;

    /// <summary>Every place where a formula reads a measure.</summary>
    public static IEnumerable<NaiveLook> Of(Formula formula) => Of(formula, [], []);

    private static IEnumerable<NaiveLook> Of(Formula formula, IReadOnlyList<string> across, IReadOnlyList<Context> times) => formula switch
    {
        Measure measure => [new(measure, across, times)],
        BinaryFormula binary => Of(binary.Left, across, times).Concat(Of(binary.Right, across, times)),
        ContextFormula { Context: AcrossContext context } inner => Of(inner.Inner, [.. across, context.Dimension], times),
        ContextFormula inner => Of(inner.Inner, across, [.. times, inner.Context]),
        _ => [],
    };
}
