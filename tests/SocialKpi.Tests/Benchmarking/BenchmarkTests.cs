namespace SocialKpi.Tests.Benchmarking;

public sealed class BenchmarkTests
{
    private static readonly Kpi Rate = Kpis.ClickThroughRate;

    [Fact]
    public void FromPeers_InAnotherUnit_IsRefused()
    {
        ArgumentException problem = Assert.Throws<ArgumentException>(() => Benchmark.FromPeers(Rate, [("ann", 3.AsCount()), ("bob", 1m.Percent())], "panel"));

        Assert.Contains("click_through_rate is in ratio, but the number given is in count", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromPeers_InTwoCurrencies_IsRefused() => Assert.Contains(
        "the figures are in money:EUR and money:USD; give them in one currency",
        Assert.Throws<ArgumentException>(() => Benchmark.FromPeers(Kpis.CostPerClick, [1m.Of(Currency.EUR), 1m.Of(Currency.USD)], "panel")).Message, StringComparison.Ordinal);

    [Fact]
    public void FromFigures_ThatContradictThemselves_AreRefusedWithAllIssues()
    {
        ArgumentException problem = Assert.Throws<ArgumentException>(() => Benchmark.FromFigures(
            Rate, [(Statistic.Median, 2m.Percent()), (Statistic.Quantile(75), 1m.Percent()), (Statistic.Mean, 1m.Percent()), (Statistic.Mean, 2m.Percent())], "report"));

        Assert.Contains("the mean is given twice with different values; give it once; the median is above the p75; quantiles rise with their percentage", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void FromPeers_WithoutASource_IsRefused(string source) => Assert.Throws<ArgumentException>(() => Benchmark.FromPeers(Rate, [1m.Percent()], source));

    [Fact]
    public void FromPeers_OfNobody_RefusesEveryComparison()
    {
        Standing standing = Benchmark.FromPeers(Rate, Array.Empty<Quantity>(), "panel").Compare(Reading.Given(Rate, 1m.Percent()));

        Assert.Equal([RefusalReason.NoReference], standing.Refusals.Select(refusal => refusal.Reason));
    }

    [Fact]
    public void FromReading_KeepsKpiAndTime()
    {
        Benchmark baseline = Benchmark.FromReading(Reading.Given(Rate, 3.2m.Percent(), Timeframe.Quarter(2026, 1)), "audit");

        Assert.Equal(("click_through_rate", Rate.Hash, Timeframe.Quarter(2026, 1), "audit"), (baseline.KpiId, baseline.KpiHash, baseline.Period, baseline.Source));
        Assert.Equal("click_through_rate, audit 2026-Q1", baseline.ToString());
    }

    [Fact]
    public void FromReadings_AreItsPeersWithWhatMustBeKnownOfThem()
    {
        Benchmark history = Benchmark.FromReadings([Month(2, 2m.Percent()), Month(1, 1m.Percent()), Month(3, null)], "own history");
        Standing standing = history.Compare(Month(4, 3m.Percent()), ComparisonRules.Default.AtLeast(2));

        Assert.Equal((1.5m.Percent(), StatisticKind.Peer), (standing.Centre, standing.Kind));
        Assert.Equal(["2026-02", "2026-01"], history.Figures.Select(figure => figure.Peer));
        Assert.Equal("2026-03 has no value: not reported", standing.Notes[0]);
        Assert.Equal((Timeframe.Quarter(2026, 1), 2L), (history.Period, history.SampleSize));
        Assert.Equal([RefusalReason.TooFewPeers], history.Compare(Month(4, 3m.Percent())).Refusals.Select(refusal => refusal.Reason));

        static Reading Month(int month, Quantity? rate) => Reading.Given(Rate, rate, Timeframe.Month(2026, month));
    }

    [Fact]
    public void FromReadings_OfSegments_NamesEach() => Assert.Equal(
        ["brand = ann", "2026, brand = bob"],
        Benchmark.FromReadings([Reading.Given(Rate, 1m.Percent(), segment: Segment.Of("brand", "ann")), Reading.Given(Rate, 2m.Percent(), Timeframe.Year(2026), Segment.Of("brand", "bob"))], "panel").Figures.Select(figure => figure.Peer));

    [Fact]
    public void FromReadings_OfNothingOrOfSeveralKpis_IsRefused()
    {
        Assert.Contains("give at least one", Assert.Throws<ArgumentException>(() => Benchmark.FromReadings([], "own history")).Message, StringComparison.Ordinal);
        Assert.Contains(
            "of several KPIs: click_through_rate (clicks / impressions), clicks (clicks)",
            Assert.Throws<ArgumentException>(() => Benchmark.FromReadings([Reading.Given(Rate, 1m.Percent()), Reading.Given(Kpis.ClickCount, 1.AsCount())], "own history")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Benchmark.FromReadings([Reading.Given(Rate, 1m.Percent())], " "));
        Assert.Throws<ArgumentException>(() => Benchmark.FromReading(Reading.Given(Rate, 1m.Percent()), ""));
    }

    [Fact]
    public void FromPeers_OnePeerSeveralTimes_IsRefused() => Assert.StartsWith(
        "the peer 'ann' is given more than once; give each peer once.",
        Assert.Throws<ArgumentException>(() => Benchmark.FromPeers(Rate, [("ann", 1m.Percent()), ("bob", 1m.Percent()), ("Ann ", 2m.Percent()), ("ann", 1m.Percent())], "panel")).Message, StringComparison.Ordinal);

    [Fact]
    public void FromPeers_WithoutNames_MayBeAlike() => Assert.Equal(2, Benchmark.FromPeers(Rate, [1m.Percent(), 1m.Percent()], "panel").Figures.Count);

    [Fact]
    public void FromFigures_WithoutASourceAndWithContradictions_ListsAllIssues() => Assert.StartsWith(
        "the median is above the p75; quantiles rise with their percentage; no source is named; say who published or collected the figures.",
        Assert.Throws<ArgumentException>(() => Benchmark.FromFigures(Rate, [(Statistic.Median, 2m.Percent()), (Statistic.Quantile(75), 1m.Percent())], " ")).Message, StringComparison.Ordinal);
}
