namespace SocialKpi.Tests.Goals;

public sealed class StatusRuleTests
{
    [Theory]
    // Engagedly: "gap <= 16.5 On track, <= 33 Behind, > 33 At risk"; Viva: "> 25 points At Risk, 0-25 Behind, <= 0 On track".
    [InlineData("Engagedly", 0.335, GoalStatus.OnTrack)]
    [InlineData("Engagedly", 0.334, GoalStatus.Behind)]
    [InlineData("Engagedly", 0.17, GoalStatus.Behind)]
    [InlineData("Engagedly", 0.169, GoalStatus.AtRisk)]
    [InlineData("Viva Goals", 0.5, GoalStatus.OnTrack)]
    [InlineData("Viva Goals", 0.499, GoalStatus.Behind)]
    [InlineData("Viva Goals", 0.25, GoalStatus.Behind)]
    [InlineData("Viva Goals", 0.249, GoalStatus.AtRisk)]
    [InlineData("UpRaise", 0.475, GoalStatus.OnTrack)]
    [InlineData("UpRaise", 0.375, GoalStatus.Behind)]
    [InlineData("UpRaise", 0.374, GoalStatus.AtRisk)]
    [InlineData("Recruiterflow", 0.495, GoalStatus.OnTrack)]
    [InlineData("Recruiterflow", 0.405, GoalStatus.Behind)]
    [InlineData("Recruiterflow", 0.404, GoalStatus.AtRisk)]
    [InlineData("ServiceNow", 0.45, GoalStatus.OnTrack)]
    [InlineData("ServiceNow", 0.375, GoalStatus.Behind)]
    [InlineData("ServiceNow", 0.374, GoalStatus.AtRisk)]
    // Google's bands are for scores of one decimal, halves away from zero here.
    [InlineData("Google", 0.65, GoalStatus.OnTrack)]
    [InlineData("Google", 0.649, GoalStatus.Behind)]
    [InlineData("Google", 0.35, GoalStatus.Behind)]
    [InlineData("Google", 0.349, GoalStatus.AtRisk)]
    public void StatusOf_AtTheEdgesOfAPreset_WithFiftyPerCentExpected(string label, double progress, GoalStatus status) =>
        Assert.Equal(status, StatusRule.Presets.Single(rule => rule.Label == label).StatusOf((decimal)progress, 0.5m));

    [Fact]
    public void Bands_ToEven_MakesSixtyFiveYellow() =>
        Assert.Equal(GoalStatus.Behind, StatusRule.Bands(0.4m, 0.7m, decimals: 1, MidpointRounding.ToEven).StatusOf(0.65m, 1));

    [Fact]
    public void FirstOf_TakesTheFirstCaseThatHolds()
    {
        StatusRule rule = StatusRule.FirstOf(
            [
                new(GoalStatus.OnTrack, new StatusTest(StatusFigure.ProgressPercent, StatusComparison.AtLeast, 80)),
                new(GoalStatus.AtRisk, new StatusTest(StatusFigure.ElapsedPercent, StatusComparison.Above, 50), new StatusTest(StatusFigure.GapPoints, StatusComparison.Above, 10)),
            ],
            otherwise: GoalStatus.Behind).Named("House");
        Assert.Equal(
            "House: FirstOf(OnTrack when ProgressPercent >= 80; AtRisk when ElapsedPercent > 50 and GapPoints > 10; otherwise Behind)", rule.Name);
        Assert.Equal(
            [GoalStatus.OnTrack, GoalStatus.AtRisk, GoalStatus.Behind, GoalStatus.Behind],
            [rule.StatusOf(0.8m, 1), rule.StatusOf(0.4m, 0.51m), rule.StatusOf(0.4m, 0.5m), rule.StatusOf(0.42m, 0.51m)]);
    }

    [Fact]
    public void FirstOf_CasesThatAreNone_ListsAll()
    {
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => StatusRule.FirstOf([new(GoalStatus.NoData)], otherwise: GoalStatus.Stale));
        Assert.Equal(3, refusal.Issues.Count);
    }

    [Fact]
    public void Achievement_BelowZero_AsksForAllThatIsExpected()
    {
        // 105 % of a figure below zero is less than it: worse than expected is never more than expected.
        Goal goal = Goal.Increase(Kpis.NetPromoterScore, Points(-30), Points(-10), Timeframe.Month(2026, 6), new() { StatusRule = StatusRule.Achievement(105, 85) });
        Quantity Points(decimal score) => new(score, Kpis.NetPromoterScore.Unit);
        GoalStatus At(decimal score) => goal.Evaluate(KpiSeries.Given(Kpis.NetPromoterScore, [(Timeframe.Days(new(2026, 6, 1), new(2026, 6, 15)), Points(score))], total: null), new(2026, 6, 15)).Status;
        Assert.Equal([GoalStatus.AtRisk, GoalStatus.OnTrack, GoalStatus.OnTrack], [At(-20.5m), At(-20), At(-19)]);
    }

    [Fact]
    public void Thresholds_InTheWrongOrder_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StatusRule.GapPoints(25, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => StatusRule.Ratio(0.75m, 0.95m));
        Assert.Throws<ArgumentOutOfRangeException>(() => StatusRule.Achievement(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => StatusRule.Bands(0.7m, 0.4m));
        Assert.Throws<ArgumentOutOfRangeException>(() => StatusRule.Default.StatusOf(0.5m, 1.1m));
    }

    [Fact]
    public void FromJson_WhatIsNoRule_SaysWhereAndWhatToDo()
    {
        Assert.Contains("did you mean \"gap_points\"?", Assert.Throws<DefinitionException>(() => StatusRule.FromJson("""{"gap_point": [5, 25]}""")).Message, StringComparison.Ordinal);
        Assert.Contains("write two numbers", Assert.Throws<DefinitionException>(() => StatusRule.FromJson("""{"ratio": [0.9]}""")).Message, StringComparison.Ordinal);
        Assert.Contains("line 1, byte 2: it is not JSON", Assert.Throws<DefinitionException>(() => StatusRule.FromJson("{ratio}")).Message, StringComparison.Ordinal);
        Assert.Contains("did you mean Viva Goals?", Assert.Throws<DefinitionException>(() => StatusRule.FromJson("\"Viva Goal\"")).Message, StringComparison.Ordinal);
    }
}
