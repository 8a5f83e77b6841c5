namespace SocialKpi;

/// <summary>Which way a KPI gets better.</summary>
public enum Direction
{
    /// <summary>Neither way is better in itself.</summary>
    Neutral,

    /// <summary>More is better, as for engagement rate.</summary>
    HigherIsBetter,

    /// <summary>Less is better, as for cost per click.</summary>
    LowerIsBetter,

    /// <summary>Best inside a range, which a goal names.</summary>
    RangeIsBetter,
}
