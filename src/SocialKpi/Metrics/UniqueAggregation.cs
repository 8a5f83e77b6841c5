namespace SocialKpi;

/// <summary>People counted beforehand. The sum and the largest figure merge: the true number lies between them.</summary>
internal sealed class UniqueAggregation() : Aggregation("unique")
{
    internal override bool HasRowValue => true;

    internal override bool AddsUp => false;

    internal override string Describe(string of) => $"people counted beforehand in {of}; where several counts are added, somebody may be in more than one";

    internal override string? Refuses(Unit unit) =>
        unit.Kind == UnitKind.Count ? null : $"people are a count, not {unit}; leave the unit out";
}
