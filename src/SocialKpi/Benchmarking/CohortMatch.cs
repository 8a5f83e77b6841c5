namespace SocialKpi;

/// <summary>A benchmark that an account can be compared with, what was given up of the cohort asked for, and where its reading stands.</summary>
internal sealed record CohortMatch(Benchmark Benchmark, IReadOnlyList<CohortTrait> Relaxed, Standing Standing)
{
    private const int MostNamed = 3;

    /// <summary>How much was given up: one trait that matters more outweighs all that matter less.</summary>
    public int Cost => Relaxed.Sum(trait => 1 << ((int)CohortTrait.Region - (int)trait));

    /// <summary>Whose it is beside its cohort, so that it stands for nobody else: whoever has the single figure, or is the segment of own readings. Null of a whole cohort.</summary>
    public object? Owner => Benchmark.Segment is { } segment
        ? Cohort.Beyond(segment) is { IsWhole: false } beyond ? beyond : null
        : BenchmarkRules.OwnerOf(Benchmark.Figures)?.Trim().ToUpperInvariant();

    /// <summary>The match; null when the benchmark is of others, or only fits if a trait is given up that must be kept.</summary>
    public static CohortMatch? Of(Reading reading, Benchmark benchmark, Cohort wanted, ComparisonRules rules) =>
        benchmark.Cohort.RelaxedFor(wanted) is { } relaxed && !relaxed.Any(rules.Kept.Contains)
            ? new CohortMatch(benchmark, relaxed, new Standing(reading, benchmark, rules, relaxed, Whose(benchmark, reading)))
            : null;

    /// <summary>Of whom a benchmark is, where neither its cohort nor the reading says it; null of one of a whole cohort.</summary>
    private static string? Whose(Benchmark benchmark, Reading reading) => benchmark.Segment is { } segment
        ? segment.IsWhole || segment == reading.Segment ? null : $"it is of {segment}"
        : BenchmarkRules.OwnerOf(benchmark.Figures) is { } owner ? $"its figure is that of {owner}" : null;

    /// <summary>
    /// Of those that can be compared the ones that gave up least, of them those of the narrowest band of followers, and of them the latest; several when they are of one time. Nearer or later
    /// ones that are refused are passed over, which a note says. Where all are refused, the nearest and latest of them.
    /// </summary>
    public static IEnumerable<CohortMatch> Best(IEnumerable<CohortMatch> matches, ComparisonRules rules)
    {
        CohortMatch[] ordered = [.. matches.Order(Comparer<CohortMatch>.Create(Compare))];
        int first = Math.Max(0, Array.FindIndex(ordered, match => !match.Standing.IsRefused));
        IEnumerable<CohortMatch> best = ordered.Skip(first).TakeWhile(match => Compare(match, ordered[first]) == 0);
        if (ordered[first].Standing.IsRefused) return best;
        string[] passed = [.. ordered.Where(match => match.Standing.IsRefused && Compare(match, ordered[first]) <= 0).Select(Passed)];
        if (passed.Length == 0) return best;
        string note = $"passed over {string.Join("; ", passed.Take(MostNamed))}{(passed.Length > MostNamed ? FormattableString.Invariant($"; and {passed.Length - MostNamed} more") : "")}";
        return best.Where(match => !match.Standing.IsRefused).Select(match => match with
        {
            Standing = new Standing(match.Standing.Reading, match.Benchmark, rules, match.Relaxed, Whose(match.Benchmark, match.Standing.Reading) is { } whose ? $"{whose}; {note}" : note),
        });
    }

    /// <summary>How wide a band of followers it is of: of those that an account lies in, the narrowest says most of it.</summary>
    private (long, long) Width => (Benchmark.Cohort.Followers ?? default).Width;

    /// <summary>The nearest first, of nested bands of followers the narrowest, and of them the latest, but none of a time after the reading's before one that is not.</summary>
    private static int Compare(CohortMatch one, CohortMatch other) =>
        one.Cost != other.Cost ? one.Cost.CompareTo(other.Cost)
        : one.Width != other.Width ? one.Width.CompareTo(other.Width)
        : one.Standing.IsOfEarlierTime != other.Standing.IsOfEarlierTime ? one.Standing.IsOfEarlierTime.CompareTo(other.Standing.IsOfEarlierTime)
        : Nullable.Compare(other.Benchmark.Until, one.Benchmark.Until);

    private static string Passed(CohortMatch match) => $"{StandingText.Origin(match.Standing)}: {string.Join(", ", match.Standing.Refusals)}";
}
