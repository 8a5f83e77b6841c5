using NodaTime;

namespace SocialKpi;

/// <content>From a goal to a draft and back.</content>
public sealed partial record GoalDraft
{
    /// <summary>A goal as a draft in which nothing is open but what lies outside of it. What its KPI's definition says counts as said.</summary>
    public static GoalDraft Of(Goal goal)
    {
        ArgumentNullException.ThrowIfNull(goal);
        GoalScope scope = goal.Terms.Scope;
        return new()
        {
            Kpi = goal.Kpi,
            Shape = goal.Shape,
            Amount = (goal.Target?.Amount ?? goal.Rate ?? (goal.IsKept ? goal.Lower ?? goal.Upper : null)) is { } amount ? DraftAmount.Of(amount) : null,
            Form = goal.Target?.Form,
            Commit = goal.Target?.CommitLevel,
            Stretch = goal.Target?.StretchLevel,
            Lower = goal.Shape == GoalShape.InRange ? DraftAmount.Of(goal.Lower!.Value) : null,
            Upper = goal.Shape == GoalShape.InRange ? DraftAmount.Of(goal.Upper!.Value) : null,
            Baseline = goal.Baseline is { } from ? DraftAmount.Of(from.Quantity) : null,
            BaselinePeriod = goal.Baseline?.Period,
            IsBaselineMeasured = goal.Baseline?.IsMeasured == true,
            BaselineSource = goal.Baseline?.Source ?? "",
            Per = goal.Per,
            Start = goal.Period.Start!.Value.Date,
            Due = goal.Deadline,
            Segments = scope.Segments,
            Combination = scope.Combination,
            IsPerPost = false,
            DenominatorDate = "as the KPI defines it",
            Steps = goal.Steps,
            Terms = goal.Terms,
        };
    }

    /// <summary>The goal, when nothing is open but the day within a time that was said to be the deadline: then its last day is taken.</summary>
    /// <exception cref="DefinitionException">Something is open or contradicts something else; all issues are listed, each with its remedy.</exception>
    public Goal ToGoal()
    {
        List<DefinitionIssue> issues = [.. Problems().Select(problem => new DefinitionIssue(Title, problem))];
        if (issues.Count > 0) throw new DefinitionException(issues);

        Timeframe during = Timeframe.Days(Start!.Value, LastDay!.Value);
        Quantity? amount = Amount?.Quantity;
        Kpi? kpi = HasSteps ? null : Kpi;
        bool isFloor = Shape is GoalShape.KeepAtOrAbove or GoalShape.KeepAbove;
        return Goal.Make(new(Shape!.Value, during, Terms with { Scope = kpi is null ? GoalScope.Whole : Scope })
        {
            Kpi = kpi,
            Baseline = BaselineFigure(),
            Target = IsMovement ? Target(SettledForm!.Value, amount!.Value) : null,
            Rate = Shape == GoalShape.RecurringGrowth ? amount : null,
            Lower = IsKept && isFloor ? amount : Lower?.Quantity,
            Upper = IsKept && !isFloor ? amount : Upper?.Quantity,
            Per = IsKept || Shape == GoalShape.RecurringGrowth ? Per : null,
            Steps = Shape == GoalShape.YesNo && Steps.Count == 0 ? [new Milestone(Terms.Name)] : Steps,
        });
    }

    private GoalScope Scope => Segments is null or [] ? GoalScope.Whole : Combination switch
    {
        ScopeCombination.Each => GoalScope.Each(Segments),
        ScopeCombination.Separate => GoalScope.Separate(Segments),
        _ => GoalScope.Sum(Segments),
    };

    private Baseline? BaselineFigure()
    {
        if (Baseline?.Quantity is not { } figure) return IsMovement ? SocialKpi.Baseline.Assumed(Amount!.Quantity!.Value with { Value = 0 }, source: "it adds up from zero") : null;
        return IsBaselineMeasured && BaselinePeriod is { } period
            ? SocialKpi.Baseline.Measured(figure, period, BaselineSource)
            : SocialKpi.Baseline.Assumed(figure, BaselinePeriod, BaselineSource);
    }

    private GoalTarget Target(GoalTargetForm form, Quantity amount) => form switch
    {
        GoalTargetForm.Gain => GoalTarget.Gain(amount),
        GoalTargetForm.Relative => GoalTarget.Relative(amount),
        GoalTargetForm.PercentagePoints => GoalTarget.PercentagePoints(amount),
        GoalTargetForm.Zones => GoalTarget.Zones(Commit!.Value, amount, Stretch!.Value),
        _ => GoalTarget.Level(amount),
    };

    private IEnumerable<string> Problems()
    {
        foreach (SmartLint lint in SmartLints.Of(this))
        {
            if (lint.Letter is SmartLetter.Specific or SmartLetter.Measurable or SmartLetter.TimeBound && lint.AtMost != SmartAnswer.Present) yield return lint.ToString();
        }

        if (Form == GoalTargetForm.Zones && (Commit is null || Stretch is null)) yield return "its target has zones, of which one is missing; give Commit, Amount and Stretch";
        if (SmartLints.NeedsBaseline(this) && Baseline is null && BaselinePeriod is { } period) yield return $"the figure of the baseline, {period}, is not given; read it and write it down";
        if (IsBaselineMeasured && (Baseline is null || BaselinePeriod is null)) yield return "its baseline is said to be measured, without a figure or without of when; give both";
        if (IsPerPost == true && SmartLints.PerPost(Kpi) is { } mean) yield return $"{Kpi!.Id} sums over posts, but the mean of a post is meant; use {mean.Id}";
        if (!(IsKept || Shape is GoalShape.RecurringGrowth or null) && Per is { } per) yield return $"it recurs each {MachineText.Code(per)}, which {MachineText.Code(Shape.Value).Replace('_', ' ')} does not; leave it out, or keep a limit or grow";
        foreach (string problem in ProblemsOfTime()) yield return problem;
    }

    private IEnumerable<string> ProblemsOfTime()
    {
        if (Start is null) yield return "it does not say when it begins; give the first day";
        if (LastDay is not { } last) yield break;
        if (Start > last) yield return $"it is due on {TimeframeText.Write(last)}, before it begins on {TimeframeText.Write(Start.Value)}; exchange the days";
        if (DayAfterLength is { } end && end != last) yield return $"it is due on {TimeframeText.Write(last)}, but its length ends on {TimeframeText.Write(end)}; leave one out";
        if (DueIn is { } time && !time.Contains(last)) yield return $"it is due on {TimeframeText.Write(last)}, which does not lie in {time}; leave one out";
        if (DueDay is { } day && day.InYear(last.Year) != last) yield return $"it is due on {TimeframeText.Write(last)}, which is another day of the year than the one said; leave one out";
    }
}
