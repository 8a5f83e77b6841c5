namespace SocialKpi;

/// <summary>Everything that a goal is made of, as it was given and not yet checked. What could not be read of a text is null or named, so that the rest can be checked.</summary>
internal sealed record GoalParts(GoalShape Shape, Timeframe Period, GoalTerms Terms)
{
    public Kpi? Kpi { get; init; }

    public Baseline? Baseline { get; init; }

    public GoalTarget? Target { get; init; }

    public Quantity? Lower { get; init; }

    public Quantity? Upper { get; init; }

    public Quantity? Rate { get; init; }

    public Grain? Per { get; init; }

    public IReadOnlyList<Milestone> Steps { get; init; } = [];

    /// <summary>Whether the shape is known.</summary>
    public bool HasShape { get; init; } = true;

    /// <summary>Whether the period is known.</summary>
    public bool HasPeriod { get; init; } = true;

    /// <summary>Whether all steps are known.</summary>
    public bool HasAllSteps { get; init; } = true;
}
