namespace SocialKpi;

/// <summary>Gathers the sum of a measure over rows on which it is something, but another formula nothing at all. They are few, so each is looked at by itself.</summary>
internal sealed class ZeroGathering : StateGathering
{
    private readonly RequestRows _rows;
    private readonly RowReader.MeasureRows _measure;
    private readonly RowExpression _zero;
    private readonly IntegerFormula? _zeroIntegers;
    private readonly Dictionary<int, ExactSum> _sums = [];

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
            if (_rows.Taken is not null && !_rows.Taken.Holds(at)) continue;
            if (_zeroIntegers is null ? _zero.At(block, at) is not { IsZero: true } : integers[at] != 0) continue;
            bool isNarrow = _measure.Figures.TryRead(block, at, out Int128 figure);
            if (isNarrow && figure == 0) continue;
            ExactSum sum = _sums.GetValueOrDefault(groups[at]);
            if (isNarrow) sum.Add(figure);
            else sum.Add(_measure.Figures.WideAt(at));
            _sums[groups[at]] = sum;
        }
    }

    public override void Merge(StateGathering other, GroupMap groupOf)
    {
        foreach ((int group, ExactSum theirs) in ((ZeroGathering)other)._sums)
        {
            ExactSum sum = _sums.GetValueOrDefault(groupOf[group]);
            sum.Add(theirs);
            _sums[groupOf[group]] = sum;
        }
    }

    public override CellState StateOf(ReadOnlySpan<int> groups)
    {
        ExactSum sum = default;
        foreach (int group in groups) sum.Add(_sums.GetValueOrDefault(group));
        return SumState.Of(sum.Scaled, _measure.Figures.Decimals, sum.Rows, sum.Rows > 0 ? _measure.Currencies : []);
    }
}
