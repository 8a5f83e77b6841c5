using System.Collections.ObjectModel;
using NodaTime;

namespace SocialKpi;

/// <summary>The cells that a source gathered for one scan: mergeable states, never figures.</summary>
public sealed class ScanResult
{
    private readonly Lazy<IReadOnlyDictionary<CellKey, Cell>> _cells;

    /// <summary>Collects cells; two of the same key are merged.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="lastDay">The last day of which the source has any row, whether the scan reads it or not: only by it can be told
    /// that a stock went stale. Null without time.</param>
    /// <param name="timeBases">What the figures say about the time of their rows; more than one where sources of different kinds were merged.</param>
    public ScanResult(IEnumerable<KeyValuePair<CellKey, Cell>> cells, LocalDate? lastDay = null, IEnumerable<TimeBasis>? timeBases = null)
    {
        ArgumentNullException.ThrowIfNull(cells);
        IReadOnlyDictionary<CellKey, Cell> merged = Merged(cells);
        (_cells, Source) = (new(merged), GivenCells.Of(merged));
        (LastDay, TimeBases) = (lastDay, InOrder(timeBases ?? []));
    }

    /// <summary>All that a source has gathered. Keys and cells are made when somebody asks for them.</summary>
    internal ScanResult(CellSource source, LocalDate? lastDay, IEnumerable<TimeBasis> timeBases)
    {
        (_cells, Source) = (new(() => CellsOf(source)), source);
        (LastDay, TimeBases) = (lastDay, InOrder(timeBases));
    }

    /// <summary>The scan that the library itself gathered or merged this for: it needs no check. Null for anything else.</summary>
    internal Scan? GatheredFor { get; init; }

    /// <summary>The same cells as numbers and what they stand for.</summary>
    internal CellSource Source { get; }

    /// <summary>The cells by key; only those in which rows lie.</summary>
    public IReadOnlyDictionary<CellKey, Cell> Cells => _cells.Value;

    /// <summary>The last day of which the source has any row; null without time.</summary>
    public LocalDate? LastDay { get; }

    /// <summary>What the figures say about the time of their rows; more than one where sources of different kinds were merged.</summary>
    public IReadOnlyList<TimeBasis> TimeBases { get; }

    /// <summary>Both results together, merged cell by cell.</summary>
    public ScanResult Merge(ScanResult other)
    {
        ArgumentNullException.ThrowIfNull(other);
        LocalDate? later = LastDay is null || other.LastDay > LastDay ? other.LastDay : LastDay;
        return new ScanResult(Cells.Concat(other.Cells), later, TimeBases.Concat(other.TimeBases));
    }

    private static IReadOnlyList<TimeBasis> InOrder(IEnumerable<TimeBasis> timeBases) => [.. timeBases.Distinct().Order()];

    private static ReadOnlyDictionary<CellKey, Cell> CellsOf(CellSource source)
    {
        Dictionary<CellKey, Cell> all = new(source.Cells.Count);
        foreach ((CellKey key, ReadOnlyMemory<int> cells) in source.ByKey()) all.Add(key, new Cell(source, cells));
        return all.AsReadOnly();
    }

    private static ReadOnlyDictionary<CellKey, Cell> Merged(IEnumerable<KeyValuePair<CellKey, Cell>> cells)
    {
        Dictionary<CellKey, Cell> merged = [];
        if (cells.TryGetNonEnumeratedCount(out int count)) merged.EnsureCapacity(count);
        Dictionary<CellKey, List<Cell>> same = [];
        foreach ((CellKey key, Cell cell) in cells)
        {
            if (merged.TryAdd(key, cell)) continue;
            if (!same.TryGetValue(key, out List<Cell>? more)) same.Add(key, more = [merged[key]]);
            more.Add(cell);
        }

        foreach ((CellKey key, List<Cell> more) in same) merged[key] = Cell.Merge(more);
        return merged.AsReadOnly();
    }
}
