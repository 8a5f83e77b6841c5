namespace SocialKpi;

/// <summary>What sort of thing a number measures. The default is <see cref="Number"/>.</summary>
public enum UnitKind
{
    /// <summary>A plain number without a unit, such as likes per post or a return factor.</summary>
    Number = 0,

    /// <summary>A number of things: impressions, clicks, posts.</summary>
    Count,

    /// <summary>A fraction of a whole, 1 being all of it; written as a percentage.</summary>
    Ratio,

    /// <summary>The difference of two ratios, as a fraction; written in percentage points.</summary>
    PercentagePoints,

    /// <summary>A score on a scale of its own, such as the net promoter score from −100 to 100.</summary>
    Points,

    /// <summary>An amount of money, in one currency or in a currency not yet known.</summary>
    Money,

    /// <summary>A length of time in seconds.</summary>
    Duration,
}
