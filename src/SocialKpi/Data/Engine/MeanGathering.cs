namespace SocialKpi;

/// <summary>Gathers sums for means. A row outside is no part of a mean.</summary>
internal sealed class MeanGathering(ScanPass pass, Measure measure, RequestRows rows) : SumGathering(pass, measure, rows)
{
    public override CellState StateOf(int group) => MeanState.Of(SumOf(group, outside: 0), OutsideOf(group));
}
