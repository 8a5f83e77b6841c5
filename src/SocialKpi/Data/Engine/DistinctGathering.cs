namespace SocialKpi;

/// <summary>Gathers the codes of a dimension; they become ids, which other facts share, only at the end.</summary>
internal sealed class DistinctGathering(ScanPass pass, Measure measure, RequestRows rows) : StateGathering
{
    private readonly DimensionCodes _codes = DimensionCodes.Of(pass.Facts, measure.Dimension!);
    private readonly int[] _ofRows = new int[RowBlock.Size];
    private readonly GroupedKeys _keys = new();
    private readonly GroupCount _left = pass.Count(rows.Left);
    private readonly GroupCount _outside = pass.Count(rows.Outside);

    public override void Add(RowBlock block, ReadOnlySpan<int> groups)
    {
        _codes.Read(block, _ofRows);
        for (int at = 0; at < groups.Length; at++)
        {
            if (groups[at] != Numbering.NoGroup && rows.Takes(at)) _keys.NumberOf(groups[at], _ofRows[at]);
        }
    }

    public override void Merge(StateGathering other, GroupMap groupOf)
    {
        GroupedKeys theirs = ((DistinctGathering)other)._keys;
        for (int number = 0; number < theirs.Count; number++) _keys.NumberOf(groupOf[theirs.GroupOf(number)], theirs.KeyOf(number));
    }

    public override void Finish() => _keys.Sort();

    public override CellState StateOf(ReadOnlySpan<int> groups)
    {
        HashSet<int> codes = [];
        foreach (int group in groups)
        {
            foreach (int number in _keys.Of(group)) codes.Add(_keys.KeyOf(number));
        }

        return DistinctState.Of(codes.Select(code => _codes.TextOf(code)!), pass.Sums.RowsOf(groups) - _left.Of(groups) + _outside.Of(groups));
    }
}
