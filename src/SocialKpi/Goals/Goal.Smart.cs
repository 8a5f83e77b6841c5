namespace SocialKpi;

/// <content>How far the goal is SMART.</content>
public sealed partial class Goal
{
    /// <summary>
    /// How far the goal answers the letters of SMART. A goal that could be made says what, how much and by when; what is left is how it stands
    /// to what happened before, and whether its KPI tells of the objective. It is <see cref="SmartCheck.Of"/> of <see cref="GoalDraft.Of"/>.
    /// </summary>
    /// <inheritdoc cref="SmartCheck.Of" path="/param|/exception"/>
    public SmartCheck CheckSmart(KpiSeries? history = null, ObjectiveType? objective = null, IEnumerable<Quantity>? peers = null) =>
        SmartCheck.Of(GoalDraft.Of(this), history, objective, peers);
}
