using NodaTime;

namespace SocialKpi;

/// <summary>A key result or contributing objective, as the objective above it sees it.</summary>
internal readonly record struct ObjectivePart(
    decimal Weight, decimal? Score, decimal? Expected, decimal Elapsed, GoalStatus Status, GoalVerdict Verdict, LocalDate? ObservedOn)
{
    public bool IsJudged => Status is GoalStatus.OnTrack or GoalStatus.Behind or GoalStatus.AtRisk;

    /// <summary>The weighted mean; null of none.</summary>
    public static decimal? Mean(IReadOnlyList<ObjectivePart> parts, Func<ObjectivePart, decimal> of) =>
        parts.Count == 0 ? null : Math.Clamp(parts.Sum(part => part.Weight * of(part)) / parts.Sum(part => part.Weight), 0, 1);
}
