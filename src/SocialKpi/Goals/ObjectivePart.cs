using NodaTime;

namespace SocialKpi;

/// <summary>A key result or contributing objective, as the objective above it sees it.</summary>
internal readonly record struct ObjectivePart(
    decimal Weight, decimal? Score, decimal Coverage, decimal? Expected, decimal Elapsed, GoalStatus Status, GoalVerdict Verdict, LocalDate? ObservedOn)
{
    // What lies beyond is the noise of adding fractions such as a third; left in, it would move a mean across the border of a grade.
    private const int Digits = 20;

    public bool IsJudged => Status.IsJudgement();

    /// <summary>The weighted mean; null of none.</summary>
    public static decimal? Mean(IReadOnlyList<ObjectivePart> parts, Func<ObjectivePart, decimal> of) => parts.Count == 0 ? null : Share(parts, of, parts);

    /// <summary>The weighted sum over some parts as a share of the weight of all, 0 to 1.</summary>
    public static decimal Share(IEnumerable<ObjectivePart> some, Func<ObjectivePart, decimal> of, IReadOnlyList<ObjectivePart> all) =>
        Math.Clamp(decimal.Round(some.Sum(part => part.Weight * of(part)) / all.Sum(part => part.Weight), Digits), 0, 1);
}
