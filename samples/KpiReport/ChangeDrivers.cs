using SocialKpi;

namespace KpiReport;

/// <summary>Which segments drove the change of each KPI, from the period before to the last period of a table.</summary>
internal static class ChangeDrivers
{
    private const int MostNamed = 10;

    public static string Title(KpiQuery query) => $"What drove the change, by {string.Join(" and ", query.Dimensions.Select(DisplayText.Name))}";

    /// <summary>The drivers of each KPI; none when the table has periods and no row.</summary>
    /// <param name="table">A table that reads each KPI here and in the period before.</param>
    /// <param name="kpis">The KPIs.</param>
    public static IReadOnlyList<Drivers> Of(KpiTable table, IReadOnlyList<Kpi> kpis)
    {
        if (table.Query.Grain is not null && table.PeriodTotals.Count == 0) return [];
        Timeframe? last = table.Query.Grain is null ? null : table.PeriodTotals[^1].Period;
        return [.. kpis.Select(kpi => Drivers.Of(table, kpi, Context.Previous, last).Top(MostNamed))];
    }
}
