namespace SocialKpi;

/// <summary>What shows that an objective is reached: a goal with a metric, milestones or a yes or no, and how much it weighs.</summary>
/// <param name="Goal">The goal; it is evaluated as any other.</param>
/// <param name="Weight">How much of its objective it is, in proportion to the others; above 0.</param>
public sealed record KeyResult(Goal Goal, decimal Weight = 1)
{
    /// <summary>What people said of it, each with its day.</summary>
    public IReadOnlyList<CheckIn> CheckIns { get; init; } = [];

    /// <summary>A goal alone weighs 1.</summary>
    public static implicit operator KeyResult(Goal goal) => new(goal);

    /// <summary>The name of the goal as it is shown.</summary>
    public override string ToString() => Goal.ToString();
}
