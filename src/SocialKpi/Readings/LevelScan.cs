namespace SocialKpi;

/// <summary>The cells of one scan at one level of detail. A context may group by fewer dimensions than the table.</summary>
internal sealed class LevelScan
{
    private readonly string[] _dimensions;
    private readonly IReadOnlyDictionary<CellKey, Cell> _cells;
    private readonly Cell _empty;

    public LevelScan(Scan scan, ScanResult result, bool periods, string[] dimensions)
    {
        _empty = Cell.Empty(scan);
        _dimensions = [.. scan.Dimensions.Where(dimensions.Contains)];
        if (periods == scan.Grain is not null && _dimensions.Length == scan.Dimensions.Count)
        {
            _cells = result.Cells;
            return;
        }

        int[] kept = [.. _dimensions.Select(dimension => scan.Dimensions.ToList().IndexOf(dimension))];
        _cells = result.RollUp(key => new CellKey(periods ? key.Period : null, [.. kept.Select(at => key.Values[at])])).Cells;
    }

    /// <summary>The keys of the cells in which rows lie.</summary>
    public IEnumerable<CellKey> Keys => _cells.Keys;

    /// <summary>The cell that a cell of the table reads; one of no rows where nothing lies.</summary>
    public Cell CellOf(Timeframe? period, Segment segment)
    {
        string?[] values = new string?[_dimensions.Length];
        for (int i = 0; i < values.Length; i++) values[i] = segment[_dimensions[i]];
        return _cells.GetValueOrDefault(new CellKey(period, values)) ?? _empty;
    }
}
