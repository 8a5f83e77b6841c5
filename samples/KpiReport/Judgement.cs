using SocialKpi;

namespace KpiReport;

/// <summary>Where the latest period of a table stands: against the one before, against its own history, and against a file of benchmarks.</summary>
internal static class Judgement
{
    public const string Title = "Where the latest period stands";

    private const int PeriodsOfHistory = 12;
    private const int MonthsOld = 24;

    /// <summary>The standings of some KPIs of a table by period; none when it has no row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="kpis">Which of its KPIs.</param>
    /// <param name="benchmarks">The file of benchmarks; null when there is none.</param>
    /// <param name="known">What is known of whom the rows are of; the platform, say, may be said by the rows themselves.</param>
    /// <param name="read">Reads the KPIs by the table's periods and dimensions over one stretch of time.</param>
    public static IReadOnlyList<Standing> Of(KpiTable table, IReadOnlyList<Kpi> kpis, BenchmarkSet? benchmarks, Cohort known, Func<Timeframe, KpiTable> read)
    {
        if (kpis.Count == 0 || table.Rows.Count == 0) return [];
        EqualParts parts = new(table, read);
        return [.. kpis.SelectMany(kpi => Of(table, kpi, table.Rows[^1].Period!.Value, benchmarks, known, parts))];
    }

    /// <summary>
    /// The whole against its own history, and each segment that a cohort can be told of against what is published. Where the whole has no value, as
    /// of two currencies, each of these segments stands against its own history too. A segment of which nothing is published is told beside those of which
    /// something is; where nothing is of any, the whole says so once.
    /// </summary>
    private static IEnumerable<Standing> Of(KpiTable table, Kpi kpi, Timeframe latest, BenchmarkSet? benchmarks, Cohort known, EqualParts parts)
    {
        Reading whole = table[kpi, latest];
        foreach (Standing standing in OwnHistoryOf(table, Segment.Whole, kpi, latest, parts).Take(whole.HasValue ? int.MaxValue : 1)) yield return standing;

        (Segment Segment, Standing[] Published)[] segments = [.. Segments(table, latest).Select(segment => (segment, Published(table[kpi, latest, segment], benchmarks, known)))];
        bool isSpokenOf = segments.Any(each => each.Published.Any(standing => standing.Against is not null));
        foreach ((Segment segment, Standing[] published) in segments)
        {
            if (!whole.HasValue && !segment.IsWhole)
            {
                foreach (Standing standing in OwnHistoryOf(table, segment, kpi, latest, parts)) yield return standing;
            }

            foreach (Standing standing in isSpokenOf ? published : []) yield return standing;
        }

        if (!isSpokenOf && Published(whole, benchmarks, known) is [var none, ..]) yield return none;
    }

    private static IEnumerable<Standing> OwnHistoryOf(KpiTable table, Segment segment, Kpi kpi, Timeframe latest, EqualParts parts)
    {
        KpiSeries series = table.Series(kpi, segment);
        if (PeriodBefore.WhyNone(table) is not null)
        {
            yield return parts.NoneBefore(series);
            yield break;
        }

        if (parts.AreNeeded(series) && parts.Standings(series, PeriodsOfHistory).ToArray() is { Length: > 0 } alike)
        {
            foreach (Standing standing in alike) yield return standing;
            yield break;
        }

        OwnHistory history = OwnHistory.Of(series, latest, table.Query.Calendar);
        yield return history.Previous();
        Standing lastYear = history.SamePeriodLastYear();
        if (!lastYear.IsRefused) yield return lastYear;
        yield return history.TrailingMedian(PeriodsOfHistory);
    }

    private static Standing[] Published(Reading reading, BenchmarkSet? benchmarks, Cohort known) =>
        [.. benchmarks?.Compare(reading, Together(known, reading.Segment), ComparisonRules.Default.NoOlderThan(MonthsOld)) ?? []];

    /// <summary>The segments of one period by those dimensions that are traits of a cohort; the whole when there is none.</summary>
    private static IEnumerable<Segment> Segments(KpiTable table, Timeframe latest)
    {
        string[] traits = [.. table.Query.Dimensions.Where(dimension => dimension is "platform" or "industry" or "format" or "region")];
        return table.Rows.Where(row => row.Period == latest && !row.Segment.IsRest)
            .Select(row => traits.Aggregate(Segment.Whole, (segment, trait) => segment.And(trait, row.Segment[trait])))
            .Distinct();
    }

    /// <summary>What a segment says, blank or not, goes before what is known of all: rows without a platform are not those of the one that was named.</summary>
    private static Cohort Together(Cohort known, Segment segment)
    {
        Cohort said = Cohort.Of(segment);
        return Cohort.Of(
            segment.Names("platform") ? said.Platform : known.Platform, segment.Names("industry") ? said.Industry : known.Industry, known.Followers,
            segment.Names("format") ? said.Format : known.Format, segment.Names("region") ? said.Region : known.Region);
    }
}
