namespace SocialKpi;

/// <summary>Where a goal stands, as a status rule sees it.</summary>
/// <param name="Progress">How much of the goal is done, raw.</param>
/// <param name="Expected">How much should be done by now.</param>
/// <param name="Elapsed">How much of the period has passed.</param>
internal readonly record struct GoalPosition(decimal Progress, decimal Expected, decimal Elapsed)
{
    /// <summary>The current figure; null for goals that have none.</summary>
    public decimal? Current { get; init; }

    /// <summary>The figure expected by now, where there is a current one.</summary>
    public decimal ExpectedFigure { get; init; }

    public bool LowerIsBetter { get; init; }

    /// <summary>
    /// Whether the figure is at least such a part of the expected one. The figures are never divided by each other, so nothing is
    /// undefined; below zero, where a part of what is expected would be more than all of it, all of it is asked for.
    /// </summary>
    public bool Achieves(decimal part)
    {
        if (Current is not { } current) return Progress >= part * Expected;
        if (part > 1) return LowerIsBetter ? current <= ExpectedFigure / part : current / part >= ExpectedFigure;
        return LowerIsBetter
            ? current <= ExpectedFigure || part * current <= ExpectedFigure
            : current >= ExpectedFigure || current >= part * ExpectedFigure;
    }
}
