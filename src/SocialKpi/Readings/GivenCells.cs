namespace SocialKpi;

/// <summary>Cells that came with their states, each of a key of its own.</summary>
/// <param name="keys">The keys of the cells.</param>
/// <param name="rules">How many rules rows are counted for.</param>
/// <param name="states">How many states a cell has.</param>
/// <param name="coverageOf">The counts of a cell for a rule.</param>
/// <param name="stateOf">A state of a cell.</param>
internal sealed class GivenCells(IReadOnlyList<CellKey> keys, int rules, int states, Func<int, int, RowCoverage> coverageOf, Func<int, int, CellState> stateOf) : CellSource
{
    public override IReadOnlyList<int> Cells { get; } = [.. Enumerable.Range(0, keys.Count)];

    public override int Rules => rules;

    public override int States => states;

    public static GivenCells Of(IReadOnlyDictionary<CellKey, Cell> cells)
    {
        Cell[] all = [.. cells.Values];
        return new GivenCells(
            [.. cells.Keys], all.Length == 0 ? 0 : all[0].RuleCount, all.Length == 0 ? 0 : all[0].StateCount,
            (cell, rule) => all[cell].CoverageAt(rule), (cell, state) => all[cell].StateAt(state));
    }

    public override RowCoverage CoverageOf(ReadOnlySpan<int> cells, int rule)
    {
        if (cells.Length == 1) return coverageOf(cells[0], rule);
        RowCoverage[] parts = new RowCoverage[cells.Length];
        for (int i = 0; i < parts.Length; i++) parts[i] = coverageOf(cells[i], rule);
        return RowCoverage.Merge(parts);
    }

    public override CellState StateOf(ReadOnlySpan<int> cells, int state)
    {
        if (cells.Length == 1) return stateOf(cells[0], state);
        CellState[] parts = new CellState[cells.Length];
        for (int i = 0; i < parts.Length; i++) parts[i] = stateOf(cells[i], state);
        return CellState.Merge(parts);
    }

    protected override CellColumns MakeColumns() => CellColumns.Of(keys);
}
