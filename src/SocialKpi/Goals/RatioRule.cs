namespace SocialKpi;

/// <summary>Status by actual ÷ expected progress, compared by multiplying so that nothing expected is no zero denominator.</summary>
internal sealed class RatioRule(decimal onTrackFrom, decimal behindFrom) : StatusRule($"Ratio({onTrackFrom.ToPlainText()}, {behindFrom.ToPlainText()})")
{
    public decimal OnTrackFrom => onTrackFrom;

    public decimal BehindFrom => behindFrom;

    internal override GoalStatus StatusOf(in GoalPosition position) =>
        GoalPosition.IsAtLeast(position.Progress, onTrackFrom * position.Expected) ? GoalStatus.OnTrack
        : GoalPosition.IsAtLeast(position.Progress, behindFrom * position.Expected) ? GoalStatus.Behind : GoalStatus.AtRisk;
}
