using System.Collections.Immutable;

namespace SocialKpi;

/// <summary>
/// All cells of a table at one level of detail: with or without periods, by some of the dimensions. Coarser levels are
/// merged from the finest cells of every scan, contexts too, so each of their readings is the reading of the whole.
/// </summary>
internal sealed class Level
{
    private readonly QueryPlan _plan;
    private readonly IReadOnlyList<string> _dimensions;
    private readonly ImmutableArray<ScanResult> _cells;
    private readonly ImmutableArray<Cell> _empty;
    private readonly Finaliser _finaliser;

    public Level(QueryPlan plan, IReadOnlyList<ScanResult> results, bool periods, IReadOnlyList<string> dimensions)
    {
        (_plan, _dimensions, _finaliser) = (plan, dimensions, new Finaliser(plan));
        _cells = [.. plan.Scans.Zip(results, (scan, result) => RollUp(scan, result, periods))];
        _empty = [.. plan.Scans.Select(Cell.Empty)];
    }

    /// <summary>A row for each cell in which rows of the query itself lie, in order.</summary>
    public IReadOnlyList<KpiRow> Rows() => [.. _cells[0].Cells.Keys
        .OrderBy(key => key.Period ?? default)
        .ThenBy(key => key, Comparer<CellKey>.Create(CompareValues))
        .Select(key => Row(key.Period, SegmentOf(key)))];

    /// <summary>The row of one cell, whether rows lie in it or not.</summary>
    public KpiRow Row(Timeframe? period, Segment segment)
    {
        Cell[] cells = [.. _plan.Scans.Select((scan, index) => CellOf(index, scan, period, segment))];
        return new KpiRow(period, segment, [.. _plan.Kpis.Select(kpi => _finaliser.Read(kpi, cells, period, segment))]);
    }

    private Cell CellOf(int index, Scan scan, Timeframe? period, Segment segment)
    {
        CellKey key = new(period, Kept(scan).Select(dimension => segment[dimension]));
        return _cells[index].Cells.GetValueOrDefault(key) ?? _empty[index];
    }

    private ScanResult RollUp(Scan scan, ScanResult result, bool periods)
    {
        int[] kept = [.. Kept(scan).Select(dimension => scan.Dimensions.ToList().IndexOf(dimension))];
        return periods == scan.Grain is not null && kept.Length == scan.Dimensions.Count
            ? result
            : result.RollUp(key => new CellKey(periods ? key.Period : null, kept.Select(at => key.Values[at])));
    }

    private IEnumerable<string> Kept(Scan scan) => scan.Dimensions.Where(dimension => _dimensions.Contains(dimension, StringComparer.Ordinal));

    private Segment SegmentOf(CellKey key)
    {
        Segment segment = Segment.Whole;
        for (int i = 0; i < _dimensions.Count; i++) segment = segment.And(_dimensions[i], key.Values[i]);
        return segment;
    }

    private static int CompareValues(CellKey left, CellKey right)
    {
        for (int i = 0; i < left.Values.Count; i++)
        {
            (string? mine, string? theirs) = (left.Values[i], right.Values[i]);
            int order = (mine is null).CompareTo(theirs is null);
            if (order == 0) order = string.CompareOrdinal(mine, theirs);
            if (order != 0) return order;
        }

        return 0;
    }
}
