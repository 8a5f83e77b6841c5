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
        if (Current is not { } current) return IsAtLeast(Progress, part * Expected);
        bool achievesAll = LowerIsBetter ? IsAtLeast(ExpectedFigure, current) : IsAtLeast(current, ExpectedFigure);
        if (part > 1) return achievesAll && (LowerIsBetter ? IsAtLeast(ExpectedFigure / part, current) : IsAtLeast(current / part, ExpectedFigure));
        return achievesAll || (LowerIsBetter ? IsAtLeast(ExpectedFigure, part * current) : IsAtLeast(current, part * ExpectedFigure));
    }

    /// <summary>
    /// Whether a figure is at least another, to 20 digits: two thirds of a way are no exact decimal, and who is just where the rule draws its
    /// line must not fall behind by the last digit of a division.
    /// </summary>
    public static bool IsAtLeast(decimal figure, decimal other) => ExactNumber.Settled(figure) >= ExactNumber.Settled(other);
}
