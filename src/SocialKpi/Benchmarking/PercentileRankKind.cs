namespace SocialKpi;

/// <summary>What counts as below in a percentile rank: with equal values among the peers the kinds differ.</summary>
public enum PercentileRankKind
{
    /// <summary>The peers below, and half of those with the same value.</summary>
    Mean = 0,

    /// <summary>The peers below.</summary>
    Strict,

    /// <summary>The peers below and those with the same value.</summary>
    Weak,

    /// <summary>On the straight line between two published quantiles.</summary>
    Interpolated,
}
