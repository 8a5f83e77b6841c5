namespace SocialKpi;

/// <summary>How a target is said.</summary>
public enum GoalTargetForm
{
    /// <summary>A figure to arrive at.</summary>
    Level,

    /// <summary>An amount to add to the baseline or to take off it.</summary>
    Gain,

    /// <summary>A part of the baseline to add to it or to take off it.</summary>
    Relative,

    /// <summary>Percentage points to add to a ratio or to take off it.</summary>
    PercentagePoints,

    /// <summary>Three levels: commit, target, stretch.</summary>
    Zones,
}
