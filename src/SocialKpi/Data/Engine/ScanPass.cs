namespace SocialKpi;

/// <summary>One thread's part of a scan: reads blocks of rows and gathers the states of every group in them.</summary>
internal sealed class ScanPass : CellSource
{
    private readonly Numbering _numbering;
    private readonly List<GroupCount> _counts = [];
    private readonly Dictionary<BlockMask, GroupCount> _countOf = [];
    private readonly Dictionary<(RowStatuses Rule, RowStatuses Term, RowStatuses Measure), RequestRows> _rowsOf = [];
    private readonly CoverageCount[] _coverage;
    private readonly StateGathering[] _states;
    private int[] _groups = [];

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
        Reserve();
        if (_numbering.IsWhole) Sums.AddColumns(from, until, _numbering.Numbers[0]);
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
        GroupMap groupOf = _numbering.MapOf(later._numbering);
        Reserve();
        Sums.Merge(later.Sums, groupOf);
        for (int count = 0; count < _counts.Count; count++) _counts[count].Merge(later._counts[count], groupOf);
        for (int state = 0; state < _states.Length; state++) _states[state].Merge(later._states[state], groupOf);
    }

    /// <summary>Orders what was gathered. Nothing is read or merged after.</summary>
    public void Finish()
    {
        Reserve();
        foreach (StateGathering state in _states) state.Finish();
        _groups = Sums.GroupsWithRows();
    }

    public override IReadOnlyList<int> Cells => _groups;

    public override CellKey KeyOf(int group)
    {
        int[] codes = _numbering.CodesOf(group);
        string?[] values = new string?[Dimensions.Count];
        for (int part = 0; part < values.Length; part++) values[part] = Dimensions[part].TextOf(codes[^(values.Length - part)]);
        return CellKey.Of(Periods?.PeriodOf(codes[0]), values);
    }

    public override RowCoverage[] CoverageOf(int group) => Array.ConvertAll(_coverage, count => count.CoverageOf(group));

    public override CellState[] StatesOf(int group) => Array.ConvertAll(_states, state => state.StateOf(group));

    private void Reserve()
    {
        int groups = _numbering.Count;
        Sums.Reserve(groups);
        foreach (GroupCount count in _counts) count.Reserve(groups);
        foreach (StateGathering state in _states) state.Reserve(groups);
    }

    /// <summary>The rows that a state is gathered from; those of states that read the same ones are worked out once.</summary>
    private RequestRows RowsOf(Scan scan, StateRequest request, BlockMask? rows)
    {
        Formula rule = scan.Rules[request.Rule];
        RowStatuses term = request.Term is { } part ? Reader.Statuses(part) : RowStatuses.AllKnown;
        RowStatuses measure = Reader.Statuses(request.Measure);

        // Where a measure of the rule can only be unknown, the rule leaves out the rows on which it is.
        if (measure is { Outside: null, NotApplicable: null, Undefined: null } && rule.Leaves().Contains(request.Measure)) measure = RowStatuses.AllKnown;
        (RowStatuses, RowStatuses, RowStatuses) key = (Reader.Statuses(rule), term, measure);
        if (!_rowsOf.TryGetValue(key, out RequestRows? shared)) _rowsOf.Add(key, shared = Reader.Step(new RequestRows(key.Item1, term, measure, rows)));
        return shared;
    }
}
