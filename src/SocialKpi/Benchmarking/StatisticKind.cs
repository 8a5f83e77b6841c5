namespace SocialKpi;

/// <summary>What sort of figure a benchmark gives. Figures of different kinds are not mixed in one comparison.</summary>
public enum StatisticKind
{
    /// <summary>The source does not say, or says something that a reading cannot be compared with.</summary>
    Unspecified = 0,

    /// <summary>The arithmetic mean of the cohort.</summary>
    Mean,

    /// <summary>The value that a stated percentage of the cohort does not exceed: median, quartile, decile.</summary>
    Quantile,

    /// <summary>One earlier or agreed figure, such as the period before or the audit's baseline.</summary>
    Single,

    /// <summary>The figure of one member of the cohort: together they are the raw peers.</summary>
    Peer,
}
