using NodaTime;

namespace SocialKpi;

/// <summary>
/// What somebody wants a KPI to become, by when and from where; with it comes everything that judging it needs, so that two people who
/// evaluate it on one day say the same. Plain immutable data; contradictions are refused when it is made, all at once.
/// </summary>
/// <remarks>
/// A goal without a KPI has steps that are done or not (<see cref="Milestones"/>, <see cref="YesNo"/>). Quantities are in the KPI's unit, money in one
/// currency. Immutable and thread-safe.
/// </remarks>
public sealed partial class Goal
{
    private Goal(GoalParts parts, GoalFigures figures)
    {
        (Parts, Figures) = (parts, figures);
        (FirstDay, LastDay) = (ReadingDays.Number(parts.Period.Start!.Value.Date), ReadingDays.Number(parts.Period.End!.Value.Date) - 1);
    }

    /// <summary>What is measured; null for a goal of steps.</summary>
    public Kpi? Kpi => Parts.Kpi;

    /// <summary>What is asked.</summary>
    public GoalShape Shape => Parts.Shape;

    /// <summary>The whole days for which the goal holds; the last of them is the deadline.</summary>
    public Timeframe Period => Parts.Period;

    /// <summary>The last day of the period.</summary>
    public LocalDate Deadline => Period.End!.Value.Date.PlusDays(-1);

    /// <summary>Where the goal starts from; null where nothing was said.</summary>
    public Baseline? Baseline => Parts.Baseline;

    /// <summary>What is to be reached, as it was said; null for shapes that have limits, a rate or steps.</summary>
    public GoalTarget? Target => Parts.Target;

    /// <summary>
    /// The figure at which progress is 0: the baseline, or zero for a sum that the period adds up from its first day. Null for shapes without one.
    /// </summary>
    public Quantity? Start => Figures.Start;

    /// <summary>The figure at which progress is 1, worked out from target and baseline; null for shapes without one.</summary>
    public Quantity? Level => Figures.Level;

    /// <summary>The lower limit of a range, or the limit to keep at or above; null for other shapes.</summary>
    public Quantity? Lower => Parts.Lower;

    /// <summary>The upper limit of a range, or the limit to keep at or below; null for other shapes.</summary>
    public Quantity? Upper => Parts.Upper;

    /// <summary>By how much the KPI grows each period, as a ratio; null unless it is recurring growth.</summary>
    public Quantity? Rate => Parts.Rate;

    /// <summary>How long the periods are in which a limit is kept or growth recurs; null for other shapes.</summary>
    public Grain? Per => Parts.Per;

    /// <summary>The steps of a goal without a KPI; empty for others.</summary>
    public IReadOnlyList<Milestone> Steps => Parts.Steps;

    /// <summary>Everything else that was agreed.</summary>
    public GoalTerms Terms => Parts.Terms;

    /// <summary>The id; empty when it has none.</summary>
    public string Id => Terms.Id;

    /// <summary>What people call it; its own words when nobody gave it a name.</summary>
    public string Name => Terms.Name.Length > 0 ? Terms.Name : GoalText.Plain(this);

    /// <summary>Which reading is the current figure.</summary>
    public CurrentFigure Current => Terms.Current ?? (Shape == GoalShape.RecurringGrowth ? CurrentFigure.LatestPeriod : CurrentFigure.ToDate);

    /// <summary>How progress is expected over the period.</summary>
    public ExpectedCurve Curve => Terms.Curve ?? Shape switch
    {
        GoalShape.RecurringGrowth => ExpectedCurve.Compound,
        GoalShape.Milestones or GoalShape.YesNo or GoalShape.EstablishBaseline => ExpectedCurve.None,
        _ => ExpectedCurve.Linear,
    };

    internal GoalParts Parts { get; }

    internal GoalFigures Figures { get; }

    /// <summary>The first day of the period, as days since 1970-01-01.</summary>
    internal int FirstDay { get; }

    /// <summary>The last day of the period, as days since 1970-01-01.</summary>
    internal int LastDay { get; }

    internal bool HasSteps => Shape is GoalShape.Milestones or GoalShape.YesNo;

    internal bool IsKept => Shape is GoalShape.KeepAtOrAbove or GoalShape.KeepAbove or GoalShape.KeepAtOrBelow or GoalShape.KeepBelow;

    /// <summary>Whether progress runs from a start to a level.</summary>
    internal bool IsMovement => Shape is GoalShape.Increase or GoalShape.Decrease or GoalShape.RecurringGrowth;

    /// <summary>Whether its figure is that of the latest period, and so is held against what is expected by that period's end.</summary>
    internal bool JudgesPeriods => Current == CurrentFigure.LatestPeriod && Figures.Nature != KpiNature.Stock && !IsKept;

    /// <summary>Whether those periods are the ones in which growth recurs: 1,000 clicks a month grow to another month's.</summary>
    internal bool GrowsByPeriods => Shape == GoalShape.RecurringGrowth && JudgesPeriods;

    /// <summary>The same goal with other terms, checked again.</summary>
    /// <exception cref="DefinitionException">The terms contradict the goal or each other; all issues are listed.</exception>
    public Goal With(GoalTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return Make(Parts with { Terms = terms });
    }

    /// <summary>The same goal with a step done on a day.</summary>
    /// <param name="step">The name of the step; of a yes/no goal its own name.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="ArgumentException">The goal has no such step.</exception>
    public Goal Done(string step, LocalDate on)
    {
        if (!Steps.Any(one => one.Name == step))
            throw new ArgumentException($"The goal has no step '{step}'. Its steps are: {(Steps.Count == 0 ? "none" : string.Join(", ", Steps.Select(one => one.Name)))}.", nameof(step));
        return Make(Parts with { Steps = [.. Steps.Select(one => one.Name == step ? one with { DoneOn = on } : one)] });
    }

    /// <summary>The name as it is shown: isolated where it is written from right to left, and in words of the goal's own each name in them.</summary>
    public override string ToString() => Terms.Name.Length > 0 ? DisplayText.Name(Terms.Name) : GoalText.Sentence(this);

    internal static Goal Make(GoalParts parts)
    {
        List<DefinitionIssue> issues = [];
        GoalFigures figures = GoalRules.Check(parts, issues);
        DefinitionException.ThrowIfAny(issues);
        return new Goal(parts, figures);
    }
}
