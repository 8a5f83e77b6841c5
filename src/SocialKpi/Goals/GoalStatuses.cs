namespace SocialKpi;

/// <summary>What kinds of status there are.</summary>
internal static class GoalStatuses
{
    /// <summary>Whether a status is one that a rule gives; the others say why there is none.</summary>
    public static bool IsJudgement(this GoalStatus status) => status is GoalStatus.OnTrack or GoalStatus.Behind or GoalStatus.AtRisk;
}
