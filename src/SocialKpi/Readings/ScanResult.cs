using NodaTime;

namespace SocialKpi;

/// <summary>The cells that a source gathered for one scan: mergeable states, never figures.</summary>
public sealed class ScanResult
{
    private readonly Dictionary<CellKey, Cell> _cells = [];

    /// <summary>Collects cells; two of the same key are merged.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="lastDay">The last day of which the source has any row, whether the scan reads it or not: only by it can be told
    /// that a stock went stale. Null without time.</param>
    /// <param name="timeBases">What the figures say about the time of their rows; more than one where sources of different kinds were merged.</param>
    public ScanResult(IEnumerable<KeyValuePair<CellKey, Cell>> cells, LocalDate? lastDay = null, IEnumerable<TimeBasis>? timeBases = null)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (cells.TryGetNonEnumeratedCount(out int count)) _cells.EnsureCapacity(count);
        Dictionary<CellKey, List<Cell>> same = [];
        foreach ((CellKey key, Cell cell) in cells)
        {
            if (_cells.TryAdd(key, cell)) continue;
            if (!same.TryGetValue(key, out List<Cell>? more)) same.Add(key, more = [_cells[key]]);
            more.Add(cell);
        }

        foreach ((CellKey key, List<Cell> more) in same) _cells[key] = Cell.Merge(more);
        LastDay = lastDay;
        TimeBases = [.. (timeBases ?? []).Distinct().Order()];
    }

    /// <summary>The scan that the library's own engine gathered this for: what it gathers needs no check. Null for anything else.</summary>
    internal Scan? GatheredFor { get; init; }

    /// <summary>The cells by key; only those in which rows lie.</summary>
    public IReadOnlyDictionary<CellKey, Cell> Cells => _cells.AsReadOnly();

    /// <summary>The last day of which the source has any row; null without time.</summary>
    public LocalDate? LastDay { get; }

    /// <summary>What the figures say about the time of their rows; more than one where sources of different kinds were merged.</summary>
    public IReadOnlyList<TimeBasis> TimeBases { get; }

    /// <summary>Both results together, merged cell by cell.</summary>
    public ScanResult Merge(ScanResult other)
    {
        ArgumentNullException.ThrowIfNull(other);
        LocalDate? later = LastDay is null || other.LastDay > LastDay ? other.LastDay : LastDay;
        return new ScanResult(_cells.Concat(other._cells), later, TimeBases.Concat(other.TimeBases));
    }

    /// <summary>The cells of a coarser grouping: merged from these, never computed from figures.</summary>
    internal ScanResult RollUp(Func<CellKey, CellKey> to) =>
        new(_cells.Select(pair => KeyValuePair.Create(to(pair.Key), pair.Value)), LastDay, TimeBases);
}
