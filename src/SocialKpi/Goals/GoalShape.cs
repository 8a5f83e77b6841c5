namespace SocialKpi;

/// <summary>What a goal asks of its KPI, or of the work where it has none.</summary>
public enum GoalShape
{
    /// <summary>Rise from the baseline to the target.</summary>
    Increase,

    /// <summary>Fall from the baseline to the target.</summary>
    Decrease,

    /// <summary>Grow by one rate period after period, each on top of the one before: 10 % a month is 214 % in twelve.</summary>
    RecurringGrowth,

    /// <summary>Be at or above a limit in every period.</summary>
    KeepAtOrAbove,

    /// <summary>Be above a limit in every period; exactly the limit is a miss.</summary>
    KeepAbove,

    /// <summary>Be at or below a limit in every period.</summary>
    KeepAtOrBelow,

    /// <summary>Be below a limit in every period; exactly the limit is a miss.</summary>
    KeepBelow,

    /// <summary>Lie between two limits, both included.</summary>
    InRange,

    /// <summary>Measure the KPI for the first time, so that there is something to compare with.</summary>
    EstablishBaseline,

    /// <summary>Steps that are done or not, each with its weight.</summary>
    Milestones,

    /// <summary>One thing that is done or not.</summary>
    YesNo,
}
