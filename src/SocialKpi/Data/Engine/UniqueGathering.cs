using System.Numerics;

namespace SocialKpi;

/// <summary>Gathers counts of people: their sum, the largest, and how many are not zero.</summary>
internal sealed class UniqueGathering(RowNumbers numbers, int cells) : SumGathering(numbers, cells)
{
    private readonly BigInteger[] _largest = new BigInteger[cells];
    private readonly long[] _counts = new long[cells];

    public override void Add(int cell, int row)
    {
        base.Add(cell, row);
        BigInteger people = Numbers.Scaled[row];
        if (!people.IsZero) _counts[cell]++;
        if (people > _largest[cell]) _largest[cell] = people;
    }

    protected override CellState StateOf(int cell, long outside) =>
        UniqueState.Of(SumOf(cell, outside), ExactNumber.ToDecimal(_largest[cell], Numbers.Decimals)!.Value, _counts[cell]);
}
