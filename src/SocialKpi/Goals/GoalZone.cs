namespace SocialKpi;

/// <summary>The highest of the levels of a target with zones that has been reached. A limit itself counts as reached.</summary>
public enum GoalZone
{
    /// <summary>Not even what was committed.</summary>
    BelowCommit,

    /// <summary>What was committed, but not the target.</summary>
    Commit,

    /// <summary>The target, but not the stretch.</summary>
    Target,

    /// <summary>The stretch.</summary>
    Stretch,
}
