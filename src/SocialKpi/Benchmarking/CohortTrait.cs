namespace SocialKpi;

/// <summary>What the members of a cohort have in common, from what matters most for comparing to what matters least.</summary>
public enum CohortTrait
{
    /// <summary>The network: a rate on one says little about another.</summary>
    Platform,

    /// <summary>The trade.</summary>
    Industry,

    /// <summary>How many followers an account has.</summary>
    Followers,

    /// <summary>The format of the content: reels, carousels.</summary>
    Format,

    /// <summary>The country or part of the world.</summary>
    Region,
}
