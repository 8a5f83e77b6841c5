using System.Collections.Concurrent;
using NodaTime;

namespace SocialKpi;

/// <summary>The cells of a scan in a context in time: each is merged from the pieces, days or hours, that its window holds.</summary>
internal class WindowedLevelScan : LevelScan
{
    private readonly Scan _scan;
    private readonly LocalDate? _lastDay;
    private readonly ConcurrentDictionary<Timeframe, (int First, int End)> _windows = new();

    public WindowedLevelScan(Scan scan, ScanResult result, string[] dimensions, LocalDate? lastDay)
        : base(scan, result, periods: true, dimensions) => (_scan, _lastDay) = (scan, lastDay);

    /// <summary>Nothing is kept: windows are many, and each is asked for about once.</summary>
    public override Cell CellOf(Timeframe? period, Segment segment)
    {
        int number = NumberOf(segment);
        return number < 0 ? Empty : Of(Cells(period, number));
    }

    /// <inheritdoc/>
    public override Cell CellOf(Timeframe during, IReadOnlyList<Timeframe> periods, IReadOnlyList<Segment> segments) => CellOf(during, segments);

    /// <summary>Whether rows lie in the window of a cell, by the number of its segment.</summary>
    public bool HasRows(Timeframe? period, int segment) => !PiecesOf(period, segment).IsEmpty;

    protected override ReadOnlyMemory<int> Cells(Timeframe? period, int segment) => PiecesOf(period, segment);

    /// <summary>The stretch of time that a cell reads.</summary>
    protected Timeframe? WindowOf(Timeframe? period) => _scan.WindowOf(period, _lastDay);

    /// <summary>The index of the first piece that does not begin before a moment.</summary>
    protected int FirstFrom(LocalDateTime moment)
    {
        (int low, int high) = (0, Runs.Periods.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Runs.Periods[middle]!.Value.Start!.Value < moment) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private ReadOnlyMemory<int> PiecesOf(Timeframe? period, int segment)
    {
        // Which indices of periods these are is the same for all segments. No period is always.
        (int first, int end) = _windows.GetOrAdd(period ?? Timeframe.Always, _ => Pieces(WindowOf(period)));
        return Runs.Between(segment, first, end);
    }

    private (int First, int End) Pieces(Timeframe? window)
    {
        if (window is not { } frame) return default;
        int first = frame.Start is { } start ? FirstFrom(start) : 0;
        int end = first;
        while (end < Runs.Periods.Length && frame.Contains(Runs.Periods[end]!.Value)) end++;
        return (first, end);
    }
}
