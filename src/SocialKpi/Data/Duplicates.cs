namespace SocialKpi;

/// <summary>What happens when several rows have the same key.</summary>
public enum Duplicates
{
    /// <summary>The facts are refused, and the keys are named.</summary>
    Refuse,

    /// <summary>The first row in row order stays.</summary>
    KeepFirst,

    /// <summary>The last row in row order stays, as for a later export of the same posts.</summary>
    KeepLast,
}
