namespace SocialKpi;

/// <summary>The cells of one scan at one level of detail. A context may group by fewer dimensions than the table.</summary>
internal class LevelScan
{
    private readonly string[] _dimensions;
    private readonly int _filters;
    private readonly IReadOnlyDictionary<CellKey, Cell> _cells;

    protected LevelScan(Scan scan, ScanResult result, bool periods, string[] dimensions)
    {
        Empty = Cell.Empty(scan);
        _filters = scan.Filters.Count;
        _dimensions = [.. scan.Dimensions.Where(dimensions.Contains)];
        if (periods == scan.Grain is not null && _dimensions.Length == scan.Dimensions.Count)
        {
            _cells = result.Cells;
            return;
        }

        int[] kept = [.. _dimensions.Select(dimension => scan.Dimensions.ToList().IndexOf(dimension))];
        _cells = result.RollUp(key => new CellKey(periods ? key.Period : null, [.. kept.Select(at => key.Values[at])])).Cells;
    }

    /// <summary>The cells in which rows lie, by key.</summary>
    public IReadOnlyDictionary<CellKey, Cell> Cells => _cells;

    /// <summary>Whether it keeps the dimensions of the level and the filters of the query, so that its cells are cells of the table.</summary>
    public bool HasAll(string[] dimensions, IReadOnlyList<Condition> filters) =>
        _dimensions.Length == dimensions.Length && _filters == filters.Count;

    protected Cell Empty { get; }

    public static LevelScan Of(Scan scan, ScanResult result, bool periods, string[] dimensions) => scan.HasWindows
        ? new WindowedLevelScan(scan, result, dimensions)
        : new LevelScan(scan, result, periods, dimensions);

    /// <summary>The cell that a cell of the table reads; one of no rows where nothing lies.</summary>
    public virtual Cell CellOf(Timeframe? period, Segment segment) => At(period, segment) ?? Empty;

    protected Cell? At(Timeframe? period, Segment segment) => _cells.GetValueOrDefault(new CellKey(period, ValuesOf(segment)));

    protected string?[] ValuesOf(Segment segment) => Array.ConvertAll(_dimensions, dimension => segment[dimension]);
}
