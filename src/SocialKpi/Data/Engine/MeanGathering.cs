namespace SocialKpi;

/// <summary>Gathers sums for means. A row outside is no part of a mean.</summary>
internal sealed class MeanGathering(RowNumbers numbers, int cells) : SumGathering(numbers, cells)
{
    protected override CellState StateOf(int cell, long outside) => MeanState.Of(SumOf(cell, outside: 0), outside);
}
