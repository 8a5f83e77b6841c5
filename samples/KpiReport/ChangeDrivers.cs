using SocialKpi;

namespace KpiReport;

/// <summary>Which segments drove the change of each KPI, from the period before to the last period of a table.</summary>
internal static class ChangeDrivers
{
    private const int MostNamed = 10;

    public static string Title(KpiQuery query) => $"What drove the change, by {string.Join(" and ", query.Dimensions.Select(DisplayText.Name))}";

    /// <summary>The drivers of each KPI; none when there is nothing to compare.</summary>
    /// <param name="table">A table that reads each KPI here and in the period before.</param>
    /// <param name="kpis">The KPIs.</param>
    public static IReadOnlyList<Drivers> Of(KpiTable table, IReadOnlyList<Kpi> kpis) =>
        WhyNone(table) is null ? [.. kpis.Select(kpi => Drivers.Of(table, kpi, Context.Previous, Last(table)).Top(MostNamed))] : [];

    /// <summary>Why there is nothing to compare: no rows, or a period before of which the query reads only the end; null when there is.</summary>
    /// <param name="table">The same table.</param>
    public static string? WhyNone(KpiTable table)
    {
        if (table.Query.Grain is not { } grain) return null;
        if (Last(table) is not { } last) return "no rows";
        if (table.Query.Timeframe.Start is not { } start) return null;
        Timeframe before = table.Query.Calendar.Shift(last, -1, grain);
        return before.Start < start && before.Intersect(table.Query.Timeframe) is { } end
            ? $"no period before, as of {before} only {end} is read"
            : null;
    }

    private static Timeframe? Last(KpiTable table) => table.Query.Grain is not null && table.PeriodTotals is [.., var last] ? last.Period : null;
}
