namespace SocialKpi;

/// <summary>The languages in which the catalogue names its KPIs.</summary>
public enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>Dutch.</summary>
    Dutch,

    /// <summary>Swedish.</summary>
    Swedish,

    /// <summary>Polish.</summary>
    Polish,
}
