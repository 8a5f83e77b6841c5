namespace SocialKpi;

/// <summary>
/// By which rule progress and expectation become a status: a named value, because the same goal is on track by one published rule, behind by
/// another and at risk by a third. Every rule covers every number: none falls between two statuses.
/// </summary>
/// <remarks>
/// Rules look at raw progress, which may be below 0 or above 1. Two rules are equal when their names are. Thresholds say in their parameter
/// whether they are the last of the better or the first of the worse status. The type is closed.
/// </remarks>
public abstract partial class StatusRule : IEquatable<StatusRule>
{
    private protected StatusRule(string text) => Text = text;

    /// <summary>On track up to a gap of 5 percentage points, behind up to 25: <c>GapPoints(5, 25)</c>.</summary>
    public static StatusRule Default { get; } = GapPoints(5, 25);

    /// <summary>Viva Goals: any gap is behind, one of more than 25 points at risk.</summary>
    public static StatusRule VivaGoals { get; } = GapPoints(0, 25).Named("Viva Goals");

    /// <summary>Engagedly: on track up to a gap of 16.5 points, behind up to 33.</summary>
    public static StatusRule Engagedly { get; } = GapPoints(16.5m, 33).Named("Engagedly");

    /// <summary>UpRaise: on track from 0.95 of what is expected, behind from 0.75.</summary>
    public static StatusRule UpRaise { get; } = Ratio(0.95m, 0.75m).Named("UpRaise");

    /// <summary>Recruiterflow: on track from 0.99 of the pro-rated target, behind from 0.81.</summary>
    public static StatusRule Recruiterflow { get; } = Ratio(0.99m, 0.81m).Named("Recruiterflow");

    /// <summary>ServiceNow: on track from an achievement of 90 %, behind from 75 %.</summary>
    public static StatusRule ServiceNow { get; } = Achievement(90, 75).Named("ServiceNow");

    /// <summary>Oracle: on track from an achievement of 100 %, behind from 70 %.</summary>
    public static StatusRule Oracle { get; } = Achievement(100, 70).Named("Oracle");

    /// <summary>
    /// Google: red 0.0–0.3, yellow 0.4–0.6, green 0.7–1.0. The bands are for scores of one decimal, so progress is rounded to one, halves
    /// away from zero: 0.65 is 0.7 and green.
    /// </summary>
    public static StatusRule Google { get; } = Bands(0.4m, 0.7m, decimals: 1).Named("Google");

    /// <summary>The published presets, by name.</summary>
    public static IReadOnlyList<StatusRule> Presets { get; } = [VivaGoals, Engagedly, UpRaise, Recruiterflow, ServiceNow, Oracle, Google];

    /// <summary>The rule as it stands in every evaluation: <c>GapPoints(5, 25)</c>, <c>Viva Goals: GapPoints(0, 25)</c>.</summary>
    public string Name => Label.Length == 0 ? Text : $"{Label}: {Text}";

    /// <summary>Whose rule it is; empty for one without a name of its own.</summary>
    public string Label { get; private set; } = "";

    private string Text { get; }

    /// <summary>By the gap between expected and actual progress, in percentage points of the goal.</summary>
    /// <param name="onTrackUpTo">The largest gap that is on track.</param>
    /// <param name="behindUpTo">The largest gap that is behind; a larger one is at risk.</param>
    /// <exception cref="ArgumentOutOfRangeException">The second is not above the first.</exception>
    public static StatusRule GapPoints(decimal onTrackUpTo, decimal behindUpTo)
    {
        if (behindUpTo <= onTrackUpTo) throw OutOfRange.Of(behindUpTo, "The largest gap that is behind is above the largest that is on track.");
        return new GapPointsRule(onTrackUpTo, behindUpTo);
    }

    /// <summary>By actual ÷ expected progress. Where nothing is expected yet, any progress of 0 or more is on track.</summary>
    /// <param name="onTrackFrom">The smallest ratio that is on track, such as 0.95.</param>
    /// <param name="behindFrom">The smallest ratio that is behind; a smaller one is at risk.</param>
    /// <exception cref="ArgumentOutOfRangeException">A ratio is not above 0, or the second is not below the first.</exception>
    public static StatusRule Ratio(decimal onTrackFrom, decimal behindFrom)
    {
        RequireAbove(onTrackFrom, behindFrom, above: 0);
        return new RatioRule(onTrackFrom, behindFrom);
    }

    /// <summary>
    /// By achievement: the current figure as a percentage of the figure expected by now, whatever the baseline was; where less is better, the
    /// expected figure as a percentage of the current one. Goals without a figure (kept periods, steps) are judged by their progress instead.
    /// As it looks at figures and not at the way between start and target, a decrease scores as the increase that mirrors it but need not have
    /// its status: 90 where 100 is expected are 90 %, and 110 where 100 or less is wanted are 90.9 %.
    /// </summary>
    /// <param name="onTrackFrom">The smallest percentage that is on track, such as 90.</param>
    /// <param name="behindFrom">The smallest percentage that is behind; a smaller one is at risk.</param>
    /// <exception cref="ArgumentOutOfRangeException">A percentage is not above 0, or the second is not below the first.</exception>
    public static StatusRule Achievement(decimal onTrackFrom, decimal behindFrom)
    {
        RequireAbove(onTrackFrom, behindFrom, above: 0);
        return new AchievementRule(onTrackFrom, behindFrom);
    }

    /// <summary>By bands of progress alone, whatever is expected: at risk, from a progress on behind, from another on track.</summary>
    /// <param name="behindFrom">The first progress that is behind.</param>
    /// <param name="onTrackFrom">The first progress that is on track.</param>
    /// <param name="decimals">To how many decimals progress is rounded first; null for none, so that the bands hold the exact number.</param>
    /// <param name="midpoint">How halves are rounded.</param>
    /// <exception cref="ArgumentOutOfRangeException">The second is not above the first, or the decimals are not 0 to 10.</exception>
    public static StatusRule Bands(decimal behindFrom, decimal onTrackFrom, int? decimals = null, MidpointRounding midpoint = MidpointRounding.AwayFromZero)
    {
        RequireAbove(onTrackFrom, behindFrom);
        if (decimals is < 0 or > 10) throw OutOfRange.Of(decimals, "Progress is rounded to 0 to 10 decimals.");
        if (!Enum.IsDefined(midpoint)) throw OutOfRange.Of(midpoint, "This is not a way to round halves.");
        return new BandsRule(behindFrom, onTrackFrom, decimals, midpoint);
    }

    /// <summary>By the first case of a list whose tests all hold, as in Power BI scorecards.</summary>
    /// <param name="cases">The cases, in order.</param>
    /// <param name="otherwise">The status when no case holds.</param>
    /// <exception cref="DefinitionException">A case has no test, or a status that a rule does not give; all issues are listed.</exception>
    public static StatusRule FirstOf(IEnumerable<StatusCase> cases, GoalStatus otherwise)
    {
        ArgumentNullException.ThrowIfNull(cases);
        StatusCase[] list = [.. cases];
        foreach (StatusCase one in list) ArgumentNullException.ThrowIfNull(one, nameof(cases));
        DefinitionException.ThrowIfAny([.. FirstOfRule.Problems(list, otherwise).Select(problem => new DefinitionIssue("status rule", problem))]);
        return new FirstOfRule(list, otherwise);
    }

    /// <summary>The same rule with the name of whoever published it.</summary>
    public StatusRule Named(string label)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        StatusRule named = (StatusRule)MemberwiseClone();
        named.Label = label;
        return named;
    }

    /// <summary>The status of a progress: on track, behind or at risk.</summary>
    /// <param name="progress">How much of the goal is done: 0.4 for 40 %; below 0 or above 1 as it may be.</param>
    /// <param name="expected">How much should be done by now.</param>
    /// <param name="elapsed">How much of the period has passed; as much as is expected when left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">What is expected, or has passed, is not 0 to 1.</exception>
    public GoalStatus StatusOf(decimal progress, decimal expected, decimal? elapsed = null)
    {
        if (expected is < 0 or > 1) throw OutOfRange.Of(expected, "What is expected is a part of the goal: 0 to 1.");
        if (elapsed is < 0 or > 1) throw OutOfRange.Of(elapsed, "What has passed is a part of the period: 0 to 1.");
        return StatusOf(new GoalPosition(progress, expected, elapsed ?? expected));
    }

    /// <summary>Whether both are the same rule of the same name.</summary>
    public static bool operator ==(StatusRule? left, StatusRule? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they are different rules.</summary>
    public static bool operator !=(StatusRule? left, StatusRule? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(StatusRule? other) => other is not null && other.Label == Label && other.Text == Text;

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as StatusRule);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <summary>The name.</summary>
    public sealed override string ToString() => Name;

    internal abstract GoalStatus StatusOf(in GoalPosition position);

    // The guards of the framework would write the numbers in the current culture.
    private static void RequireAbove(decimal onTrackFrom, decimal behindFrom, decimal? above = null)
    {
        if (behindFrom <= above) throw OutOfRange.Of(behindFrom, "What is behind begins above 0.");
        if (onTrackFrom <= behindFrom) throw OutOfRange.Of(onTrackFrom, "What is on track begins above what is behind.");
    }
}
