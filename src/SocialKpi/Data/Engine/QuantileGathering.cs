using System.Numerics;
using System.Runtime.InteropServices;

namespace SocialKpi;

/// <summary>Gathers the values of rows, each with how often it occurs.</summary>
internal sealed class QuantileGathering(ScanPass pass, Measure measure, RequestRows rows) : StateGathering
{
    private readonly Quantile _quantile = ((QuantileAggregation)measure.Aggregation).Quantile;
    private readonly RowReader.MeasureRows _measure = pass.Reader.Measure(measure);
    private readonly GroupCount? _outside = rows.Outside is null ? null : pass.Count(rows.Outside);
    private readonly Dictionary<(int Group, Int128 Value), long> _counts = [];
    private readonly Dictionary<(int Group, BigInteger Value), long> _wideCounts = [];
    private ILookup<int, KeyValuePair<BigInteger, long>>? _byGroup;

    public override void Add(RowBlock block, ReadOnlySpan<int> groups)
    {
        for (int at = 0; at < groups.Length; at++)
        {
            if (groups[at] == Numbering.NoGroup || (rows.Taken is not null && !rows.Taken.Holds(at))) continue;
            if (_measure.Figures.TryRead(block, at, out Int128 value)) CountOf(_counts, (groups[at], value))++;
            else CountOf(_wideCounts, (groups[at], _measure.Figures.WideAt(at)))++;
        }
    }

    public override void Merge(StateGathering other, GroupMap groupOf)
    {
        QuantileGathering theirs = (QuantileGathering)other;
        foreach (((int group, Int128 value), long count) in theirs._counts) CountOf(_counts, (groupOf[group], value)) += count;
        foreach (((int group, BigInteger value), long count) in theirs._wideCounts) CountOf(_wideCounts, (groupOf[group], value)) += count;
    }

    public override CellState StateOf(int group) =>
        QuantileState.Of(_quantile, _byGroup![group], _measure.Figures.Decimals, _measure.Currencies, _outside?[group] ?? 0);

    public override void Finish() => _byGroup = _counts.Select(pair => (pair.Key.Group, Value: (BigInteger)pair.Key.Value, Count: pair.Value))
        .Concat(_wideCounts.Select(pair => (pair.Key.Group, pair.Key.Value, Count: pair.Value)))
        .ToLookup(value => value.Group, value => KeyValuePair.Create(value.Value, value.Count));

    private static ref long CountOf<TKey>(Dictionary<TKey, long> counts, TKey key)
        where TKey : notnull => ref CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _);
}
