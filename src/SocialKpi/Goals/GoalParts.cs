namespace SocialKpi;

/// <summary>Everything that a goal is made of, as it was given and not yet checked.</summary>
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
}
