namespace SocialKpi;

/// <summary>Gathers the sum of a measure over rows on which it is something, but another formula nothing at all. They are few, so each is looked at by itself.</summary>
internal sealed class ZeroGathering : StateGathering
{
    private readonly RequestRows _rows;
    private readonly RowReader.MeasureRows _measure;
    private readonly RowExpression _zero;
    private readonly ValueColumn? _zeroColumn;
    private readonly Dictionary<int, ExactSum> _sums = [];

    public ZeroGathering(ScanPass pass, StateRequest request, RequestRows rows)
    {
        (_rows, _measure) = (rows, pass.Reader.Measure(request.Measure));
        _zero = pass.Reader.Expression(request.WhereZero!);
        _zeroColumn = request.WhereZero is Measure recorded && pass.Reader.Measure(recorded) is { Figures: RecordedFigures { Column: var column }, Statuses.AreAllKnown: true } ? column : null;
    }

    public override void Add(RowBlock block, ReadOnlySpan<int> groups)
    {
        if (_zeroColumn is { Scaled: var scaled } && !scaled.HasZero(block.Start, block.Count)) return;
        for (int at = 0; at < groups.Length; at++)
        {
            if (_rows.Taken is not null && !_rows.Taken.Holds(at)) continue;
            if (_zeroColumn is not null ? _zeroColumn.Scaled[block.Start + at] != 0 : _zero.At(block, at) is not { IsZero: true }) continue;
            bool isNarrow = _measure.Figures.TryRead(block, at, out Int128 figure);
            if (isNarrow && figure == 0) continue;
            ExactSum sum = _sums.GetValueOrDefault(groups[at]);
            if (isNarrow) sum.Add(figure);
            else sum.Add(_measure.Figures.WideAt(at));
            _sums[groups[at]] = sum;
        }
    }

    public override void Merge(StateGathering other, ReadOnlySpan<int> groupOf)
    {
        foreach ((int group, ExactSum theirs) in ((ZeroGathering)other)._sums)
        {
            ExactSum sum = _sums.GetValueOrDefault(groupOf[group]);
            sum.Add(theirs);
            _sums[groupOf[group]] = sum;
        }
    }

    public override CellState StateOf(int group)
    {
        ExactSum sum = _sums.GetValueOrDefault(group);
        return SumState.Of(sum.Scaled, _measure.Figures.Decimals, sum.Rows, sum.Rows > 0 ? _measure.Currencies : []);
    }
}
