using SocialKpi;

namespace KpiReport;

/// <summary>Where the latest period of a table stands: against the one before, against its own history, and against a file of benchmarks.</summary>
internal static class Judgement
{
    public const string Title = "Where the latest period stands";

    private const int PeriodsOfHistory = 12;
    private const int MonthsOld = 24;

    /// <summary>The standings of some KPIs of a table by period; null when it has no row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="kpis">Which of its KPIs.</param>
    /// <param name="benchmarks">The file of benchmarks; null when there is none.</param>
    /// <param name="known">What is known of whom the rows are of; the platform, say, may be said by the rows themselves.</param>
    public static StandingTable? Of(KpiTable table, IReadOnlyList<Kpi> kpis, BenchmarkSet? benchmarks, Cohort known)
    {
        if (table.Rows.Count == 0) return null;
        Timeframe latest = table.Rows[^1].Period!.Value;
        return StandingTable.Of(kpis.SelectMany(kpi => OwnHistoryOf(table, kpi, latest).Concat(Published(table, kpi, latest, benchmarks, known))));
    }

    private static IEnumerable<Standing> OwnHistoryOf(KpiTable table, Kpi kpi, Timeframe latest)
    {
        OwnHistory history = OwnHistory.Of(table.Series(kpi), latest, table.Query.Calendar);
        yield return history.Previous();
        Standing lastYear = history.SamePeriodLastYear();
        if (!lastYear.IsRefused) yield return lastYear;
        yield return history.TrailingMedian(PeriodsOfHistory);
    }

    /// <summary>Of the segments that a cohort can be told of, those that some benchmark speaks of; else why there is none.</summary>
    private static IEnumerable<Standing> Published(KpiTable table, Kpi kpi, Timeframe latest, BenchmarkSet? benchmarks, Cohort known)
    {
        if (benchmarks is null) return [];
        ComparisonRules rules = ComparisonRules.Default.NoOlderThan(MonthsOld);
        Reading[] readings = [.. Segments(table, latest).Select(segment => table[kpi, latest, segment])];
        Standing[] standings = [.. readings.SelectMany(reading => benchmarks.Compare(reading, Together(known, Cohort.Of(reading.Segment)), rules))];
        Standing[] spokenOf = [.. standings.Where(standing => standing.Against is not null)];
        return spokenOf.Length > 0 ? spokenOf : benchmarks.Compare(table[kpi, latest], known, rules).Take(1);
    }

    /// <summary>The segments of one period by those dimensions that are traits of a cohort; the whole when there is none.</summary>
    private static IEnumerable<Segment> Segments(KpiTable table, Timeframe latest)
    {
        string[] traits = [.. table.Query.Dimensions.Where(dimension => dimension is "platform" or "industry" or "format" or "region")];
        return table.Rows.Where(row => row.Period == latest && !row.Segment.IsRest)
            .Select(row => traits.Aggregate(Segment.Whole, (segment, trait) => segment.And(trait, row.Segment[trait])))
            .Distinct();
    }

    private static Cohort Together(Cohort known, Cohort said) => Cohort.Of(
        said.Platform ?? known.Platform, said.Industry ?? known.Industry, known.Followers, said.Format ?? known.Format, said.Region ?? known.Region);
}
