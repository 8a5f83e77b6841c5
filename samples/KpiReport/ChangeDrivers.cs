using SocialKpi;

namespace KpiReport;

/// <summary>Writes which segments drove the change of each KPI, from the period before to the last period of a table.</summary>
internal static class ChangeDrivers
{
    private const int MostNamed = 10;

    /// <param name="table">A table that reads each KPI here and in the period before.</param>
    /// <param name="kpis">The KPIs.</param>
    /// <param name="isMarkdown">Whether to write Markdown instead of text.</param>
    public static string Write(KpiTable table, IEnumerable<Kpi> kpis, bool isMarkdown)
    {
        string title = $"What drove the change, by {string.Join(" and ", table.Query.Dimensions)}";
        if (table.Query.Grain is not null && table.PeriodTotals.Count == 0) return $"{title}: no rows";
        Timeframe? last = table.Query.Grain is null ? null : table.PeriodTotals[^1].Period;
        IEnumerable<Drivers> drivers = kpis.Select(kpi => Drivers.Of(table, kpi, Context.Previous, last).Top(MostNamed));
        return string.Join("\n\n", drivers.Select(each => isMarkdown ? each.ToMarkdown() : each.ToString()).Prepend($"{(isMarkdown ? "## " : "")}{title}"));
    }
}
