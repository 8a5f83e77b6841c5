namespace SocialKpi;

/// <summary>Number of rows on which the row value is known; adds over any rows.</summary>
internal sealed class CountAggregation() : Aggregation("count")
{
    internal override bool HasRowValue => true;

    internal override string? Refuses(Unit unit) =>
        unit.Kind == UnitKind.Count ? null : $"a count has the unit count, not {unit}; leave the unit out";
}
