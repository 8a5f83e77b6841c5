namespace SocialKpi;

/// <summary>A part of a whole that another column sizes. It has a figure in its row alone: shares of different wholes never merge unweighted.</summary>
internal sealed class ShareAggregation() : Aggregation("share")
{
    internal override bool HasRowValue => true;

    internal override bool AddsUp => false;

    internal override string? Refuses(Unit unit) => unit.Kind == UnitKind.Ratio ? null : $"a share is a ratio, not {unit}; leave the unit out";
}
