using NodaTime;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Readings;

/// <summary>A year of one account: followers are a stock, the first 25 days of which are not known, and daily figures are net.</summary>
public sealed class TikTokTests
{
    private static readonly Kpi EngagementByViews = Kpi.Define("engagement_by_views", (Measures.Likes + Measures.Comments + Measures.Shares) / Measure.Sum("views", Unit.Count), Unit.Ratio);

    private static readonly LocalDate FirstKnown = new(2025, 3, 25);

    private static Facts Followers() => Facts.FromRows(Exports.TikTok("FollowerHistory.csv"), row => row
        .Time(day => day.Date)
        .Dimension("account", _ => "the account")
        .Measure(Measures.Followers, day => Exports.Number(day.Cells["Followers"])));

    [SharedFact]
    public void Followers_TheFirst25Days_AreNeitherZeroNorBridged()
    {
        KpiTable days = Followers().Read(KpiQuery.Of(Kpis.FollowerCount).By(Grain.Day));

        Assert.Equal(365, days.Rows.Count);
        Assert.All(days.Rows.Take(25), row => Assert.Equal(Absence.NotReported, row[Kpis.FollowerCount].Absence));
        Assert.All(days.Rows.Skip(25), row => Assert.Empty(row[Kpis.FollowerCount].Caveats));
        Assert.Equal(37m, days[Kpis.FollowerCount, Timeframe.Day(FirstKnown)].Value);
        Assert.Equal(5_013m, days[Kpis.FollowerCount].Value);
    }

    [SharedFact]
    public void Followers_ByMonth_AreTheLastOfEachAndNeverAdded()
    {
        KpiTable months = Followers().Read(KpiQuery.Of(Kpis.FollowerCount).By(Grain.Month));

        Assert.Equal(Absence.NotReported, months[Kpis.FollowerCount, Timeframe.Month(2025, 2)].Absence);
        Assert.Equal(5_013m, months[Kpis.FollowerCount, Timeframe.Month(2026, 2)].Value);
        Assert.Equal(5_013m, months[Kpis.FollowerCount].Value);
    }

    [SharedFact]
    public void Growth_RunsFromTheFirstOpeningToTheLastClosing()
    {
        Facts facts = Followers();
        Timeframe afterFirstKnown = Timeframe.Days(FirstKnown.PlusDays(1), new(2026, 2, 27));
        KpiTable months = facts.Read(KpiQuery.Of(Kpis.AudienceGrowthRate).During(afterFirstKnown).By(Grain.Month));

        Assert.Equal((5_013m / 37m) - 1, months[Kpis.AudienceGrowthRate].Value);
        decimal product = months.Rows.Aggregate(1m, (all, row) => all * (1 + row[Kpis.AudienceGrowthRate].Value));
        Assert.Equal(Math.Round(5_013m / 37m, 20), Math.Round(product, 20));

        // Nothing is known before the first day, and no growth is made up for it.
        Assert.Equal(Absence.NotReported, facts.Read(KpiQuery.Of(Kpis.AudienceGrowthRate).During(Timeframe.Since(FirstKnown)))[Kpis.AudienceGrowthRate].Absence);
    }

    [SharedFact]
    public void EngagementByViews_OfTheYear_HasTheFileFigure()
    {
        Facts facts = Facts.FromRows(Exports.TikTok("Overview.csv"), row => row
            .Time(day => day.Date)
            .Measure(Measure.Sum("views", Unit.Count), day => Exports.Number(day.Cells["Video Views"]))
            .Measure(Measures.Likes, day => Exports.Number(day.Cells["Likes"]))
            .Measure(Measures.Comments, day => Exports.Number(day.Cells["Comments"]))
            .Measure(Measures.Shares, day => Exports.Number(day.Cells["Shares"])));
        KpiTable months = facts.Read(KpiQuery.Of(EngagementByViews).By(Grain.Month));

        Assert.Equal(0.9916509345m, Math.Round(100 * months[EngagementByViews].Value, 10));
    }
}
