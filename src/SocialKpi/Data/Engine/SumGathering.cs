namespace SocialKpi;

/// <summary>Gathers sums. A row outside is a row with nothing to add, not even a currency.</summary>
internal class SumGathering(RowNumbers numbers, int cells) : StateGathering(cells)
{
    private readonly ExactSum[] _sums = new ExactSum[cells];

    protected RowNumbers Numbers => numbers;

    public override void Add(int cell, int row) => _sums[cell].Add(numbers.Scaled[row]);

    protected override CellState StateOf(int cell, long outside) => SumOf(cell, outside);

    protected SumState SumOf(int cell, long outside)
    {
        ExactSum sum = _sums[cell];
        return SumState.Of(sum.Scaled, numbers.Decimals, sum.Rows + outside, sum.Rows > 0 ? numbers.Currencies : []);
    }
}
