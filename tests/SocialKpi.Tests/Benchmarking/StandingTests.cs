using NodaTime;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Benchmarking;

public sealed class StandingTests
{
    private static readonly Kpi Rate = Kpis.ClickThroughRate;

    private static readonly Benchmark Panel = Benchmark.FromPeers(
        Rate, [("ann", 0.8m.Percent()), ("bob", 1.0m.Percent()), ("cas", 1.2m.Percent()), ("dee", 1.6m.Percent()), ("eve", 2.4m.Percent())], source: "Q3 panel");

    private static Reading Ctr(decimal percent) => Reading.Given(Rate, percent.Percent(), Timeframe.Month(2026, 6));

    private static Reading Cpc(decimal amount) => Reading.Given(Kpis.CostPerClick, amount.Of(Currency.EUR), Timeframe.Month(2026, 6));

    [Fact]
    public void Compare_WithAMedianThatNoDecimalHolds_SaysWhatIsMissing()
    {
        Kpi number = Kpi.Define("n", Measures.Clicks / Measures.Posts, Unit.Number, Direction.HigherIsBetter);
        Benchmark panel = Benchmark.FromPeers(number, new[] { -1m, 0m, 0m, 1e-28m, 1m, 1m }.Select(value => new Quantity(value, Unit.Number)), "panel");
        Standing standing = panel.Compare(Reading.Given(number, new Quantity(2m, Unit.Number)));

        Assert.Null(standing.Centre);
        Assert.Equal(Verdict.None, standing.Verdict);
        Assert.Equal(1, standing.Rank!.Value.Place);
        Assert.Contains("no difference, no ratio and no index: the median lies outside what a decimal can hold", standing.Notes);
        Assert.Contains("the median lies outside", standing.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_WithPeers_SaysAllThatPeersAllow()
    {
        Standing standing = Panel.Compare(Ctr(1.5m));

        Assert.False(standing.IsRefused);
        Assert.Equal(1.2m.Percent(), standing.Centre);
        Assert.Equal(0.3m.PercentagePoints(), standing.Difference);
        Assert.Equal(1.25m, standing.Ratio);
        Assert.Equal(125m, standing.Index);
        Assert.Equal((1.0m.Percent(), 1.6m.Percent()), (standing.LowerQuartile, standing.UpperQuartile));
        Assert.Equal(QuartileBand.Middle, standing.Band);
        Assert.Equal(new PercentileRank(60, PercentileRankKind.Mean), standing.PercentileRank);

        // Distances from 1.2 are 0.4, 0.2, 0, 0.4 and 1.2: their median is 0.4, and 0.6745 × 0.3 / 0.4 = 0.505875.
        Assert.Equal(0.505875m, standing.RobustZ);
        Assert.Equal(new PeerRank(3, 6, 0), standing.Rank);
        Assert.Equal(Verdict.Better, standing.Verdict);
    }

    /// <summary>A third three times is no whole: what differs in the last digit of a division alone is neither better nor worse.</summary>
    [Fact]
    public void Compare_WithTheLastDigitOfADivision_IsLevel()
    {
        Reading reading = Reading.Given(Rate, new Quantity(1m / 3, Unit.Ratio));
        decimal other = (1m / 3) + 0.0000000000000000000000000001m;
        Standing single = Benchmark.FromFigures(Rate, [(Statistic.Median, new Quantity(other, Unit.Ratio))], "report").Compare(reading);
        Standing peers = Benchmark.FromPeers(Rate, new[] { 0.1m, 0.2m, other, 0.4m, 0.5m }.Select(value => new Quantity(value, Unit.Ratio)), "panel").Compare(reading);

        Assert.All([single, peers], standing => Assert.Equal(
            (Verdict.Level, 0m, 1m, 100m), (standing.Verdict, standing.Difference!.Value.Value, standing.Ratio!.Value, standing.Index!.Value)));
        Assert.Equal((50m, 0m, new PeerRank(3, 6, 1)), (peers.PercentileRank!.Value.Percent, peers.RobustZ!.Value, peers.Rank!.Value));
        Assert.Equal(Verdict.Worse, Benchmark.FromFigures(Rate, [(Statistic.Median, new Quantity(0.33333333333333334m, Unit.Ratio))], "report").Compare(reading).Verdict);
    }

    // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.17: modified z-scores of Iglewicz and Hoaglin, 0.6745 (x - median) / MAD.
    // Worked by hand: of 1, 2, 3, 4, 100 the median is 3, the distances are 2, 1, 0, 1, 97, their median 1: 0.6745 × 97.
    [Fact]
    public void RobustZ_OfAnOutlier_IsNotHiddenByTheOutlierItself()
    {
        Benchmark peers = Benchmark.FromPeers(Kpis.ClickCount, new[] { 1, 2, 3, 4, 100 }.Select(count => count.AsCount()), "panel");

        Assert.Equal(65.4265m, peers.Compare(Reading.Given(Kpis.ClickCount, 100.AsCount())).RobustZ);
    }

    [Fact]
    public void RobustZ_OfPeersThatAreAlike_IsNotKnownAndSaysWhy()
    {
        Benchmark peers = Benchmark.FromPeers(Kpis.ClickCount, new[] { 5, 5, 5, 5, 9 }.Select(count => count.AsCount()), "panel");
        Standing standing = peers.Compare(Reading.Given(Kpis.ClickCount, 9.AsCount()));

        Assert.Null(standing.RobustZ);
        Assert.Contains("no robust z: half of the peers or more have the median", standing.Notes);
    }

    // scipy.stats.percentileofscore([1, 2, 3, 3, 4], 3): "rank" (here: mean) 70, "weak" 80, "strict" 40. https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.percentileofscore.html
    // ("rank" averages the ranks 3 and 4 of n; half of the equal values counted below gives 2 + 1 = 3 of 5.)
    [Theory]
    [InlineData(PercentileRankKind.Strict, 40)]
    [InlineData(PercentileRankKind.Weak, 80)]
    [InlineData(PercentileRankKind.Mean, 60)]
    public void PercentileRank_WithEqualPeers_DependsOnItsKind(PercentileRankKind kind, int percent)
    {
        Benchmark peers = Benchmark.FromPeers(Kpis.ClickCount, new[] { 1, 2, 3, 3, 4 }.Select(count => count.AsCount()), "panel");

        Assert.Equal(new PercentileRank(percent, kind), peers.Compare(Reading.Given(Kpis.ClickCount, 3.AsCount()), ComparisonRules.Default.Ranking(kind)).PercentileRank);
    }

    // R: quantile(c(1, 2, 3, 4), 0.25, type = 1..9).
    [Theory]
    [InlineData(QuantileType.InverseDistribution, "1")]
    [InlineData(QuantileType.AveragedInverseDistribution, "1.5")]
    [InlineData(QuantileType.NearestEven, "1")]
    [InlineData(QuantileType.InterpolatedDistribution, "1")]
    [InlineData(QuantileType.Hazen, "1.5")]
    [InlineData(QuantileType.Weibull, "1.25")]
    [InlineData(QuantileType.Linear, "1.75")]
    [InlineData(QuantileType.MedianUnbiased, "1.416666666666666666666666667")]
    [InlineData(QuantileType.NormalUnbiased, "1.4375")]
    public void Quartile_FollowsTheDefinitionThatIsChosen(QuantileType type, string quartile)
    {
        Benchmark peers = Benchmark.FromPeers(Kpis.LikesPerPost, new[] { 1, 2, 3, 4 }.Select(count => count.AsNumber()), "panel");
        Standing standing = peers.Compare(Reading.Given(Kpis.LikesPerPost, 2.AsNumber()), ComparisonRules.Default.AtLeast(4).Quantiles(type));

        Assert.Equal(decimal.Parse(quartile, System.Globalization.CultureInfo.InvariantCulture), standing.LowerQuartile!.Value.Value);
    }

    [Fact]
    public void Compare_WhereLowerIsBetter_InvertsIndexRankAndVerdict()
    {
        Benchmark peers = Benchmark.FromPeers(Kpis.CostPerClick, new[] { 0.40m, 0.50m, 0.60m, 0.80m, 1.00m }.Select(amount => amount.Of(Currency.EUR)), "panel");
        Standing standing = peers.Compare(Cpc(0.50m));

        Assert.Equal(120m, standing.Index);
        Assert.Equal(new PeerRank(2, 6, 1), standing.Rank);
        Assert.Equal(Verdict.Better, standing.Verdict);
        Assert.Equal((-0.10m).Of(Currency.EUR), standing.Difference);
    }

    // playersells/open-data as recorded in the published file: X engagement p25 0.021, median 0.126, p75 0.601, p90 2.3 percent.
    [Fact]
    public void Compare_WithPublishedQuantiles_InterpolatesTheRank()
    {
        Standing standing = OfX().Compare(Ctr(1));

        // 75 + 15 × (1 - 0.601) / (2.3 - 0.601)
        Assert.Equal("78.5", standing.PercentileRank!.Value.Percent.ToString("F1", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(PercentileRankKind.Interpolated, standing.PercentileRank.Value.Kind);
        Assert.Equal(QuartileBand.Highest, standing.Band);
        Assert.Null(standing.RobustZ);
        Assert.Null(standing.Rank);
    }

    [Theory]
    [InlineData("0.001", "below the p25, the lowest quantile published")]
    [InlineData("5", "above the p90, the highest quantile published")]
    public void Compare_BeyondThePublishedQuantiles_HasNoRankAndSaysWhy(string percent, string note)
    {
        Standing standing = OfX().Compare(Ctr(decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Null(standing.PercentileRank);
        Assert.Contains(note, standing.Notes);
    }

    [Fact]
    public void Compare_WithQuartilesAlone_JudgesOutsideThemAndNotBetween()
    {
        Benchmark quartiles = Benchmark.FromFigures(Rate, [(Statistic.Quantile(25), 1m.Percent()), (Statistic.Quantile(75), 2m.Percent())], "report");

        Assert.Equal([Verdict.Worse, Verdict.None, Verdict.Better], new[] { 0.9m, 1.5m, 2.1m }.Select(percent => quartiles.Compare(Ctr(percent)).Verdict));
        Assert.Null(quartiles.Compare(Ctr(1.5m)).Centre);
        Assert.Null(quartiles.Compare(Ctr(1.5m)).Index);
        Assert.Equal(["no difference, no ratio and no index: the median is not known", "no verdict: it is 1.50 %, and the median is not known"], quartiles.Compare(Ctr(1.5m)).Notes);
        Assert.Equal(["above the p75, the highest quantile published", "no difference, no ratio and no index: the median is not known"], quartiles.Compare(Ctr(2.1m)).Notes);
        Assert.Contains("quantiles", StandingTable.Of([quartiles.Compare(Ctr(1.5m))]).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_WithAMean_HasNoIndex()
    {
        Standing standing = Benchmark.FromFigures(Rate, [(Statistic.Mean, 1m.Percent())], "report").Compare(Ctr(1.5m));

        Assert.Equal((1.5m, null), (standing.Ratio, standing.Index));
        Assert.Equal(Verdict.Better, standing.Verdict);
    }

    [Fact]
    public void Compare_NegativeValues_HaveADifferenceAndNoRatio()
    {
        Benchmark peers = Benchmark.FromPeers(Kpis.NetSentiment, new[] { -60, -50, -40, -20, 10 }.Select(percent => percent.Percent()), "panel");
        Standing standing = peers.Compare(Reading.Given(Kpis.NetSentiment, (-30).Percent()));

        Assert.Equal(10.PercentagePoints(), standing.Difference);
        Assert.Equal((null, null), (standing.Ratio, standing.Index));
        Assert.Contains("no ratio and no index: of negative values they mean nothing", standing.Notes);
        Assert.Equal(new PeerRank(3, 6, 0), standing.Rank);
    }

    [Fact]
    public void Compare_WithZero_NeverDivides()
    {
        Benchmark zeros = Benchmark.FromPeers(Kpis.CostPerClick, new[] { 0, 0, 0, 1, 2 }.Select(amount => amount.Of(Currency.EUR)), "panel");

        Assert.Null(zeros.Compare(Cpc(1)).Ratio);
        Assert.Null(zeros.Compare(Cpc(1)).Index);
        Assert.Contains("no ratio and no index: the median is zero", zeros.Compare(Cpc(1)).Notes);
        Assert.Null(zeros.Compare(Cpc(0)).Index);
    }

    [Fact]
    public void Compare_OfANeutralKpi_HasNoVerdictAndNoRank()
    {
        Kpi neutral = Kpi.Define("clicks_neutral", Measures.Clicks, Unit.Count);
        Standing standing = Benchmark.FromPeers(neutral, Enumerable.Range(1, 5).Select(count => count.AsCount()), "panel").Compare(Reading.Given(neutral, 4.AsCount()));

        Assert.Equal((Verdict.None, null, 70m), (standing.Verdict, standing.Rank, standing.PercentileRank!.Value.Percent));
    }

    [Fact]
    public void Compare_WithOneself_CountsOneselfOnceInTheRank()
    {
        Benchmark all = Benchmark.FromPeers(Kpis.ClickCount, new[] { 1, 2, 3, 3, 4, 5 }.Select(count => count.AsCount()), "panel", includesOneself: true);

        Assert.Equal(new PeerRank(3, 6, 1), all.Compare(Reading.Given(Kpis.ClickCount, 3.AsCount())).Rank);
    }

    [Fact]
    public void ToString_SaysWhatIsComparedWithWhat() => Assert.Equal(
        """
        CTR, 2026-06     1.50 %
        ───────────────────────────────
        compared with    Q3 panel
        median of 5      1.20 %
        difference       0.30 pp
        ratio            1.250
        index            125.0
        quartiles        1.00 % to 1.60 %
        lies in          the middle half
        percentile rank  60.0 (mean)
        robust z         0.51
        rank             3 of 6
        verdict          better
        """.ReplaceLineEndings("\n"), WithoutRule(Panel.Compare(Ctr(1.5m)).ToString()));

    [Theory]
    [MemberData(nameof(Cultures.Data), MemberType = typeof(Cultures))]
    public void ToString_UnderAnotherCulture_IsTheSame(string culture)
    {
        string text = Panel.Compare(Ctr(1.5m)).ToString(), markdown = Panel.Compare(Ctr(1.5m)).ToMarkdown();
        using Cultures _ = Cultures.Use(culture);

        Assert.Equal(text, Panel.Compare(Ctr(1.5m)).ToString());
        Assert.Equal(markdown, Panel.Compare(Ctr(1.5m)).ToMarkdown());
    }

    [Fact]
    public void ToMarkdown_OfHostileNames_ShowsThemAsTheyAre()
    {
        Benchmark hostile = Benchmark.FromFigures(Rate, [(Statistic.Median, 1m.Percent())], "<b>|x");

        Assert.Contains("| compared with | &lt;b&gt;\\|x |", hostile.Compare(Ctr(1.5m)).ToMarkdown(), StringComparison.Ordinal);
    }

    private static Benchmark OfX() => Benchmark.FromFigures(
        Rate, [(Statistic.Quantile(25), 0.021m.Percent()), (Statistic.Median, 0.126m.Percent()), (Statistic.Quantile(75), 0.601m.Percent()), (Statistic.Quantile(90), 2.3m.Percent())],
        "playersells/open-data", Cohort.Of(platform: "x"));

    private static string WithoutRule(string text) => string.Join('\n', text.Split('\n').Select(line => line.StartsWith('─') ? new string('─', 31) : line));

    [Fact]
    public void Notes_CarryTheCaveatsOfBothReadings_OnceEach()
    {
        Facts facts = Facts.FromColumns(columns => columns
            .Time([new LocalDate(2026, 5, 4), new LocalDate(2026, 5, 5), new LocalDate(2026, 6, 2), new LocalDate(2026, 6, 3), new LocalDate(2026, 6, 4)])
            .Measure(Measures.Impressions, [100, 100, 100, 100, 100]).Measure(Measures.Clicks, [1, null, 3, null, null]));
        Standing standing = OwnHistory.Of(facts.Read(KpiQuery.Of(Rate).By(Grain.Month).AsOf(new LocalDate(2026, 6, 15))).Series(Rate)).Previous();

        Assert.Equal(
            [
                "2026-06: 2 of 3 rows left out: clicks is unknown on 2",
                "2026-06 is partial: only 2026-06-01…2026-06-15 was read",
                "2026-05: 1 of 2 rows left out: clicks is unknown on 1",
            ],
            standing.Notes.Order(StringComparer.Ordinal).OrderBy(note => note.StartsWith("2026-05", StringComparison.Ordinal)).ThenBy(note => note.Contains("partial", StringComparison.Ordinal)));
        Assert.Contains("2026-05: 1 of 2 rows left out", StandingTable.Of(standing).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_OutsideADecimal_AreLackingAndANoteSaysSo()
    {
        Kpi more = Kpi.Define("more", Measures.Impressions / 3, Unit.Number, Direction.HigherIsBetter), less = Kpi.Define("less", Measures.Impressions / 3, Unit.Number, Direction.LowerIsBetter);
        const decimal Huge = 7e27m, Tiny = 1e-27m;
        Standing index = Against(more, 1, Huge), both = Against(more, Tiny, Huge), mirrored = Against(less, Huge, 1), zero = Against(less, Huge, 0);

        Assert.Equal((Huge, null), (index.Ratio, index.Index));
        Assert.Equal(["no index: it lies outside what a decimal can hold"], index.Notes);
        Assert.Equal((null, null), (both.Ratio, both.Index));
        Assert.Equal(["no ratio: it lies outside what a decimal can hold", "no index: it lies outside what a decimal can hold"], both.Notes);
        Assert.Equal(["no index: it lies outside what a decimal can hold"], mirrored.Notes);
        Assert.Equal(["no index: the value is zero"], zero.Notes);

        // The peers are a hair apart, and the value is as far as can be.
        Standing peers = Benchmark.FromPeers(more, new[] { 0m, 1, 2, 3, 4 }.Select(each => new Quantity(each * Tiny, Unit.Number)), "panel").Compare(Reading.Given(more, new Quantity(Huge, Unit.Number)));
        Assert.Null(peers.RobustZ);
        Assert.Contains("no robust z: it lies outside what a decimal can hold", peers.Notes);

        static Standing Against(Kpi kpi, decimal figure, decimal value) =>
            Benchmark.FromFigures(kpi, [(Statistic.Median, new Quantity(figure, Unit.Number))], "panel").Compare(Reading.Given(kpi, new Quantity(value, Unit.Number)));
    }

    [Fact]
    public void Notes_OfManyPeersWithCaveats_AreOneAKind()
    {
        LocalDate[] days = [.. Enumerable.Range(1, 6).SelectMany(month => new[] { new LocalDate(2026, month, 3), new LocalDate(2026, month, 4) })];
        Facts facts = Facts.FromColumns(columns => columns
            .Time(days).Measure(Measures.Impressions, [.. days.Select(_ => 100)]).Measure(Measures.Clicks, [.. days.Select(day => day is { Day: 4, Month: < 6 } ? (int?)null : day.Month)]));
        Standing standing = OwnHistory.Of(facts.Read(KpiQuery.Of(Rate).By(Grain.Month)).Series(Rate)).TrailingMedian(5);

        Assert.Equal(["2026-01, 2026-02, 2026-03, and 2 more: 1 of 2 rows left out: clicks is unknown on 1"], standing.Notes);
    }

    [Fact]
    public void Rank_OfAValueThatIsNotAmongThePeersOfWhomItShouldBeOne_IsThatOfOneMore()
    {
        Benchmark panel = Benchmark.FromPeers(Kpis.ClickCount, [1.AsCount(), 2.AsCount(), 3.AsCount()], "panel", includesOneself: true);
        Standing outside = panel.Compare(Reading.Given(Kpis.ClickCount, 0.AsCount()), ComparisonRules.Default.AtLeast(1));
        Standing inside = panel.Compare(Reading.Given(Kpis.ClickCount, 1.AsCount()), ComparisonRules.Default.AtLeast(1));

        Assert.Equal((new PeerRank(4, 4, 0), new PeerRank(3, 3, 0)), (outside.Rank, inside.Rank));
        Assert.Contains("0 is not among the peers, of whom one should be oneself: it is ranked beside all of them", outside.Notes);
        Assert.DoesNotContain(inside.Notes, note => note.Contains("is not among", StringComparison.Ordinal));
    }
}
