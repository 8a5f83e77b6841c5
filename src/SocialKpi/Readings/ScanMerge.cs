using NodaTime;

namespace SocialKpi;

/// <summary>
/// Results of one scan as they come in: each cell is merged into what there is, and cells that it lacks stay untouched. Mutable.
/// What is kept is columns and not an object a state, of which many groups would make millions.
/// </summary>
internal sealed class ScanMerge
{
    private readonly Scan _scan;
    private readonly Dictionary<CellKey, int> _placeOf = [];
    private readonly CoverageColumn[] _coverage;
    private readonly StateColumn[] _states;
    private readonly HashSet<TimeBasis> _timeBases = [];
    private LocalDate? _lastDay;

    public ScanMerge(Scan scan) => (_scan, _coverage, _states) =
        (scan, [.. scan.PartCounts.Select(parts => new CoverageColumn(parts))], [.. scan.States.Select(_ => new StateColumn())]);

    /// <summary>Merges a result of the scan, of which is known that it fits and that its rows can be counted.</summary>
    public void Add(ScanResult result)
    {
        CellSource source = result.Source;
        RowCoverage[] coverage = new RowCoverage[_coverage.Length];
        CellState[] states = new CellState[_states.Length];
        foreach ((CellKey key, ReadOnlyMemory<int> cells) in source.ByKey())
        {
            for (int rule = 0; rule < coverage.Length; rule++) coverage[rule] = source.CoverageOf(cells.Span, rule);
            for (int state = 0; state < states.Length; state++) states[state] = source.StateOf(cells.Span, state);
            Add(key, coverage, states);
        }

        Add(result.LastDay, result.TimeBases);
    }

    /// <summary>Merges what one cell holds.</summary>
    public void Add(CellKey key, ReadOnlySpan<RowCoverage> coverage, ReadOnlySpan<CellState> states)
    {
        bool isNew = _placeOf.TryAdd(key, _placeOf.Count);
        int place = _placeOf[key];
        for (int rule = 0; rule < coverage.Length; rule++)
            _coverage[rule].Set(place, isNew ? coverage[rule] : _coverage[rule].Of(place).Merge(coverage[rule]));
        for (int state = 0; state < states.Length; state++)
            _states[state].Set(place, isNew ? states[state] : _states[state].Of(place).Merge(states[state]));
    }

    /// <summary>Takes over what a source says of its time.</summary>
    public void Add(LocalDate? lastDay, IEnumerable<TimeBasis> timeBases)
    {
        _timeBases.UnionWith(timeBases);
        if (_lastDay is null || lastDay > _lastDay) _lastDay = lastDay;
    }

    /// <summary>What there is by now; what is added later does not change it.</summary>
    public ScanResult Result()
    {
        CoverageColumn[] coverage = Array.ConvertAll(_coverage, column => column.Copy());
        StateColumn[] states = Array.ConvertAll(_states, column => column.Copy());
        GivenCells cells = new([.. _placeOf.Keys], coverage.Length, states.Length, (cell, rule) => coverage[rule].Of(cell), (cell, state) => states[state].Of(cell));
        return new ScanResult(cells, _lastDay, _timeBases) { GatheredFor = _scan };
    }
}
