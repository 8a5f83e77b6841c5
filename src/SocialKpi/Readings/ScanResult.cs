namespace SocialKpi;

/// <summary>The cells that a source gathered for one scan: mergeable states, never figures.</summary>
public sealed class ScanResult
{
    private readonly Dictionary<CellKey, Cell> _cells = [];

    /// <summary>Collects cells; two of the same key are merged.</summary>
    public ScanResult(IEnumerable<KeyValuePair<CellKey, Cell>> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        foreach ((CellKey key, Cell cell) in cells)
            _cells[key] = _cells.TryGetValue(key, out Cell? earlier) ? earlier.Merge(cell) : cell;
    }

    /// <summary>The cells by key; only those in which rows lie.</summary>
    public IReadOnlyDictionary<CellKey, Cell> Cells => _cells.AsReadOnly();

    /// <summary>Both results together, merged cell by cell.</summary>
    public ScanResult Merge(ScanResult other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new ScanResult(_cells.Concat(other._cells));
    }

    /// <summary>The cells of a coarser grouping: merged from these, never computed from figures.</summary>
    internal ScanResult RollUp(Func<CellKey, CellKey> to) =>
        new(_cells.Select(pair => KeyValuePair.Create(to(pair.Key), pair.Value)));
}
