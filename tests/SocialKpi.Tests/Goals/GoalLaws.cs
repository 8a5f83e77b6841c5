using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace SocialKpi.Tests.Goals;

public sealed class GoalLaws
{
    private static readonly Timeframe Year = Timeframe.Year(2026);
    private static readonly GoalStatus[] FromWorst = [GoalStatus.AtRisk, GoalStatus.Behind, GoalStatus.OnTrack];
    private static readonly Gen<decimal> Amounts = Gen.Choose(1, 100_000).Select(cents => cents / 100m);
    private static readonly Gen<StatusRule> Rules = Gen.Elements((StatusRule[])[StatusRule.Default, .. StatusRule.Presets]);
    private static readonly Gen<LocalDate> Days = Gen.Choose(0, 420).Select(day => new LocalDate(2025, 12, 15).PlusDays(day));

    private static readonly Arbitrary<(decimal Start, decimal Target, decimal Value, decimal Other, StatusRule Rule, LocalDate Day)> Movements = Arb.From(
        from start in Amounts
        from target in Amounts
        where start != target
        from value in Amounts
        from other in Amounts
        from rule in Rules
        from day in Days
        select (start, target, value, other, rule, day));

    private static Goal Movement(decimal start, decimal target, StatusRule rule) => start < target
        ? Goal.Increase(Kpis.FollowerCount, start.AsCount(), target.AsCount(), Year, new() { StatusRule = rule })
        : Goal.Decrease(Kpis.FollowerCount, start.AsCount(), target.AsCount(), Year, new() { StatusRule = rule });

    /// <summary>One reading of all the days of the period until a day.</summary>
    private static KpiSeries Until(LocalDate day, decimal value) => KpiSeries.Given(
        Kpis.FollowerCount, (Timeframe.Days(new(2026, 1, 1), LocalDate.Max(LocalDate.Min(day, new(2026, 12, 31)), new(2026, 1, 1))), value.AsCount()));

    [Fact]
    public void Progress_is_0_at_the_start_and_1_at_the_target() =>
        Prop.ForAll(Movements, test =>
        {
            Goal goal = Movement(test.Start, test.Target, test.Rule);
            LocalDate day = new(2026, 6, 30);
            Assert.Equal((0m, 1m), (goal.Evaluate(Until(day, test.Start), day).RawProgress, goal.Evaluate(Until(day, test.Target), day).RawProgress));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_better_reading_never_worsens_a_status() =>
        Prop.ForAll(Movements, test =>
        {
            Goal goal = Movement(test.Start, test.Target, test.Rule);
            bool isBetter = test.Start < test.Target ? test.Value >= test.Other : test.Value <= test.Other;
            (decimal better, decimal worse) = isBetter ? (test.Value, test.Other) : (test.Other, test.Value);
            (GoalStatus of, GoalStatus than) = (goal.Evaluate(Until(test.Day, better), test.Day).Status, goal.Evaluate(Until(test.Day, worse), test.Day).Status);
            if (FromWorst.Contains(of)) Assert.True(Array.IndexOf(FromWorst, of) >= Array.IndexOf(FromWorst, than));
            else Assert.Equal(of, than);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_decrease_scores_as_the_increase_that_mirrors_it() =>
        Prop.ForAll(Movements, test =>
        {
            // Mirrored at 2,000. A rule that looks at figures and not at progress sees other figures, so it is left out.
            if (test.Rule.Name.Contains("Achievement", StringComparison.Ordinal)) return;
            decimal Mirror(decimal value) => 2_000 - value;
            GoalEvaluation there = Movement(test.Start, test.Target, test.Rule).Evaluate(Until(test.Day, test.Value), test.Day);
            GoalEvaluation here = Movement(Mirror(test.Start), Mirror(test.Target), test.Rule).Evaluate(Until(test.Day, Mirror(test.Value)), test.Day);
            Assert.Equal((there.RawProgress, there.Gap, there.Status, there.Verdict), (here.RawProgress, here.Gap, here.Status, here.Verdict));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Scaling_a_KPI_and_its_goal_by_one_factor_changes_nothing() =>
        Prop.ForAll(Movements, test =>
        {
            foreach (decimal factor in new[] { 0.001m, 3, 1_000_000 })
            {
                GoalEvaluation one = Movement(test.Start, test.Target, test.Rule).Evaluate(Until(test.Day, test.Value), test.Day);
                GoalEvaluation other = Movement(test.Start * factor, test.Target * factor, test.Rule).Evaluate(Until(test.Day, test.Value * factor), test.Day);
                Assert.Equal((one.RawProgress, one.ExpectedProgress, one.Status, one.Verdict), (other.RawProgress, other.ExpectedProgress, other.Status, other.Verdict));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_reading_just_on_a_straight_line_is_on_track_by_every_rule_on_every_day()
    {
        // 300 more in the 30 days of June, and less where less is better: 10 a day, whatever the figures are in. The bands of Google look at no line.
        foreach (StatusRule rule in StatusRule.Presets.Append(StatusRule.Default).Where(rule => rule != StatusRule.Google))
            foreach (decimal factor in new[] { 1, 3, 10, 0.1m })
                foreach (int day in Enumerable.Range(1, 30))
                    foreach ((int start, int way) in new[] { (0, 10), (70, 10), (-150, 10), (400, -10) })
                    {
                        Quantity At(int days) => (factor * (start + (way * days))).AsCount();
                        GoalTerms terms = new() { StatusRule = rule, DataPolicy = new() { EarlyShare = 0 } };
                        Goal goal = way > 0 ? Goal.Increase(Kpis.FollowerCount, At(0), At(30), Timeframe.Month(2026, 6), terms) : Goal.Decrease(Kpis.FollowerCount, At(0), At(30), Timeframe.Month(2026, 6), terms);
                        GoalEvaluation now = goal.Evaluate(KpiSeries.Given(Kpis.FollowerCount, (Timeframe.Day(2026, 6, day), At(day))), new(2026, 6, day));
                        Assert.Equal((GoalStatus.OnTrack, At(day).Value), (now.Status, now.ExpectedFigure!.Value.Value));
                    }
    }

    [Fact]
    public void Evaluating_twice_gives_the_same() =>
        Prop.ForAll(Movements, test =>
        {
            KpiSeries series = Until(test.Day, test.Value);
            Assert.Equal(
                Movement(test.Start, test.Target, test.Rule).Evaluate(series, test.Day).ToJson(), Movement(test.Start, test.Target, test.Rule).Evaluate(series, test.Day).ToJson());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Observations_after_the_day_change_nothing_but_the_report_of_them() =>
        Prop.ForAll(Movements, test =>
        {
            if (test.Day < new LocalDate(2026, 1, 1) || test.Day > new LocalDate(2026, 12, 30)) return;
            Goal goal = Movement(test.Start, test.Target, test.Rule);
            (Timeframe, Quantity?) known = (Timeframe.Days(new(2026, 1, 1), test.Day), test.Value.AsCount());
            GoalEvaluation before = goal.Evaluate(KpiSeries.Given(Kpis.FollowerCount, known), test.Day);
            GoalEvaluation after = goal.Evaluate(KpiSeries.Given(Kpis.FollowerCount, known, (Timeframe.Day(test.Day.PlusDays(1)), test.Other.AsCount())), test.Day);
            Assert.Equal((before.RawProgress, before.Status, before.Verdict, before.Coverage), (after.RawProgress, after.Status, after.Verdict, after.Coverage));
            Assert.Contains("1 reading of later days ignored", after.Reasons);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nearer_to_a_range_is_never_worse() =>
        Prop.ForAll(Movements, test =>
        {
            (decimal lower, decimal upper) = (Math.Min(test.Start, test.Target), Math.Max(test.Start, test.Target));
            Goal[] goals =
            [
                Goal.InRange(Kpis.FollowerCount, lower.AsCount(), upper.AsCount(), Year, terms: new() { StatusRule = test.Rule }),
                Goal.InRange(Kpis.FollowerCount, lower.AsCount(), upper.AsCount(), Year, from: (upper + 50).AsCount(), terms: new() { StatusRule = test.Rule }),
            ];
            decimal Distance(decimal value) => Math.Max(Math.Max(lower - value, value - upper), 0);
            bool isNearer = Distance(test.Value) <= Distance(test.Other);
            (decimal near, decimal far) = isNearer ? (test.Value, test.Other) : (test.Other, test.Value);
            foreach (Goal goal in goals)
            {
                (GoalEvaluation of, GoalEvaluation than) = (goal.Evaluate(Until(test.Day, near), test.Day), goal.Evaluate(Until(test.Day, far), test.Day));
                if (of.Status == GoalStatus.NotStarted) continue;
                Assert.True(of.RawProgress >= than.RawProgress);
                if (FromWorst.Contains(of.Status)) Assert.True(Array.IndexOf(FromWorst, of.Status) >= Array.IndexOf(FromWorst, than.Status));
                Assert.Equal(Distance(near) == 0, of.RawProgress == 1);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Progress_of_a_kept_limit_is_the_share_of_observed_periods() =>
        Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(0, 4).Select(value => (int?)value)), 12)), values =>
        {
            KpiSeries months = KpiSeries.Given(Kpis.LikeCount, values.Select((value, at) => (Timeframe.Month(2026, at + 1), value?.AsCount())));
            Dictionary<GoalShape, (Goal Goal, int Met)> goals = new()
            {
                [GoalShape.KeepAtOrAbove] = (Goal.KeepAtOrAbove(Kpis.LikeCount, 2.AsCount(), Grain.Month, Year), values.Count(value => value >= 2)),
                [GoalShape.KeepAbove] = (Goal.KeepAbove(Kpis.LikeCount, 2.AsCount(), Grain.Month, Year), values.Count(value => value > 2)),
                [GoalShape.KeepAtOrBelow] = (Goal.KeepAtOrBelow(Kpis.LikeCount, 2.AsCount(), Grain.Month, Year), values.Count(value => value <= 2)),
                [GoalShape.KeepBelow] = (Goal.KeepBelow(Kpis.LikeCount, 2.AsCount(), Grain.Month, Year), values.Count(value => value < 2)),
            };
            int observed = values.Count(value => value is not null);
            foreach ((Goal goal, int met) in goals.Values)
            {
                GoalEvaluation now = goal.Evaluate(months, new(2026, 12, 31));
                Assert.Equal(observed == 0 ? null : (decimal)met / observed, now.RawProgress);
                GoalEvaluation strict = goal.With(new() { DataPolicy = new() { MissingPeriods = MissingPeriods.CountAsMiss } }).Evaluate(months, new(2026, 12, 31));
                Assert.Equal(met / 12m, strict.RawProgress);
                Assert.NotEqual(GoalStatus.Stale, strict.Status);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Where_a_missing_period_is_a_miss_it_does_not_matter_which_are_missing() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, 12)), Arb.From(Gen.Shuffle(Enumerable.Range(1, 12).ToArray())), (kept, order) =>
        {
            GoalTerms strict = new() { DataPolicy = new() { MissingPeriods = MissingPeriods.CountAsMiss } };
            GoalEvaluation Of(IEnumerable<int> months) => Goal.KeepAtOrAbove(Kpis.LikeCount, 2.AsCount(), Grain.Month, Year, strict).Evaluate(
                KpiSeries.Given(Kpis.LikeCount, Enumerable.Range(1, 12).Select(month => (Timeframe.Month(2026, month), months.Contains(month) ? (Quantity?)3.AsCount() : null))), new(2027, 1, 1));
            (GoalEvaluation some, GoalEvaluation first) = (Of(order.Take(kept)), Of(Enumerable.Range(1, kept)));
            Assert.Equal((first.RawProgress, first.Status, first.Verdict), (some.RawProgress, some.Status, some.Verdict));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_nobody_knows_is_never_a_miss() =>
        Prop.ForAll(Movements, test =>
        {
            Goal[] goals =
            [
                Movement(test.Start, test.Target, test.Rule),
                Goal.InRange(Kpis.FollowerCount, 1.AsCount(), 2.AsCount(), Year),
                Goal.KeepAbove(Kpis.FollowerCount, 1.AsCount(), Grain.Month, Year),
                Goal.EstablishBaseline(Kpis.FollowerCount, Year),
            ];
            foreach (Goal goal in goals)
            {
                GoalEvaluation now = goal.Evaluate(KpiSeries.Given(Kpis.FollowerCount, (Timeframe.Month(2026, 3), null)), test.Day);
                Assert.Null(now.Progress);
                Assert.Contains(now.Verdict, (GoalVerdict[])[GoalVerdict.Pending, GoalVerdict.Unknown]);
                Assert.Contains(now.Status, (GoalStatus[])[GoalStatus.NotStarted, GoalStatus.TooEarly, GoalStatus.NoData]);
            }
        }).QuickCheckThrowOnFailure();
}
