using System.Numerics;

namespace SocialKpi;

/// <summary>Gathers sums. A row outside is a row with nothing to add, not even a currency. The lanes of the scan do the adding.</summary>
internal class SumGathering : StateGathering
{
    private readonly ScanPass _pass;
    private readonly RowReader.MeasureRows _measure;
    private readonly GroupCount _left;
    private readonly GroupCount _outside;
    private readonly GroupSums.Slot? _sum;
    private readonly Dictionary<int, BigInteger> _tooWide = [];

    public SumGathering(ScanPass pass, Measure measure, RequestRows rows)
    {
        (_pass, Rows, _measure) = (pass, rows, pass.Reader.Measure(measure));
        (_left, _outside) = (pass.Count(rows.Left), pass.Count(rows.Outside));
        _sum = _measure.Figures switch
        {
            RecordedFigures { Column: var column } => pass.Sums.Sum(column, rows.Taken),
            IntegerFigures integers => pass.Sums.Sum(integers, rows.Taken),
            CalculatedFigures calculated => pass.Sums.Sum(calculated, rows.Taken),
            _ => null,
        };
    }

    protected RowReader.MeasureRows Measure => _measure;

    protected RequestRows Rows { get; }

    public override void Add(RowBlock block, ReadOnlySpan<int> groups)
    {
        if (_measure.Figures is not CalculatedFigures { WideRows: { Count: > 0 } wide }) return;
        foreach (int at in wide)
        {
            if (Rows.Takes(at)) _tooWide[groups[at]] = _tooWide.GetValueOrDefault(groups[at]) + _measure.Figures.WideAt(at);
        }
    }

    public override void Merge(StateGathering other, GroupMap groupOf)
    {
        foreach ((int group, BigInteger sum) in ((SumGathering)other)._tooWide) _tooWide[groupOf[group]] = _tooWide.GetValueOrDefault(groupOf[group]) + sum;
    }

    public override CellState StateOf(ReadOnlySpan<int> groups) => SumOf(groups, OutsideOf(groups));

    protected long OutsideOf(ReadOnlySpan<int> groups) => _outside.Of(groups);

    protected SumState SumOf(ReadOnlySpan<int> groups, long outside)
    {
        long rows = _pass.Sums.RowsOf(groups) - _left.Of(groups);
        BigInteger sum = _sum is { } slot ? _pass.Sums.SumOf(slot, groups) : rows;
        if (_tooWide.Count > 0)
        {
            foreach (int group in groups) sum += _tooWide.GetValueOrDefault(group);
        }

        return SumState.Of(sum, _measure.Figures.Decimals, rows + outside, rows > 0 ? _measure.Currencies : []);
    }
}
