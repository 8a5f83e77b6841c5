using NodaTime;

namespace SocialKpi;

/// <summary>Results of one scan as they come in: each cell is merged into what there is, and cells that it lacks stay untouched. Mutable.</summary>
internal sealed class ScanMerge
{
    private readonly Dictionary<CellKey, Cell> _cells = [];
    private readonly HashSet<TimeBasis> _timeBases = [];
    private LocalDate? _lastDay;

    /// <summary>What a result makes of the cells that there are: worked out while nothing is changed yet.</summary>
    public sealed record Addition(ScanResult Result, IReadOnlyList<KeyValuePair<CellKey, Cell>> Cells);

    /// <summary>All rows that a result counts, however often it counts them: nothing that is merged of it counts more.</summary>
    public static Int128 RowsOf(ScanResult result)
    {
        Int128 rows = 0;
        foreach (Cell cell in result.Cells.Values)
        {
            foreach (RowCoverage coverage in cell.Coverage)
            {
                rows += coverage.Rows;
                foreach (long unknown in coverage.UnknownByMeasure) rows += unknown;
            }

            foreach (CellState state in cell.States) rows += (Int128)state.Rows + state.OtherRows;
        }

        return rows;
    }

    public Addition With(ScanResult result)
    {
        List<KeyValuePair<CellKey, Cell>> cells = new(result.Cells.Count);
        foreach ((CellKey key, Cell cell) in result.Cells)
        {
            // States are made now: a cell that makes them when asked for would hold on to all that was gathered with it.
            cells.Add(new(key, _cells.TryGetValue(key, out Cell? there) ? there.Merge(cell) : new Cell(cell.Coverage, cell.States)));
        }

        return new Addition(result, cells);
    }

    public void Add(Addition addition)
    {
        foreach ((CellKey key, Cell cell) in addition.Cells) _cells[key] = cell;
        _timeBases.UnionWith(addition.Result.TimeBases);
        if (_lastDay is null || addition.Result.LastDay > _lastDay) _lastDay = addition.Result.LastDay;
    }

    public ScanResult Result() => new(_cells, _lastDay, _timeBases);
}
