namespace SocialKpi;

/// <summary>How near a figure of a benchmark is to where it was measured.</summary>
public enum Verification
{
    /// <summary>Nobody said.</summary>
    NotStated = 0,

    /// <summary>A page that repeats what somebody else published.</summary>
    Secondary,

    /// <summary>The publisher's own page.</summary>
    PublisherPage,

    /// <summary>The data themselves are published.</summary>
    Dataset,

    /// <summary>Calculated from one's own readings.</summary>
    Measured,
}
