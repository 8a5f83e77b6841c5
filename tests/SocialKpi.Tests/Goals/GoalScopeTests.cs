using NodaTime;

namespace SocialKpi.Tests.Goals;

public sealed class GoalScopeTests
{
    private static readonly LocalDate End = new(2026, 12, 31);
    private static readonly Segment Instagram = Segment.Of("platform", "instagram");
    private static readonly Segment Facebook = Segment.Of("platform", "facebook");
    private static readonly Segment Youtube = Segment.Of("platform", "youtube");

    /// <summary>Clicks of 1,000 impressions on one platform and of 3,000 on another; a third lies outside the scope.</summary>
    private static readonly KpiTable Table = Facts.FromColumns(columns => columns
        .Time([new LocalDate(2026, 6, 1), new LocalDate(2026, 6, 1), new LocalDate(2026, 12, 30), new LocalDate(2026, 12, 31), new LocalDate(2026, 12, 31)])
        .Dimension("platform", ["instagram", "facebook", "instagram", "facebook", "youtube"])
        .Measure(Measures.Impressions, [600, 2_000, 400, 1_000, 50_000])
        .Measure(Measures.Clicks, [40, 50, 20, 10, 10])).Read(KpiQuery.Of(Kpis.ClickThroughRate).By(Grain.Month).By("platform"));

    private static Goal GoalFor(GoalScope scope) => Goal.Increase(Kpis.ClickThroughRate, 0.Percent(), 4.Percent(), Timeframe.Year(2026), new() { Scope = scope });

    [Fact]
    public void Sum_IsOneFigureOfAllRows()
    {
        GoalEvaluation now = GoalFor(GoalScope.Sum(Instagram, Facebook)).Evaluate(Table, End);
        Assert.Equal(120m / 4_000, now.Current!.Value);
        Assert.Equal("platform = instagram + platform = facebook", now.Current.Segment.ToString());
        Assert.Equal((0.75m, 0), (now.RawProgress, now.Parts.Count));
    }

    [Fact]
    public void Each_IsAsFarAsTheWeakest_AndOneMissIsAMiss()
    {
        GoalEvaluation now = GoalFor(GoalScope.Each(Instagram, Facebook)).Evaluate(Table, new(2027, 1, 1));
        Assert.Equal([1.5m, 0.5m], now.Parts.Select(part => part.RawProgress!.Value));
        Assert.Equal((0.5m, GoalStatus.AtRisk, GoalVerdict.NotAchieved), (now.RawProgress, now.Status, now.Verdict));
    }

    [Fact]
    public void Each_WithSeveralAtRisk_NamesTheWeakest()
    {
        Goal goal = Goal.Increase(Kpis.FollowerCount, 100.AsCount(), 200.AsCount(), Timeframe.Year(2026), new() { Scope = GoalScope.Each(Instagram, Facebook) });
        KpiSeries Of(Segment segment, int followers) => KpiSeries.Given(Kpis.FollowerCount, [(Timeframe.Month(2026, 8), followers.AsCount())], null, segment);
        GoalEvaluation now = goal.Evaluate([Of(Instagram, 120), Of(Facebook, 110)], new(2026, 8, 31));
        Assert.Equal((0.1m, GoalStatus.AtRisk), (now.RawProgress, now.Status));
        Assert.Contains(now.Reasons, reason => reason.StartsWith("status AtRisk: that of platform = facebook, as ", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_WhoseWorstPartIsStale_SaysWhy()
    {
        (Timeframe, Quantity?)[] twoMonths = [(Timeframe.Month(2026, 1), 150.AsCount()), (Timeframe.Month(2026, 2), 190.AsCount())];
        Goal goal = Goal.Increase(Kpis.FollowerCount, 100.AsCount(), 200.AsCount(), Timeframe.Year(2026), new() { Scope = GoalScope.Each(Instagram, Facebook) });
        GoalEvaluation now = goal.Evaluate([KpiSeries.Given(Kpis.FollowerCount, twoMonths, null, Instagram), KpiSeries.Given(Kpis.FollowerCount, twoMonths, null, Facebook)], new(2026, 9, 1));
        Assert.Equal(GoalStatus.Stale, now.Status);
        Assert.Contains("status Stale: that of platform = instagram, as the last observation ends on 2026-02-28, more than 56 days before", now.Reasons);
    }

    /// <summary>Followers from 100 to 200 in a year, each platform with the figures of its last months.</summary>
    private static GoalEvaluation Apart(LocalDate asOf, params (Segment Platform, int LastMonth, int? Followers)[] parts) => Goal.Increase(
        Kpis.FollowerCount, 100.AsCount(), 200.AsCount(), Timeframe.Year(2026), new() { Scope = GoalScope.Separate(parts.Select(part => part.Platform)) }).Evaluate(
            parts.Select(part => KpiSeries.Given(Kpis.FollowerCount, [(Timeframe.Month(2026, part.LastMonth), part.Followers?.AsCount())], null, part.Platform)), asOf);

    [Fact]
    public void Separate_AllOfWhichIsStale_IsStale()
    {
        GoalEvaluation now = Apart(new(2026, 9, 1), (Instagram, 1, 150), (Facebook, 2, 190));
        Assert.Equal((GoalStatus.Stale, 0.7m), (now.Status, now.RawProgress));
        Assert.Equal("Followers from 100 to 200 for platform = instagram; platform = facebook, each by itself during 2026", now.Goal.Name);
        Assert.Contains("status Stale: that of platform = instagram, as the last observation ends on 2026-01-31, more than 62 days before", now.Reasons);
        Assert.Equal((GoalStatus.Stale, GoalVerdict.Unknown), (Apart(End.PlusDays(1), (Instagram, 1, 150), (Facebook, 2, 190)).Status, Apart(End.PlusDays(1), (Instagram, 1, 150), (Facebook, 2, 190)).Verdict));
    }

    [Theory]
    [InlineData(2, 190, GoalStatus.Stale, "status Stale: that of platform = facebook, as the last observation ends on 2026-02-28, more than 56 days before")]
    [InlineData(8, null, GoalStatus.NoData, "status NoData: that of platform = facebook, as nothing is known that could be judged")]
    public void Separate_OfWhichAPartCannotBeJudged_IsNotOnTrack(int lastMonth, int? followers, GoalStatus status, string reason)
    {
        GoalEvaluation now = Apart(new(2026, 9, 1), (Instagram, 8, 180), (Facebook, lastMonth, followers));
        Assert.Equal(status, now.Status);
        Assert.Contains(reason, now.Reasons);

        // What is in danger already is not hidden by what is not known.
        GoalEvaluation bad = Apart(new(2026, 9, 1), (Instagram, 8, 110), (Facebook, lastMonth, followers));
        Assert.Equal(GoalStatus.AtRisk, bad.Status);
        Assert.Contains("status AtRisk: the mean of the 1 that can be judged is 10 %, by rule GapPoints(5, 25)", bad.Reasons);
    }

    [Theory]
    [InlineData(200, 200, GoalVerdict.Achieved)]
    [InlineData(200, 150, GoalVerdict.Partial)]
    [InlineData(150, 150, GoalVerdict.NotAchieved)]
    [InlineData(200, null, GoalVerdict.Unknown)]
    [InlineData(150, null, GoalVerdict.Unknown)]
    [InlineData(null, null, GoalVerdict.Unknown)]
    public void Separate_WhatNobodyKnows_IsNeitherAMissNorAPart(int? instagram, int? facebook, GoalVerdict verdict) =>
        Assert.Equal(verdict, Apart(End.PlusDays(1), (Instagram, 12, instagram), (Facebook, 12, facebook)).Verdict);

    [Fact]
    public void Separate_WithAHitAndAMiss_IsAPartWhateverTheThirdIs() =>
        Assert.Equal(GoalVerdict.Partial, Apart(End.PlusDays(1), (Instagram, 12, 200), (Facebook, 12, 150), (Youtube, 12, null)).Verdict);

    [Fact]
    public void Separate_IsTheMeanOfClampedParts_AndSomeAreAPart()
    {
        GoalEvaluation now = GoalFor(GoalScope.Separate(Instagram, Facebook)).Evaluate(Table, new(2027, 1, 1));
        Assert.Equal((0.75m, GoalStatus.Behind, GoalVerdict.Partial), (now.RawProgress, now.Status, now.Verdict));
    }

    [Fact]
    public void Each_WithAPartThatNobodyKnows_IsNotKnownEither()
    {
        GoalEvaluation now = GoalFor(GoalScope.Each(Instagram, Segment.Of("platform", "tiktok"))).Evaluate(Table, new(2027, 1, 1));
        Assert.Equal((null, GoalVerdict.Unknown), (now.RawProgress, now.Verdict));
    }

    [Fact]
    public void Evaluate_WithSeriesOfOtherSegments_NamesThem()
    {
        Goal goal = GoalFor(GoalScope.Each(Instagram, Facebook));
        Assert.Contains("Missing: platform = facebook. Not of the goal: platform = youtube",
            Assert.Throws<ArgumentException>("series", () => goal.Evaluate([Table.Series(Kpis.ClickThroughRate, Instagram), Table.Series(Kpis.ClickThroughRate, Youtube)], End)).Message, StringComparison.Ordinal);
        Assert.Contains("needs a series of each", Assert.Throws<InvalidOperationException>(() => goal.Evaluate(Table.Series(Kpis.ClickThroughRate), End)).Message, StringComparison.Ordinal);
        Assert.Contains("the series is for 'all', the goal for 'platform = instagram'",
            Assert.Throws<ArgumentException>("series", () => GoalFor(GoalScope.Of(Instagram)).Evaluate(Table.Series(Kpis.ClickThroughRate), End)).Message, StringComparison.Ordinal);
        Assert.Contains("the series is of clicks", Assert.Throws<ArgumentException>("series", () => GoalFor(GoalScope.Whole).Evaluate(KpiSeries.Given(Kpis.ClickCount, (Timeframe.Year(2026), null)), End)).Message, StringComparison.Ordinal);
        Assert.Contains("Evaluate it with a day alone", Assert.Throws<InvalidOperationException>(() => Goal.YesNo("Launch", Timeframe.Year(2026)).Evaluate(Table, End)).Message, StringComparison.Ordinal);
        Assert.Contains("Give its readings", Assert.Throws<InvalidOperationException>(() => goal.Evaluate(End)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sum_OfGivenSeries_IsForTheSegmentsTakenAsOne()
    {
        GoalScope scope = GoalScope.Sum(Instagram, Facebook);
        Goal goal = Goal.Increase(Kpis.FollowerCount, 0.AsCount(), 40_000.AsCount(), Timeframe.Year(2026), new() { Scope = scope });
        KpiSeries both = KpiSeries.Given(Kpis.FollowerCount, [(Timeframe.Month(2026, 12), 30_000.AsCount())], total: null, segment: scope.Together);
        Assert.Equal(0.75m, goal.Evaluate(both, End).RawProgress);
    }
}
