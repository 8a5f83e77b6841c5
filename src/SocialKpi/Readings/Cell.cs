using System.Collections.Immutable;

namespace SocialKpi;

/// <summary>What one cell of a scan holds: the row counts of every rule and the state of every request, in the scan's order.</summary>
public sealed class Cell
{
    private readonly CellSource? _source;
    private readonly int _number;
    private IReadOnlyList<RowCoverage>? _coverage;
    private IReadOnlyList<CellState>? _states;

    /// <summary>Makes a cell.</summary>
    /// <param name="coverage">For each of <see cref="Scan.Rules"/>, how many rows could be read.</param>
    /// <param name="states">For each of <see cref="Scan.States"/>, the state gathered.</param>
    public Cell(IEnumerable<RowCoverage> coverage, IEnumerable<CellState> states) => (_coverage, _states) = ([.. coverage], [.. states]);

    /// <summary>A cell whose states are made when they are asked for. Two threads that ask at once make the same.</summary>
    internal Cell(CellSource source, int number) => (_source, _number) = (source, number);

    /// <summary>For each of <see cref="Scan.Rules"/>, how many rows could be read.</summary>
    public IReadOnlyList<RowCoverage> Coverage => _coverage ??= Array.AsReadOnly(_source!.CoverageOf(_number));

    /// <summary>For each of <see cref="Scan.States"/>, the state gathered.</summary>
    public IReadOnlyList<CellState> States => _states ??= Array.AsReadOnly(_source!.StatesOf(_number));

    /// <summary>The cell of both sets of rows together.</summary>
    /// <exception cref="ArgumentException">The other cell belongs to another scan.</exception>
    public Cell Merge(Cell other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Coverage.Count != Coverage.Count || other.States.Count != States.Count)
            throw new ArgumentException("The cells come from different scans: they hold different states.", nameof(other));
        RowCoverage[] coverage = new RowCoverage[Coverage.Count];
        for (int i = 0; i < coverage.Length; i++) coverage[i] = Coverage[i].Merge(other.Coverage[i]);
        CellState[] states = new CellState[States.Count];
        for (int i = 0; i < states.Length; i++) states[i] = States[i].Merge(other.States[i]);
        return new Cell(coverage, states);
    }

    /// <summary>The cell of all these sets of rows together; the cells are of one scan, and at least one.</summary>
    internal static Cell Merge(IReadOnlyList<Cell> cells)
    {
        if (cells.Count <= 2) return cells.Count == 1 ? cells[0] : cells[0].Merge(cells[1]);
        return new Cell(
            Enumerable.Range(0, cells[0].Coverage.Count).Select(at => RowCoverage.Merge([.. cells.Select(cell => cell.Coverage[at])])),
            Enumerable.Range(0, cells[0].States.Count).Select(at => CellState.Merge([.. cells.Select(cell => cell.States[at])])));
    }

    /// <summary>The cell of no rows: merging with it changes nothing.</summary>
    internal static Cell Empty(Scan scan) => new(
        scan.Rules.Select(_ => RowCoverage.Empty),
        scan.States.Select(request => CellState.OfNoRows(request.Measure.Aggregation)));
}
