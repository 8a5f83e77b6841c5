using NodaTime;

namespace SocialKpi;

/// <summary>The cells of a scan in a context in time: each is merged from the pieces, days or hours, that its window holds.</summary>
internal class WindowedLevelScan : LevelScan
{
    private readonly Scan _scan;
    private readonly LocalDate? _lastDay;
    private readonly Dictionary<CellKey, List<(Timeframe Piece, Cell Cell)>> _pieces = [];

    public WindowedLevelScan(Scan scan, ScanResult result, string[] dimensions, LocalDate? lastDay)
        : base(scan, result, periods: true, dimensions)
    {
        (_scan, _lastDay) = (scan, lastDay);
        foreach ((CellKey key, Cell cell) in Cells)
        {
            CellKey segment = new(null, key.Values);
            if (!_pieces.TryGetValue(segment, out List<(Timeframe, Cell)>? pieces)) _pieces.Add(segment, pieces = []);
            pieces.Add((key.Period!.Value, cell));
        }

        foreach (List<(Timeframe Piece, Cell Cell)> pieces in _pieces.Values)
        {
            // They mostly come in order of time.
            if (!IsInOrder(pieces)) pieces.Sort((left, right) => left.Piece.CompareTo(right.Piece));
        }
    }

    public override Cell CellOf(Timeframe? period, Segment segment)
    {
        if (WindowOf(period) is not { } window || PiecesOf(segment) is not { } pieces) return Empty;
        List<Cell> cells = [];
        for (int at = FirstFrom(pieces, window); at < pieces.Count && window.Contains(pieces[at].Piece); at++) cells.Add(pieces[at].Cell);
        return cells.Count == 0 ? Empty : Cell.Merge(cells);
    }

    /// <inheritdoc/>
    public override Cell CellOf(Timeframe during, IReadOnlyList<Timeframe> periods, Segment segment) => CellOf(during, segment);

    /// <summary>Whether rows lie in the window of a cell.</summary>
    public bool HasRows(Timeframe? period, Segment segment) => WindowOf(period) is { } window && PiecesOf(segment) is { } pieces
        && FirstFrom(pieces, window) is var first && first < pieces.Count && window.Contains(pieces[first].Piece);

    private static bool IsInOrder(List<(Timeframe Piece, Cell Cell)> pieces)
    {
        for (int at = 1; at < pieces.Count; at++)
        {
            if (pieces[at].Piece.Start < pieces[at - 1].Piece.Start) return false;
        }

        return true;
    }

    protected Timeframe? WindowOf(Timeframe? period) => _scan.WindowOf(period, _lastDay);

    /// <summary>The pieces of a segment in order of time; null when it has none.</summary>
    protected List<(Timeframe Piece, Cell Cell)>? PiecesOf(Segment segment) => _pieces.GetValueOrDefault(new CellKey(null, ValuesOf(segment)));

    /// <summary>The index of the first piece that does not begin before the window.</summary>
    protected static int FirstFrom(List<(Timeframe Piece, Cell Cell)> pieces, Timeframe window)
    {
        int low = 0;
        int high = pieces.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (window.Start is { } start && pieces[middle].Piece.Start!.Value < start) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
