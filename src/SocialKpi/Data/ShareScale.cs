namespace SocialKpi;

/// <summary>How a source writes shares of a whole. Exports differ, even those of one platform, so it must be said.</summary>
public enum ShareScale
{
    /// <summary>From 0 to 1: 0.59 is 59 %.</summary>
    Fraction,

    /// <summary>From 0 to 100: 59 is 59 %.</summary>
    Percent,
}
