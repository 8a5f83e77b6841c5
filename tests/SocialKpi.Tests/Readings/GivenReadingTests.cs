namespace SocialKpi.Tests.Readings;

public sealed class GivenReadingTests
{
    private static readonly Timeframe LastYear = Timeframe.Year(2025);

    [Fact]
    public void Given_ANumber_IsAReadingMarkedAsGiven()
    {
        Reading reading = Reading.Given(Kpis.ClickThroughRate, 3.10m.Percent(), LastYear, Segment.Of("platform", "x"));
        Assert.Equal((0.031m, "3.10 %"), (reading.Value, reading.ToString()));
        Assert.Equal((LastYear, Segment.Of("platform", "x"), 0L), (reading.Timeframe, reading.Segment, reading.RowsUsed));
        Assert.Empty(reading.Inputs);
        Caveat caveat = Assert.Single(reading.Caveats);
        Assert.Equal((CaveatKind.Given, "given, not calculated from rows"), (caveat.Kind, caveat.Text));
    }

    [Fact]
    public void Given_WithoutTimeframeAndSegment_IsOfEverything()
    {
        Reading reading = Reading.Given(Kpis.ClickThroughRate, 3m.Percent());
        Assert.Equal((Timeframe.Always, Segment.Whole), (reading.Timeframe, reading.Segment));
    }

    [Fact]
    public void Given_ANumberNotKnown_IsNotReportedAndNeverZero()
    {
        Reading reading = Reading.Given(Kpis.ClickThroughRate, null, LastYear);
        Assert.Equal(Absence.NotReported, reading.Absence);
        Assert.Throws<InvalidOperationException>(() => reading.Value);
        Assert.Equal(0m, Reading.Given(Kpis.ClickThroughRate, 0m.Percent(), LastYear).Value);
    }

    [Fact]
    public void Given_Money_KeepsItsCurrency() =>
        Assert.Equal(0.82m.Of(Currency.SEK), Reading.Given(Kpis.CostPerClick, 0.82m.Of(Currency.SEK)).Quantity);

    [Fact]
    public void Given_ANumberInAnotherUnit_IsRefusedNamingBoth()
    {
        Assert.StartsWith(
            "click_through_rate is in ratio, but the number given is in count; give it in ratio.",
            Assert.Throws<ArgumentException>("quantity", () => Reading.Given(Kpis.ClickThroughRate, new Quantity(3, Unit.Count))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("quantity", () => Reading.Given(Kpis.CostPerClick, new Quantity(3, Unit.Number)));
        Kpi euros = Kpi.Define("euros", Measure.Sum("euros", Unit.MoneyIn(Currency.EUR)), Unit.MoneyIn(Currency.EUR));
        Assert.Contains("money:USD", Assert.Throws<ArgumentException>("quantity", () => Reading.Given(euros, 3m.Of(Currency.USD))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_AGivenReading_ShowsNoFormulaWithNumbers()
    {
        Explanation explanation = Reading.Given(Kpis.ClickThroughRate, 3.1m.Percent(), LastYear).Explain();
        Assert.Equal(
            $"""
            Click-through rate, 2025
              = 3.10 % (unrounded 0.031)
              given, not calculated from rows
              click_through_rate, definition {Kpis.ClickThroughRate.Hash[..12]}, source: Advertising exports of Meta and LinkedIn
            """.ReplaceLineEndings("\n"),
            explanation.ToString());
        Assert.Equal(("clicks / impressions", "given, not calculated from rows"), (explanation.Substituted, explanation.RowsBehind));
    }
}
