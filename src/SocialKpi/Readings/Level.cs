using System.Collections.Immutable;
using NodaTime;

namespace SocialKpi;

/// <summary>
/// All cells of a table at one level of detail: with or without periods, by some of the dimensions. Coarser levels are
/// merged from the finest cells of every scan, contexts too, so each of their readings is the reading of the whole.
/// </summary>
internal sealed class Level
{
    private readonly QueryPlan _plan;
    private readonly string[] _dimensions;
    private readonly IReadOnlyList<Timeframe?>? _everyPeriod;
    private readonly Lazy<LevelKeys> _keys;
    private readonly ImmutableArray<LevelScan> _scans;
    private readonly Finaliser _finaliser;

    /// <param name="plan">The plan.</param>
    /// <param name="results">What was gathered for it.</param>
    /// <param name="everyPeriod">The periods of which each is a row, with rows in it or not; null for those with rows alone.</param>
    /// <param name="periods">Whether the level is by period.</param>
    /// <param name="dimensions">The dimensions that the level is by.</param>
    public Level(QueryPlan plan, IReadOnlyList<ScanResult> results, IReadOnlyList<Timeframe>? everyPeriod, bool periods, string[] dimensions)
    {
        (_plan, _dimensions) = (plan, dimensions);
        _everyPeriod = everyPeriod is null ? null : periods ? [.. everyPeriod.Select(period => (Timeframe?)period)] : [null];

        // As of a day, all is read until that day; else until the last day that is known of.
        LocalDate? lastDay = plan.Query.AsOfDay is null ? results.Max(result => result.LastDay) : null;
        _scans = [.. plan.Scans.Zip(results, (scan, result) => LevelScan.Of(scan, result, periods, dimensions, lastDay))];
        LevelScan[] own = [.. plan.CellScans.Select(scan => _scans[scan])];
        WindowedLevelScan[] others = [.. _scans.OfType<WindowedLevelScan>().Where(scan => scan.IsTableAtOtherTime(plan.Scans[plan.CellScans[0]]))];
        _keys = new(() => new LevelKeys(own, others, _everyPeriod, byPeriod: periods && plan.Query.Grain is not null, dimensions));
        _finaliser = new Finaliser(plan, dimensions, lastDay, [.. results.Select(result => result.TimeBases)]);
    }

    /// <summary>A row for each cell, in order.</summary>
    public IReadOnlyList<KpiRow> Rows() => _everyPeriod is null
        ? new LazyRows(_keys.Value.Count, at => Row(_keys.Value[at].Period, _keys.Value[at].Segment))
        : [.. Cells().Select(cell => Row(cell.Period, cell.Segment))];

    /// <summary>A row for each cell of the segments that are named, by period and then by rank, and one for the rest.</summary>
    public IReadOnlyList<KpiRow> Rows(RankedSegments ranked) =>
    [
        .. Cells().Select(cell => (cell.Period, Segment: ranked.Holder(cell.Segment))).Distinct()
            .OrderBy(cell => cell.Period ?? default).ThenBy(cell => ranked.RankOf(cell.Segment))
            .Select(cell => cell.Segment.IsRest ? RestRow(cell.Period, ranked.Rest) : Row(cell.Period, cell.Segment)),
    ];

    /// <summary>The cells in which rows lie, their own or those of a context in time; of every period where the query wants each. In order.</summary>
    public IEnumerable<(Timeframe? Period, Segment Segment)> Cells()
    {
        if (_everyPeriod is null) return Enumerable.Range(0, _keys.Value.Count).Select(at => _keys.Value[at]);
        Segment[] segments = _dimensions.Length == 0 ? [Segment.Whole] : [.. _keys.Value.Segments().Select(SegmentOf)];
        return _everyPeriod.SelectMany(period => segments.Select(segment => (period, segment)));
    }

    /// <summary>The row of one cell, whether rows lie in it or not.</summary>
    public KpiRow Row(Timeframe? period, Segment segment) => new(this, period, segment);

    /// <summary>The row of the segments that are not named, merged.</summary>
    public KpiRow RestRow(Timeframe? period, IReadOnlyList<Segment> rest) => new(this, period, Segment.Rest, rest);

    /// <summary>What is read.</summary>
    public IReadOnlyList<Kpi> Kpis => _plan.Query.Kpis;

    /// <summary>Some readings of a row, from one KPI on.</summary>
    public Reading[] Read(Timeframe? period, Segment segment, IReadOnlyList<Segment>? rest, int first, int count)
    {
        Cell[] cells = rest is null ? CellsOf(period, segment) : [.. _scans.Select(scan => scan.CellOf(period, rest))];
        Reading[] readings = new Reading[count];
        for (int kpi = 0; kpi < count; kpi++) readings[kpi] = _finaliser.Read(_plan.Kpis[first + kpi], cells, period, segment);
        return readings;
    }

    /// <summary>The segments that occur here or at another level of the same dimensions, in order.</summary>
    public IReadOnlyList<Segment> SegmentsWith(Level other)
    {
        CellKey[] keys = [.. _keys.Value.Segments()];
        if (other != this)
        {
            keys = [.. keys.Union(other._keys.Value.Segments())];
            Array.Sort(keys, CellKey.Compare);
        }

        return Array.ConvertAll(keys, SegmentOf);
    }

    /// <summary>One reading of the row of a segment over all periods.</summary>
    public Reading Read(Kpi kpi, Segment segment) =>
        _finaliser.Read(_plan.Kpis.First(plan => plan.Kpi == kpi), CellsOf(null, segment), null, segment);

    /// <summary>The reading of a stretch of several periods of one or several segments, merged.</summary>
    public Reading Read(Kpi kpi, Timeframe during, IReadOnlyList<Timeframe> periods, IReadOnlyList<Segment> segments, Segment named) => _finaliser.Read(
        _plan.Kpis.First(plan => plan.Kpi == kpi), [.. _scans.Select(scan => scan.CellOf(during, periods, segments))], during, named, isPeriod: false);

    /// <summary>One reading of several segments together.</summary>
    public Reading Read(Kpi kpi, Timeframe? period, IReadOnlyList<Segment> segments, Segment named) => _finaliser.Read(
        _plan.Kpis.First(plan => plan.Kpi == kpi), [.. _scans.Select(scan => scan.CellOf(period, segments))], period, named);

    private Cell[] CellsOf(Timeframe? period, Segment segment)
    {
        Cell[] cells = new Cell[_scans.Length];
        for (int scan = 0; scan < cells.Length; scan++) cells[scan] = _scans[scan].CellOf(period, segment);
        return cells;
    }

    private Segment SegmentOf(CellKey key) => Segment.Of(_dimensions, key.Texts);
}
