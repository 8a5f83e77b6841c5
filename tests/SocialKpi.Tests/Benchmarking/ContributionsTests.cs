using static SocialKpi.Tests.Benchmarking.DriverTables;

namespace SocialKpi.Tests.Benchmarking;

public sealed class ContributionsTests
{
    [Fact]
    public void Of_Rate_IsTheSegmentsNumeratorByTheDenominatorOfAll()
    {
        Contributions parts = Contributions.Of(Ctr, Kpis.ClickThroughRate, January);
        Assert.Equal([Math.Round(120m / 13_000, 18), Math.Round(90m / 13_000, 18)], parts.Segments.Select(part => part.Amount.Value));
        Assert.Equal([0.03m, 0.01m], parts.Segments.Select(part => part.Value!.Value.Value));
        Assert.Equal(120m / 210, parts.Segments[0].ShareOfWhole);
        Assert.Equal(4m / 13, parts.Segments[0].ShareOfVolume);
        Assert.Equal(Unit.Ratio, parts.Whole.Unit);
    }

    [Fact]
    public void Rows_AreTheSegments() => Assert.Equal(
        [new ContributionRow("platform = linkedin", 0.03m, Math.Round(120m / 13_000, 18), 120m / 210, 4m / 13, "ratio")],
        Contributions.Of(Ctr, Kpis.ClickThroughRate, January).Rows.Take(1));

    [Fact]
    public void Of_SumOverAllPeriods_IsTheSegmentsOwnFigure()
    {
        Contributions parts = Contributions.Of(Ctr, Kpis.ClickCount);
        Assert.Equal([(180m, 180m / 340), (160m, 160m / 340)], parts.Segments.Select(part => (part.Amount.Value, part.ShareOfWhole!.Value)));
        Assert.Null(parts.Segments[0].ShareOfVolume);
    }

    [Fact]
    public void Of_WholeOfZero_HasPartsAndNoShares()
    {
        Kpi net = Kpi.Define("net", Measures.Clicks - Measures.Impressions, Unit.Count);
        Contributions parts = Contributions.Of(ClickFacts((1, "a", 5, 9), (1, "b", 9, 5)).Read(KpiQuery.Of(net).By("platform")), net);
        Assert.Equal([(4m, (decimal?)null), (-4m, null)], parts.Segments.Select(part => (part.Amount.Value, part.ShareOfWhole)));
    }

    [Fact]
    public void Of_SegmentsThatAreNotKnown_AreLeftInATermOfTheirOwn()
    {
        KpiTable table = ClickFacts((1, "a", 1000, 20), (1, "b", 10, 7), (1, "c", 1000, null)).Read(KpiQuery.Of(Kpis.ClickCount).By("platform").AtLeast(Measures.Impressions, 100));
        Contributions parts = Contributions.Of(table, Kpis.ClickCount);
        Assert.Equal((27m, 7m), (parts.Whole.Value, parts.NotAttributable.Value));
        Assert.Equal([new UnattributedSegment(On("b"), "suppressed"), new(On("c"), "not reported")], parts.Unattributed);
    }

    [Fact]
    public void Top_TheOthers_AreOnePart()
    {
        Contributions top = Contributions.Of(Clicks((1, "a", 100, 9), (1, "b", 50, 3), (1, "c", 50, 2)), Kpis.ClickThroughRate).Top(1);
        Assert.Equal([On("a"), Segment.Rest], top.Segments.Select(part => part.Segment));
        Assert.Equal((0.025m, 0.05m, 0.5m), (top.Segments[1].Amount.Value, top.Segments[1].Value!.Value.Value, top.Segments[1].ShareOfVolume!.Value));
    }

    [Fact]
    public void Of_NoRows_IsRefused()
    {
        Contributions parts = Contributions.Of(Clicks(), Kpis.ClickThroughRate);
        Assert.Equal("CTR has no parts: the whole has no value (everything): no rows", parts.Refusal?.Text);
        Assert.Throws<InvalidOperationException>(() => parts.Whole);
        Assert.Equal(parts.Refusal!.Text, parts.ToString());
    }

    [Fact]
    public void Of_TableWithoutSegments_SaysWhatToAskFor() =>
        Assert.Contains("By(\"platform\")", Assert.Throws<ArgumentException>(() => Contributions.Of(ClickFacts((1, "a", 1, 1)).Read(KpiQuery.Of(Kpis.ClickCount)), Kpis.ClickCount)).Message, StringComparison.Ordinal);
}
