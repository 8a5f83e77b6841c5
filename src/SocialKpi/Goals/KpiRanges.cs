namespace SocialKpi;

/// <summary>Tells from the definition of a KPI between which figures it lies, whatever the data.</summary>
internal static class KpiRanges
{
    /// <summary>Points are −100 to 100, a share is 0 to 1; null where the definition sets no end.</summary>
    public static (decimal Lowest, decimal Highest)? Range(this Kpi kpi) => kpi.Unit == Unit.Points ? (-100, 100)
        : kpi.Unit != Unit.Ratio ? null
        : IsShare(kpi.Formula) || kpi.Id.Split('.', '_').Contains("share") ? (0, 1)
        : null;

    private static bool IsShare(Formula formula) => formula switch
    {
        Measure measure => measure.Aggregation == Aggregation.Share,
        BinaryFormula { Operation: Operation.Divide, Left: var part, Right: var whole } =>
            (whole is ContextFormula { Context: AcrossContext, Inner: var inner } && inner == part)
            || (part is Measure one && whole is Measure all && (IsNarrower(one, all) || QualityLimit.Standard.Any(limit => limit.Whole == all && limit.Parts.Contains(one)))),
        _ => false,
    };

    /// <summary>Whether a measure counts the same as another, of fewer rows.</summary>
    private static bool IsNarrower(Measure one, Measure other) =>
        one != other && one.Aggregation.AddsUp && one.Aggregation == other.Aggregation && one.Dimension == other.Dimension
        && other.Conditions.All(one.Conditions.Contains)
        && (one.RowValue == other.RowValue || (other.IsRecorded && one.RowValue == other));
}
