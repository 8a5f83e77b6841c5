using NodaTime;

namespace SocialKpi.Tests.Goals;

public sealed class ObjectiveTests
{
    private static readonly Timeframe Q3 = Timeframe.Quarter(2026, 3);
    private static readonly LocalDate MidAugust = new(2026, 8, 15);
    private static readonly LocalDate AfterQ3 = new(2026, 10, 1);

    [Fact]
    public void Evaluate_ThreeOfSix_IsHalf()
    {
        // Google re:Work: "countable: 3 of 6 = 0.5".
        Milestone[] cases = [.. Enumerable.Range(1, 6).Select(at => new Milestone($"case {at}", DoneOn: at <= 3 ? new LocalDate(2026, 8, at) : null))];
        ObjectiveEvaluation now = Objective.Of("Be known for our work", [Goal.Milestones("Publish six case studies", cases, Q3)]).Evaluate([], AfterQ3);
        Assert.Equal((0.5m, "yellow", 1m, GoalVerdict.NotAchieved), (now.Score, now.Grade!.Name, now.Coverage, now.Verdict));
    }

    [Fact]
    public void Evaluate_DoneOrNot_Is1Or0AndTheObjectiveTheirMean()
    {
        // Google re:Work: "binary = 0 or 1"; an objective is the rough average of its key results.
        ObjectiveEvaluation now = Objective.Of("Grow", [Goal.YesNo("Launch the VR app", Q3), Done("Hire an editor")]).Evaluate([], AfterQ3);
        Assert.Equal([0m, 1m], now.KeyResults.Select(one => one.Score!.Value));
        Assert.Equal("NotAchieved; AtRisk, score 0.5 yellow, by rule Worst", now.ToString());
    }

    // nl-doelen-smart-okr (Doerr, "Measure What Matters"): "Bereik in 2016 één miljard uur kijktijd per dag, met groei gedreven door" search and
    // main app +XX %, living room +XX %; X hours a day for kids and games; the VR experience launched and its catalogue from X to Y videos.
    // "Doerr onthult niet de specifieke cijfers": those for XX, X and Y are ours. "Het bereiken van 60 of 70 procent succes wordt beschouwd als een overwinning."
    [Fact]
    public void Evaluate_YouTube_IsASuccessBeforeAllOfItIsReached()
    {
        Kpi hours = Kpi.Define("hours_a_day", Measure.Snapshot("hours_a_day", Unit.Number, per: "surface"), Unit.Number, Direction.HigherIsBetter);
        Kpi videos = Kpi.Define("vr_videos", Measure.Snapshot("vr_videos", Unit.Count, per: "surface"), Unit.Count, Direction.HigherIsBetter);
        Timeframe year = Timeframe.Year(2016);
        Segment Of(string surface) => Segment.Of("surface", surface);
        Goal Raise(string surface, decimal from, GoalTarget to) => Goal.Increase(hours, from.AsNumber(), to, year, new() { Name = surface, Scope = GoalScope.Of(Of(surface)) });
        KpiSeries At(Kpi kpi, string surface, Quantity figure) => KpiSeries.Given(kpi, [(Timeframe.Month(2016, 12), (Quantity?)figure)], total: figure, segment: Of(surface));

        Objective objective = Objective.Of(
            "A billion hours of watch time a day in 2016",
            [
                Raise("main app", 400, GoalTarget.Relative(50.Percent())),
                Raise("living room", 50, GoalTarget.Relative(100.Percent())),
                Raise("kids and games", 60, 100.AsNumber()),
                new KeyResult(Done("Launch the VR experience", new(2016, 11, 10), year), 0.5m),
                new KeyResult(Goal.Increase(videos, 20.AsCount(), 100.AsCount(), year, new() { Name = "VR catalogue", Scope = GoalScope.Of(Of("vr")) }), 0.5m),
            ],
            new() { Ambition = Ambition.Aspirational(0.6m), Owner = "YouTube" });
        ObjectiveEvaluation now = objective.Evaluate(
            [At(hours, "main app", 560.AsNumber()), At(hours, "living room", 75.AsNumber()), At(hours, "kids and games", 84.AsNumber()), At(videos, "vr", 60.AsCount())], new(2017, 1, 1));
        Assert.Equal([0.8m, 0.5m, 0.6m, 1m, 0.5m], now.KeyResults.Select(one => one.Score!.Value));
        Assert.Equal((0.6625m, "green", GoalVerdict.Achieved), (now.Score, now.Grade!.Name, now.Verdict));
        Assert.Equal(GoalVerdict.NotAchieved, objective.With(objective.Terms with { Ambition = default }).Evaluate(
            [At(hours, "main app", 560.AsNumber()), At(hours, "living room", 75.AsNumber()), At(hours, "kids and games", 84.AsNumber()), At(videos, "vr", 60.AsCount())], new(2017, 1, 1)).Verdict);
    }

    [Fact]
    public void Evaluate_NothingKnown_IsNoScoreAndNot0()
    {
        ObjectiveEvaluation now = Objective.Of("Grow", [Followers(100)]).Evaluate([Nothing], AfterQ3);
        Assert.Equal((null, null, 0m, GoalStatus.NoData, GoalVerdict.Unknown), (now.Score, now.Grade, now.Coverage, now.Status, now.Verdict));
        Assert.Equal("Unknown; NoData, no score, by rule Worst", now.ToString());
    }

    [Fact]
    public void Evaluate_AKeyResultThatCannotBeRead_HasNoData_AndTheOthersCount()
    {
        Goal[] unread = [Followers(100), Goal.KeepAtOrAbove(Kpis.ClickThroughRate, 1m.Percent(), Grain.Month, Q3, new() { DataPolicy = new() { MissingPeriods = MissingPeriods.CountAsMiss }, Scope = GoalScope.Each(Segment.Of("platform", "x"), Segment.Of("platform", "y")) })];
        ObjectiveEvaluation now = Objective.Of("Grow", [unread[0], unread[1], new KeyResult(Done("Hire an editor"), 2)]).Evaluate(goal => null, AfterQ3);
        Assert.Equal((1m, 0.5m, GoalVerdict.Unknown), (now.Score, now.Coverage, now.Verdict));
        Assert.Equal([GoalStatus.NoData, GoalStatus.NoData, GoalStatus.OnTrack], now.KeyResults.Select(one => one.Goal.Status));
        Assert.Equal([null, null, 1m], now.KeyResults.Select(one => one.Score));
        Assert.Equal(2, now.KeyResults[1].Goal.Parts.Count);
    }

    [Fact]
    public void Evaluate_PartKnown_SaysHowMuch()
    {
        Objective objective = Objective.Of("Grow", [Followers(100), new KeyResult(Done("Hire an editor"), 3)]);
        ObjectiveEvaluation now = objective.Evaluate([Nothing], MidAugust);
        Assert.Equal((1m, 0.75m), (now.Score, now.Coverage));
        Assert.Equal("OnTrack, score 1.0 green of 75 % of the weight, by rule Worst", now.ToString());

        // A quarter of the weight may be anything: the whole of a committed objective is not known, 70 % of an aspirational one is reached.
        Assert.Equal(GoalVerdict.Unknown, objective.Evaluate([Nothing], AfterQ3).Verdict);
        Assert.Equal(GoalVerdict.Achieved, objective.With(new() { Ambition = Ambition.Aspirational() }).Evaluate([Nothing], AfterQ3).Verdict);
        Assert.Empty(objective.Evaluate([Nothing], AfterQ3).Lints);
    }

    [Fact]
    public void Evaluate_FarBeyondTheTarget_HidesNoOther()
    {
        ObjectiveEvaluation now = Objective.Of("Grow", [Followers(100), Goal.YesNo("Launch", Q3)]).Evaluate([Reached(900)], AfterQ3);
        Assert.Equal((9m, 1m, 0.5m), (now.KeyResults[0].Goal.RawProgress, now.KeyResults[0].Score, now.Score));
    }

    [Fact]
    public void Evaluate_Late_IsAchievedLate()
    {
        Goal goal = Goal.Increase(Kpis.FollowerCount, 0.AsCount(), 100.AsCount(), Q3, new() { VerdictRule = VerdictRule.AtDeadline.AcceptingLate(60) });
        KpiSeries series = KpiSeries.Given(Kpis.FollowerCount, (Timeframe.Month(2026, 9), 95.AsCount()), (Timeframe.Month(2026, 10), 101.AsCount()));
        Objective objective = Objective.Of("Grow", [goal, Done("Hire an editor")]);
        Assert.Equal(GoalVerdict.Pending, objective.Evaluate([series], new(2026, 10, 15)).Verdict);
        Assert.Equal(GoalVerdict.AchievedLate, objective.Evaluate([series], new(2026, 11, 1)).Verdict);
    }

    [Theory]
    [InlineData(StatusRollUp.Worst, GoalStatus.AtRisk, "Worst")]
    [InlineData(StatusRollUp.WeightedMean, GoalStatus.OnTrack, "WeightedMean by GapPoints(5, 25)")]
    [InlineData(StatusRollUp.RoundedMean, GoalStatus.Behind, "RoundedMean")]
    [InlineData(StatusRollUp.Latest, GoalStatus.OnTrack, "Latest")]
    public void Evaluate_OneAheadAndOneAtRisk_IsWhatTheNamedRuleSays(StatusRollUp rollUp, GoalStatus status, string rule)
    {
        // Half of the quarter: 80 and 16 of 100 where 50 is expected, the former observed in August, the latter in July.
        Kpi other = Kpi.Define("subscribers", Measure.Snapshot("subscribers", Unit.Count, per: "channel"), Unit.Count, Direction.HigherIsBetter);
        Objective objective = Objective.Of("Grow", [Followers(100), Goal.Increase(other, 0.AsCount(), 100.AsCount(), Q3)], new() { RollUp = rollUp });
        ObjectiveEvaluation now = objective.Evaluate(
            [KpiSeries.Given(Kpis.FollowerCount, (Timeframe.Days(new(2026, 8, 1), MidAugust), 80.AsCount())), KpiSeries.Given(other, (Timeframe.Month(2026, 7), 16.AsCount()))], MidAugust);
        Assert.Equal([GoalStatus.OnTrack, GoalStatus.AtRisk], now.KeyResults.Select(one => one.Goal.Status));
        Assert.Equal((status, rule), (now.Status, now.RuleName));
    }

    [Fact]
    public void Evaluate_WorstOfAnOldFigureAndAGoodOne_IsStale()
    {
        Objective objective = Objective.Of("Grow", [Followers(100), Done("Hire an editor")]);
        KpiSeries old = KpiSeries.Given(Kpis.FollowerCount, (Timeframe.Days(new(2026, 7, 1), new(2026, 7, 5)), 90.AsCount()));
        Assert.Equal([GoalStatus.Stale, GoalStatus.OnTrack], objective.Evaluate([old], MidAugust).KeyResults.Select(one => one.Goal.Status));
        Assert.Equal(GoalStatus.Stale, objective.Evaluate([old], MidAugust).Status);

        // What is in danger comes first.
        Milestone[] steps = [new("script", Due: new(2026, 7, 10)), new("film")];
        Assert.Equal(GoalStatus.AtRisk, Objective.Of("Grow", [Followers(100), Goal.Milestones("Film", steps, Q3)]).Evaluate([old], MidAugust).Status);
    }

    [Fact]
    public void Evaluate_CheckIns_StandBesideTheStatus()
    {
        CheckIn july = new(new(2026, 7, 20), "Eva", 0.9m, GoalStatus.OnTrack), august = new(new(2026, 8, 10), "Adam", 0.3m, GoalStatus.OnTrack, "the big campaign starts", new(2026, 8, 20));
        Objective objective = Objective.Of("Grow", [new KeyResult(Followers(100)) { CheckIns = [august, july] }], new() { CheckIns = [july] });
        ObjectiveEvaluation now = objective.Evaluate([Reached(1)], MidAugust);
        Assert.Equal((GoalStatus.AtRisk, GoalStatus.AtRisk), (now.Status, now.KeyResults[0].Goal.Status));
        Assert.Equal("2026-08-10, Adam: confidence 30 %, says OnTrack (the big campaign starts)", now.KeyResults[0].CheckIn!.ToString());
        Assert.Equal(july, now.CheckIn);

        // Before it was said, and after it ended, it does not count.
        Assert.Equal(july, objective.Evaluate([Reached(1)], new(2026, 8, 9)).KeyResults[0].CheckIn);
        Assert.Equal(july, objective.Evaluate([Reached(1)], new(2026, 8, 21)).KeyResults[0].CheckIn);
        Assert.Null(objective.Evaluate([Reached(1)], new(2026, 7, 19)).CheckIn);
    }

    [Fact]
    public void Evaluate_Nested_IsAPartOfTheScore()
    {
        Objective team = Objective.Of("Team", [Followers(100), Done("Hire an editor")], new() { Id = "team", Weight = 3 });
        Objective company = Objective.Of("Company", [Goal.YesNo("Launch", Q3)], new() { Id = "company", Contributing = [team] });
        ObjectiveEvaluation now = company.Evaluate([Reached(60)], AfterQ3);
        Assert.Equal(0.8m, now.Contributing[0].Score);
        Assert.Equal(0.6m, now.Score);
        Assert.Equal((GoalStatus.AtRisk, 1m), (now.Status, now.Coverage));

        // Half of three quarters of the weight is not known.
        Assert.Equal(0.625m, company.Evaluate([Nothing], AfterQ3).Coverage);
    }

    [Fact]
    public void Evaluate_Table_ReadsEveryKeyResult()
    {
        Facts facts = Facts.FromColumns(columns => columns
            .Time([new LocalDate(2026, 7, 6), new LocalDate(2026, 8, 10)])
            .Measure(Measures.Impressions, [4_000, 6_000])
            .Measure(Measures.Clicks, [160, 240]));
        Objective objective = Objective.Of(
            "Send people to the shop",
            [
                Goal.Increase(Kpis.ClickThroughRate, 3.Percent(), 5.Percent(), Q3), new KeyResult(Goal.Increase(Kpis.ClickCount, 0.AsCount(), 500.AsCount(), Q3), 3), Done("Hire an editor"),
            ]);
        ObjectiveEvaluation now = objective.Evaluate(facts.Read(KpiQuery.Of(Kpis.ClickThroughRate, Kpis.ClickCount).By(Grain.Month)), MidAugust);
        Assert.Equal([0.5m, 0.8m, 1m], now.KeyResults.Select(one => one.Score!.Value));
        Assert.Equal(0.78m, now.Score);
    }

    [Fact]
    public void Evaluate_NoSeries_NamesAllThatAreMissing()
    {
        Objective objective = Objective.Of("Grow", [Followers(100), Goal.Increase(Kpis.ClickThroughRate, 3.Percent(), 5.Percent(), Q3)]);
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => objective.Evaluate([], MidAugust));
        Assert.Contains(Kpis.FollowerCount.Id, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(Kpis.ClickThroughRate.Id, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Contradictions_AreAllListed()
    {
        Goal elsewhere = Goal.YesNo("Launch", Q3, new() { Objective = "other", Id = "launch" });
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => Objective.Of(
            " ", [new KeyResult(elsewhere, 0), new KeyResult(Goal.YesNo("Hire", Q3, new() { Id = "launch" })) { CheckIns = [new(MidAugust, "", 1.5m, ValidUntil: new(2026, 8, 1))] }],
            new() { Id = "grow", Weight = -1, AlignedWith = ["grow"], RollUp = (StatusRollUp)9, Contributing = [Objective.Of("Part", [], new() { Id = "grow" })] }));
        string[] expected =
            ["has no name", "weight is -1", "not a way to roll up", "weighs 0", "whose it is", "confidence of 1.5", "ends before it begins", "have the id 'launch'", "serves the objective 'other'", "'grow' is aligned with itself", "objectives have the id 'grow'"];
        Assert.All(expected, part => Assert.Contains(refusal.Issues, issue => issue.Message.Contains(part, StringComparison.Ordinal)));
        Assert.Equal(expected.Length, refusal.Issues.Count);
    }

    [Fact]
    public void Of_ObjectivesThatServeEachOther_AreRefused()
    {
        Objective part = Objective.Of("Part", [Followers(100)], new() { Id = "part" });
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => Objective.Of("Whole", [], new() { Id = "whole", AlignedWith = ["part"], Contributing = [part] }));
        Assert.Contains("is a circle", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.9, 0.95)]
    [InlineData(0.91, 0.9)]
    public void Lints_OneAtMost90Percent_IsNoSandbagging(double first, double second) => Assert.Empty(Over(first, second).Lints);

    [Fact]
    public void Lints_EverythingAbove90Percent_IsSandbaggingOnceItIsOver()
    {
        Assert.Equal(["everything-above-0.9"], Over(0.91, 1).Lints.Select(lint => lint.Code));
        Assert.Empty(Objective.Of("Grow", [Followers(100)]).Evaluate([Reached(100)], MidAugust).Lints);
    }

    private static Goal Followers(int target) => Goal.Increase(Kpis.FollowerCount, 0.AsCount(), target.AsCount(), Q3);

    private static KpiSeries Reached(decimal figure) => KpiSeries.Given(Kpis.FollowerCount, (Timeframe.Days(new(2026, 7, 1), MidAugust), figure.AsCount()));

    private static KpiSeries Nothing => KpiSeries.Given(Kpis.FollowerCount, [(Timeframe.Month(2026, 7), (Quantity?)null)], total: null);

    private static Goal Done(string name, LocalDate? on = null, Timeframe? during = null) => Goal.YesNo(name, during ?? Q3).Done(name, on ?? new(2026, 8, 1));

    private static ObjectiveEvaluation Over(params double[] scores) => Objective.Of("Grow", [.. scores.Select((score, at) => (KeyResult)Goal.Milestones(
        $"steps {at}", [new("done", (decimal)score * 100, DoneOn: MidAugust), .. score < 1 ? [new Milestone("open", 100 - ((decimal)score * 100))] : Array.Empty<Milestone>()], Q3))]).Evaluate([], AfterQ3);
}
