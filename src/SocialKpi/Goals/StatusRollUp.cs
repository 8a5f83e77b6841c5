namespace SocialKpi;

/// <summary>How the statuses of key results and contributing objectives make that of their objective. Only what can be judged takes part.</summary>
public enum StatusRollUp
{
    /// <summary>The worst of them.</summary>
    Worst,

    /// <summary>Their progress and expectation, clamped and weighted, judged together by the objective's own status rule.</summary>
    WeightedMean,

    /// <summary>The weighted mean of at risk 0, behind 1, on track 2, rounded; a half is rounded to the worse.</summary>
    RoundedMean,

    /// <summary>That of the one observed last; of several of one day the worst.</summary>
    Latest,
}
