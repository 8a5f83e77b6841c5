using NodaTime;
using static SocialKpi.Tests.Benchmarking.DriverTables;

namespace SocialKpi.Tests.Benchmarking;

public sealed class BestAndWorstTests
{
    private static readonly Facts Posts = ClickFacts((1, "a", 1000, 20), (1, "b", 1000, 50), (1, "c", 4, 4), (1, "d", 1000, null), (2, "a", 500, 50));

    [Fact]
    public void Of_MinimumVolume_KeepsASegmentOfFewFromLeading()
    {
        BestAndWorst all = BestAndWorst.Of(Posts.Read(KpiQuery.Of(Kpis.ClickThroughRate).By("platform")), Kpis.ClickThroughRate);
        BestAndWorst enough = BestAndWorst.Of(Posts.Read(KpiQuery.Of(Kpis.ClickThroughRate).By("platform").AtLeast(Measures.Impressions, 100)), Kpis.ClickThroughRate);
        Assert.Equal([On("c")], all.Best.Select(reading => reading.Segment));
        Assert.Contains("no minimum volume was asked for", all.ToString(), StringComparison.Ordinal);
        Assert.Equal((On("b"), On("a")), (Assert.Single(enough.Best).Segment, Assert.Single(enough.Worst).Segment));
        Assert.Equal([Absence.Suppressed, Absence.NotReported], enough.LeftOut.Select(reading => reading.Absence!.Value));
        Assert.Equal(
            """
            Best by CTR: b (5.00 %); worst: a (4.67 %)

            platform               CTR  rows
            ────────────────────────────────
            b                   5.00 %     1
            a                   4.67 %     2
            ────────────────────────────────
            c           – (suppressed)
            d         – (not reported)     0

            c: fewer than 100 impressions
            d: 1 of 1 row left out: clicks is unknown on 1
            """, enough.ToString());
    }

    [Fact]
    public void Of_LowerIsBetter_TurnsTheOrderRound()
    {
        KpiTable table = Facts.FromColumns(columns => columns.Dimension("platform", ["a", "b"]).Measure(Measures.Spend, [5m, 8m], Currency.EUR).Measure(Measures.Clicks, [10, 10]))
            .Read(KpiQuery.Of(Kpis.CostPerClick, Kpis.TotalSpend).By("platform"));
        Assert.Equal([On("a"), On("b")], BestAndWorst.Of(table, Kpis.CostPerClick).Ranked.Select(reading => reading.Segment));
        BestAndWorst neutral = BestAndWorst.Of(table, Kpis.TotalSpend);
        Assert.Equal("Spend has no best and no worst: neither higher nor lower is better in itself; ask for a KPI that has a direction", neutral.Refusal?.Text);
        Assert.Equal(RefusalReason.NoDirection, neutral.Refusal!.Reason);
        Assert.Empty(neutral.Ranked);
    }

    [Fact]
    public void Of_Period_RanksThatPeriodAlone() =>
        Assert.Equal([On("a")], BestAndWorst.Of(Posts.Read(KpiQuery.Of(Kpis.ClickThroughRate).By(Grain.Month).By("platform")), Kpis.ClickThroughRate, February).Ranked.Select(reading => reading.Segment));

    [Fact]
    public void Of_EqualSegments_ShareThePlaceOrHaveNone()
    {
        BestAndWorst equal = BestAndWorst.Of(Clicks((1, "a", 10, 1), (1, "b", 100, 10)), Kpis.ClickThroughRate);
        Assert.Equal((0, 0, 2), (equal.Best.Count, equal.Worst.Count, equal.Ranked.Count));
        Assert.StartsWith("No two segments differ in CTR", equal.ToString(), StringComparison.Ordinal);
        BestAndWorst shared = BestAndWorst.Of(Clicks((1, "a", 10, 1), (1, "b", 100, 10), (1, "c", 10, 0)), Kpis.ClickThroughRate);
        Assert.Equal([On("a"), On("b")], shared.Best.Select(reading => reading.Segment));
    }

    [Fact]
    public void Of_GrossFigures_NamesAllThatMayBeTheBest()
    {
        // ann 1,000 (500…1,000), bob 900 (800…900), cas 50.
        BestAndWorst Of(string[] brands, int[] people) => BestAndWorst.Of(
            Facts.FromColumns(columns => columns.Dimension("brand", brands).Measure(Measures.AccountReach, people)).Read(KpiQuery.Of(Kpis.GrossAccountReach).By("brand")), Kpis.GrossAccountReach);
        BestAndWorst reach = Of(["ann", "ann", "bob", "bob", "cas"], [500, 500, 800, 100, 50]);

        Assert.Equal((2, 1), (reach.Best.Count, reach.Worst.Count));
        Assert.StartsWith($"Best by {Kpis.GrossAccountReach.ShortName}: ann (1,000) and bob (900); worst: cas (50)\n", reach.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("No two segments differ for sure in", Of(["ann", "ann", "bob", "bob"], [500, 500, 800, 100]).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_TopWithARest_RanksTheNamedOnly() =>
        Assert.Equal([On("b")], BestAndWorst.Of(Posts.Read(KpiQuery.Of(Kpis.ClickThroughRate, Kpis.ClickCount).By("platform").Where(Condition.In("platform", "a", "b", "d"))
            .During(January).Top(1, Kpis.ClickCount)), Kpis.ClickThroughRate).Ranked.Select(reading => reading.Segment));

    [Fact]
    public void Of_SeveralCurrencies_IsRefused()
    {
        KpiTable Costs(string platform, Currency currency) => Facts.FromColumns(columns => columns.Dimension("platform", [platform]).Measure(Measures.Spend, [5m], currency).Measure(Measures.Clicks, [10]))
            .Read(KpiQuery.Of(Kpis.CostPerClick).By("platform"));
        Assert.Contains("its readings are in EUR and USD, which cannot be compared", BestAndWorst.Of(Costs("a", Currency.EUR).Merge(Costs("b", Currency.USD)), Kpis.CostPerClick).Refusal?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ArgumentsThatMakeNoSense_SayWhatToDo()
    {
        Assert.Throws<ArgumentException>(() => BestAndWorst.Of(Posts.Read(KpiQuery.Of(Kpis.ClickThroughRate)), Kpis.ClickThroughRate));
        Assert.Throws<ArgumentException>(() => BestAndWorst.Of(Ctr, Kpis.CostPerClick));
    }
}
