using System.Collections.Immutable;

namespace SocialKpi;

/// <summary>
/// All cells of a table at one level of detail: with or without periods, by some of the dimensions. Coarser levels are
/// merged from the finest cells of every scan, contexts too, so each of their readings is the reading of the whole.
/// </summary>
internal sealed class Level
{
    private readonly QueryPlan _plan;
    private readonly string[] _dimensions;
    private readonly ImmutableArray<LevelScan> _scans;
    private readonly Finaliser _finaliser;

    public Level(QueryPlan plan, IReadOnlyList<ScanResult> results, bool periods, string[] dimensions)
    {
        (_plan, _dimensions, _finaliser) = (plan, dimensions, new Finaliser(plan));
        _scans = [.. plan.Scans.Zip(results, (scan, result) => new LevelScan(scan, result, periods, dimensions))];
    }

    /// <summary>A row for each cell in which rows of the query itself lie, in order.</summary>
    public IReadOnlyList<KpiRow> Rows()
    {
        CellKey[] keys = [.. _scans[0].Keys];
        Array.Sort(keys, Compare);
        return [.. keys.Select(key => Row(key.Period, Segment.Of(_dimensions, key.Values)))];
    }

    /// <summary>The row of one cell, whether rows lie in it or not.</summary>
    public KpiRow Row(Timeframe? period, Segment segment)
    {
        Cell[] cells = [.. _scans.Select(scan => scan.CellOf(period, segment))];
        return new KpiRow(period, segment, [.. _plan.Kpis.Select(kpi => _finaliser.Read(kpi, cells, period, segment))]);
    }

    /// <summary>By period, then by the values of the dimensions: ordinal order, blank last.</summary>
    private static int Compare(CellKey left, CellKey right)
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
