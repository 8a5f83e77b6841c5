namespace SocialKpi;

/// <summary>One thread's part of a scan: reads blocks of rows and gathers the states of every group in them.</summary>
internal sealed class ScanPass
{
    private readonly Numbering _numbering;
    private readonly List<GroupCount> _counts = [];
    private readonly Dictionary<BlockMask, GroupCount> _countOf = [];
    private readonly CoverageCount[] _coverage;
    private readonly StateGathering[] _states;

    public ScanPass(Facts facts, Scan scan)
    {
        (Facts, Reader, Sums) = (facts, new RowReader(facts), new GroupSums(facts.RowCount));
        BlockMask? rows = RowFilter.Of(facts, scan, Reader) is { } filter ? Reader.Step(filter).Rows : null;
        Periods = scan.Grain is { } grain ? PeriodCodes.Of(facts.Time!, scan.Calendar, grain) : null;
        Dimensions = [.. scan.Dimensions.Select(name => RowCodes.Of(facts, name))];
        _numbering = Reader.Step(new Numbering(Periods is null ? Dimensions : [Periods, .. Dimensions], rows, facts.RowCount));
        _coverage = [.. scan.Rules.Select(rule => new CoverageCount(this, rule))];
        bool isOneGroup = Periods is null && Dimensions.Count == 0;
        _states = [.. scan.States.Select(request => StateGathering.Of(this, request, RowsOf(scan, request, isOneGroup ? rows : null)))];
        Sums.Seal();
    }

    public Facts Facts { get; }

    public RowReader Reader { get; }

    public GroupSums Sums { get; }

    /// <summary>The periods that group rows, by the first of their codes; null for none.</summary>
    public PeriodCodes? Periods { get; }

    /// <summary>The dimensions that group rows, by the other codes.</summary>
    public IReadOnlyList<RowCodes> Dimensions { get; }

    /// <summary>Counts by group the rows of a mask, once whoever asks.</summary>
    public GroupCount Count(BlockMask mask)
    {
        if (!_countOf.TryGetValue(mask, out GroupCount? count))
        {
            _countOf.Add(mask, count = new GroupCount(mask));
            _counts.Add(count);
        }

        return count;
    }

    /// <summary>Reads some rows, from the start of a block on.</summary>
    public void Read(int from, int until)
    {
        for (int start = from; start < until; start += RowBlock.Size)
        {
            RowBlock block = new(start, Math.Min(RowBlock.Size, until - start));
            Reader.Read(block);
            Reserve();
            Sums.Add(block, _numbering);
            ReadOnlySpan<int> groups = _numbering.Numbers[..block.Count];
            foreach (GroupCount count in _counts) count.Add(groups);
            foreach (StateGathering state in _states) state.Add(block, groups);
        }
    }

    /// <summary>Adds what another thread read of later rows.</summary>
    public void Merge(ScanPass later)
    {
        int[] groupOf = new int[later._numbering.Count];
        for (int group = 1; group < groupOf.Length; group++) groupOf[group] = _numbering.NumberOf(later._numbering, group);
        Reserve();
        for (int group = 0; group < groupOf.Length; group++)
        {
            Sums.Merge(later.Sums, group, groupOf[group]);
            for (int count = 0; count < _counts.Count; count++) _counts[count].Merge(later._counts[count], group, groupOf[group]);
        }

        for (int state = 0; state < _states.Length; state++) _states[state].Merge(later._states[state], groupOf);
    }

    /// <summary>The groups in which rows lie. Nothing is read or merged after.</summary>
    public IEnumerable<int> Finish()
    {
        Reserve();
        foreach (StateGathering state in _states) state.Finish();
        return Enumerable.Range(1, _numbering.Count - 1).Where(group => Sums.RowsOf(group) > 0);
    }

    /// <summary>The key of a group.</summary>
    public CellKey KeyOf(int group)
    {
        int[] codes = _numbering.CodesOf(group);
        string?[] values = new string?[Dimensions.Count];
        for (int part = 0; part < values.Length; part++) values[part] = Dimensions[part].TextOf(codes[^(values.Length - part)]);
        return new CellKey(Periods?.PeriodOf(codes[0]), values);
    }

    public RowCoverage[] CoverageOf(int group) => Array.ConvertAll(_coverage, count => count.CoverageOf(group));

    public CellState[] StatesOf(int group) => Array.ConvertAll(_states, state => state.StateOf(group));

    private void Reserve()
    {
        int groups = _numbering.Count;
        Sums.Reserve(groups);
        foreach (GroupCount count in _counts) count.Reserve(groups);
        foreach (StateGathering state in _states) state.Reserve(groups);
    }

    private RequestRows RowsOf(Scan scan, StateRequest request, BlockMask? rows) => Reader.Step(new RequestRows(
        Reader.Statuses(scan.Rules[request.Rule]),
        request.Term is { } term ? Reader.Statuses(term) : RowStatuses.AllKnown,
        Reader.Statuses(request.Measure),
        rows));
}
