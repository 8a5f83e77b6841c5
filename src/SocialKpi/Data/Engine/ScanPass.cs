namespace SocialKpi;

/// <summary>One thread's part of a scan: reads blocks of rows and gathers the states of every group in them.</summary>
internal sealed class ScanPass
{
    private readonly Numbering _numbering;
    private readonly List<GroupCount> _counts = [];
    private readonly Dictionary<BlockMask, GroupCount> _countOf = [];
    private readonly Dictionary<(RowStatuses Rule, RowStatuses Term, RowStatuses Measure), RequestRows> _rowsOf = [];
    private readonly CoverageCount[] _coverage;
    private readonly StateGathering[] _states;
    private readonly Lazy<CellColumns> _columns;
    private int _reserved;
    private int[] _groups = [];

    public ScanPass(Facts facts, SharedScan scan)
    {
        (Facts, Reader, Sums) = (facts, new RowReader(facts), new GroupSums(facts.RowCount));
        BlockMask? rows = RowFilter.Of(facts, scan, Reader) is { } filter ? Reader.Step(filter).Rows : null;
        Periods = scan.Grain is { } grain ? PeriodCodes.Of(facts.Time!, scan.Calendar, grain) : null;
        Dimensions = [.. scan.Dimensions.Select(name => DimensionCodes.Of(facts, name))];
        _numbering = Reader.Step(new Numbering(Periods is null ? Dimensions : [Periods, .. Dimensions], rows, facts.RowCount));
        _coverage = [.. scan.Rules.Select(rule => new CoverageCount(this, rule))];
        bool isOneGroup = Periods is null && Dimensions.Count == 0;
        _states = [.. scan.States.Select(request => StateGathering.Of(this, request, RowsOf(scan, request, isOneGroup ? rows : null)))];
        Sums.Seal();
        _columns = new(MakeColumns);
    }

    public Facts Facts { get; }

    public RowReader Reader { get; }

    public GroupSums Sums { get; }

    /// <summary>The periods that group rows, by the first of their codes; null for none.</summary>
    public PeriodCodes? Periods { get; }

    /// <summary>The dimensions that group rows, by the other codes.</summary>
    public IReadOnlyList<DimensionCodes> Dimensions { get; }

    /// <summary>Counts by group the rows of a mask, once whoever asks; without a mask there are none.</summary>
    public GroupCount Count(BlockMask? mask)
    {
        if (mask is null) return GroupCount.None;
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

    /// <summary>The groups in which rows lie, ascending.</summary>
    public IReadOnlyList<int> Groups => _groups;

    /// <summary>What the groups stand for; several scans share it, and any thread may ask.</summary>
    public CellColumns Columns => _columns.Value;

    /// <summary>The counts of rows of some groups together, for one of the rules.</summary>
    public RowCoverage CoverageOf(ReadOnlySpan<int> groups, int rule) => _coverage[rule].CoverageOf(groups);

    /// <summary>One of the states of some groups together.</summary>
    public CellState StateOf(ReadOnlySpan<int> groups, int state) => _states[state].StateOf(groups);

    private CellColumns MakeColumns()
    {
        RowCodes[] parts = Periods is null ? [.. Dimensions] : [Periods, .. Dimensions];
        int[][] codes = [.. parts.Select(_ => new int[_groups.Length])];
        int[] own = new int[parts.Length];
        for (int at = 0; at < _groups.Length; at++)
        {
            _numbering.CodesOf(_groups[at], own);
            for (int part = 0; part < own.Length; part++) codes[part][at] = own[part];
        }

        // Codes of periods are in order of time; those of a dimension in the order in which its values appeared.
        int first = parts.Length - Dimensions.Count;
        Timeframe?[] periods = [null];
        int[] periodOf = first == 0 ? new int[_groups.Length] : codes[0];
        if (Periods is { } of) periods = Array.ConvertAll(Ranked(periodOf, of.Count, Comparer<int>.Default.Compare), code => (Timeframe?)of.PeriodOf(code));
        string?[][] values = [.. Dimensions.Select((dimension, at) => ValuesOf(dimension, codes[first + at]))];
        return new CellColumns(periods, periodOf, values, codes[first..]);
    }

    private static string?[] ValuesOf(DimensionCodes dimension, int[] codes)
    {
        string?[] texts = [.. Enumerable.Range(0, dimension.Count).Select(dimension.TextOf)];
        return Array.ConvertAll(Ranked(codes, dimension.Count, (left, right) => CellColumns.Compare(texts[left], texts[right])), code => texts[code]);
    }

    /// <summary>Replaces codes by their place among those that occur, which it returns in order.</summary>
    private static int[] Ranked(int[] codes, int count, Comparison<int> compare)
    {
        int[] rankOf = new int[count];
        foreach (int code in codes) rankOf[code] = 1;
        int[] ranked = [.. Enumerable.Range(0, count).Where(code => rankOf[code] == 1)];
        Array.Sort(ranked, compare);
        for (int rank = 0; rank < ranked.Length; rank++) rankOf[ranked[rank]] = rank;
        for (int at = 0; at < codes.Length; at++) codes[at] = rankOf[codes[at]];
        return ranked;
    }

    private void Reserve()
    {
        int groups = _numbering.Count;
        if (groups == _reserved) return;
        _reserved = groups;
        Sums.Reserve(groups);
        foreach (GroupCount count in _counts) count.Reserve(groups);
        foreach (StateGathering state in _states) state.Reserve(groups);
    }

    /// <summary>The rows that a state is gathered from; those of states that read the same ones are worked out once.</summary>
    private RequestRows RowsOf(SharedScan scan, StateRequest request, BlockMask? rows)
    {
        Formula rule = scan.Rules[request.Rule];
        RowStatuses term = request.Term is { } part ? Reader.Rule(part) : RowStatuses.AllKnown;
        RowStatuses measure = Reader.Statuses(request.Measure);

        // Where a measure of the rule can only be unknown, the rule leaves out the rows on which it is.
        if (measure is { Outside: null, NotApplicable: null, Undefined: null } && rule.Leaves().Contains(request.Measure)) measure = RowStatuses.AllKnown;
        (RowStatuses, RowStatuses, RowStatuses) key = (Reader.Rule(rule), term, measure);
        if (!_rowsOf.TryGetValue(key, out RequestRows? shared)) _rowsOf.Add(key, shared = Reader.Step(new RequestRows(key.Item1, term, measure, rows)));
        return shared;
    }
}
