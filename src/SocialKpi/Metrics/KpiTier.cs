namespace SocialKpi;

/// <summary>How near a KPI stands to the result of the business.</summary>
public enum KpiTier
{
    /// <summary>What was done and seen: posts, impressions, likes.</summary>
    Activity,

    /// <summary>What people did because of it: clicks, conversions, recommendations.</summary>
    Outcome,

    /// <summary>What it brought in money or cost.</summary>
    Business,
}
