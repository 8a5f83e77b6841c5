namespace SocialKpi;

/// <summary>How a test of an ordered rule compares; each says whether the limit itself passes.</summary>
public enum StatusComparison
{
    /// <summary>The limit or more.</summary>
    AtLeast,

    /// <summary>More than the limit.</summary>
    Above,

    /// <summary>The limit or less.</summary>
    AtMost,

    /// <summary>Less than the limit.</summary>
    Below,
}
