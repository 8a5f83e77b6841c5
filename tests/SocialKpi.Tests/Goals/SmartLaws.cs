using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace SocialKpi.Tests.Goals;

public sealed class SmartLaws
{
    private static readonly Segment[] Platforms = [Segment.Of("platform", "instagram"), Segment.Of("platform", "facebook")];

    // Answers that belong together, of which any part may be written down first.
    private static readonly GoalDraft[] Complete =
    [
        Draft(Kpis.FollowerCount, GoalShape.Increase, 10_000.AsCount(), GoalTargetForm.Level, 8_000.AsCount()),
        Draft(Kpis.FollowerCount, GoalShape.Increase, 2_000.AsCount(), GoalTargetForm.Gain, 8_000.AsCount()),
        Draft(Kpis.LikeCount, GoalShape.Increase, 20.Percent(), GoalTargetForm.Relative, 8_000.AsCount()),
        Draft(Kpis.LikeCount, GoalShape.Increase, 2_000.AsCount(), GoalTargetForm.Level, 1_000.AsCount()),
        Draft(Kpis.EngagedShareOfFollowers, GoalShape.Increase, 5.PercentagePoints(), GoalTargetForm.PercentagePoints, 1.Percent()),
        Draft(Kpis.ResponseTimePerMessage, GoalShape.Decrease, 20.Percent(), GoalTargetForm.Relative, 4.Hours()),
        Draft(Kpis.FollowCount, GoalShape.KeepAtOrAbove, 5_000.AsCount(), null, null) with { Per = Grain.Month },
        Draft(Kpis.FollowerCount, GoalShape.RecurringGrowth, 10.Percent(), null, 1_000.AsCount()) with { Per = Grain.Month },
        Draft(Kpis.LikeCount, GoalShape.InRange, null, null, null) with { Lower = 10_000.AsCount(), Upper = 12_000.AsCount() },
        Draft(Kpis.ClickThroughRate, GoalShape.InRange, null, null, null) with { Lower = 1.Percent(), Upper = 2.Percent() },
    ];

    private static readonly Func<GoalDraft, GoalDraft, GoalDraft>[] Answers =
    [
        (draft, full) => draft with { Kpi = full.Kpi },
        (draft, full) => draft with { Metric = full.Metric },
        (draft, full) => draft with { Shape = full.Shape },
        (draft, full) => draft with { Amount = full.Amount },
        (draft, full) => draft with { Form = full.Form },
        (draft, full) => draft with { Lower = full.Lower },
        (draft, full) => draft with { Upper = full.Upper },
        (draft, full) => draft with { Baseline = full.Baseline },
        (draft, full) => draft with { BaselinePeriod = full.BaselinePeriod },
        (draft, full) => draft with { Per = full.Per },
        (draft, full) => draft with { Start = full.Start },
        (draft, full) => draft with { Due = full.Due },
        (draft, full) => draft with { DueIn = full.DueIn },
        (draft, full) => draft with { DueDay = full.DueDay },
        (draft, full) => draft with { Length = full.Length },
        (draft, full) => draft with { Segments = full.Segments },
        (draft, full) => draft with { Combination = full.Combination },
        (draft, full) => draft with { IsPerPost = full.IsPerPost },
        (draft, full) => draft with { DenominatorDate = full.DenominatorDate },
        (draft, full) => draft with { Attribution = full.Attribution },
    ];

    private static readonly Arbitrary<(int Of, int Known, int Next, bool Knows, bool Learns)> Ways = Gen.Choose(0, Complete.Length - 1).SelectMany(
        of => Gen.Choose(0, (1 << Answers.Length) - 1).SelectMany(known => Gen.Choose(0, Answers.Length - 1).SelectMany(next => Gen.Choose(0, 3).Select(flags => (of, known, next, (flags & 1) > 0, (flags & 2) > 0))))).ToArbitrary();

    [Fact]
    public void Filling_in_a_missing_part_never_worsens_a_letter() => Prop.ForAll(Ways, way =>
    {
        GoalDraft full = Complete[way.Of], before = Part(full, way.Known), after = Answers[way.Next](before, full);
        SmartCheck less = Check(before, full, way.Knows), more = Check(after, full, way.Knows || way.Learns);
        foreach (SmartLetter letter in Enum.GetValues<SmartLetter>()) Assert.True(Rank(more[letter]) >= Rank(less[letter]), $"{letter} {less[letter]} → {more[letter]}\n{less}\n{more}");
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void The_same_draft_gives_the_same_check() => Prop.ForAll(Ways, way =>
    {
        GoalDraft full = Complete[way.Of], draft = Part(full, way.Known);
        Assert.Equal(Check(draft, full, way.Knows).ToString(), Check(Part(full, way.Known), full, way.Knows).ToString());
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    // Letter by letter, and within each as the first check of all that is open has it.
    [Fact]
    public void What_is_open_is_always_in_one_order() => Prop.ForAll(Ways, way =>
    {
        string[] codes = [.. Check(Part(Complete[way.Of], way.Known), Complete[way.Of], way.Knows).Lints.Select(lint => lint.Code)];
        Assert.Equal(codes.OrderBy(code => Array.IndexOf(Order, code)), codes);
        Assert.All(codes, code => Assert.Contains(code, Order));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void A_draft_in_which_nothing_is_open_is_a_goal_and_the_draft_of_a_goal_makes_it_again()
    {
        foreach (GoalDraft full in Complete)
        {
            Goal goal = full.ToGoal(), again = GoalDraft.Of(goal).ToGoal();
            Assert.Equal((goal.Name, goal.Shape, goal.Period, goal.Level, goal.Baseline, goal.Terms), (again.Name, again.Shape, again.Period, again.Level, again.Baseline, again.Terms));
            SmartCheck check = goal.CheckSmart();
            Assert.Equal((SmartAnswer.Present, SmartAnswer.Present, SmartAnswer.Present), (check.Specific, check.Measurable, check.TimeBound));
        }
    }

    private static readonly string[] Order =
    [
        "metric-missing", "metric-undefined", "template-not-goal", "two-results-in-one", "platform-missing", "scope-sum-or-each", "sum-or-per-post", "denominator-date-unstated",
        "attribution-rule-missing", "quantity-missing", "quantity-placeholder", "quantity-ambiguous", "compound-growth", "direction-missing", "relative-or-points", "level-or-delta",
        "frequency-missing", "baseline-missing", "baseline-period-differs", "baseline-after-start", "impossible-target", "no-history-to-judge-achievability", "required-growth-open", "short-history", "objective-missing", "vanity-only", "not-named-for-objective",
        "deadline-day-assumed", "deadline-year-missing", "start-anchor-missing", "end-missing", "deadline-missing",
    ];

    private static GoalDraft Draft(Kpi kpi, GoalShape shape, Quantity? amount, GoalTargetForm? form, Quantity? baseline) => new()
    {
        Kpi = kpi,
        Metric = kpi.Label,
        Shape = shape,
        Amount = amount is { } number ? DraftAmount.Of(number) : null,
        Form = form,
        Baseline = baseline is { } start ? DraftAmount.Of(start) : null,
        BaselinePeriod = baseline is null ? null : Timeframe.Month(2025, 12),
        Start = new LocalDate(2026, 1, 1),
        Due = new LocalDate(2026, 6, 30),
        DueIn = Timeframe.Quarter(2026, 2),
        DueDay = new AnnualDate(6, 30),
        Length = Period.FromMonths(6),
        Segments = Platforms,
        Combination = ScopeCombination.Sum,
        IsPerPost = false,
        DenominatorDate = "at the end of the period",
        Through = "social media",
        Attribution = "last click",
    };

    // What it should come through is what the sentence says, not an answer to anything that is open.
    private static GoalDraft Part(GoalDraft full, int known) => Answers.Where((_, at) => (known >> at & 1) > 0).Aggregate(new GoalDraft { Through = full.Through }, (draft, answer) => answer(draft, full));

    private static SmartCheck Check(GoalDraft draft, GoalDraft full, bool knows) => knows
        ? draft.CheckSmart(
            KpiSeries.Given(full.Kpi!, [.. Enumerable.Range(1, 12).Select(month => (Timeframe.Month(2025, month), (Quantity?)new Quantity(0.01m * (month + (month % 3)), full.Kpi!.Unit)))], null, Platforms[0]),
            ObjectiveTypes.Awareness)
        : draft.CheckSmart();

    private static int Rank(SmartAnswer answer) => answer switch { SmartAnswer.Present => 2, SmartAnswer.Partial => 1, _ => 0 };
}
