using System.Collections.Concurrent;
using NodaTime;

namespace SocialKpi;

/// <summary>
/// The cells of a scan of stocks: each holds all that is known up to its end, however old, so that what went stale can be named.
/// Cells are mostly asked for in order of time, so each segment keeps what is merged so far.
/// </summary>
internal sealed class StockLevelScan(Scan scan, ScanResult result, string[] dimensions, LocalDate? lastDay)
    : WindowedLevelScan(scan, result, dimensions, lastDay)
{
    private readonly ConcurrentDictionary<Timeframe, int> _ends = new();
    private readonly Dictionary<int, (int End, Cell Merged)> _soFar = [];

    public override Cell CellOf(Timeframe? period, Segment segment)
    {
        int end = EndOf(period);
        int number = NumberOf(segment);
        if (end == 0 || number < 0) return Empty;
        lock (_soFar)
        {
            (int done, Cell merged) = _soFar.GetValueOrDefault(number, (0, Empty));
            if (done > end) (done, merged) = (0, Empty);
            if (Runs.Between(number, done, end) is { IsEmpty: false } cells) merged = done == 0 ? Of(cells) : Cell.Merge([merged, Of(cells)]);
            _soFar[number] = (end, merged);
            return merged;
        }
    }

    protected override ReadOnlyMemory<int> Cells(Timeframe? period, int segment) => Runs.Between(segment, 0, EndOf(period));

    /// <summary>The index of the first piece behind the window of a cell; 0 without one.</summary>
    private int EndOf(Timeframe? period) => _ends.GetOrAdd(period ?? Timeframe.Always, _ => WindowOf(period) is not { } window ? 0 : window.End is { } end ? FirstFrom(end) : Runs.Periods.Length);
}
