using System.Numerics;
using System.Runtime.InteropServices;

namespace SocialKpi;

/// <summary>Gathers the values of rows, each with how often it occurs.</summary>
internal sealed class QuantileGathering(ScanPass pass, Measure measure, RequestRows rows) : StateGathering
{
    private readonly Quantile _quantile = ((QuantileAggregation)measure.Aggregation).Quantile;
    private readonly RowReader.MeasureRows _measure = pass.Reader.Measure(measure);
    private readonly GroupCount _outside = pass.Count(rows.Outside);
    private readonly CountedValues _counts = new();

    // Of each group the values that 64 bits do not hold.
    private readonly Dictionary<int, Dictionary<BigInteger, long>> _wideCounts = [];

    public override void Add(RowBlock block, ReadOnlySpan<int> groups)
    {
        for (int at = 0; at < groups.Length; at++)
        {
            if (groups[at] == Numbering.NoGroup || !rows.Takes(at)) continue;
            if (!_measure.Figures.TryRead(block, at, out Int128 value)) CountOf(groups[at], _measure.Figures.WideAt(at))++;
            else if (value < long.MinValue || value > long.MaxValue) CountOf(groups[at], (BigInteger)value)++;
            else _counts.Add(groups[at], unchecked((long)value));
        }
    }

    public override void Merge(StateGathering other, GroupMap groupOf)
    {
        QuantileGathering theirs = (QuantileGathering)other;
        _counts.Add(theirs._counts, groupOf);
        foreach ((int group, Dictionary<BigInteger, long> values) in theirs._wideCounts)
        {
            foreach ((BigInteger value, long count) in values) CountOf(groupOf[group], value) += count;
        }
    }

    public override void Finish() => _counts.Sort();

    public override CellState StateOf(ReadOnlySpan<int> groups)
    {
        List<KeyValuePair<BigInteger, long>> counts = [];
        foreach (int group in groups)
        {
            (ReadOnlyMemory<long> values, ReadOnlyMemory<long> times) = _counts.Of(group);
            for (int at = 0; at < values.Length; at++) counts.Add(new(values.Span[at], times.Span[at]));
            if (_wideCounts.TryGetValue(group, out Dictionary<BigInteger, long>? wide)) counts.AddRange(wide);
        }

        return QuantileState.Of(_quantile, counts, _measure.Figures.Decimals, _measure.Currencies, _outside.Of(groups));
    }

    private ref long CountOf(int group, BigInteger value)
    {
        if (!_wideCounts.TryGetValue(group, out Dictionary<BigInteger, long>? values)) _wideCounts.Add(group, values = []);
        return ref CollectionsMarshal.GetValueRefOrAddDefault(values, value, out _);
    }
}
