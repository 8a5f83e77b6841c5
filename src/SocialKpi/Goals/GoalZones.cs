namespace SocialKpi;

/// <summary>Which zone of a target a figure lies in.</summary>
internal static class GoalZones
{
    public static GoalZone? Of(Goal goal, Reading? current)
    {
        if (goal.Target is not { Form: GoalTargetForm.Zones } target || current is not { HasValue: true } || !goal.IsIn(current.Unit)) return null;
        decimal sign = goal.Shape == GoalShape.Decrease ? -1 : 1;
        return Reaches(target.StretchLevel!.Value) ? GoalZone.Stretch
            : Reaches(target.Amount) ? GoalZone.Target
            : Reaches(target.CommitLevel!.Value) ? GoalZone.Commit : GoalZone.BelowCommit;

        bool Reaches(Quantity level) => current.Value * sign >= level.Value * sign;
    }
}
