namespace SocialKpi;

/// <summary>What happens when several rows have the same key.</summary>
public enum Duplicates
{
    /// <summary>The facts are refused, and the keys are named.</summary>
    Refuse,

    /// <summary>The first row in row order stays.</summary>
    KeepFirst,

    /// <summary>The row of the latest export stays, and of one export the last in row order: a later export of the same posts replaces them.</summary>
    KeepLast,
}
