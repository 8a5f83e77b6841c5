using NodaTime;

namespace SocialKpi.Tests.Benchmarking;

/// <summary>Gross figures, of which the true ones lie between bounds: what can be said of them, and what not.</summary>
public sealed class StandingWithinBoundsTests
{
    private static readonly Kpi Reach = Kpis.GrossAccountReach;

    private static readonly ComparisonRules Few = ComparisonRules.Default.AtLeast(1);

    // January 5,000 (1,346…5,000), February 3,000 (846…3,000), March 9,000 (8,000…9,000), April 700 (400…700), May 700 on one day: exact.
    private static readonly KpiTable Months = Days(
        (1, [1_346, 1_300, 1_200, 1_154]), (2, [846, 800, 700, 654]), (3, [8_000, 1_000]), (4, [400, 300]), (5, [700])).Read(KpiQuery.Of(Reach).By(Grain.Month));

    [Fact]
    public void Previous_WhereEitherMayBeTheGreater_HasNoVerdictAndSaysWhy()
    {
        Standing standing = Of(2).Previous();

        Assert.Equal((Verdict.None, 0, -2_000m, 60m), (standing.Verdict, standing.Side, standing.Difference!.Value.Value, standing.Index!.Value));
        Assert.Contains("no verdict: it lies between 846 and 3,000, what it is compared with lies between 1,346 and 5,000, so either may be the greater", standing.Notes);
        Assert.Matches(@"5,000 +-2,000 +60\.0 +\[1\]\[2\]", StandingTable.Of(standing).ToString());
    }

    [Fact]
    public void Previous_WhereTheBoundsDoNotMeet_IsJudged()
    {
        Assert.Equal((Verdict.Better, 1), (Of(3).Previous().Verdict, Of(3).Previous().Side));
        Assert.Equal((Verdict.Worse, -1), (Of(4).Previous().Verdict, Of(4).Previous().Side));
        Assert.DoesNotContain(Of(4).Previous().Notes, note => note.StartsWith("no verdict", StringComparison.Ordinal));
    }

    [Fact]
    public void Previous_AnExactFigureAtTheEdgeOfTheOther_HasNoVerdict() => Assert.Contains(
        "no verdict: it is 700, what it is compared with lies between 400 and 700, so it is greater or the same", Of(5).Previous().Notes);

    [Fact]
    public void TrailingMean_LiesBetweenTheMeansOfTheBounds()
    {
        // Of January to April 4,425, at least 2,648.
        Assert.Equal(Verdict.Worse, Of(5).TrailingMean(4).Verdict);
        Standing march = OwnHistory.Of(Days((1, [500, 600]), (2, [300, 100]), (3, [500])).Read(KpiQuery.Of(Reach).By(Grain.Month)).Series(Reach)).TrailingMean(2);
        Assert.Contains("no verdict: it is 500, the mean lies between 450 and 750, so either may be the greater", march.Notes);
    }

    [Fact]
    public void TrailingMedian_LiesBetweenTheMediansOfTheBounds_AndLeavesTheRankOpen()
    {
        // The lower bounds are 1,346, 846 and 8,000, the upper ones 5,000, 3,000 and 9,000.
        KpiTable table = Days((1, [1_346, 1_300, 1_200, 1_154]), (2, [846, 800, 700, 654]), (3, [8_000, 1_000]), (4, [2_000])).Read(KpiQuery.Of(Reach).By(Grain.Month));
        Standing standing = OwnHistory.Of(table.Series(Reach)).TrailingMedian(3);

        Assert.Contains("no verdict: it is 2,000, the median lies between 1,346 and 5,000, so either may be the greater", standing.Notes);
        Assert.Contains("no rank and no percentile rank: within the bounds of both it may be above or below 2 of 3 peers", standing.Notes);
        Assert.Equal((null, null, null), (standing.Rank, standing.PercentileRank, standing.Band));
    }

    [Fact]
    public void Best_WhereAnotherPeriodMayBeTheBest_LiesBetweenTheGreatestOfAllBounds()
    {
        // The greatest figure is 1,000 of at least 500; 900 of at least 800 may be the best, so the best is 800 or more.
        KpiTable table = Days((1, [500, 500]), (2, [800, 100]), (3, [790])).Read(KpiQuery.Of(Reach).By(Grain.Month));
        Standing standing = OwnHistory.Of(table.Series(Reach)).Best();

        Assert.Equal((1_000m, Verdict.Worse), (standing.Centre!.Value.Value, standing.Verdict));
        Assert.Equal(Timeframe.Month(2026, 1), standing.Against!.Period);

        // The worst of both lies between 500 and 900.
        Assert.Equal((900m, Verdict.None), (OwnHistory.Of(table.Series(Reach)).Worst().Centre!.Value.Value, OwnHistory.Of(table.Series(Reach)).Worst().Verdict));
    }

    [Fact]
    public void Compare_WithPublishedQuantilesWithinItsBounds_HasNoPlaceAmongThem()
    {
        Benchmark published = Benchmark.FromFigures(
            Reach, [(Statistic.Quantile(25), 500.AsCount()), (Statistic.Median, 2_000.AsCount()), (Statistic.Quantile(75), 4_000.AsCount())], "report", period: Timeframe.Month(2026, 2));
        Standing standing = published.Compare(Months[Reach, Timeframe.Month(2026, 2)]);

        Assert.Equal((Verdict.None, QuartileBand.Middle, null), (standing.Verdict, standing.Band!.Value, standing.PercentileRank));
        Assert.Contains("no percentile rank: it lies between 846 and 3,000, the median is 2,000, so either may be the greater", standing.Notes);
        Assert.Contains("no verdict: it lies between 846 and 3,000, the median is 2,000, so either may be the greater", standing.Notes);
        Assert.Equal(Verdict.Better, published.Compare(Months[Reach, Timeframe.Month(2026, 3)]).Verdict);
    }

    /// <summary>Each end of its bounds has a place of its own between two quantiles.</summary>
    [Fact]
    public void Compare_WithBoundsBetweenTwoQuantiles_HasNotOnePlaceThere()
    {
        // 150, of which 50 may be the same people: 100 to 150. From 95 at 50 to 160 at 75, 100 is at 50 + 25 × 5 / 65 and 150 at 50 + 25 × 55 / 65.
        Reading june = Days((6, [100, 50])).Read(KpiQuery.Of(Reach).By(Grain.Month))[Reach, Timeframe.Month(2026, 6)];
        Standing between = Published(90, 95, 160).Compare(june), below = Published(90, 95, 150).Compare(june), above = Published(200, 300, 400).Compare(june);

        Assert.Equal((Verdict.Better, null, null), (between.Verdict, between.PercentileRank, between.Rows[0].PercentileRank));
        Assert.Contains("no percentile rank: it lies between 100 and 150, whose own are 51.9 (interpolated) and 71.2 (interpolated)", between.Notes);
        Assert.Equal((null, QuartileBand.Middle), (below.PercentileRank, Published(90, 95, 160).Compare(june).Band));
        Assert.Contains("no percentile rank: it lies between 100 and 150, the p75 is 150, so it is less or the same", below.Notes);
        Assert.Equal(QuartileBand.Middle, below.Band);
        Assert.Contains("below the p25, the lowest quantile published", above.Notes);

        static Benchmark Published(int p25, int median, int p75) => Benchmark.FromFigures(
            Reach, [(Statistic.Quantile(25), p25.AsCount()), (Statistic.Median, median.AsCount()), (Statistic.Quantile(75), p75.AsCount())], "report", period: Timeframe.Month(2026, 6));
    }

    [Theory]
    [InlineData(150, "it is less or the same")]
    [InlineData(100, "it is greater or the same")]
    [InlineData(120, "either may be the greater")]
    public void Compare_WithAFigureAtTheEdgeOfItsBounds_SaysWhatIsKnown(int figure, string known)
    {
        Reading june = Days((6, [100, 50])).Read(KpiQuery.Of(Reach).By(Grain.Month))[Reach, Timeframe.Month(2026, 6)];
        Standing standing = Benchmark.FromFigures(Reach, [(Statistic.Median, figure.AsCount())], "report").Compare(june);

        Assert.Equal(Verdict.None, standing.Verdict);
        Assert.Contains($"no verdict: it lies between 100 and 150, the median is {figure}, so {known}", standing.Notes);
    }

    [Fact]
    public void Ranking_OfGrossFigures_RanksThoseThatNoBoundsLeaveOpen()
    {
        // ann 1,000 (500…1,000), bob 900 (800…900), cas 50, dee 2,000.
        KpiTable table = Facts.FromColumns(columns => columns
            .Dimension("brand", ["ann", "ann", "bob", "bob", "cas", "dee"])
            .Measure(Measures.AccountReach, [500, 500, 800, 100, 50, 2_000])).Read(KpiQuery.Of(Reach).By("brand"));
        Competitors all = Competitors.Of(table, Reach, by: "brand");

        Assert.Equal(
            [("dee", 1, Verdict.Better), ("ann", null, Verdict.None), ("bob", null, Verdict.None), ("cas", 4, Verdict.Worse)],
            all.Ranking(rules: Few).Select(standing => (standing.Reading.Segment["brand"]!, standing.Rank?.Place, standing.Verdict)));
        Assert.Equal([(1, "better"), (null, "none"), (null, "none"), (4, "worse")], all.Rows.Select(row => (row.Rank, row.Verdict)));
        Assert.Matches(@"\n– +ann +1,000 +900 +100 +\[", all.ToString());
        Assert.Contains("no verdict: it lies between 500 and 1,000, the median lies between 800 and 900, so either may be the greater", all.ToString(), StringComparison.Ordinal);

        // Beside itself too: that it may be above or below itself says nothing.
        Assert.Contains(
            "no rank and no percentile rank: within the bounds of both it may be above or below 1 of 3 peers", all.Compare("ann", withOneself: true, rules: Few).Notes);
        Assert.Equal(1, all.Compare("dee", withOneself: true, rules: Few).Rank?.Place);
    }

    private static OwnHistory Of(int month) => OwnHistory.Of(Months.Series(Reach), Timeframe.Month(2026, month));

    private static Facts Days(params (int Month, int[] People)[] months) => Facts.FromRows(
        months.SelectMany(month => month.People.Select((people, day) => (Day: new LocalDate(2026, month.Month, 1 + day), People: people))).ToArray(),
        row => row.Time(day => day.Day).Measure(Measures.AccountReach, day => day.People));
}
