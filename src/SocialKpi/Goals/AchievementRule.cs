namespace SocialKpi;

/// <summary>Status by the current figure as a percentage of the expected one.</summary>
internal sealed class AchievementRule(decimal onTrackFrom, decimal behindFrom) : StatusRule($"Achievement({onTrackFrom.ToPlainText()}, {behindFrom.ToPlainText()})")
{
    public decimal OnTrackFrom => onTrackFrom;

    public decimal BehindFrom => behindFrom;

    internal override GoalStatus StatusOf(in GoalPosition position) =>
        position.Achieves(onTrackFrom / 100) ? GoalStatus.OnTrack : position.Achieves(behindFrom / 100) ? GoalStatus.Behind : GoalStatus.AtRisk;
}
