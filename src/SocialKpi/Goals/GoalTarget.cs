namespace SocialKpi;

/// <summary>What is to be reached, as it was said: a level, a gain, a change in per cent, percentage points, or three zones.</summary>
/// <remarks>A quantity is a level: <c>to: 4.5m.Percent()</c>. Every other form is worked out from the baseline when the goal is made.</remarks>
public sealed record GoalTarget
{
    private GoalTarget(GoalTargetForm form, Quantity amount) => (Form, Amount) = (form, amount);

    /// <summary>How the target is said.</summary>
    public GoalTargetForm Form { get; }

    /// <summary>The number said; of zones the target among them. A relative change is a ratio: 0.2 for 20 %.</summary>
    public Quantity Amount { get; }

    /// <summary>Of zones what was committed; null for other forms.</summary>
    public Quantity? CommitLevel { get; private init; }

    /// <summary>Of zones the stretch; null for other forms.</summary>
    public Quantity? StretchLevel { get; private init; }

    /// <summary>A figure to arrive at: 10,000 followers in all.</summary>
    public static GoalTarget Level(Quantity level) => new(GoalTargetForm.Level, level);

    /// <summary>How much to add to the baseline, or to take off it: 1,000 followers more.</summary>
    /// <param name="amount">Above zero, in the KPI's unit.</param>
    public static GoalTarget Gain(Quantity amount) => new(GoalTargetForm.Gain, amount);

    /// <summary>A part of the baseline to add to it, or to take off it: 20 % more likes.</summary>
    /// <param name="change">Above zero, as a ratio: <c>20.Percent()</c>.</param>
    public static GoalTarget Relative(Quantity change) => new(GoalTargetForm.Relative, change);

    /// <summary>How many percentage points to add to a ratio, or to take off it.</summary>
    /// <param name="points">Above zero, such as <c>1.3m.PercentagePoints()</c>.</param>
    public static GoalTarget PercentagePoints(Quantity points) => new(GoalTargetForm.PercentagePoints, points);

    /// <summary>Three levels: what is promised, what is aimed at, and what would be more than was hoped for. Progress is towards the target.</summary>
    public static GoalTarget Zones(Quantity commit, Quantity target, Quantity stretch) =>
        new(GoalTargetForm.Zones, target) { CommitLevel = commit, StretchLevel = stretch };

    /// <summary>A quantity is a level to arrive at.</summary>
    public static implicit operator GoalTarget(Quantity level) => Level(level);

    /// <summary>The target in words: <c>4.50 %</c>, <c>+20.00 %</c>, <c>commit 8, target 10, stretch 12</c>.</summary>
    public override string ToString() => Form switch
    {
        GoalTargetForm.Level => $"{Amount}",
        GoalTargetForm.Gain => $"a change of {Amount}",
        GoalTargetForm.Relative => $"a change of {Amount} of the baseline",
        GoalTargetForm.PercentagePoints => $"a change of {Amount}",
        _ => $"commit {CommitLevel}, target {Amount}, stretch {StretchLevel}",
    };
}
