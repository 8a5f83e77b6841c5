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
        _finaliser = new Finaliser(plan, dimensions, lastDay, [.. results.Select(result => result.TimeBases)]);
    }

    /// <summary>A row for each cell, in order.</summary>
    public IReadOnlyList<KpiRow> Rows() => [.. Cells().Select(cell => Row(cell.Period, cell.Segment))];

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
        CellKey[] keys = [.. Keys()];
        Array.Sort(keys, Compare);
        return keys.Select(key => (key.Period, Segment.Of(_dimensions, key.Values)));
    }

    /// <summary>The cells in which rows of any table lie.</summary>
    private IEnumerable<CellKey> OwnKeys => _plan.CellScans.SelectMany(scan => _scans[scan].Cells.Keys);

    /// <summary>The row of one cell, whether rows lie in it or not.</summary>
    public KpiRow Row(Timeframe? period, Segment segment) => Row(period, segment, [.. _scans.Select(scan => scan.CellOf(period, segment))]);

    /// <summary>The row of the segments that are not named, merged.</summary>
    public KpiRow RestRow(Timeframe? period, IReadOnlyList<Segment> rest) => Row(period, Segment.Rest, [.. _scans.Select(scan => scan.CellOf(period, rest))]);

    /// <summary>The segments that occur here or at another level of the same dimensions, in order.</summary>
    public IReadOnlyList<Segment> SegmentsWith(Level other)
    {
        CellKey[] keys = [.. SegmentKeys().Union(other.SegmentKeys())];
        Array.Sort(keys, Compare);
        return [.. keys.Select(key => Segment.Of(_dimensions, key.Values))];
    }

    /// <summary>One reading of the row of a segment over all periods.</summary>
    public Reading Read(Kpi kpi, Segment segment) =>
        _finaliser.Read(_plan.Kpis.First(plan => plan.Kpi == kpi), [.. _scans.Select(scan => scan.CellOf(null, segment))], null, segment);

    /// <summary>The reading of a stretch of several periods of one or several segments, merged.</summary>
    public Reading Read(Kpi kpi, Timeframe during, IReadOnlyList<Timeframe> periods, IReadOnlyList<Segment> segments, Segment named) => _finaliser.Read(
        _plan.Kpis.First(plan => plan.Kpi == kpi), [.. _scans.Select(scan => scan.CellOf(during, periods, segments))], during, named, isPeriod: false);

    /// <summary>One reading of several segments together.</summary>
    public Reading Read(Kpi kpi, Timeframe? period, IReadOnlyList<Segment> segments, Segment named) => _finaliser.Read(
        _plan.Kpis.First(plan => plan.Kpi == kpi), [.. _scans.Select(scan => scan.CellOf(period, segments))], period, named);

    private KpiRow Row(Timeframe? period, Segment segment, Cell[] cells) =>
        new(period, segment, [.. _plan.Kpis.Select(kpi => _finaliser.Read(kpi, cells, period, segment))]);

    private IEnumerable<CellKey> Keys()
    {
        if (_everyPeriod is null) return KeysWithRows();
        CellKey[] segments = _dimensions.Length == 0 ? [new CellKey(null)] : [.. SegmentKeys()];
        return _everyPeriod.SelectMany(period => segments.Select(segment => new CellKey(period, segment.Values)));
    }

    private IEnumerable<CellKey> SegmentKeys() => KeysWithRows().Select(key => new CellKey(null, key.Values)).Distinct();

    private IEnumerable<CellKey> KeysWithRows() => OwnKeys.Concat(KeysOfOtherTimes()).Distinct();

    /// <summary>A comparison drops no segment: one that has rows only at the other time is a row of every period in which it has some.</summary>
    private IEnumerable<CellKey> KeysOfOtherTimes()
    {
        WindowedLevelScan[] others = [.. _scans.OfType<WindowedLevelScan>().Where(scan => scan.IsTableAtOtherTime(_plan.Scans[_plan.CellScans[0]]))];
        if (others.Length == 0) yield break;
        CellKey[] segments = [.. others.SelectMany(scan => scan.Cells.Keys).Select(key => new CellKey(null, key.Values)).Distinct()];
        foreach (Timeframe? period in _everyPeriod ?? OwnKeys.Select(key => key.Period).Distinct())
        {
            foreach (CellKey segment in segments)
            {
                Segment named = Segment.Of(_dimensions, segment.Values);
                if (others.Any(scan => scan.HasRows(period, named))) yield return new CellKey(period, segment.Values);
            }
        }
    }

    /// <summary>By period, then by the values of the dimensions: ordinal order, blank last.</summary>
    public static int Compare(CellKey left, CellKey right)
    {
        int order = (left.Period ?? default).CompareTo(right.Period ?? default);
        for (int i = 0; order == 0 && i < left.Values.Count; i++)
        {
            (string? mine, string? theirs) = (left.Values[i], right.Values[i]);
            order = (mine is null).CompareTo(theirs is null);
            if (order == 0) order = string.CompareOrdinal(mine, theirs);
        }

        return order;
    }
}
