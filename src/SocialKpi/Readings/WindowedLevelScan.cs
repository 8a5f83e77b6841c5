using NodaTime;

namespace SocialKpi;

/// <summary>The cells of a scan in a context in time: each is merged from the pieces, days or hours, that its window holds.</summary>
internal sealed class WindowedLevelScan : LevelScan
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

        foreach (List<(Timeframe Piece, Cell Cell)> pieces in _pieces.Values) pieces.Sort((left, right) => left.Piece.CompareTo(right.Piece));
    }

    public override Cell CellOf(Timeframe? period, Segment segment)
    {
        if (_scan.WindowOf(period, _lastDay) is not { } window || !_pieces.TryGetValue(new CellKey(null, ValuesOf(segment)), out var pieces)) return Empty;
        Cell merged = Empty;
        for (int at = FirstFrom(pieces, window); at < pieces.Count && window.Contains(pieces[at].Piece); at++) merged = merged.Merge(pieces[at].Cell);
        return merged;
    }

    /// <summary>The index of the first piece that does not begin before the window.</summary>
    private static int FirstFrom(List<(Timeframe Piece, Cell Cell)> pieces, Timeframe window)
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
