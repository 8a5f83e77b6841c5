using System.Numerics;

namespace SocialKpi;

/// <summary>Gathers the sum of a measure over rows on which it is something, but another formula nothing at all. They are few, so each is looked at by itself.</summary>
internal sealed class ZeroGathering : StateGathering
{
    private readonly RequestRows _rows;
    private readonly RowReader.MeasureRows _measure;
    private readonly RowExpression _zero;
    private readonly IntegerFormula? _zeroIntegers;
    private readonly Dictionary<int, (BigInteger Sum, long Rows)> _sums = [];

    public ZeroGathering(ScanPass pass, StateRequest request, RequestRows rows)
    {
        (_rows, _measure) = (rows, pass.Reader.Measure(request.Measure));
        _zero = pass.Reader.Expression(request.WhereZero!);
        _zeroIntegers = _zero.AsIntegers;
    }

    public override void Add(RowBlock block, ReadOnlySpan<int> groups)
    {
        ReadOnlySpan<long> integers = _zeroIntegers is null ? default : _zeroIntegers.Read(block)[..block.Count];
        if (_zeroIntegers is not null && !integers.Contains(0)) return;
        for (int at = 0; at < groups.Length; at++)
        {
            if (!_rows.Takes(at)) continue;
            if (_zeroIntegers is null ? _zero.At(block, at) is not { IsZero: true } : integers[at] != 0) continue;
            BigInteger figure = _measure.Figures.TryRead(block, at, out Int128 narrow) ? narrow : _measure.Figures.WideAt(at);
            if (!figure.IsZero) Add(groups[at], figure, 1);
        }
    }

    public override void Merge(StateGathering other, GroupMap groupOf)
    {
        foreach ((int group, (BigInteger sum, long rows)) in ((ZeroGathering)other)._sums) Add(groupOf[group], sum, rows);
    }

    public override CellState StateOf(ReadOnlySpan<int> groups)
    {
        (BigInteger sum, long rows) = (0, 0);
        foreach (int group in groups)
        {
            (BigInteger own, long count) = _sums.GetValueOrDefault(group);
            (sum, rows) = (sum + own, rows + count);
        }

        return SumState.Of(sum, _measure.Figures.Decimals, rows, rows > 0 ? _measure.Currencies : []);
    }

    private void Add(int group, BigInteger sum, long rows)
    {
        (BigInteger own, long count) = _sums.GetValueOrDefault(group);
        _sums[group] = (own + sum, count + rows);
    }
}
