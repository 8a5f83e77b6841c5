namespace SocialKpi;

/// <summary>Status by the gap to the expected progress, in percentage points.</summary>
internal sealed class GapPointsRule(decimal onTrackUpTo, decimal behindUpTo) : StatusRule($"GapPoints({onTrackUpTo.ToPlainText()}, {behindUpTo.ToPlainText()})")
{
    public decimal OnTrackUpTo => onTrackUpTo;

    public decimal BehindUpTo => behindUpTo;

    /// <summary>The gap is not computed: with the largest numbers that would overflow.</summary>
    internal override GoalStatus StatusOf(in GoalPosition position) =>
        GoalPosition.IsAtLeast(position.Progress, position.Expected - (onTrackUpTo / 100)) ? GoalStatus.OnTrack
        : GoalPosition.IsAtLeast(position.Progress, position.Expected - (behindUpTo / 100)) ? GoalStatus.Behind : GoalStatus.AtRisk;
}
