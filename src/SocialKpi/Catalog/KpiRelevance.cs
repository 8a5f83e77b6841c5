namespace SocialKpi;

/// <summary>What a KPI tells about an objective of some type.</summary>
public enum KpiRelevance
{
    /// <summary>No source names it for this type of objective, nor warns against it.</summary>
    Neither,

    /// <summary>A source names it as what to track.</summary>
    Key,

    /// <summary>It looks good and does not tell whether the objective is reached.</summary>
    Vanity,
}
