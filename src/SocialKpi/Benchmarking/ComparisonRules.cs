using NodaTime;

namespace SocialKpi;

/// <summary>
/// What a comparison demands and how it calculates. An immutable value; every method returns a changed copy. What is not met is a
/// <see cref="Refusal"/>, never a guess.
/// </summary>
public sealed class ComparisonRules
{
    private ComparisonRules()
    {
    }

    /// <summary>
    /// At least 5 peers; any age; quantiles of peers by type 7; percentile ranks count half of the equal values; where a cohort is
    /// not published, a wider one of the same platform will do.
    /// </summary>
    public static ComparisonRules Default { get; } = new();

    /// <summary>How few peers are enough.</summary>
    public int MinimumPeers { get; private set; } = 5;

    /// <summary>How many months old a benchmark may be; null when any age will do.</summary>
    public int? MaximumAge { get; private set; }

    /// <summary>The day on which the age is counted; null for the end of the reading's own timeframe.</summary>
    public LocalDate? AsOf { get; private set; }

    /// <summary>The definition of the quantiles that are calculated from peers, the median included.</summary>
    public QuantileType QuantileType { get; private set; } = QuantileType.Linear;

    /// <summary>What counts as below in a percentile rank among peers.</summary>
    public PercentileRankKind PercentileRank { get; private set; } = PercentileRankKind.Mean;

    /// <summary>Which of several kinds of figures to compare with; null when they must all be of one kind.</summary>
    public StatisticKind? Kind { get; private set; }

    /// <summary>The traits of a cohort that must be met; the others may be given up where no such cohort is published.</summary>
    public IReadOnlyList<CohortTrait> Kept { get; private set; } = [CohortTrait.Platform];

    /// <summary>With another minimum of peers. A benchmark that says how many stand behind it is held to it too.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public ComparisonRules AtLeast(int peers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(peers, 1);
        return Changed(rules => rules.MinimumPeers = peers);
    }

    /// <summary>With a limit of age, from the end of the benchmark's period (of its publication, where no period is stated).</summary>
    /// <param name="months">So many months, at least 1.</param>
    /// <param name="asOf">The day on which the age is counted; null for the end of the reading's own timeframe.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of months is less than 1.</exception>
    public ComparisonRules NoOlderThan(int months, LocalDate? asOf = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        return Changed(rules => (rules.MaximumAge, rules.AsOf) = (months, asOf));
    }

    /// <summary>With another definition of the quantiles of peers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The type is none of the nine.</exception>
    public ComparisonRules Quantiles(QuantileType type) => Enum.IsDefined(type)
        ? Changed(rules => rules.QuantileType = type)
        : throw OutOfRange.Of(type, "It is none of the nine types of Hyndman and Fan.");

    /// <summary>With another kind of percentile rank.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Peers have a mean, strict or weak rank.</exception>
    public ComparisonRules Ranking(PercentileRankKind kind) => kind is PercentileRankKind.Mean or PercentileRankKind.Strict or PercentileRankKind.Weak
        ? Changed(rules => rules.PercentileRank = kind)
        : throw OutOfRange.Of(kind, "Peers are ranked by mean, strict or weak; between published quantiles a rank is always interpolated.");

    /// <summary>Comparing with the figures of one kind where a benchmark has several.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind is <see cref="StatisticKind.Unspecified"/> or unknown.</exception>
    public ComparisonRules Against(StatisticKind kind) => Enum.IsDefined(kind) && kind != StatisticKind.Unspecified
        ? Changed(rules => rules.Kind = kind)
        : throw OutOfRange.Of(kind, "Compare with means, quantiles, single figures or peers.");

    /// <summary>With other traits that a cohort must meet; none allows the figure of all platforms for one of them.</summary>
    public ComparisonRules Keeping(params IEnumerable<CohortTrait> traits)
    {
        ArgumentNullException.ThrowIfNull(traits);
        CohortTrait[] kept = [.. traits.Distinct().Order()];
        return Changed(rules => rules.Kept = kept);
    }

    private ComparisonRules Changed(Action<ComparisonRules> change)
    {
        ComparisonRules copy = (ComparisonRules)MemberwiseClone();
        change(copy);
        return copy;
    }
}
