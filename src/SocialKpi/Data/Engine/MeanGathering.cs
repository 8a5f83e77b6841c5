namespace SocialKpi;

/// <summary>Gathers sums for means. A row outside is no part of a mean.</summary>
internal sealed class MeanGathering(ScanPass pass, Measure measure, RequestRows rows) : SumGathering(pass, measure, rows)
{
    public override CellState StateOf(ReadOnlySpan<int> groups) => MeanState.Of(SumOf(groups, outside: 0), OutsideOf(groups));
}
