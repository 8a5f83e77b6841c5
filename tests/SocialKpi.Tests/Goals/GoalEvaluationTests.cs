using NodaTime;

namespace SocialKpi.Tests.Goals;

public sealed class GoalEvaluationTests
{
    private static readonly Timeframe Q3 = Timeframe.Quarter(2026, 3);
    private static readonly LocalDate MidAugust = new(2026, 8, 15);

    private static Facts Posts => Facts.FromColumns(columns => columns
        .Time([new LocalDate(2026, 6, 20), new LocalDate(2026, 7, 6), new LocalDate(2026, 8, 10)])
        .Measure(Measures.Impressions, [9_000, 4_000, 6_000])
        .Measure(Measures.Clicks, [900, 160, 259]));

    [Fact]
    public void Evaluate_RatioOverTheQuarterSoFar_IsMergedFromStates()
    {
        Goal goal = Goal.Increase(Kpis.ClickThroughRate, from: 3.2m.Percent(), to: 4.5m.Percent(), during: Q3);
        KpiTable table = Posts.Read(KpiQuery.Of(Kpis.ClickThroughRate).By(Grain.Month));
        GoalEvaluation now = goal.Evaluate(table.Series(Kpis.ClickThroughRate), asOf: MidAugust);

        // 419 clicks of 10,000 impressions, not the mean of 4.00 % and 4.32 %; June is not of this quarter.
        Assert.Equal(0.0419m, now.Current!.Value);
        Assert.Equal((0.0419m - 0.032m) / 0.013m, now.RawProgress);
        Assert.Equal(0.5m, now.ExpectedProgress);
        Assert.Equal("OnTrack, 76.2 %, expected 50 %, by rule GapPoints(5, 25)", now.ToString());
        Assert.Equal(GoalVerdict.Pending, now.Verdict);
    }

    [Fact]
    public void Evaluate_Sum_BeginsAtZeroAndAddsUp()
    {
        Goal goal = Goal.Increase(Kpis.ClickCount, from: 400.AsCount(), to: GoalTarget.Relative(100.Percent()), during: Q3);
        Assert.Equal((0m, 800m), (goal.Start!.Value.Value, goal.Level!.Value.Value));
        GoalEvaluation now = goal.Evaluate(Posts.Read(KpiQuery.Of(Kpis.ClickCount).By(Grain.Month)), MidAugust);
        Assert.Equal((419m, 419m / 800m), (now.Current!.Value, now.RawProgress));
    }

    [Fact]
    public void Evaluate_TenPercentAMonth_IsCompound()
    {
        // "Maandelijks zal het aantal volgers (Instagram en FB) met 10% stijgen": nl-kmo-opbrengst-smart. From 1,000 that is 3,138 and not 2,200.
        Goal goal = Goal.Grow(Kpis.FollowerCount, from: 1_000.AsCount(), by: 10.Percent(), per: Grain.Month, during: Timeframe.Year(2026));
        Assert.Equal("3,138", $"{goal.Level!.Value:N0}");
        GoalEvaluation june = goal.Evaluate(KpiSeries.Given(Kpis.FollowerCount, (Timeframe.Month(2026, 6), 1_772.AsCount())), new LocalDate(2026, 6, 30));
        Assert.Equal("1,771.56", june.ExpectedFigure.ToString());
        Assert.Equal(GoalStatus.OnTrack, june.Status);
    }

    [Theory]
    [InlineData("Engagedly: GapPoints(16.5, 33)", GoalStatus.OnTrack)]
    [InlineData("Viva Goals: GapPoints(0, 25)", GoalStatus.Behind)]
    [InlineData("UpRaise: Ratio(0.95, 0.75)", GoalStatus.Behind)]
    [InlineData("ServiceNow: Achievement(90, 75)", GoalStatus.Behind)]
    [InlineData("Recruiterflow: Ratio(0.99, 0.81)", GoalStatus.AtRisk)]
    public void Evaluate_FortyOfFifty_IsWhatThePublishedRuleSays(string rule, GoalStatus status)
    {
        StatusRule preset = StatusRule.Presets.Single(one => one.Name == rule);
        Goal goal = Goal.Increase(Kpis.FollowerCount, 0.AsCount(), 1_000.AsCount(), Q3, new() { StatusRule = preset });
        GoalEvaluation now = goal.Evaluate(KpiSeries.Given(Kpis.FollowerCount, (Timeframe.Days(new(2026, 7, 1), MidAugust), 400.AsCount())), MidAugust);
        Assert.Equal((0.4m, 0.5m, status, rule), (now.Progress, now.ExpectedProgress, now.Status, now.RuleName));
    }

    [Fact]
    public void Evaluate_ASumAboveItsRange_IsExpectedBackAtOnce_AndIsAtRisk()
    {
        // 200 to 300 clicks in June: 450 by the 10th are no way to it, and 90 are.
        Goal goal = Goal.InRange(Kpis.ClickCount, 200.AsCount(), 300.AsCount(), Timeframe.Month(2026, 6));
        GoalEvaluation Of(int clicks) => goal.Evaluate(KpiSeries.Given(Kpis.ClickCount, (Timeframe.Days(new(2026, 6, 1), new(2026, 6, 10)), clicks.AsCount())), new(2026, 6, 10));
        Assert.Equal((0.25m, 1m, GoalStatus.AtRisk), (Of(450).RawProgress, Of(450).ExpectedProgress, Of(450).Status));
        Assert.Contains("expected 100 %: a sum above 300 does not come back", Of(450).Reasons);
        Assert.Equal((0.45m, 1m / 3, GoalStatus.OnTrack), (Of(90).RawProgress, Of(90).ExpectedProgress, Of(90).Status));
        Assert.Equal((1m, 1m / 3, GoalStatus.OnTrack), (Of(300).RawProgress, Of(300).ExpectedProgress, Of(300).Status));
        Assert.Equal(Of(450).ToJson(), GoalEvaluation.FromJson(Of(450).ToJson(), Catalog.Standard).ToJson());
    }

    [Fact]
    public void Evaluate_ASumAtItsTarget_StaysThereHoweverOldTheReadingIs()
    {
        Kpi balance = Kpi.Define("balance", Measures.Clicks - Measures.Likes, Unit.Count);
        GoalEvaluation Of(Kpi kpi, int figure) => Goal.Increase(kpi, 0.AsCount(), 100.AsCount(), Timeframe.Year(2026))
            .Evaluate(KpiSeries.Given(kpi, (Timeframe.Days(new(2026, 1, 1), new(2026, 1, 31)), figure.AsCount())), new(2027, 1, 1));
        Assert.Equal((GoalStatus.OnTrack, GoalVerdict.Achieved), (Of(Kpis.ClickCount, 100).Status, Of(Kpis.ClickCount, 100).Verdict));

        // What is short of it may have come since; what takes away may have fallen, and so may a stock.
        Assert.All([Of(Kpis.ClickCount, 99), Of(balance, 100), Of(Kpis.FollowerCount, 100)], now => Assert.Equal((GoalStatus.Stale, GoalVerdict.Unknown), (now.Status, now.Verdict)));
    }

    [Fact]
    public void Reasons_OfWhatIsAlmostThere_DoNotSayThatItIs()
    {
        Goal goal = Goal.Increase(Kpis.FollowerCount, 0.AsCount(), 170.05m.AsCount(), Q3);
        GoalEvaluation Of(decimal followers) => goal.Evaluate(KpiSeries.Given(Kpis.FollowerCount, (Timeframe.Quarter(2026, 3), followers.AsCount())), new(2026, 9, 30));
        Assert.Equal("OnTrack, 99.9 %, expected 100 %, by rule GapPoints(5, 25)", Of(170).ToString());
        Assert.Contains("status OnTrack: less than 0.1 points behind what is expected, by rule GapPoints(5, 25)", Of(170).Reasons);
        Assert.Contains("status OnTrack: just what is expected, by rule GapPoints(5, 25)", Of(170.05m).Reasons);
    }

    [Fact]
    public void Make_Contradictions_AreAllListed()
    {
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => Goal.Increase(
            Kpis.FollowerCount, 0.AsCount(), GoalTarget.Relative(20.Percent()), Timeframe.Since(new(2026, 1, 1)), new() { Scope = GoalScope.Sum() }));
        Assert.Equal(3, refusal.Issues.Count);
    }
}
