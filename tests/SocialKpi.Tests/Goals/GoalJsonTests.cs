using NodaTime;

namespace SocialKpi.Tests.Goals;

public sealed class GoalJsonTests
{
    private const string ByHand = """
        {
          // what a person writes
          "goals": [
            { "kpi": "click_through_rate", "shape": "increase", "from": "3.2%", "to": { "points": "1.3 pp" }, "during": "2026-Q3", },
            { "id": "likes", "kpi": "likes", "shape": "keep_at_or_above", "limit": 5000, "per": "month", "during": "2026", "scope": { "platform": "facebook" } },
            { "name": "Launch", "shape": "milestones", "during": "2026", "steps": [ { "name": "Film", "due": "2026-03-01" }, { "name": "Page", "weight": 3 } ] },
          ],
        }
        """;

    private static readonly Timeframe Q3 = Timeframe.Quarter(2026, 3);

    private static readonly GoalTerms Everything = new()
    {
        Id = "everything-1.a",
        Name = "Alles \"żółty\" <1>",
        Scope = GoalScope.Each(Segment.Of("platform", "x").And("sum", "y"), Segment.Of("platform", null).And("sum", "z")),
        Current = CurrentFigure.LatestPeriod,
        DayCount = DayCount.DayDifference,
        Calendar = ReportingCalendar.Iso.WithWeekStart(IsoDayOfWeek.Sunday).WithFiscalYearFrom(7),
        Curve = ExpectedCurve.Piecewise((0.25m, 0.1m), (0.5m, 0.75m)),
        Ambition = Ambition.Aspirational(0.6m),
        StatusRule = StatusRule.GapPoints(1.5m, 40).Named("Own"),
        VerdictRule = VerdictRule.EverReached.AcceptingLate(60).WithPartialFrom(0.25m),
        DataPolicy = new() { MissingPeriods = MissingPeriods.CountAsMiss, StaleAfterDays = 9, MaturationDays = 3, EarlyShare = 0.2m, ForecastFrom = 5 },
        CheckIns = [new(2026, 8, 1), new(2026, 9, 1)],
        Owner = "Ayşe",
        Objective = "reach-more",
    };

    public static TheoryData<string> Goals =>
    [
        .. new[]
        {
            Goal.Increase(Kpis.FollowerCount, Baseline.Measured(10.AsCount(), Timeframe.Month(2026, 6), "audit"), GoalTarget.Gain(1_000.AsCount()), Q3, Everything),
            Goal.Increase(Kpis.ClickThroughRate, (1m / 3).Percent(), GoalTarget.Relative(20.Percent()), Q3, new() { Curve = ExpectedCurve.Compound, StatusRule = StatusRule.UpRaise }),
            Goal.Increase(Kpis.FollowerCount, 10.AsCount(), GoalTarget.Zones(12.AsCount(), 14.AsCount(), 20.AsCount()), Q3, new() { Scope = GoalScope.Sum(Segment.Of("p", "a"), Segment.Of("p", "b")) }),
            Goal.Decrease(Kpis.CostPerClick, Baseline.Assumed(2.5m.Of(Currency.EUR), source: "guess"), 1.25m.Of(Currency.EUR), Q3, new() { Curve = ExpectedCurve.Cumulative(1, 2.5m, 0) }),
            Goal.Decrease(Kpis.ResponseTimePerMessage, 2.Hours(), 90.Minutes(), Q3, new() { Scope = GoalScope.Of(Segment.Of("channel", "dm")), Curve = ExpectedCurve.None }),
            Goal.Grow(Kpis.FollowerCount, 1_000.AsCount(), 10.Percent(), Grain.Month, Timeframe.Year(2026)),
            Goal.KeepBelow(Kpis.CostPerClick, 1.Of(Currency.USD), Grain.Week, Timeframe.Days(new(2026, 1, 5), new(2026, 3, 1))),
            Goal.KeepAtOrAbove(Kpis.LikeCount, 5_000.AsCount(), Grain.Month, Q3),
            Goal.InRange(Kpis.ClickThroughRate, 1.Percent(), 2.5m.Percent(), Q3, from: 4.Percent(), terms: new() { StatusRule = StatusRule.Bands(0.4m, 0.7m, 1, MidpointRounding.ToEven) }),
            Goal.EstablishBaseline(Kpis.ClickThroughRate, Q3),
            Goal.Milestones("Launch", [new("Film", 2.5m, new(2026, 8, 1), new(2026, 8, 3)), new("Page")], Q3),
            Goal.YesNo("Open the shop", Q3).Done("Open the shop", new(2026, 7, 4)),
        }.Select(goal => goal.ToJson()),
    ];

    [Theory]
    [MemberData(nameof(Goals))]
    public void FromJson_OfWhatWasWritten_WritesTheSameBytes(string json) => Assert.Equal(json, Goal.FromJson(json, Catalog.Standard).ToJson());

    [Fact]
    public void FromJson_KeepsEveryTerm()
    {
        Goal goal = Goal.FromJson(Goal.Increase(Kpis.FollowerCount, 10.AsCount(), 20.AsCount(), Q3, Everything).ToJson(), Catalog.Standard);
        Assert.Equal(Everything with { CheckIns = [] }, goal.Terms with { CheckIns = [] });
        Assert.Equal(Everything.CheckIns, goal.Terms.CheckIns);
    }

    [Fact]
    public void FromJson_WrittenByHand_HasTheDefaults()
    {
        GoalPlan plan = GoalPlan.FromJson(ByHand, Catalog.Standard);
        Assert.Equal(0.045m, plan.Goals[0].Level!.Value.Value);
        Assert.Equal(GoalScope.Of(Segment.Of("platform", "facebook")), plan.Goals[1].Terms.Scope);
        Assert.Equal([1m, 3m], plan.Goals[2].Steps.Select(step => step.Weight));
        Assert.Equal(plan.ToJson(), GoalPlan.FromJson(plan.ToJson(), Catalog.Standard).ToJson());
    }

    [Fact]
    public void FromJson_WithMistakes_ListsAllWithTheirPlaces()
    {
        const string Json = """
            {
              "goals": [
                { "kpi": "click_through_rat", "shape": "increase", "from": "3,2", "to": "4.5 percent", "during": "2026-Q5", "ownr": "Jo" },
                { "id": "a", "kpi": "followers", "shape": "increse", "during": "2026" },
                { "id": "a", "kpi": "followers", "shape": "increase", "from": 5, "to": { "gain": 3, "relative": "2 %" }, "during": "2026", "status_rule": { "ratio": [0.7, 0.9] } },
                { "kpi": "followers", "shape": "increase", "from": { "value": 5, "measured": true }, "during": "2026", "scope": { "each": [ { "platform": 3 } ] }, "success_at": 7 },
                { "kpi": "followers", "shape": "increase", "from": 5, "to": 5, "during": "2026" },
                { "kpi": "followers", "shape": "keep_above", "limit": 5, "during": "2026", "check_ins": ["soon"], "data_policy": { "early_share": 2 } }
              ]
            }
            """;
        string[] issues = [.. Assert.Throws<DefinitionException>(() => GoalPlan.FromJson(Json, Catalog.Standard)).Issues.Select(issue => issue.ToString())];
        (string Place, string Words)[] expected =
        [
            ("line 3, goals[0].during", "is not a timeframe"),
            ("line 3, goals[0].kpi", "did you mean click_through_rate?"),
            ("line 3, goals[0].from", "\"3,2\" is not a quantity"),
            ("line 3, goals[0].to", "\"4.5 percent\" is not a quantity"),
            ("line 3, goals[0].ownr", "did you mean \"owner\"?"),
            ("line 4, goals[1].shape", "'increse' is none of increase, decrease"),
            ("line 5, goals[2].status_rule.ratio", "What is on track begins above what is behind"),
            ("line 5, goals[2].to", "a target is said in one way"),
            ("line 6, goals[3].scope.each[0].platform", "write the value of the dimension in quotes"),
            ("line 6, goals[3].success_at", "above 0 and below 1"),
            ("line 6, goals[3].from", "it has no \"period\""),
            ("line 6, goals[3]", "it has no \"to\""),
            ("line 7, goals[4]", "nothing to increase"),
            ("line 8, goals[5].check_ins[0]", "\"soon\" is not a day"),
            ("line 8, goals[5].data_policy.early_share", "0 to 0.5"),
            ("line 8, goals[5]", "it has no \"per\""),
            ("line 5, goals[2]", "2 goals have the id 'a'"),
        ];
        Assert.All(expected, one => Assert.Contains(issues, issue => issue.StartsWith(one.Place + ": ", StringComparison.Ordinal) && issue.Contains(one.Words, StringComparison.Ordinal)));
        Assert.Equal(expected.Length, issues.Length);
    }

    // A form sends all that it has as text.
    [Theory]
    [InlineData("""{ "kpi": "followers", "shape": "increase", "from": "1000", "to": { "gain": "500" }, "during": "2026" }""", 1_000, 1_500)]
    [InlineData("""{ "kpi": "followers", "shape": "increase", "from": { "value": "1000" }, "to": { "relative": "20 %" }, "during": "2026" }""", 1_000, 1_200)]
    public void FromJson_ANumberInQuotes_IsTheNumberWhereThereIsOneUnit(string json, decimal start, decimal level)
    {
        Goal goal = Goal.FromJson(json, Catalog.Standard);
        Assert.Equal((start.AsCount(), level.AsCount()), (goal.Start, goal.Level));
    }

    [Theory]
    [InlineData("\"10.000\"", "line 1, to: \"10.000\" may be 10 or 10000; write the number without quotes")]
    [InlineData("\"10,000\"", "line 1, to: \"10,000\" is not a quantity; write 10000 for what is counted")]
    [InlineData("{ \"relative\": \"20\" }", "line 1, to.relative: \"20\" has no unit, and the figure is in ratio")]
    public void FromJson_ANumberInQuotesThatMayBeTwoThings_IsRefusedWithTheReason(string to, string why) => Assert.Contains(
        why, Assert.Throws<DefinitionException>(() => Goal.FromJson($$"""{ "kpi": "followers", "shape": "increase", "from": 1, "to": {{to}}, "during": "2026" }""", Catalog.Standard)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{\"shape\": \"increase\"", "line 1, byte 21: it is not JSON")]
    [InlineData("[]", "line 1: an object was expected here")]
    [InlineData("{}", "line 1: it has no \"shape\"; write one of increase, decrease")]
    [InlineData("{\"kpi\": \"click_through_rate\", \"shape\": \"increase\", \"from\": \"3 %\", \"to\": 4.5, \"during\": \"2026\"}", "line 1, to: 4.5 has no unit, and the figure is in ratio; write 10000 for what is counted, \"4.5 %\"")]
    [InlineData("{\"shape\": \"yes_no\", \"shape\": \"yes_no\"}", "line 1, shape: the property stands twice")]
    [InlineData("{\"shape\": \"yes_no\", \"during\": \"2026\"}", "line 1: it has no name; say what is to be done")]
    [InlineData("{\"name\": \" \", \"shape\": \"milestones\", \"during\": \"2026\", \"steps\": []}", "line 1, name: it has no name; say what is to be done")]
    public void FromJson_OfWhatIsNoGoal_SaysWhy(string json, string words) =>
        Assert.Contains(words, Assert.Throws<DefinitionException>(() => Goal.FromJson(json, Catalog.Standard)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "{ \"kpi\": \"followers\", \"shape\": \"increase\", \"from\": 5, \"to\": 3, \"during\": \"2026-Q5\", \"scope\": { \"each\": [ { \"p\": \"a\" }, { \"p\": \"a\" } ] } }",
        new[] { "is not a timeframe", "names 'p = a' 2 times", "3 lies below the baseline 5" })]
    [InlineData(
        "{ \"kpi\": \"folowers\", \"shape\": \"increase\", \"from\": 5, \"to\": 5, \"during\": \"2026\", \"check_ins\": [\"2027-01-01\"] }",
        new[] { "did you mean followers?", "nothing to increase", "the check-in on 2027-01-01 lies outside its period" })]
    [InlineData(
        "{ \"kpi\": \"followers\", \"shape\": \"increase\", \"to\": { \"relative\": \"-20 %\" }, \"during\": \"2026\" }",
        new[] { "it has no \"from\"", "changes nothing or the other way" })]
    [InlineData(
        "{ \"kpi\": \"followers\", \"shape\": \"recurring_growth\", \"from\": 0, \"by\": \"ten\", \"per\": \"week\", \"during\": \"2026-Q3\" }",
        new[] { "\"ten\" is not a quantity", "growth from a baseline of 0", "not a whole number of weeks" })]
    [InlineData(
        "{ \"name\": \"Launch\", \"shape\": \"milestones\", \"steps\": [ { \"name\": \"Film\", \"weight\": -1 }, { \"weight\": 2 }, 3 ], \"during\": \"2026\", \"curve\": \"linear\" }",
        new[] { "it has no \"name\"", "an object was expected", "weighs -1", "leave the curve out" })]
    [InlineData(
        "{ \"name\": \"Launch\", \"shape\": \"milestones\", \"steps\": 3, \"during\": \"2026\", \"scope\": { \"p\": \"a\" } }",
        new[] { "a list was expected", "leave the scope out" })]
    [InlineData(
        "{ \"kpi\": \"followers\", \"shape\": \"keep\", \"during\": \"since 2026-01-01\", \"id\": \"A b\" }",
        new[] { "'keep' is none of", "is open; give it a first and a last day", "'A b' is not an id" })]
    public void FromJson_WhatCannotBeRead_HidesNoContradiction(string json, string[] words)
    {
        string[] issues = [.. Assert.Throws<DefinitionException>(() => Goal.FromJson(json, Catalog.Standard)).Issues.Select(issue => issue.Message)];
        Assert.All(words, part => Assert.Contains(issues, issue => issue.Contains(part, StringComparison.Ordinal)));
        Assert.Equal(words.Length, issues.Length);
    }

    [Fact]
    public void Evaluation_WithPartsOfAGoalThatHasNone_IsRefused()
    {
        GoalScope Platforms(bool isSum) => isSum ? GoalScope.Sum(Segment.Of("p", "a"), Segment.Of("p", "b")) : GoalScope.Each(Segment.Of("p", "a"), Segment.Of("p", "b"));
        Goal each = Goal.Increase(Kpis.FollowerCount, 0.AsCount(), 10.AsCount(), Q3, new() { Scope = Platforms(isSum: false) });
        string json = each.Evaluate(each.Terms.Scope.Segments.Select(segment => KpiSeries.Given(Kpis.FollowerCount, [(Timeframe.Month(2026, 8), 1.AsCount())], null, segment)), new(2026, 8, 31)).ToJson();
        Assert.Equal(json, GoalEvaluation.FromJson(json, Catalog.Standard).ToJson());
        Assert.Contains("there are 2, and the goal has 0 segments that are judged one by one", Assert.Throws<DefinitionException>(
            () => GoalEvaluation.FromJson(json.Replace("\"each\"", "\"sum\"", StringComparison.Ordinal), Catalog.Standard)).Message, StringComparison.Ordinal);
        Assert.Contains("there is no property \"note\" here", Assert.Throws<DefinitionException>(
            () => GoalEvaluation.FromJson(json.Replace("{\n  \"goal\"", "{ \"note\": 1,\n  \"goal\"", StringComparison.Ordinal), Catalog.Standard)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_WithOneIdTwice_IsRefused() =>
        Assert.Contains("2 goals have the id 'a'", Assert.Throws<DefinitionException>(() => GoalPlan.Of(Goal.YesNo("x", Q3, new() { Id = "a" }), Goal.YesNo("y", Q3, new() { Id = "a" }))).Message, StringComparison.Ordinal);

    [Fact]
    public void Evaluation_OfWhatWasWritten_WritesTheSameBytes()
    {
        LocalDate asOf = new(2026, 8, 20);
        Facts facts = Facts.FromColumns(columns => columns
            .Time([new LocalDate(2026, 7, 6), new LocalDate(2026, 8, 3), new LocalDate(2026, 8, 10)])
            .Dimension("platform", ["x", "y", "x"])
            .Dimension("account", ["a", "b", "a"])
            .Measure(Measures.Impressions, [4_000, 2_000, 4_000])
            .Measure(Measures.Clicks, [160, 20, null])
            .Measure(Measures.AccountReach, [300, 250, 400])
            .Measure(Measures.Followers, [100, 110, 130]));
        KpiTable table = facts.Read(KpiQuery.Of(Kpis.ClickThroughRate, Kpis.GrossAccountReach, Kpis.FollowerCount).By(Grain.Week).By("platform"));
        Segment[] platforms = [Segment.Of("platform", "x"), Segment.Of("platform", "y")];
        GoalEvaluation[] evaluations =
        [
            Goal.Increase(Kpis.ClickThroughRate, 1.Percent(), 5.Percent(), Q3).Evaluate(table, asOf),
            Goal.Increase(Kpis.ClickThroughRate, 1.Percent(), 5.Percent(), Q3, new() { Scope = GoalScope.Each(platforms) }).Evaluate(table, asOf),
            Goal.Increase(Kpis.GrossAccountReach, 0.AsCount(), 5_000.AsCount(), Q3, new() { Scope = GoalScope.Sum(platforms) }).Evaluate(table, asOf),
            Goal.Increase(Kpis.FollowerCount, 100.AsCount(), GoalTarget.Zones(150.AsCount(), 200.AsCount(), 300.AsCount()), Q3, new() { DataPolicy = new() { ForecastFrom = 1 } }).Evaluate(table, asOf),
            Goal.KeepAtOrAbove(Kpis.ClickThroughRate, 3.Percent(), Grain.Week, Q3).Evaluate(table, asOf),
            Goal.Increase(Kpis.ClickThroughRate, 1.Percent(), 5.Percent(), Timeframe.Quarter(2027, 1)).Evaluate(table, asOf),
            Goal.YesNo("Launch", Q3).Done("Launch", new(2026, 8, 1)).Evaluate(asOf),
        ];
        Assert.All(evaluations, evaluation =>
        {
            GoalEvaluation back = GoalEvaluation.FromJson(evaluation.ToJson(), Catalog.Standard);
            Assert.Equal(evaluation.ToJson(), back.ToJson());
            Assert.Equal(evaluation.ToMarkdown(), back.ToMarkdown());
        });
    }

    [Fact]
    public void Evaluation_ChangedByHand_IsRefused()
    {
        string json = Goal.Increase(Kpis.FollowerCount, 0.AsCount(), 10.AsCount(), Q3)
            .Evaluate(KpiSeries.Given(Kpis.FollowerCount, (Timeframe.Month(2026, 8), 1.AsCount())), new(2026, 8, 31)).ToJson();
        string better = json.Replace("\"at_risk\"", "\"on_track\"", StringComparison.Ordinal).Replace("\"definition\": \"", "\"definition\": \"0", StringComparison.Ordinal);
        Assert.Contains("figures of different definitions are not comparable", Assert.Throws<DefinitionException>(() => GoalEvaluation.FromJson(better, Catalog.Standard)).Message, StringComparison.Ordinal);
        Assert.Equal(
            "line 10, status: \"on_track\" stands here, but \"at_risk\" follows from the goal and the evidence",
            Assert.Throws<DefinitionException>(() => GoalEvaluation.FromJson(json.Replace("\"at_risk\"", "\"on_track\"", StringComparison.Ordinal), Catalog.Standard)).Message);
    }
}
