namespace SocialKpi;

/// <summary>A benchmark that an account can be compared with, and what was given up of the cohort asked for.</summary>
internal sealed record CohortMatch(Benchmark Benchmark, IReadOnlyList<CohortTrait> Relaxed)
{
    /// <summary>How much was given up: one trait that matters more outweighs all that matter less.</summary>
    public int Cost => Relaxed.Sum(trait => 1 << ((int)CohortTrait.Region - (int)trait));

    /// <summary>The match; null when the benchmark is of others, or only fits if a trait is given up that must be kept.</summary>
    public static CohortMatch? Of(Benchmark benchmark, Cohort wanted, ComparisonRules rules) =>
        benchmark.Cohort.RelaxedFor(wanted) is { } relaxed && !relaxed.Any(rules.Kept.Contains) ? new CohortMatch(benchmark, relaxed) : null;

    /// <summary>Those that gave up least, and of them the latest; several when they are of one time.</summary>
    public static IEnumerable<CohortMatch> Best(IEnumerable<CohortMatch> matches)
    {
        CohortMatch[] all = [.. matches];
        int least = all.Min(match => match.Cost);
        CohortMatch[] nearest = [.. all.Where(match => match.Cost == least)];
        NodaTime.LocalDateTime? latest = nearest.Max(match => match.Benchmark.Until);
        return nearest.Where(match => match.Benchmark.Until == latest);
    }
}
