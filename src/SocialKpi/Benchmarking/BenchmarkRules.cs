namespace SocialKpi;

/// <summary>What the figures of one benchmark must not do: contradict each other, or count one peer several times.</summary>
internal static class BenchmarkRules
{
    /// <summary>What benchmarks say that differ in nothing but their figures: one of several documents, or the same document twice.</summary>
    public static IEnumerable<string> Problems(IEnumerable<Benchmark> benchmarks)
    {
        foreach (Benchmark[] same in benchmarks.GroupBy(benchmark => HeadOf(benchmark, benchmark.Figures)).Select(same => same.ToArray()).Where(same => same.Length > 1))
        {
            bool isRepeated = same.Skip(1).Any(one => one.Figures.Count > 0 && SayOf(one).SequenceEqual(SayOf(same[0])));
            string[] problems = [.. Problems([.. same.SelectMany(one => one.Figures)])];
            foreach (string problem in isRepeated ? ["it is given twice; give it once"] : problems) yield return $"of {same[0]}, {problem}.";
        }
    }

    private static IEnumerable<(Statistic, decimal, string)> SayOf(Benchmark benchmark) => benchmark.Figures.Select(figure => (figure.Statistic, figure.Value, figure.Peer));

    /// <summary>All that a benchmark is beside its figures, and of a single figure whose it is. Times and units are compared by what they mean, however they are written.</summary>
    public static object HeadOf(Benchmark head, IReadOnlyList<BenchmarkFigure> figures) => (
        head.KpiId, head.KpiHash, head.Definition, (head.Cohort, head.Segment), (object?)head.Period ?? head.PeriodText, head.Published,
        (head.Sample, head.Source, head.Title, (object?)head.Unit ?? head.UnitText, OwnerOf(figures)?.Trim().ToUpperInvariant()));

    /// <summary>Whose a benchmark is that is one single figure; null of all others, and where nobody is named.</summary>
    public static string? OwnerOf(IReadOnlyList<BenchmarkFigure> figures) => figures is [{ Statistic.Kind: StatisticKind.Single, Peer: { Length: > 0 } owner }] ? owner : null;

    public static IEnumerable<string> Problems(IReadOnlyList<BenchmarkFigure> figures)
    {
        BenchmarkFigure[] ofCohort = [.. figures.Where(figure => figure.Statistic.Kind != StatisticKind.Peer)];
        foreach (IGrouping<Statistic, BenchmarkFigure> same in ofCohort.GroupBy(figure => figure.Statistic).Where(same => same.Count() > 1))
        {
            string owner = OwnerOf([same.First()]) is { } named ? $" of {named}" : "";
            yield return $"the {same.Key}{owner} is given {(same.Select(figure => figure.Value).Distinct().Count() == 1 ? "twice" : "twice with different values")}; give it once";
        }

        // One peer counted several times would make a panel of few look like one of many.
        foreach (IGrouping<string, BenchmarkFigure> same in figures.Where(figure => figure.Statistic.Kind == StatisticKind.Peer && !string.IsNullOrWhiteSpace(figure.Peer))
            .GroupBy(figure => figure.Peer.Trim(), StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
            yield return $"the peer '{same.Key}' is given more than once; give each peer once";

        BenchmarkFigure[] quantiles = [.. ofCohort.Where(figure => figure.Statistic.Kind == StatisticKind.Quantile).OrderBy(figure => figure.Statistic.Percent)];
        foreach ((BenchmarkFigure low, BenchmarkFigure high) in quantiles.Zip(quantiles.Skip(1)).Where(pair => pair.First.Value > pair.Second.Value))
            yield return $"the {low.Statistic} is above the {high.Statistic}; quantiles rise with their percentage";
    }
}
