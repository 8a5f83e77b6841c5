namespace SocialKpi;

/// <summary>What a period without a reading means for a goal that looks at every period.</summary>
public enum MissingPeriods
{
    /// <summary>It is left out: 9 met of 12 observed are 75 %, whether or not a thirteenth is missing.</summary>
    Exclude,

    /// <summary>It counts as missed, wherever it lies: 9 met of 13, one of them missing, are 69 %. Nothing is stale then: what is missing is known to be a miss.</summary>
    CountAsMiss,
}
