namespace SocialKpi;

/// <summary>How a goal is going on a day. Whether it was achieved is its <see cref="GoalVerdict"/>.</summary>
public enum GoalStatus
{
    /// <summary>The goal's period has not begun.</summary>
    NotStarted,

    /// <summary>Nothing is known yet that could be judged.</summary>
    NoData,

    /// <summary>So little of the period has passed, or so little is expected by now, that any judgement would be chance.</summary>
    TooEarly,

    /// <summary>Where it should be by now, or better.</summary>
    OnTrack,

    /// <summary>Less than it should be by now.</summary>
    Behind,

    /// <summary>So much less that the goal is in danger.</summary>
    AtRisk,

    /// <summary>The last observation is too old to judge by.</summary>
    Stale,
}
