using System.Numerics;

namespace SocialKpi;

/// <summary>Gathers the values of rows, each with how often it occurs.</summary>
internal sealed class QuantileGathering(Quantile quantile, RowNumbers numbers, int cells) : StateGathering(cells)
{
    private readonly Dictionary<BigInteger, long>?[] _counts = new Dictionary<BigInteger, long>?[cells];

    public override void Add(int cell, int row)
    {
        Dictionary<BigInteger, long> counts = _counts[cell] ??= [];
        counts[numbers.Scaled[row]] = counts.GetValueOrDefault(numbers.Scaled[row]) + 1;
    }

    protected override CellState StateOf(int cell, long outside) =>
        QuantileState.Of(quantile, _counts[cell] ?? [], numbers.Decimals, numbers.Currencies, outside);
}
