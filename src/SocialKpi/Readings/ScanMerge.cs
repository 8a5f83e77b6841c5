using NodaTime;

namespace SocialKpi;

/// <summary>Results of one scan as they come in: each cell is merged into what there is, and cells that it lacks stay untouched. Mutable.</summary>
internal sealed class ScanMerge
{
    private readonly Dictionary<CellKey, Cell> _cells = [];
    private readonly HashSet<TimeBasis> _timeBases = [];
    private LocalDate? _lastDay;

    public void Add(ScanResult result)
    {
        foreach ((CellKey key, Cell cell) in result.Cells)
        {
            // States are made now: a cell that makes them when asked for would hold on to all that was gathered with it.
            _cells[key] = _cells.TryGetValue(key, out Cell? there) ? there.Merge(cell) : new Cell(cell.Coverage, cell.States);
        }

        _timeBases.UnionWith(result.TimeBases);
        if (_lastDay is null || result.LastDay > _lastDay) _lastDay = result.LastDay;
    }

    public ScanResult Result() => new(_cells, _lastDay, _timeBases);
}
