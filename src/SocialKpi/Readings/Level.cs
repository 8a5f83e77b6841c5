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
        (_plan, _dimensions) = (plan, dimensions);
        _scans = [.. plan.Scans.Zip(results, (scan, result) => LevelScan.Of(scan, result, periods, dimensions))];
        _finaliser = new Finaliser(plan, dimensions, results.Max(result => result.LastDay));
    }

    /// <summary>A row for each cell in which rows lie, its own or those of a context in time, in order.</summary>
    public IReadOnlyList<KpiRow> Rows()
    {
        CellKey[] keys = [.. OwnKeys.Concat(KeysOfOtherTimes()).Distinct()];
        Array.Sort(keys, Compare);
        return [.. keys.Select(key => Row(key.Period, Segment.Of(_dimensions, key.Values)))];
    }

    /// <summary>The cells in which rows of any table lie.</summary>
    private IEnumerable<CellKey> OwnKeys => _plan.CellScans.SelectMany(scan => _scans[scan].Cells.Keys);

    /// <summary>The row of one cell, whether rows lie in it or not.</summary>
    public KpiRow Row(Timeframe? period, Segment segment)
    {
        Cell[] cells = [.. _scans.Select(scan => scan.CellOf(period, segment))];
        return new KpiRow(period, segment, [.. _plan.Kpis.Select((_, kpi) => _finaliser.Read(kpi, cells, period, segment))]);
    }

    /// <summary>A comparison drops no segment: one that has rows only at the other time is a row of every period in which it has some.</summary>
    private IEnumerable<CellKey> KeysOfOtherTimes()
    {
        LevelScan[] others = [.. _scans.OfType<WindowedLevelScan>().Where(scan => scan.HasAll(_dimensions, _plan.Query.Filters))];
        if (others.Length == 0) yield break;
        CellKey[] segments = [.. others.SelectMany(scan => scan.Cells.Keys).Select(key => new CellKey(null, key.Values)).Distinct()];
        foreach (Timeframe? period in OwnKeys.Select(key => key.Period).Distinct())
        {
            foreach (CellKey segment in segments)
            {
                Segment named = Segment.Of(_dimensions, segment.Values);
                if (others.Any(scan => scan.CellOf(period, named).HasRows)) yield return new CellKey(period, segment.Values);
            }
        }
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
