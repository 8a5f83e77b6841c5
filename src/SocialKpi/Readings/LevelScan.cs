using NodaTime;

namespace SocialKpi;

/// <summary>The cells of one scan at one level of detail. A context may group by fewer dimensions than the table.</summary>
internal class LevelScan
{
    private readonly string[] _dimensions;
    private readonly ScanShape _shape;
    private readonly IReadOnlyDictionary<CellKey, Cell> _cells;

    protected LevelScan(Scan scan, ScanResult result, bool periods, string[] dimensions)
    {
        (Empty, _shape) = (Cell.Empty(scan), scan.Shape);
        _dimensions = [.. scan.Dimensions.Where(dimensions.Contains)];
        if (periods == scan.Grain is not null && _dimensions.Length == scan.Dimensions.Count)
        {
            _cells = result.Cells;
            return;
        }

        int[] kept = [.. Enumerable.Range(0, scan.Dimensions.Count).Where(at => dimensions.Contains(scan.Dimensions[at]))];
        _cells = result.RollUp(key => new CellKey(periods ? key.Period : null, [.. kept.Select(at => key.Values[at])])).Cells;
    }

    /// <summary>The cells in which rows lie, by key.</summary>
    public IReadOnlyDictionary<CellKey, Cell> Cells => _cells;

    /// <summary>Whether it differs from the table's own scan in time alone, so that its cells are cells of the table.</summary>
    public bool IsTableAtOtherTime(Scan table) => (_shape with { Windows = table.Shape.Windows }).Equals(table.Shape);

    protected Cell Empty { get; }

    public static LevelScan Of(Scan scan, ScanResult result, bool periods, string[] dimensions, LocalDate? lastDay) => !scan.HasWindows ? new LevelScan(scan, result, periods, dimensions)
        : scan.IsOfStocks ? new StockLevelScan(scan, result, dimensions, lastDay)
        : new WindowedLevelScan(scan, result, dimensions, lastDay);

    /// <summary>The cell that a cell of the table reads; one of no rows where nothing lies.</summary>
    public virtual Cell CellOf(Timeframe? period, Segment segment) => At(period, segment) ?? Empty;

    /// <summary>The cell of several segments together; those that are one to this scan count once.</summary>
    public Cell CellOf(Timeframe? period, IReadOnlyList<Segment> segments)
    {
        Cell merged = Empty;
        foreach (Segment segment in segments.DistinctBy(segment => new CellKey(null, ValuesOf(segment)))) merged = merged.Merge(CellOf(period, segment));
        return merged;
    }

    /// <summary>What a stretch of several periods reads.</summary>
    /// <param name="during">The stretch.</param>
    /// <param name="periods">The periods in it.</param>
    /// <param name="segment">The segment.</param>
    public virtual Cell CellOf(Timeframe during, IReadOnlyList<Timeframe> periods, Segment segment)
    {
        Cell[] cells = [.. periods.Select(period => At(period, segment)).OfType<Cell>()];
        return cells.Length == 0 ? Empty : Cell.Merge(cells);
    }

    /// <summary>The same of several segments together; those that are one to this scan count once.</summary>
    public Cell CellOf(Timeframe during, IReadOnlyList<Timeframe> periods, IReadOnlyList<Segment> segments)
    {
        Cell merged = Empty;
        foreach (Segment segment in segments.DistinctBy(segment => new CellKey(null, ValuesOf(segment)))) merged = merged.Merge(CellOf(during, periods, segment));
        return merged;
    }

    protected Cell? At(Timeframe? period, Segment segment) => _cells.GetValueOrDefault(new CellKey(period, ValuesOf(segment)));

    protected string?[] ValuesOf(Segment segment) => Array.ConvertAll(_dimensions, dimension => segment[dimension]);
}
