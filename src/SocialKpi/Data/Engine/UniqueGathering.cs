namespace SocialKpi;

/// <summary>Gathers counts of people: their sum, the largest, and how many are not zero.</summary>
internal sealed class UniqueGathering(ScanPass pass, Measure measure, RequestRows rows) : SumGathering(pass, measure, rows)
{
    private readonly long[] _people = new long[RowBlock.Size];
    private long[] _largest = [];
    private long[] _counts = [];

    public override void Reserve(int groups)
    {
        if (groups <= _largest.Length) return;
        Array.Resize(ref _largest, Math.Max(groups, _largest.Length * 2));
        Array.Resize(ref _counts, _largest.Length);
    }

    public override void Add(RowBlock block, ReadOnlySpan<int> groups)
    {
        // People are recorded: a row formula of them would count somebody more than once.
        ((RecordedFigures)Measure.Figures).Column.Scaled.CopyTo(block, _people);
        for (int at = 0; at < groups.Length; at++)
        {
            if (!Rows.Takes(at)) continue;
            if (_people[at] != 0) _counts[groups[at]]++;
            if (_people[at] > _largest[groups[at]]) _largest[groups[at]] = _people[at];
        }
    }

    public override void Merge(StateGathering other, GroupMap groupOf)
    {
        UniqueGathering theirs = (UniqueGathering)other;
        for (int group = 0; group < groupOf.Count; group++)
        {
            _counts[groupOf[group]] += theirs._counts[group];
            _largest[groupOf[group]] = Math.Max(_largest[groupOf[group]], theirs._largest[group]);
        }
    }

    public override CellState StateOf(ReadOnlySpan<int> groups)
    {
        (long largest, long counts) = (0, 0);
        foreach (int group in groups) (largest, counts) = (Math.Max(largest, _largest[group]), counts + _counts[group]);
        return UniqueState.Of(SumOf(groups, OutsideOf(groups)), ExactNumber.ToDecimal(largest, Measure.Figures.Decimals)!.Value, counts);
    }
}
