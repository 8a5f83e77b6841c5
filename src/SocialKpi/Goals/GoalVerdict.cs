namespace SocialKpi;

/// <summary>Whether a goal was achieved, once that can be said.</summary>
public enum GoalVerdict
{
    /// <summary>The period is not over, its figures are still maturing, or the goal may still be reached late.</summary>
    Pending,

    /// <summary>Reached by the deadline.</summary>
    Achieved,

    /// <summary>Reached after the deadline, within the days that the goal allows for it.</summary>
    AchievedLate,

    /// <summary>Not reached, but as much of it as the goal counts as a part.</summary>
    Partial,

    /// <summary>Not reached.</summary>
    NotAchieved,

    /// <summary>Nobody knows: there is no figure at the deadline, or it was too old. Unknown is never a miss. A sum that can only
    /// grow and has reached its target stays reached, however old its last figure.</summary>
    Unknown,
}
