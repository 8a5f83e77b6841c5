namespace SocialKpi;

/// <summary>Tells from the definition of a KPI between which figures it lies, whatever the data.</summary>
internal static class KpiRanges
{
    /// <summary>
    /// A share is 0 to 1, and a net score such as 100 × (promoters − detractors) ÷ answers −100 to 100; what is counted or timed begins at 0, and
    /// so does what is made of that without taking away. Null where the definition sets no end.
    /// </summary>
    public static (decimal Lowest, decimal? Highest)? Range(this Kpi kpi) => kpi.Unit.Kind switch
    {
        UnitKind.Points when kpi.Formula is BinaryFormula { Operation: Operation.Divide, Right: Measure whole, Left: var top } && NetScore(top, whole) is { } most => (-most, most),
        UnitKind.Ratio when IsShare(kpi.Formula) || kpi.Id.Split('.', '_').Contains("share") => (0, 1),
        _ => IsNeverNegative(kpi.Formula) ? (0, null) : null,
    };

    private static bool IsNeverNegative(Formula formula) => formula switch
    {
        ConstantFormula constant => constant.Value >= 0,
        Measure measure => IsNeverNegative(measure),
        BinaryFormula binary => binary.Operation != Operation.Subtract && IsNeverNegative(binary.Left) && IsNeverNegative(binary.Right),
        ContextFormula context => IsNeverNegative(context.Inner),
        _ => false,
    };

    /// <summary>Whether it counts, is a share, or adds up or picks among such. Money comes back too, and numbers and points are anything.</summary>
    private static bool IsNeverNegative(Measure measure) =>
        measure.Aggregation == Aggregation.Count || measure.Aggregation == Aggregation.Unique || measure.Aggregation == Aggregation.Distinct || measure.Aggregation == Aggregation.Share
        || (measure.RowValue is { } value ? IsNeverNegative(value) : measure.Unit.Kind is UnitKind.Count or UnitKind.Duration);

    /// <summary>By how much a difference of two parts of a whole is multiplied; null when it is something else.</summary>
    private static decimal? NetScore(Formula top, Measure whole) => top is BinaryFormula
    {
        Operation: Operation.Multiply,
        Left: ConstantFormula { Value: > 0 and var factor },
        Right: BinaryFormula { Operation: Operation.Subtract, Left: Measure plus, Right: Measure minus },
    } && IsPart(plus, whole) && IsPart(minus, whole) ? factor : null;

    private static bool IsShare(Formula formula) => formula switch
    {
        Measure measure => measure.Aggregation == Aggregation.Share,
        BinaryFormula { Operation: Operation.Divide, Left: var part, Right: ContextFormula { Context: AcrossContext, Inner: var inner } } => inner == part,
        BinaryFormula { Operation: Operation.Divide, Left: Measure part, Right: Measure whole } => IsPart(part, whole),
        _ => false,
    };

    /// <summary>Whether a measure cannot exceed another: it counts the same of fewer rows, or is known to be a part of it.</summary>
    private static bool IsPart(Measure part, Measure whole) => IsNarrower(part, whole) || QualityLimit.Standard.Any(limit => limit.Whole == whole && limit.Parts.Contains(part));

    private static bool IsNarrower(Measure one, Measure other) =>
        one != other && one.Aggregation.AddsUp && one.Aggregation == other.Aggregation && one.Dimension == other.Dimension
        && other.Conditions.All(one.Conditions.Contains)
        && (one.RowValue == other.RowValue || (other.IsRecorded && one.RowValue == other));
}
