namespace SocialKpi;

/// <summary>Gathers the codes of a dimension; they become ids, which other facts share, only at the end.</summary>
internal sealed class DistinctGathering(DimensionColumn dimension, int cells) : StateGathering(cells)
{
    private readonly HashSet<int>?[] _codes = new HashSet<int>?[cells];
    private readonly long[] _rows = new long[cells];

    public override void Add(int cell, int row)
    {
        (_codes[cell] ??= []).Add(dimension.Codes[row]);
        _rows[cell]++;
    }

    protected override CellState StateOf(int cell, long outside) =>
        DistinctState.Of((_codes[cell] ?? []).Select(code => dimension.Values[code]), _rows[cell] + outside);
}
