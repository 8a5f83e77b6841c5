using FsCheck;
using FsCheck.Fluent;

namespace SocialKpi.Tests.Goals;

public sealed class GradeScaleTests
{
    private static readonly Grade[] Bands = [new("red", 0), new("yellow", 0.4m), new("green", 0.7m)];

    // Google's OKR playbook: red 0.0-0.3, yellow 0.4-0.6, green 0.7-1.0.
    [Theory]
    [InlineData("0", "red")]
    [InlineData("0.3", "red")]
    [InlineData("0.349", "red")]
    [InlineData("0.35", "yellow")]
    [InlineData("0.4", "yellow")]
    [InlineData("0.6", "yellow")]
    [InlineData("0.6499", "yellow")]
    [InlineData("0.7", "green")]
    [InlineData("1", "green")]
    public void GradeOf_Google_HasNoGapBetweenItsPrintedBands(string score, string grade) => Assert.Equal(grade, GradeScale.Google.GradeOf(Number(score)).Name);

    [Theory]
    [InlineData(MidpointRounding.ToEven, "0.6", "yellow")]
    [InlineData(MidpointRounding.AwayFromZero, "0.7", "green")]
    public void GradeOf_65Hundredths_IsWhatTheScaleStates(MidpointRounding midpoint, string rounded, string grade)
    {
        GradeScale scale = GradeScale.Of("ours", Bands, decimals: 1, midpoint);
        Assert.Equal((Number(rounded), grade), (scale.Round(0.65m), scale.GradeOf(0.65m).Name));
    }

    [Fact]
    public void GradeOf_AMeanOfThirds_IsNotMovedByItsLastDigit()
    {
        // 1/3 and 29/30 have a mean of 0.65, which no sum of 28 digits gives exactly.
        Timeframe year = Timeframe.Year(2026);
        Goal Part(string name, int done, int all) => Goal.Milestones(name, [new("done", done, DoneOn: new(2026, 3, 1)), new("open", all - done)], year);
        ObjectiveEvaluation now = Objective.Of("Grow", [Part("a", 1, 3), Part("b", 29, 30)]).Evaluate([], new(2026, 6, 1));
        Assert.Equal((0.65m, "green"), (now.Score, now.Grade!.Name));
    }

    [Fact]
    public void Bands_leave_no_gap() =>
        Prop.ForAll(
            Arb.From(Gen.Choose(0, 1_000_000).Select(part => part / 1_000_000m)), Arb.From(Gen.Elements(Enum.GetValues<MidpointRounding>())),
            (score, midpoint) =>
            {
                GradeScale scale = GradeScale.Of("ours", Bands, 1, midpoint);
                Assert.Single(Bands.Select((band, at) => (band, End: at + 1 < Bands.Length ? Bands[at + 1].From : 2)), one => one.band == scale.GradeOf(score) && one.band.From <= scale.Round(score) && scale.Round(score) < one.End);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_Contradictions_AreAllListed()
    {
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => GradeScale.Of("", [new("low", 0.1m), new("", 0.5m), new("high", 0.5m), new("never", 1.1m)], 11, (MidpointRounding)9));
        Assert.Equal(7, refusal.Issues.Count);
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    public void GradeOf_NoScore_IsRefused(double score) => Assert.Throws<ArgumentOutOfRangeException>(() => GradeScale.Google.GradeOf((decimal)score));

    [Fact]
    public void ToString_AScale_SaysHowItRounds() => Assert.Equal("Google: red from 0, yellow from 0.4, green from 0.7, 1 decimal away_from_zero", GradeScale.Google.ToString());

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
