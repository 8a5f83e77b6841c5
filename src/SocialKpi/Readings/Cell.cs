namespace SocialKpi;

/// <summary>What one cell of a scan holds: the row counts of every rule and the state of every request, in the scan's order.</summary>
public sealed class Cell
{
    private readonly CellSource? _source;
    private readonly ReadOnlyMemory<int> _cells;
    private readonly RowCoverage?[] _coverage;
    private readonly CellState?[] _states;

    /// <summary>Makes a cell.</summary>
    /// <param name="coverage">For each of <see cref="Scan.Rules"/>, how many rows could be read.</param>
    /// <param name="states">For each of <see cref="Scan.States"/>, the state gathered.</param>
    public Cell(IEnumerable<RowCoverage> coverage, IEnumerable<CellState> states)
        : this([.. coverage], [.. states])
    {
    }

    /// <summary>Some cells of a source together, whose states are made when they are asked for. Two threads that ask at once make the same.</summary>
    internal Cell(CellSource source, ReadOnlyMemory<int> cells) =>
        (_source, _cells, _coverage, _states) = (source, cells, new RowCoverage?[source.Rules], new CellState?[source.States]);

    private Cell(RowCoverage[] coverage, CellState[] states) => (_coverage, _states) = (coverage, states);

    /// <summary>For each of <see cref="Scan.Rules"/>, how many rows could be read.</summary>
    public IReadOnlyList<RowCoverage> Coverage => [.. Enumerable.Range(0, RuleCount).Select(CoverageAt)];

    /// <summary>For each of <see cref="Scan.States"/>, the state gathered.</summary>
    public IReadOnlyList<CellState> States => [.. Enumerable.Range(0, StateCount).Select(StateAt)];

    internal int RuleCount => _coverage.Length;

    internal int StateCount => _states.Length;

    /// <summary>The cell of both sets of rows together.</summary>
    /// <exception cref="ArgumentException">The other cell belongs to another scan.</exception>
    public Cell Merge(Cell other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if ((other.RuleCount, other.StateCount) != (RuleCount, StateCount))
            throw new ArgumentException("The cells come from different scans: they hold different states.", nameof(other));
        RowCoverage[] coverage = new RowCoverage[RuleCount];
        for (int rule = 0; rule < coverage.Length; rule++) coverage[rule] = CoverageAt(rule).Merge(other.CoverageAt(rule));
        CellState[] states = new CellState[StateCount];
        for (int state = 0; state < states.Length; state++) states[state] = StateAt(state).Merge(other.StateAt(state));
        return new Cell(coverage, states);
    }

    /// <summary>One of <see cref="Coverage"/>.</summary>
    internal RowCoverage CoverageAt(int rule) => _coverage[rule] ??= _source!.CoverageOf(_cells.Span, rule);

    /// <summary>One of <see cref="States"/>.</summary>
    internal CellState StateAt(int state) => _states[state] ??= _source!.StateOf(_cells.Span, state);

    /// <summary>The cell of all these sets of rows together; the cells are of one scan, and at least one.</summary>
    internal static Cell Merge(IReadOnlyList<Cell> cells)
    {
        if (cells.Count <= 2) return cells.Count == 1 ? cells[0] : cells[0].Merge(cells[1]);
        return new Cell(
            Enumerable.Range(0, cells[0].RuleCount).Select(rule => RowCoverage.Merge([.. cells.Select(cell => cell.CoverageAt(rule))])),
            Enumerable.Range(0, cells[0].StateCount).Select(state => CellState.Merge([.. cells.Select(cell => cell.StateAt(state))])));
    }

    /// <summary>The cell of no rows: merging with it changes nothing.</summary>
    internal static Cell Empty(Scan scan) => new(
        scan.Rules.Select(_ => RowCoverage.Empty),
        scan.States.Select(request => CellState.OfNoRows(request.Measure.Aggregation)));
}
