using System.Collections.Concurrent;

namespace SocialKpi;

/// <summary>The cells of one scan at one level of detail. A context may group by fewer dimensions than the table.</summary>
internal class LevelScan
{
    private readonly string[] _dimensions;
    private readonly ScanShape _shape;
    private readonly CellSource _source;
    private readonly bool _hasPeriods;
    private readonly Dictionary<Timeframe, int> _indexOf = [];

    // What is rolled up of many cells is asked for again and again.
    private readonly ConcurrentDictionary<(int Segment, Timeframe Period), Cell> _rolledUp = new();

    protected LevelScan(Scan scan, ScanResult result, bool periods, string[] dimensions)
    {
        (Empty, _shape, _source) = (Cell.Empty(scan), scan.Shape, result.Source);
        _dimensions = [.. scan.Dimensions.Where(dimensions.Contains)];
        _hasPeriods = periods && scan.Grain is not null;
        Runs = new SegmentRuns(_source, [.. Enumerable.Range(0, scan.Dimensions.Count).Where(at => dimensions.Contains(scan.Dimensions[at]))]);
        for (int index = 0; _hasPeriods && index < Runs.Periods.Length; index++) _indexOf.Add(Runs.Periods[index]!.Value, index);
    }

    /// <summary>The cells in which rows lie, by segment and period.</summary>
    public SegmentRuns Runs { get; }

    /// <summary>Whether it differs from the table's own scan in time alone, so that its cells are cells of the table.</summary>
    public bool IsTableAtOtherTime(Scan table) => (_shape with { Windows = table.Shape.Windows }).Equals(table.Shape);

    protected Cell Empty { get; }

    public static LevelScan Of(Scan scan, ScanResult result, bool periods, string[] dimensions, NodaTime.LocalDate? lastDay) => !scan.HasWindows ? new LevelScan(scan, result, periods, dimensions)
        : scan.IsOfStocks ? new StockLevelScan(scan, result, dimensions, lastDay)
        : new WindowedLevelScan(scan, result, dimensions, lastDay);

    /// <summary>The cell that a cell of the table reads; one of no rows where nothing lies.</summary>
    public virtual Cell CellOf(Timeframe? period, Segment segment)
    {
        int number = NumberOf(segment);
        if (number < 0) return Empty;
        ReadOnlyMemory<int> cells = Cells(period, number);
        return cells.Length > 1 ? _rolledUp.GetOrAdd((number, period ?? Timeframe.Always), _ => Of(cells)) : Of(cells);
    }

    /// <summary>The cell of several segments together; those that are one to this scan count once.</summary>
    public Cell CellOf(Timeframe? period, IReadOnlyList<Segment> segments) => Together(segments.Select(NumberOf), [period]);

    /// <summary>What a stretch of several periods reads.</summary>
    /// <param name="during">The stretch.</param>
    /// <param name="periods">The periods in it.</param>
    /// <param name="segments">The segments; those that are one to this scan count once.</param>
    public virtual Cell CellOf(Timeframe during, IReadOnlyList<Timeframe> periods, IReadOnlyList<Segment> segments) =>
        Together(segments.Select(NumberOf), [.. periods.Select(period => (Timeframe?)period)]);

    /// <summary>The cells of a segment, by its number, that a cell of the table reads.</summary>
    protected virtual ReadOnlyMemory<int> Cells(Timeframe? period, int segment)
    {
        if (!_hasPeriods) return Runs.Between(segment, 0, Runs.Periods.Length);
        return period is { } one && _indexOf.TryGetValue(one, out int index) ? Runs.Between(segment, index, index + 1) : default;
    }

    /// <summary>Some cells together.</summary>
    protected Cell Of(ReadOnlyMemory<int> cells) => cells.IsEmpty ? Empty : new Cell(_source, cells);

    /// <summary>The number of a segment among <see cref="Runs"/>; -1 when nothing lies in it.</summary>
    protected int NumberOf(Segment segment) => Runs.NumberOf(Array.ConvertAll(_dimensions, dimension => segment[dimension]));

    private Cell Together(IEnumerable<int> segments, Timeframe?[] periods)
    {
        List<int> all = [];
        foreach (int segment in segments.Distinct().Where(segment => segment >= 0))
        {
            foreach (Timeframe? period in periods) all.AddRange(Cells(period, segment).Span);
        }

        return Of(all.ToArray());
    }
}
