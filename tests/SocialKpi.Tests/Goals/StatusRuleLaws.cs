using FsCheck;
using FsCheck.Fluent;

namespace SocialKpi.Tests.Goals;

public sealed class StatusRuleLaws
{
    private static readonly GoalStatus[] FromWorst = [GoalStatus.AtRisk, GoalStatus.Behind, GoalStatus.OnTrack];

    private static readonly StatusRule List = StatusRule.FirstOf(
        [new(GoalStatus.AtRisk, new StatusTest(StatusFigure.GapPoints, StatusComparison.Above, 25)), new(GoalStatus.Behind, new StatusTest(StatusFigure.Ratio, StatusComparison.Below, 0.9m))],
        otherwise: GoalStatus.OnTrack);

    private static readonly StatusRule[] Rules = [StatusRule.Default, .. StatusRule.Presets, List, StatusRule.Bands(0.3m, 0.7m), StatusRule.Achievement(105, 85)];

    /// <summary>Any decimal there is: all 96 bits, every scale, both signs; and numbers near the edges of the rules.</summary>
    private static readonly Gen<decimal> Decimals = Gen.OneOf(
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        from middle in Gen.Choose(int.MinValue, int.MaxValue)
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from scale in Gen.Choose(0, 28)
        from negative in Gen.Elements(true, false)
        select new decimal(low, middle, high, negative, (byte)scale),
        Gen.Elements(decimal.MaxValue, decimal.MinValue, 0m, 1m, 0.0000000000000000000000000001m),
        Gen.Choose(-200, 400).Select(hundredths => hundredths / 200m));

    private static readonly Gen<decimal> Parts = Gen.Choose(0, 1000).Select(thousandths => thousandths / 1000m);

    private static readonly Arbitrary<(StatusRule Rule, decimal Progress, decimal Other, decimal Expected)> Cases = Arb.From(
        from rule in Gen.Elements(Rules)
        from progress in Decimals
        from other in Decimals
        from expected in Parts
        select (rule, progress, other, expected));

    [Fact]
    public void Every_rule_gives_every_number_one_of_its_three_statuses() =>
        Prop.ForAll(Cases, test => Assert.Contains(test.Rule.StatusOf(test.Progress, test.Expected), FromWorst)).QuickCheckThrowOnFailure();

    [Fact]
    public void More_progress_never_worsens_a_status() =>
        Prop.ForAll(Cases, test =>
        {
            (decimal less, decimal more) = (Math.Min(test.Progress, test.Other), Math.Max(test.Progress, test.Other));
            Assert.True(Array.IndexOf(FromWorst, test.Rule.StatusOf(less, test.Expected)) <= Array.IndexOf(FromWorst, test.Rule.StatusOf(more, test.Expected)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_back_from_JSON_it_is_the_same_rule_with_the_same_bytes() =>
        Prop.ForAll(Arb.From(Gen.Elements(Rules)), rule =>
        {
            StatusRule back = StatusRule.FromJson(rule.ToJson());
            Assert.Equal(rule, back);
            Assert.Equal(rule.ToJson(), back.ToJson());
        }).QuickCheckThrowOnFailure();
}
