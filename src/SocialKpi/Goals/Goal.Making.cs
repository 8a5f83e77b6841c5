namespace SocialKpi;

/// <content>A factory for each shape.</content>
public sealed partial class Goal
{
    /// <summary>Rise from a baseline to a target: <c>Goal.Increase(kpi, from: 3.2m.Percent(), to: 4.5m.Percent(), during: Timeframe.Quarter(2026, 3))</c>.</summary>
    /// <param name="kpi">What is measured.</param>
    /// <param name="from">Where it starts; a quantity alone is an assumed baseline.</param>
    /// <param name="to">What is to be reached; a quantity alone is a level.</param>
    /// <param name="during">The whole days for which the goal holds.</param>
    /// <param name="terms">What else is agreed.</param>
    /// <exception cref="DefinitionException">The goal contradicts itself; all issues are listed, each with its remedy.</exception>
    public static Goal Increase(Kpi kpi, Baseline from, GoalTarget to, Timeframe during, GoalTerms? terms = null) => Move(GoalShape.Increase, kpi, from, to, during, terms);

    /// <summary>Fall from a baseline to a target. It scores as an increase does.</summary>
    /// <param name="kpi">What is measured.</param>
    /// <param name="from">Where it starts; a quantity alone is an assumed baseline.</param>
    /// <param name="to">What is to be reached; a quantity alone is a level, and a change is taken off the baseline.</param>
    /// <param name="during">The whole days for which the goal holds.</param>
    /// <param name="terms">What else is agreed.</param>
    /// <exception cref="DefinitionException">The goal contradicts itself; all issues are listed, each with its remedy.</exception>
    public static Goal Decrease(Kpi kpi, Baseline from, GoalTarget to, Timeframe during, GoalTerms? terms = null) => Move(GoalShape.Decrease, kpi, from, to, during, terms);

    /// <summary>Grow by one rate period after period, each on top of the one before: 1,000 by 10 % a month are 3,138 in twelve.</summary>
    /// <param name="kpi">What is measured.</param>
    /// <param name="from">Where it starts.</param>
    /// <param name="by">The rate, above zero: <c>10.Percent()</c>.</param>
    /// <param name="per">How often; the goal's period is a whole number of these.</param>
    /// <param name="during">The whole days for which the goal holds.</param>
    /// <param name="terms">What else is agreed.</param>
    /// <exception cref="DefinitionException">The goal contradicts itself; all issues are listed, each with its remedy.</exception>
    public static Goal Grow(Kpi kpi, Baseline from, Quantity by, Grain per, Timeframe during, GoalTerms? terms = null)
    {
        ArgumentNullException.ThrowIfNull(kpi);
        ArgumentNullException.ThrowIfNull(from);
        return Make(new(GoalShape.RecurringGrowth, during, terms ?? new()) { Kpi = kpi, Baseline = from, Rate = by, Per = per });
    }

    /// <summary>Be at or above a limit in every period: 5,000 visits a month. Progress is the share of observed periods in which it was.</summary>
    /// <param name="kpi">What is measured.</param>
    /// <param name="limit">The limit, which itself is enough.</param>
    /// <param name="per">Which periods: each whole one that lies in the goal's period.</param>
    /// <param name="during">The whole days for which the goal holds.</param>
    /// <param name="terms">What else is agreed.</param>
    /// <exception cref="DefinitionException">The goal contradicts itself; all issues are listed, each with its remedy.</exception>
    public static Goal KeepAtOrAbove(Kpi kpi, Quantity limit, Grain per, Timeframe during, GoalTerms? terms = null) => Keep(GoalShape.KeepAtOrAbove, kpi, limit, per, during, terms);

    /// <summary>Be above a limit in every period; exactly the limit is a miss.</summary>
    /// <inheritdoc cref="KeepAtOrAbove"/>
    public static Goal KeepAbove(Kpi kpi, Quantity limit, Grain per, Timeframe during, GoalTerms? terms = null) => Keep(GoalShape.KeepAbove, kpi, limit, per, during, terms);

    /// <summary>Be at or below a limit in every period.</summary>
    /// <inheritdoc cref="KeepAtOrAbove"/>
    public static Goal KeepAtOrBelow(Kpi kpi, Quantity limit, Grain per, Timeframe during, GoalTerms? terms = null) => Keep(GoalShape.KeepAtOrBelow, kpi, limit, per, during, terms);

    /// <summary>Be below a limit in every period; exactly the limit is a miss.</summary>
    /// <inheritdoc cref="KeepAtOrAbove"/>
    public static Goal KeepBelow(Kpi kpi, Quantity limit, Grain per, Timeframe during, GoalTerms? terms = null) => Keep(GoalShape.KeepBelow, kpi, limit, per, during, terms);

    /// <summary>
    /// Lie between two limits, both included. Progress is 1 inside; outside it falls with the distance to the nearer limit: to 0 at the
    /// baseline where that lies outside, else at as far outside as the range is wide.
    /// </summary>
    /// <param name="kpi">What is measured.</param>
    /// <param name="lower">The lower limit.</param>
    /// <param name="upper">The upper limit.</param>
    /// <param name="during">The whole days for which the goal holds.</param>
    /// <param name="from">Where it starts; without it, or inside the range, the range is expected from the first day.</param>
    /// <param name="terms">What else is agreed.</param>
    /// <exception cref="DefinitionException">The goal contradicts itself; all issues are listed, each with its remedy.</exception>
    public static Goal InRange(Kpi kpi, Quantity lower, Quantity upper, Timeframe during, Baseline? from = null, GoalTerms? terms = null)
    {
        ArgumentNullException.ThrowIfNull(kpi);
        return Make(new(GoalShape.InRange, during, terms ?? new()) { Kpi = kpi, Lower = lower, Upper = upper, Baseline = from });
    }

    /// <summary>Measure a KPI for the first time: the zero measurement, which later goals start from. <see cref="SocialKpi.Baseline.Of"/> makes a baseline of its reading.</summary>
    /// <param name="kpi">What is to be measured.</param>
    /// <param name="during">The whole days in which it is to be measured.</param>
    /// <param name="terms">What else is agreed.</param>
    /// <exception cref="DefinitionException">The goal contradicts itself; all issues are listed, each with its remedy.</exception>
    public static Goal EstablishBaseline(Kpi kpi, Timeframe during, GoalTerms? terms = null)
    {
        ArgumentNullException.ThrowIfNull(kpi);
        return Make(new(GoalShape.EstablishBaseline, during, terms ?? new()) { Kpi = kpi });
    }

    /// <summary>Steps that are done or not. Progress is the weight of those done; expected is the weight of those due.</summary>
    /// <param name="name">What the steps lead to.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="during">The whole days for which the goal holds.</param>
    /// <param name="terms">What else is agreed.</param>
    /// <exception cref="DefinitionException">The goal contradicts itself; all issues are listed, each with its remedy.</exception>
    public static Goal Milestones(string name, IEnumerable<Milestone> steps, Timeframe during, GoalTerms? terms = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(steps);
        Milestone[] given = [.. steps];
        foreach (Milestone step in given) ArgumentNullException.ThrowIfNull(step, nameof(steps));
        return Make(new(GoalShape.Milestones, during, (terms ?? new()) with { Name = name }) { Steps = given });
    }

    /// <summary>One thing that is done or not: <see cref="Done"/> says when.</summary>
    /// <param name="name">What is to be done.</param>
    /// <param name="during">The whole days for which the goal holds.</param>
    /// <param name="terms">What else is agreed.</param>
    /// <exception cref="DefinitionException">The goal contradicts itself; all issues are listed, each with its remedy.</exception>
    public static Goal YesNo(string name, Timeframe during, GoalTerms? terms = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Make(new(GoalShape.YesNo, during, (terms ?? new()) with { Name = name }) { Steps = [new Milestone(name)] });
    }

    private static Goal Move(GoalShape shape, Kpi kpi, Baseline from, GoalTarget to, Timeframe during, GoalTerms? terms)
    {
        ArgumentNullException.ThrowIfNull(kpi);
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        return Make(new(shape, during, terms ?? new()) { Kpi = kpi, Baseline = from, Target = to });
    }

    private static Goal Keep(GoalShape shape, Kpi kpi, Quantity limit, Grain per, Timeframe during, GoalTerms? terms)
    {
        ArgumentNullException.ThrowIfNull(kpi);
        bool isFloor = shape is GoalShape.KeepAtOrAbove or GoalShape.KeepAbove;
        return Make(new(shape, during, terms ?? new()) { Kpi = kpi, Per = per, Lower = isFloor ? limit : null, Upper = isFloor ? null : limit });
    }
}
