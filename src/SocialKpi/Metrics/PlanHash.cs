using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SocialKpi;

/// <summary>SHA-256 of all that says what a plan gathers: plans with one hash are of equal queries over the same tables, whose states merge.</summary>
internal static class PlanHash
{
    public static byte[] Of(QueryPlan plan)
    {
        KpiQuery query = plan.Query;
        IEnumerable<string> lines =
        [
            .. query.Kpis.Select(kpi => $"kpi {kpi.Id} {kpi.Hash}"),
            $"every {query.IsSelective}",
            $"by {query.Grain} {QuotedText.WriteAll(query.Dimensions)}",
            .. query.Filters.Select(filter => $"where {filter}"),
            $"during {query.Timeframe}",
            string.Create(CultureInfo.InvariantCulture, $"as of {query.AsOfDay:uuuu'-'MM'-'dd}"),
            string.Create(CultureInfo.InvariantCulture, $"weeks from {query.Calendar.WeekStart}, years from {query.Calendar.FiscalYearStart}"),
            $"independently {query.SumsIndependently}",
            .. query.Minimums.SelectMany(minimum => minimum.Measure.Closure().Select(measure => measure.Definition).Prepend(string.Create(CultureInfo.InvariantCulture, $"at least {minimum.Amount}"))),
            string.Create(CultureInfo.InvariantCulture, $"top {query.Ranking?.Count} {query.Ranking?.By.Id} {query.Ranking?.By.Hash}"),
            $"dense {query.IsDense}",
            $"tables {QuotedText.WriteAll(plan.Tables)}",
            .. plan.Scans.Select(scan => string.Create(CultureInfo.InvariantCulture, $"scan of {scan.Table}")),
        ];
        return SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
    }
}
