namespace SocialKpi;

/// <content>What is open.</content>
public sealed partial record GoalDraft
{
    /// <inheritdoc cref="SmartCheck.Of"/>
    public SmartCheck CheckSmart(KpiSeries? history = null, ObjectiveType? objective = null, IEnumerable<Quantity>? peers = null) => SmartCheck.Of(this, history, objective, peers);
}
