using NodaTime;

namespace SocialKpi.Tests.Goals;

public sealed class ObjectiveCarryingTests
{
    private static readonly Timeframe Q3 = Timeframe.Quarter(2026, 3), Q4 = Timeframe.Quarter(2026, 4);
    private static readonly LocalDate AfterQ3 = new(2026, 10, 1);

    [Fact]
    public void CarryForward_Unfinished_StartsFromWhereItStands()
    {
        Objective next = Objective.Of(
            "Grow",
            [
                new KeyResult(Goal.Increase(Kpis.FollowerCount, 1_000.AsCount(), GoalTarget.Gain(500.AsCount()), Q3, new() { Id = "followers" }), 2) { CheckIns = [new(new(2026, 8, 1), "Eva")] },
                Goal.YesNo("Hire", Q3).Done("Hire", new(2026, 8, 1)),
                Goal.Milestones("Launch", [new("film", DoneOn: new(2026, 8, 1)), new("page", 3, new(2026, 9, 1)), new("party", 1, new(2026, 9, 30))], Q3),
                Goal.KeepAtOrAbove(Kpis.ClickThroughRate, 3.Percent(), Grain.Month, Q3),
            ],
            new() { Id = "grow-q3", Owner = "Eva", CheckIns = [new(new(2026, 8, 1), "Eva")] })
            .Evaluate([Given(Kpis.FollowerCount, 1_200.AsCount()), Given(Kpis.ClickThroughRate, 2.Percent())], AfterQ3).CarryForward(Q4, "grow-q4");

        Assert.Equal(("grow-q4", "grow-q3", "Eva", 0), (next.Id, next.Terms.CarriedFrom, next.Terms.Owner, next.Terms.CheckIns.Count));
        Assert.Equal([GoalShape.Increase, GoalShape.Milestones, GoalShape.KeepAtOrAbove], next.KeyResults.Select(one => one.Goal.Shape));

        // The level of 1,500 stays what was agreed; 500 more than 1,200 would be another.
        Goal followers = next.KeyResults[0].Goal;
        Assert.Equal((1_200m, 1_500m, true, Q4, ""), (followers.Start!.Value.Value, followers.Level!.Value.Value, followers.Baseline!.IsMeasured, followers.Period, followers.Id));
        Assert.Equal((2m, 0), (next.KeyResults[0].Weight, next.KeyResults[0].CheckIns.Count));
        Assert.Equal([new("page", 3), new("party", 1)], next.KeyResults[1].Goal.Steps);
    }

    [Fact]
    public void CarryForward_Growth_KeepsItsRateAndComesToAnotherLevel()
    {
        ObjectiveEvaluation over = Objective.Of("Grow", [Goal.Grow(Kpis.FollowerCount, 1_000.AsCount(), 10.Percent(), Grain.Month, Q3)]).Evaluate([Given(Kpis.FollowerCount, 1_200.AsCount())], AfterQ3);
        Goal next = over.CarryForward(Q4).KeyResults.Single().Goal;
        Assert.Equal((0.1m, 1_200m, 1_597.2m), (next.Rate!.Value.Value, next.Start!.Value.Value, next.Level!.Value.Value));
    }

    [Fact]
    public void CarryForward_ASum_ContinuesWithWhatIsLeft()
    {
        ObjectiveEvaluation over = Objective.Of("Sell", [Goal.Increase(Kpis.ClickCount, 400.AsCount(), 1_000.AsCount(), Q3)]).Evaluate([Given(Kpis.ClickCount, 600.AsCount())], AfterQ3);
        Goal next = over.CarryForward(Q4).KeyResults.Single().Goal;
        Assert.Equal((0m, 400m), (next.Start!.Value.Value, next.Level!.Value.Value));
    }

    [Fact]
    public void CarryForward_Growth_KeepsItsRate()
    {
        ObjectiveEvaluation over = Objective.Of("Grow", [Goal.Grow(Kpis.FollowerCount, 1_000.AsCount(), 10.Percent(), Grain.Month, Q3)]).Evaluate([Given(Kpis.FollowerCount, 1_100.AsCount())], AfterQ3);
        Goal next = over.CarryForward(Q4).KeyResults.Single().Goal;
        Assert.Equal((1_100m, 1_464.1m), (next.Start!.Value.Value, next.Level!.Value.Value));
    }

    [Fact]
    public void CarryForward_ContributingObjectives_AreCarriedToo()
    {
        Objective part = Objective.Of("Part", [Goal.YesNo("Hire", Q3)], new() { Id = "part-q3", Weight = 3 });
        Objective done = Objective.Of("Done", [Goal.YesNo("Move", Q3).Done("Move", new(2026, 8, 1))], new() { Id = "done-q3" });
        Objective next = Objective.Of("Whole", [], new() { Contributing = [part, done] }).Evaluate([], AfterQ3).CarryForward(Q4);
        Assert.Equal(("Part", "part-q3", 3m), (next.Terms.Contributing.Single().Name, next.Terms.Contributing[0].Terms.CarriedFrom, next.Terms.Contributing[0].Terms.Weight));
    }

    [Fact]
    public void CarryForward_WhatMakesNoSense_IsRefusedWithAllReasons()
    {
        Segment instagram = Segment.Of("platform", "instagram"), facebook = Segment.Of("platform", "facebook");
        KpiSeries Part(Segment segment) => KpiSeries.Given(Kpis.FollowerCount, [(Timeframe.Month(2026, 9), (Quantity?)10.AsCount())], total: 10.AsCount(), segment: segment);
        ObjectiveEvaluation over = Objective.Of(
            "Grow",
            [
                Goal.YesNo("Open until the end of the year", Timeframe.Year(2026)),
                Goal.Increase(Kpis.ClickThroughRate, 3.Percent(), 4.Percent(), Q3, new() { Name = "Nobody read this" }),
                Goal.InRange(Kpis.ClickCount, 100.AsCount(), 200.AsCount(), Q3, terms: new() { Name = "A range that adds up" }),
                Goal.Increase(Kpis.FollowerCount, 0.AsCount(), 100.AsCount(), Q3, new() { Name = "Two platforms", Scope = GoalScope.Each(instagram, facebook) }),
                Goal.Grow(Kpis.LikeCount, 1_000.AsCount(), 10.Percent(), Grain.Quarter, Q3, new() { Name = "By the quarter" }),
            ]).Evaluate(
            [
                KpiSeries.Given(Kpis.ClickThroughRate, [(Timeframe.Month(2026, 7), (Quantity?)null)], total: null), Given(Kpis.ClickCount, 500.AsCount()), Part(instagram), Part(facebook),
                KpiSeries.Given(Kpis.LikeCount, (Q3, 900.AsCount())),
            ], AfterQ3);
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => over.CarryForward(Timeframe.Month(2026, 10)));
        string[] expected = ["still open", "no figure is known", "adds up from zero", "a goal of each segment", "not a whole number of quarters"];
        Assert.All(expected, part => Assert.Contains(refusal.Issues, issue => issue.Message.Contains(part, StringComparison.Ordinal)));
        Assert.Equal(expected.Length, refusal.Issues.Count);
    }

    [Fact]
    public void CarryForward_IntoItsOwnTimeOrWithNothingLeft_IsRefused()
    {
        ObjectiveEvaluation open = Objective.Of("Grow", [Goal.YesNo("Hire", Q3)]).Evaluate([], AfterQ3);
        Assert.Contains("begin later", Assert.Throws<DefinitionException>(() => open.CarryForward(Timeframe.Month(2026, 9))).Message, StringComparison.Ordinal);
        ObjectiveEvaluation done = Objective.Of("Grow", [Goal.YesNo("Hire", Q3).Done("Hire", new(2026, 8, 1))]).Evaluate([], AfterQ3);
        Assert.Contains("nothing of it is left", Assert.Throws<DefinitionException>(() => done.CarryForward(Q4)).Message, StringComparison.Ordinal);
    }

    private static KpiSeries Given(Kpi kpi, Quantity figure) => KpiSeries.Given(kpi, (Q3, figure));
}
