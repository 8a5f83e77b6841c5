using NodaTime;

namespace SocialKpi;

/// <summary>
/// The cells of a scan of stocks: each holds all that is known up to its end, however old, so that what went stale can be named.
/// Cells are mostly asked for in order of time, so each segment keeps what is merged so far.
/// </summary>
internal sealed class StockLevelScan(Scan scan, ScanResult result, string[] dimensions, LocalDate? lastDay)
    : WindowedLevelScan(scan, result, dimensions, lastDay)
{
    private readonly Dictionary<List<(Timeframe Piece, Cell Cell)>, (int Pieces, Cell Merged)> _soFar = new(ReferenceEqualityComparer.Instance);

    public override Cell CellOf(Timeframe? period, Segment segment)
    {
        if (WindowOf(period) is not { } window || PiecesOf(segment) is not { } pieces) return Empty;
        int count = window.End is { } end ? FirstFrom(pieces, Timeframe.TryBetween(end, null)!.Value) : pieces.Count;
        if (count == 0) return Empty;
        lock (_soFar)
        {
            (int done, Cell merged) = _soFar.GetValueOrDefault(pieces, (0, Empty));
            if (done > count) (done, merged) = (0, Empty);
            if (done < count) merged = Cell.Merge([merged, .. pieces.Skip(done).Take(count - done).Select(piece => piece.Cell)]);
            _soFar[pieces] = (count, merged);
            return merged;
        }
    }
}
