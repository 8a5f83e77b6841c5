using System.Globalization;

namespace SocialKpi;

/// <summary>Whether what a source gathered is what a plan asked for; a source of somebody else's may be wrong.</summary>
internal static class PlanFit
{
    /// <summary>The first thing that does not fit, as a sentence; null when all fits.</summary>
    public static string? Problem(QueryPlan plan, IReadOnlyList<ScanResult?> results)
    {
        if (results.Count != plan.Scans.Count)
            return string.Create(CultureInfo.InvariantCulture, $"The plan has {plan.Scans.Count} scans, but {results.Count} results were given.");
        for (int i = 0; i < results.Count; i++)
        {
            string scan = string.Create(CultureInfo.InvariantCulture, $"The result of scan {i}");
            if (results[i] is not { } result) return $"{scan} is null.";
            if (result.GatheredFor == plan.Scans[i]) continue;
            int[] parts = plan.Scans[i].PartCounts;
            if (result.Cells.Select(cell => Problem(plan.Scans[i], parts, cell.Key, cell.Value)).FirstOrDefault(text => text is not null) is { } problem) return $"{scan} {problem}";
            if (plan.Scans[i].Grain is not { } grain) continue;
            foreach (Timeframe period in result.Cells.Keys.Select(key => key.Period!.Value).Distinct())
            {
                if (plan.Scans[i].Calendar.IsPeriod(period, grain)) continue;
                return string.Create(CultureInfo.InvariantCulture, $"{scan} has the period {period}, which is no {grain} of the query's calendar. Gather by its {grain}, or by what nests in it: weeks do not nest in months.");
            }
        }

        return null;
    }

    private static string? Problem(Scan scan, int[] parts, CellKey key, Cell cell)
    {
        if (key.Texts.Length != scan.Dimensions.Count) return Counts("values in a key", key.Texts.Length, "dimensions", scan.Dimensions.Count);
        if (key.Period is null != scan.Grain is null) return scan.Grain is null ? "has a period, but the scan has no grain." : "has a key without a period, but the scan has a grain.";
        if (cell.RuleCount != scan.Rules.Count) return Counts("row counts in a cell", cell.RuleCount, "rules", scan.Rules.Count);
        if (cell.StateCount != scan.States.Count) return Counts("states in a cell", cell.StateCount, "states", scan.States.Count);
        for (int i = 0; i < cell.RuleCount; i++)
        {
            if (cell.CoverageAt(i) is { Rows: > 0, UnknownByMeasure.Count: var counted } && counted != parts[i])
                return string.Create(CultureInfo.InvariantCulture, $"counts unknown rows for {counted} measures, but the rule {scan.Rules[i]} has {parts[i]}.");
        }

        for (int i = 0; i < cell.StateCount; i++)
        {
            Aggregation wanted = scan.States[i].Measure.Aggregation;
            if (!cell.StateAt(i).IsLike(CellState.OfNoRows(wanted))) return $"has a {cell.StateAt(i).GetType().Name} where {scan.States[i].Measure} needs the state of a {wanted}.";
        }

        return null;
    }

    private static string Counts(string things, int have, string others, int want) =>
        string.Create(CultureInfo.InvariantCulture, $"has {have} {things}, but the scan has {want} {others}.");
}
