namespace SocialKpi;

/// <summary>How the statuses of key results and contributing objectives make that of their objective. Only what can be judged takes part; how much that is, is in the coverage.</summary>
public enum StatusRollUp
{
    /// <summary>The worst of them. What is stale has an old figure in the score, so nothing is on track beside it: the objective is stale, unless another is behind or at risk.</summary>
    Worst,

    /// <summary>Their progress and expectation, clamped and weighted, judged together by the objective's own status rule.</summary>
    WeightedMean,

    /// <summary>The weighted mean of at risk 0, behind 1, on track 2, rounded; a half is rounded to the worse.</summary>
    RoundedMean,

    /// <summary>That of the one observed last; of several of one day the worst.</summary>
    Latest,
}
