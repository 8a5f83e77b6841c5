namespace SocialKpi;

/// <summary>Status by bands of progress, rounded first where the bands are for rounded scores.</summary>
internal sealed class BandsRule(decimal behindFrom, decimal onTrackFrom, int? decimals, MidpointRounding midpoint)
    : StatusRule($"Bands({behindFrom.ToPlainText()}, {onTrackFrom.ToPlainText()}{(decimals is { } places ? $", {places} decimal{(places == 1 ? "" : "s")} {MachineText.Code(midpoint)}" : "")})")
{
    public decimal BehindFrom => behindFrom;

    public decimal OnTrackFrom => onTrackFrom;

    public int? Decimals => decimals;

    public MidpointRounding Midpoint => midpoint;

    internal override GoalStatus StatusOf(in GoalPosition position)
    {
        decimal progress = decimals is { } places ? decimal.Round(position.Progress, places, midpoint) : position.Progress;
        return progress >= onTrackFrom ? GoalStatus.OnTrack : progress >= behindFrom ? GoalStatus.Behind : GoalStatus.AtRisk;
    }
}
