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
        PeriodBefore.WhyNone(table) is null ? [.. kpis.Select(kpi => Drivers.Of(table, kpi, Context.Previous, PeriodBefore.Latest(table)).Top(MostNamed))] : [];
}
