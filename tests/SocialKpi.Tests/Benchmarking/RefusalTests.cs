using NodaTime;

namespace SocialKpi.Tests.Benchmarking;

public sealed class RefusalTests
{
    private static readonly Kpi Rate = Kpis.ClickThroughRate;

    private static readonly Reading Ctr = Reading.Given(Rate, 1.5m.Percent(), Timeframe.Month(2026, 6));

    private static readonly Reading Cpc = Reading.Given(Kpis.CostPerClick, 0.50m.Of(Currency.EUR), Timeframe.Month(2026, 6));

    [Fact]
    public void Compare_WithAnotherDenominator_IsRefused()
    {
        Benchmark byFollowers = Benchmark.FromFigures(Kpis.EngagementRateByFollowers, [(Statistic.Median, 0.5m.Percent())], "report");
        Standing standing = byFollowers.Compare(Reading.Given(Kpis.EngagementRateByImpressions, 2m.Percent()));

        Refusal refusal = Assert.Single(standing.Refusals);
        Assert.Equal(RefusalReason.OtherDefinition, refusal.Reason);
        Assert.Equal("the benchmark is of engagement_rate.by_followers (engagements / followers), the reading of engagement_rate.by_impressions (engagements / impressions)", refusal.Text);
        Assert.Equal((null, null, null, Verdict.None), (standing.Centre, standing.Difference, standing.Index, standing.Verdict));
    }

    [Fact]
    public void Compare_WithAnotherDefinitionOfTheSameId_IsRefused()
    {
        Kpi other = Kpi.Define(Rate.Id, Measures.LinkClicks / Measures.Impressions, Unit.Ratio, Direction.HigherIsBetter);

        Assert.Equal([RefusalReason.OtherDefinition], Reasons(Benchmark.FromFigures(other, [(Statistic.Median, 1m.Percent())], "report").Compare(Ctr)));
    }

    [Fact]
    public void Compare_WithoutAValue_IsRefused()
    {
        Benchmark report = Benchmark.FromFigures(Rate, [(Statistic.Median, 1m.Percent())], "report");

        Assert.Equal("CTR has no value for 2026-06: not reported", Assert.Single(report.Compare(Reading.Given(Rate, null, Timeframe.Month(2026, 6))).Refusals).Text);
    }

    [Fact]
    public void Compare_WithAnotherCurrency_IsRefused()
    {
        Benchmark dollars = Benchmark.FromFigures(Kpis.CostPerClick, [(Statistic.Median, 0.20m.Of(Currency.USD))], "report");

        Refusal refusal = Assert.Single(dollars.Compare(Cpc).Refusals);
        Assert.Equal((RefusalReason.OtherCurrency, "the benchmark is in USD, the reading in EUR; convert one of them with a dated rate"), (refusal.Reason, refusal.Text));
    }

    [Fact]
    public void Compare_WithFewerPeersThanWanted_IsRefused()
    {
        Benchmark panel = Benchmark.FromPeers(Rate, [("ann", 1m.Percent()), ("bob", 2m.Percent()), ("cas", 3m.Percent()), ("dee", 4m.Percent())], "panel");

        Assert.Equal("there are 4 peers, fewer than 5", Assert.Single(panel.Compare(Ctr).Refusals).Text);
        Assert.False(panel.Compare(Ctr, ComparisonRules.Default.AtLeast(4)).IsRefused);
    }

    [Fact]
    public void Compare_OneselfAmongThePeers_IsNoPeer()
    {
        Benchmark panel = Benchmark.FromPeers(Rate, Enumerable.Range(1, 5).Select(percent => percent.Percent()), "panel", includesOneself: true);

        Assert.Equal([RefusalReason.TooFewPeers], Reasons(panel.Compare(Ctr)));
    }

    [Fact]
    public void Compare_WithAMeanAndAMedian_IsRefusedUntilOneIsChosen()
    {
        Benchmark both = Benchmark.FromFigures(Rate, [(Statistic.Median, 0.126m.Percent()), (Statistic.Mean, 5.1m.Percent())], "open data");

        Refusal refusal = Assert.Single(both.Compare(Ctr).Refusals);
        Assert.Equal(RefusalReason.MixedStatistics, refusal.Reason);
        Assert.Contains("median, mean", refusal.Text, StringComparison.Ordinal);
        Assert.Equal(Verdict.Better, both.Compare(Ctr, ComparisonRules.Default.Against(StatisticKind.Quantile)).Verdict);
        Assert.Equal(Verdict.Worse, both.Compare(Ctr, ComparisonRules.Default.Against(StatisticKind.Mean)).Verdict);
        Assert.Equal([RefusalReason.NoReference], Reasons(both.Compare(Ctr, ComparisonRules.Default.Against(StatisticKind.Peer))));
    }

    [Theory]
    [InlineData("2024-06", false)]
    [InlineData("2024-05", true)]
    public void Compare_WithABenchmarkOlderThanAllowed_IsRefused(string period, bool isTooOld)
    {
        Benchmark report = Benchmark.FromFigures(Rate, [(Statistic.Median, 1m.Percent())], "report", period: Timeframe.Parse(period));
        ComparisonRules rules = ComparisonRules.Default.NoOlderThan(24);

        // June 2026 ends on 1 July: what ended on 1 July 2024 is 24 months old.
        Assert.Equal(isTooOld ? [RefusalReason.TooOld] : [], Reasons(report.Compare(Ctr, rules)));
        Assert.False(report.Compare(Ctr).IsRefused);
    }

    [Fact]
    public void Compare_WithALimitOfAgeAndNoTime_IsRefused()
    {
        Benchmark undated = Benchmark.FromFigures(Rate, [(Statistic.Median, 1m.Percent())], "report"), dated = Benchmark.FromFigures(Rate, [(Statistic.Median, 1m.Percent())], "report", period: Timeframe.Year(2025));
        Reading endless = Reading.Given(Rate, 1m.Percent());
        ComparisonRules rules = ComparisonRules.Default.NoOlderThan(24);

        Assert.Equal([RefusalReason.UnknownAge], Reasons(undated.Compare(Ctr, rules)));
        Assert.Equal([RefusalReason.UnknownAge], Reasons(dated.Compare(endless, rules)));
        Assert.Empty(Reasons(dated.Compare(endless, rules.NoOlderThan(24, new LocalDate(2026, 6, 30)))));
        Assert.Empty(Reasons(dated.Compare(Ctr, rules.NoOlderThan(int.MaxValue))));
    }

    [Fact]
    public void Compare_HalfAMonthOfACount_IsRefused_AndOfARateIsNot()
    {
        Facts facts = Facts.FromColumns(columns => columns
            .Time([new LocalDate(2026, 5, 20), new LocalDate(2026, 6, 2)]).Measure(Measures.Clicks, [30, 10]).Measure(Measures.Impressions, [1_000, 500]));
        KpiTable table = facts.Read(KpiQuery.Of(Kpis.ClickCount, Rate).By(Grain.Month).AsOf(new LocalDate(2026, 6, 15)));

        Refusal refusal = Assert.Single(OwnHistory.Of(table.Series(Kpis.ClickCount)).Previous().Refusals);
        Assert.Equal((RefusalReason.PartialPeriod, "2026-06 is not whole, and Clicks grows with time; compare rates, or periods of one length"), (refusal.Reason, refusal.Text));
        Assert.False(OwnHistory.Of(table.Series(Rate)).Previous().IsRefused);
    }

    [Fact]
    public void Compare_HalfAMonthOfThousands_IsRefusedAsTheCountIs()
    {
        Kpi thousands = Kpi.Define("thousands", Measures.Impressions / 1_000, Unit.Number), twice = Kpi.Define("twice", 2 * Measures.Impressions, Unit.Count);
        Facts facts = Facts.FromColumns(columns => columns
            .Time([new LocalDate(2026, 5, 20), new LocalDate(2026, 6, 2)]).Measure(Measures.Impressions, [1_000, 500]));
        KpiTable table = facts.Read(KpiQuery.Of(thousands, twice).By(Grain.Month).AsOf(new LocalDate(2026, 6, 15)));

        Assert.All(new[] { thousands, twice }, kpi => Assert.Equal([RefusalReason.PartialPeriod], Reasons(OwnHistory.Of(table.Series(kpi)).Previous())));
    }

    [Fact]
    public void Compare_HalfAMonthPerFollower_IsRefusedAndLeftOutOfTheHistory()
    {
        // 30 engagements a month of 100 followers; of June the first half.
        Facts facts = Facts.FromColumns(columns => columns
            .Time([new LocalDate(2026, 4, 20), new LocalDate(2026, 5, 20), new LocalDate(2026, 6, 2)]).Dimension("account", ["a", "a", "a"])
            .Measure(Measures.Engagements, [30, 30, 15]).Measure(Measures.Followers, [100, 100, 100]));
        Kpi kpi = Kpi.Define("engagements_per_follower", Measures.Engagements / Measures.Followers, Unit.Ratio, Direction.HigherIsBetter);
        KpiSeries halfOfJune = facts.Read(KpiQuery.Of(kpi).By(Grain.Month).AsOf(new LocalDate(2026, 6, 15))).Series(kpi);
        KpiSeries fromLateApril = facts.Read(KpiQuery.Of(kpi).By(Grain.Month).During(Timeframe.Between(new LocalDate(2026, 4, 15), new LocalDate(2026, 7, 1)))).Series(kpi);

        Assert.Equal(
            new Refusal(RefusalReason.PartialPeriod, "2026-06 is not whole, and engagements_per_follower grows with time; compare rates, or periods of one length"),
            Assert.Single(OwnHistory.Of(halfOfJune).Previous().Refusals));
        Assert.Equal(["2026-04 is left out: it is not whole, and engagements_per_follower grows with time"], OwnHistory.Of(fromLateApril).TrailingMedian(2).Notes.Take(1));
    }

    [Theory]
    [InlineData("2026-Q1", "2026-Q1 is longer than 2026-06, and Clicks grows with time; compare rates, or periods of one length")]
    [InlineData("2026-W10", "2026-06 is longer than 2026-W10, and Clicks grows with time; compare rates, or periods of one length")]
    [InlineData("2026-02", null)]
    [InlineData("2025-12", null)]
    public void Compare_ACountWithThatOfAnotherLength_IsRefused(string period, string? reason)
    {
        Reading june = Reading.Given(Kpis.ClickCount, 40.AsCount(), Timeframe.Month(2026, 6)), baseline = Reading.Given(Kpis.ClickCount, 90.AsCount(), Timeframe.Parse(period));
        Standing standing = Benchmark.FromReading(baseline, "audit").Compare(june);

        Assert.Equal(reason is null ? [] : [new Refusal(RefusalReason.OtherLength, reason)], standing.Refusals);

        // Rates have no length, and a report does not say what its figure counts.
        Assert.False(Benchmark.FromReading(Reading.Given(Rate, 1m.Percent(), Timeframe.Parse(period)), "audit").Compare(Ctr).IsRefused);
        Assert.False(Benchmark.FromFigures(Kpis.ClickCount, [(Statistic.Median, 50.AsCount())], "report", period: Timeframe.Parse(period)).Compare(june).IsRefused);
    }

    /// <summary>As many days, or as many months of the calendar, which differ by days; not nearly as many days.</summary>
    [Theory]
    [InlineData("2026-02", "2026-03", true)]
    [InlineData("2026-Q1", "2025-Q4", true)]
    [InlineData("2024", "2025", true)]
    [InlineData("2026-01-01..2026-06-30", "2025-07-01..2025-12-31", true)]
    [InlineData("2026-01-15..2026-02-14", "2026-02-15..2026-03-14", true)]
    [InlineData("2026-01-03..2026-01-12", "2026-03-20..2026-03-29", true)]
    [InlineData("2026-Q2", "2026-01-01..2026-04-01", true)]
    [InlineData("2026-02", "2026-03-01..2026-03-30", true)]
    [InlineData("2026-W10", "2026-02-02..2026-02-08", true)]
    [InlineData("2026-01-01..2026-01-10", "2026-01-11..2026-01-21", false)]
    [InlineData("2026-02", "2026-01-02..2026-01-31", false)]
    [InlineData("2026-02", "2026-03-01..2026-03-27", false)]
    [InlineData("2026-02", "2026-01-15..2026-02-13", false)]
    [InlineData("2026-03", "2026-02-01..2026-03-04", false)]
    [InlineData("2026-01-01..2026-01-28", "2026-01-01..2026-01-31", false)]
    [InlineData("2026-Q1", "2026-02", false)]
    [InlineData("since 2026-01-01", "2026", false)]
    [InlineData("since 2026-01-01", "since 2026-02-01", false)]
    [InlineData("since 2026-01-01", "since 2026-01-01", true)]
    public void AreAsLong_IsAsManyDaysOrMonths(string one, string other, bool areAsLong)
    {
        Timeframe first = Read(one), second = Read(other);

        Assert.Equal((areAsLong, areAsLong), (Refusals.AreAsLong(first, second), Refusals.AreAsLong(second, first)));

        static Timeframe Read(string text) => text.Split("..") is [var from, var until] ? Timeframe.Between(Timeframe.Parse(from).Start!.Value, Timeframe.Parse(until).End!.Value) : Timeframe.Parse(text);
    }

    [Theory]
    [InlineData("since 2026-01-01", "since 2026-02-01")]
    [InlineData("until 2026-01-01", "since 2026-02-01")]
    [InlineData("since 2026-01-01", "2026-02")]
    [InlineData("2026-02", "since 2026-01-01")]
    public void Compare_ACountOfAnOpenTime_SaysThatNobodyKnowsHowLongItIs(string own, string other)
    {
        Standing standing = Benchmark.FromReading(Reading.Given(Kpis.ClickCount, 9.AsCount(), Timeframe.Parse(other)), "audit").Compare(Reading.Given(Kpis.ClickCount, 8.AsCount(), Timeframe.Parse(own)));

        Assert.Equal(
            new Refusal(RefusalReason.OtherLength, $"{Timeframe.Parse(own)} is not known to be as long as {Timeframe.Parse(other)}, and Clicks grows with time; compare rates, or periods of one length"),
            Assert.Single(standing.Refusals));
    }

    /// <summary>Half of March is a part of what stands at its opening, and of what stood in the middle of February it is a month.</summary>
    [Fact]
    public void Compare_WhatAStockGainedInHalfAMonth_IsRefusedSinceTheOpeningAlone()
    {
        Kpi sinceOpening = Kpis.NetNewFollowersByStock, sinceThen = Kpi.Define("gain", Measures.Followers - Measures.Followers.At(Context.Previous), Unit.Count, Direction.HigherIsBetter);
        LocalDate[] days = [.. Enumerable.Range(0, 74).Select(day => new LocalDate(2026, 1, 1).PlusDays(day))];
        string[] accounts = [.. days.Select(_ => "a")];
        int[] followers = [.. days.Select((_, day) => 1_000 + (10 * day))];
        Facts facts = Facts.FromColumns(columns => columns.Time(days).Dimension("account", accounts).Measure(Measures.Followers, followers));
        KpiTable months = facts.Read(KpiQuery.Of(sinceOpening, sinceThen).By(Grain.Month).AsOf(new LocalDate(2026, 3, 15)));
        Timeframe march = Timeframe.Month(2026, 3);

        // Ten followers a day: 15 days since the opening, and from 15 February to 15 March 28 days, as in February.
        Assert.Equal((150m, 280m), (months[sinceOpening, march].Value, months[sinceThen, march].Value));
        Assert.Equal([RefusalReason.PartialPeriod], Reasons(OwnHistory.Of(months.Series(sinceOpening), march).Previous()));
        Assert.Equal(280.AsCount(), OwnHistory.Of(months.Series(sinceThen), march).Previous().Centre);
        Assert.Equal(280.AsCount(), OwnHistory.Of(months.Series(sinceThen), march).Best().Centre);

        // Over a quarter it is a quarter's gain.
        Standing quarter = Benchmark.FromReading(Reading.Given(sinceThen, 900.AsCount(), Timeframe.Quarter(2025, 4)), "audit").Compare(months[sinceThen, Timeframe.Month(2026, 2)]);
        Assert.Equal([RefusalReason.OtherLength], Reasons(quarter));
    }

    [Fact]
    public void Compare_WhatIsCountedOnceOfHalfAMonth_IsRefusedAndSaysWhatIsNotKnown()
    {
        Reading june = Reading.Given(Kpis.HandledRequestsPerAgent, 40.AsNumber(), Timeframe.Month(2026, 6)), quarter = Reading.Given(Kpis.HandledRequestsPerAgent, 120.AsNumber(), Timeframe.Quarter(2026, 1));

        Assert.Equal(
            new Refusal(RefusalReason.OtherLength, "2026-Q1 is longer than 2026-06, and Requests per agent may grow with time (whoever comes back is counted once); compare periods of one length"),
            Assert.Single(Benchmark.FromReading(quarter, "audit").Compare(june).Refusals));

        Facts facts = Facts.FromColumns(columns => columns
            .Time([new LocalDate(2026, 5, 20), new LocalDate(2026, 6, 2)]).Measure(Measures.AccountReach, [300, 100]).Measure(Measures.Impressions, [1_000, 200]));
        KpiTable table = facts.Read(KpiQuery.Of(Kpis.Frequency).By(Grain.Month).AsOf(new LocalDate(2026, 6, 15)));
        Assert.Equal(
            new Refusal(RefusalReason.PartialPeriod, "2026-06 is not whole, and Frequency grows with time; compare periods of one length"),
            Assert.Single(OwnHistory.Of(table.Series(Kpis.Frequency)).Previous().Refusals));
    }

    [Fact]
    public void Rules_ThatCannotBe_AreRefused()
    {
        ComparisonRules rules = ComparisonRules.Default;

        Assert.Throws<ArgumentOutOfRangeException>(() => rules.AtLeast(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => rules.NoOlderThan(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => rules.Quantiles((QuantileType)10));
        Assert.Throws<ArgumentOutOfRangeException>(() => rules.Ranking(PercentileRankKind.Interpolated));
        Assert.Throws<ArgumentOutOfRangeException>(() => rules.Against(StatisticKind.Unspecified));
        Assert.Throws<ArgumentNullException>(() => rules.Keeping(null!));
    }

    [Theory]
    [InlineData("2024-05", true)]
    [InlineData("2024-06", false)]
    public void Compare_WithAReportOfNoPeriod_CountsItsAgeFromWhenItWasPublished(string published, bool isTooOld)
    {
        BenchmarkSet set = BenchmarkSet.Parse($$"""[{ "kpi": "click_through_rate", "source": "report", "published": "{{published}}", "statistic": "median", "value": 1, "unit": "percent" }]""");

        Assert.Equal(isTooOld ? [RefusalReason.TooOld] : [], Reasons(set.Compare(Ctr, rules: ComparisonRules.Default.NoOlderThan(24))[0]));
    }

    [Fact]
    public void Compare_WhereMuchIsWrong_SaysItAll()
    {
        Benchmark report = Benchmark.FromFigures(Kpis.CostPerMille, [(Statistic.Median, 1m.Of(Currency.USD)), (Statistic.Mean, 2m.Of(Currency.USD))], "report");

        Assert.Equal(
            [RefusalReason.AbsentReading, RefusalReason.OtherDefinition, RefusalReason.MixedStatistics, RefusalReason.UnknownAge],
            Reasons(report.Compare(Reading.Given(Kpis.CostPerClick, null), ComparisonRules.Default.NoOlderThan(12))));
    }

    [Fact]
    public void ToString_OfARefusal_ListsEveryReason() =>
        Assert.Contains(
            "not compared   there is 1 peer, fewer than 5", Benchmark.FromPeers(Rate, [("ann", 1m.Percent())], "panel").Compare(Ctr).ToString(), StringComparison.Ordinal);

    private static RefusalReason[] Reasons(Standing standing) => [.. standing.Refusals.Select(refusal => refusal.Reason)];
}
