using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace SocialKpi.Tests.Goals;

public sealed class ObjectiveLaws
{
    private static readonly Timeframe Year = Timeframe.Year(2026);
    private static readonly Kpi[] Measured = [.. Enumerable.Range(0, 5).Select(at => Kpi.Define($"kpi_{at}", Measure.Snapshot($"stock_{at}", Unit.Count, per: "account"), Unit.Count, Direction.HigherIsBetter))];

    /// <summary>Key results, each with its weight, whether it falls, its figure or none and the month of that; a day, a roll-up.</summary>
    private static readonly Arbitrary<((int Weight, bool Falls, int? Figure, int Month)[] Parts, LocalDate Day, StatusRollUp RollUp)> Objectives = Arb.From(
        from parts in Gen.ArrayOf(
            from weight in Gen.Choose(1, 9)
            from falls in Gen.Elements(true, false)
            from figure in Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(-50, 250).Select(number => (int?)number))
            from month in Gen.Choose(1, 12)
            select (weight, falls, figure, month))
        from day in Gen.Choose(-30, 400)
        from rollUp in Gen.Elements(Enum.GetValues<StatusRollUp>())
        select (parts.Take(5).ToArray(), new LocalDate(2026, 1, 1).PlusDays(day), rollUp));

    [Fact]
    public void A_score_is_between_0_and_1_and_there_exactly_where_something_is_known() =>
        Prop.ForAll(Objectives, test =>
        {
            ObjectiveEvaluation now = Evaluate(test.Parts, test.Day, test.RollUp);
            Assert.Equal(now.KeyResults.Any(one => one.Score is not null), now.Score is not null);
            if (now.Score is { } score) Assert.InRange(score, 0, 1);
            if (now.Coverage is { } coverage) Assert.InRange(coverage, 0, 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_better_reading_never_worsens_a_score() =>
        Prop.ForAll(Objectives, Arb.From(Gen.Choose(0, 100)), (test, more) =>
        {
            (int, bool, int?, int)[] better = [.. test.Parts.Select(part => (part.Weight, part.Falls, part.Figure + (part.Falls ? -more : more), part.Month))];
            Assert.True(!(Evaluate(better, test.Day, test.RollUp).Score < Evaluate(test.Parts, test.Day, test.RollUp).Score));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_key_results_changes_nothing() =>
        Prop.ForAll(Objectives, test => Assert.Equal(Said(Evaluate(test.Parts, test.Day, test.RollUp)), Said(Evaluate(test.Parts, test.Day, test.RollUp, reversed: true)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Weights_scaled_by_one_factor_change_nothing() =>
        Prop.ForAll(Objectives, Arb.From(Gen.Choose(1, 1_000)), (test, factor) =>
            Assert.Equal(Said(Evaluate(test.Parts, test.Day, test.RollUp)), Said(Evaluate(test.Parts, test.Day, test.RollUp, factor: factor / 7m)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Evaluating_twice_gives_the_same() =>
        Prop.ForAll(Objectives, test => Assert.Equal(Evaluate(test.Parts, test.Day, test.RollUp).ToHtml(), Evaluate(test.Parts, test.Day, test.RollUp).ToHtml())).QuickCheckThrowOnFailure();

    [Fact]
    public void The_worst_is_never_better_than_any_other_roll_up() =>
        Prop.ForAll(Objectives, test =>
        {
            GoalStatus[] fromWorst = [GoalStatus.AtRisk, GoalStatus.Behind, GoalStatus.OnTrack];
            if (test.RollUp == StatusRollUp.WeightedMean) return; // Clamped scores may be further behind together than each is.
            GoalStatus worst = Evaluate(test.Parts, test.Day, StatusRollUp.Worst).Status, other = Evaluate(test.Parts, test.Day, test.RollUp).Status;
            Assert.True(Array.IndexOf(fromWorst, worst) <= Array.IndexOf(fromWorst, other));
        }).QuickCheckThrowOnFailure();

    private static (decimal?, decimal?, decimal?, GoalStatus, GoalVerdict, string?) Said(ObjectiveEvaluation now) => (now.Score, now.ExpectedScore, now.Coverage, now.Status, now.Verdict, now.Grade?.Name);

    private static ObjectiveEvaluation Evaluate((int Weight, bool Falls, int? Figure, int Month)[] parts, LocalDate day, StatusRollUp rollUp, bool reversed = false, decimal factor = 1)
    {
        KeyResult[] keyResults = [.. parts.Select((part, at) => new KeyResult(
            part.Falls ? Goal.Decrease(Measured[at], 150.AsCount(), 20.AsCount(), Year) : Goal.Increase(Measured[at], 30.AsCount(), 130.AsCount(), Year), part.Weight * factor))];
        KpiSeries[] series = [.. parts.Select((part, at) => KpiSeries.Given(Measured[at], [(Timeframe.Month(2026, part.Month), part.Figure?.AsCount())], total: part.Figure?.AsCount()))];
        return Objective.Of("Law", reversed ? keyResults.Reverse() : keyResults, new() { RollUp = rollUp }).Evaluate(series, day);
    }
}
