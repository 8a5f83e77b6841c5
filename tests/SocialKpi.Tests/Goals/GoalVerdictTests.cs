using NodaTime;

namespace SocialKpi.Tests.Goals;

public sealed class GoalVerdictTests
{
    private static readonly Timeframe Year = Timeframe.Year(2026);
    private static readonly LocalDate Later = new(2027, 3, 1);

    private static GoalEvaluation Evaluate(GoalTerms terms, LocalDate asOf, params (int Month, int Followers)[] months) =>
        Goal.Increase(Kpis.FollowerCount, 0.AsCount(), 100.AsCount(), Year, terms).Evaluate(
            KpiSeries.Given(Kpis.FollowerCount, months.Select(month => (Timeframe.Month(2026 + ((month.Month - 1) / 12), ((month.Month - 1) % 12) + 1), (Quantity?)month.Followers.AsCount()))), asOf);

    [Fact]
    public void AtTheDeadline_ADipAfterAHit_IsAMiss()
    {
        Assert.Equal(GoalVerdict.NotAchieved, Evaluate(new(), Later, (11, 105), (12, 99)).Verdict);
        GoalEvaluation ever = Evaluate(new() { VerdictRule = VerdictRule.EverReached }, Later, (11, 105), (12, 99));
        Assert.Equal((GoalVerdict.Achieved, new LocalDate(2026, 11, 30)), (ever.Verdict, ever.ReachedOn));
    }

    [Fact]
    public void ReachedInJanuary_IsLate_WhereTheGoalAllowsIt()
    {
        GoalTerms late = new() { VerdictRule = VerdictRule.AtDeadline.AcceptingLate(45) };
        Assert.Equal(GoalVerdict.NotAchieved, Evaluate(new(), Later, (12, 90), (13, 101)).Verdict);
        Assert.Equal((GoalVerdict.AchievedLate, 0.9m), (Evaluate(late, Later, (12, 90), (13, 101)).Verdict, Evaluate(late, Later, (12, 90), (13, 101)).RawProgress));
        Assert.Equal(GoalVerdict.NotAchieved, Evaluate(late, Later, (12, 90), (13, 95), (14, 101)).Verdict);
        Assert.Equal(GoalVerdict.Pending, Evaluate(late, new(2027, 1, 20), (12, 90)).Verdict);
        Assert.Equal(GoalVerdict.NotAchieved, Evaluate(late, Later, (12, 90)).Verdict);
    }

    [Fact]
    public void UntilFiguresAreFinal_ItIsPending()
    {
        GoalTerms maturing = new() { DataPolicy = new() { MaturationDays = 7 } };
        Assert.Equal(GoalVerdict.Pending, Evaluate(new(), new(2026, 12, 31), (12, 120)).Verdict);
        Assert.Equal(GoalVerdict.Achieved, Evaluate(new(), new(2027, 1, 1), (12, 120)).Verdict);
        Assert.Equal(GoalVerdict.Pending, Evaluate(maturing, new(2027, 1, 7), (12, 120)).Verdict);
        Assert.Equal(GoalVerdict.Achieved, Evaluate(maturing, new(2027, 1, 8), (12, 120)).Verdict);
    }

    [Fact]
    public void ReachedLate_IsPendingUntilThatFigureIsFinal()
    {
        GoalTerms late = new() { VerdictRule = VerdictRule.AtDeadline.AcceptingLate(45), DataPolicy = new() { MaturationDays = 7 } };
        GoalEvaluation young = Evaluate(late, new(2027, 2, 7), (12, 90), (13, 101));
        Assert.Equal((GoalVerdict.Pending, new LocalDate(2027, 1, 31)), (young.Verdict, young.ReachedOn));
        Assert.Contains("verdict Pending: reached by 2027-01-31, after 2026-12-31, and figures are final after 7 days", young.Reasons);
        Assert.Equal(GoalVerdict.AchievedLate, Evaluate(late, new(2027, 2, 8), (12, 90), (13, 101)).Verdict);

        // A figure that shrank while it matured was not reached.
        Assert.Equal(GoalVerdict.NotAchieved, Evaluate(late, Later, (12, 90), (13, 99)).Verdict);
    }

    [Fact]
    public void MonthsMissingAtTheEnd_AreMissesWhereTheGoalSaysSo_AndElseLeaveItOpen()
    {
        GoalEvaluation Of(MissingPeriods missing, params int[] months) => Goal.KeepAtOrAbove(Kpis.LikeCount, 5.AsCount(), Grain.Month, Year, new() { DataPolicy = new() { MissingPeriods = missing } })
            .Evaluate(KpiSeries.Given(Kpis.LikeCount, Enumerable.Range(1, 12).Select(month => (Timeframe.Month(2026, month), months.Contains(month) ? (Quantity?)9.AsCount() : null))), Later);

        GoalEvaluation miss = Of(MissingPeriods.CountAsMiss, 1, 2, 3);
        Assert.Equal((0.25m, GoalStatus.AtRisk, GoalVerdict.NotAchieved), (miss.RawProgress, miss.Status, miss.Verdict));
        Assert.Equal((0m, GoalVerdict.NotAchieved), (Of(MissingPeriods.CountAsMiss).RawProgress, Of(MissingPeriods.CountAsMiss).Verdict));
        Assert.Equal((1m, GoalStatus.Stale, GoalVerdict.Unknown), (Of(MissingPeriods.Exclude, 1, 2, 3).RawProgress, Of(MissingPeriods.Exclude, 1, 2, 3).Status, Of(MissingPeriods.Exclude, 1, 2, 3).Verdict));
    }

    [Fact]
    public void AStaleReadingAtTheDeadline_IsUnknown_AndNoMiss()
    {
        Assert.Equal((GoalVerdict.Unknown, GoalStatus.Stale), (Evaluate(new(), Later, (3, 90)).Verdict, Evaluate(new(), Later, (3, 90)).Status));
        Assert.Equal(GoalVerdict.NotAchieved, Evaluate(new() { DataPolicy = new() { StaleAfterDays = 300 } }, Later, (3, 90)).Verdict);
    }

    [Fact]
    public void AnAspirationalGoal_SucceedsBeforeItsTarget()
    {
        Assert.Equal(GoalVerdict.Achieved, Evaluate(new() { Ambition = Ambition.Aspirational() }, Later, (12, 70)).Verdict);
        Assert.Equal(GoalVerdict.NotAchieved, Evaluate(new() { Ambition = Ambition.Aspirational() }, Later, (12, 69)).Verdict);
        Assert.Equal(GoalVerdict.Achieved, Evaluate(new() { Ambition = Ambition.Aspirational(0.6m) }, Later, (12, 60)).Verdict);
    }

    [Fact]
    public void APart_CountsWhereTheGoalSaysSo()
    {
        GoalTerms half = new() { VerdictRule = VerdictRule.AtDeadline.WithPartialFrom(0.5m) };
        Assert.Equal(
            [GoalVerdict.NotAchieved, GoalVerdict.Partial, GoalVerdict.Achieved],
            [Evaluate(half, Later, (12, 49)).Verdict, Evaluate(half, Later, (12, 50)).Verdict, Evaluate(half, Later, (12, 100)).Verdict]);
    }

    [Theory]
    [InlineData(7, GoalZone.BelowCommit, GoalVerdict.NotAchieved)]
    [InlineData(8, GoalZone.Commit, GoalVerdict.Partial)]
    [InlineData(10, GoalZone.Target, GoalVerdict.Achieved)]
    [InlineData(12, GoalZone.Stretch, GoalVerdict.Achieved)]
    public void Zones_ALimitItselfCountsAsReached(int value, GoalZone zone, GoalVerdict verdict)
    {
        Goal goal = Goal.Increase(Kpis.FollowerCount, 0.AsCount(), GoalTarget.Zones(8.AsCount(), 10.AsCount(), 12.AsCount()), Year);
        GoalEvaluation now = goal.Evaluate(KpiSeries.Given(Kpis.FollowerCount, (Timeframe.Month(2026, 12), value.AsCount())), Later);
        Assert.Equal((zone, verdict), (now.Zone!.Value, now.Verdict));
    }

    [Fact]
    public void Steps_AreExpectedWhenDue_AndDoneIsDone()
    {
        Goal launch = Goal.Milestones("Launch", [new("Film", 1, new(2026, 3, 1)), new("Page", 3)], Year);
        GoalEvaluation april = launch.Evaluate(new LocalDate(2026, 4, 1));
        Assert.Equal((0m, 0.25m, GoalStatus.Behind, GoalVerdict.Pending), (april.Progress, april.ExpectedProgress, april.Status, april.Verdict));

        Goal done = launch.Done("Film", new(2026, 4, 2)).Done("Page", new(2026, 5, 1));
        Assert.Equal(0m, done.Evaluate(new LocalDate(2026, 4, 1)).Progress);
        Assert.Equal((1m, GoalVerdict.Achieved, new LocalDate(2026, 5, 1)), (
            done.Evaluate(new LocalDate(2026, 5, 2)).Progress, done.Evaluate(new LocalDate(2026, 5, 2)).Verdict, done.Evaluate(new LocalDate(2026, 5, 2)).ReachedOn));
        Assert.Equal(GoalVerdict.NotAchieved, launch.Evaluate(Later).Verdict);

        Goal late = launch.With(launch.Terms with { VerdictRule = VerdictRule.AtDeadline.AcceptingLate(60) }).Done("Film", new(2026, 5, 1)).Done("Page", new(2027, 1, 15));
        Assert.Equal(GoalVerdict.AchievedLate, late.Evaluate(Later).Verdict);
    }

    [Fact]
    public void TheFirstMeasurement_IsAchievedByAReading()
    {
        // "Als er geen historische data aanwezig is start dan met een 0-meting": nl-kpis-formuleren.
        Goal zero = Goal.EstablishBaseline(Kpis.ClickThroughRate, Timeframe.Quarter(2026, 1));
        GoalEvaluation measured = zero.Evaluate(KpiSeries.Given(Kpis.ClickThroughRate, (Timeframe.Month(2026, 2), 3.Percent())), new(2026, 4, 1));
        Assert.Equal(GoalVerdict.Achieved, measured.Verdict);
        Assert.Equal("3.00 % (2026-02, measured)", Baseline.Of(measured.Current!).ToString());
        Assert.Equal(GoalVerdict.Unknown, zero.Evaluate(KpiSeries.Given(Kpis.ClickThroughRate, (Timeframe.Month(2026, 2), null)), new(2026, 4, 1)).Verdict);
    }
}
