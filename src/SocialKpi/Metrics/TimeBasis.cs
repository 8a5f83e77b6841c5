namespace SocialKpi;

/// <summary>What the figures of a row say about its time.</summary>
public enum TimeBasis
{
    /// <summary>What happened in the period of the row, as the impressions of a day.</summary>
    PerPeriod,

    /// <summary>All so far of a thing published then, as the likes that a post of that day has had until the export.</summary>
    LifetimeAtPublish,
}
