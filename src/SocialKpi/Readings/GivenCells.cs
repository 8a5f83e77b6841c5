namespace SocialKpi;

/// <summary>Cells that came with their states.</summary>
internal sealed class GivenCells(IReadOnlyDictionary<CellKey, Cell> cells) : CellSource
{
    private readonly CellKey[] _keys = [.. cells.Keys];
    private readonly Cell[] _cells = [.. cells.Values];

    public override IReadOnlyList<int> Cells { get; } = [.. Enumerable.Range(0, cells.Count)];

    public override int Rules => _cells.Length == 0 ? 0 : _cells[0].RuleCount;

    public override int States => _cells.Length == 0 ? 0 : _cells[0].StateCount;

    public override RowCoverage CoverageOf(ReadOnlySpan<int> cells, int rule)
    {
        if (cells.Length == 1) return _cells[cells[0]].CoverageAt(rule);
        RowCoverage[] parts = new RowCoverage[cells.Length];
        for (int i = 0; i < parts.Length; i++) parts[i] = _cells[cells[i]].CoverageAt(rule);
        return RowCoverage.Merge(parts);
    }

    public override CellState StateOf(ReadOnlySpan<int> cells, int state)
    {
        if (cells.Length == 1) return _cells[cells[0]].StateAt(state);
        CellState[] parts = new CellState[cells.Length];
        for (int i = 0; i < parts.Length; i++) parts[i] = _cells[cells[i]].StateAt(state);
        return CellState.Merge(parts);
    }

    protected override CellColumns MakeColumns() => CellColumns.Of(_keys);
}
