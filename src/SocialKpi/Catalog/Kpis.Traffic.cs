using static SocialKpi.Measures;

namespace SocialKpi;

/// <content>Who clicked, who came to the site, who stayed there.</content>
public static partial class Kpis
{
    private const string BounceDispute = "GA4 counts sessions that were not engaged, older tools sessions of one page; the two are not comparable.";

    /// <summary>How many clicks.</summary>
    public static Kpi ClickCount { get; } = Total("clicks", Clicks, "Clicks", "Clicks received.", "traffic", KpiTier.Outcome);

    /// <summary>How many clicks on links.</summary>
    public static Kpi LinkClickCount { get; } = Total("clicks.link", LinkClicks, "Link clicks", "Clicks on links.", "traffic", KpiTier.Outcome);

    /// <summary>Clicks ÷ impressions.</summary>
    public static Kpi ClickThroughRate { get; } = Define(
        "click_through_rate", Clicks / Impressions, Unit.Ratio, Direction.HigherIsBetter,
        "Click-through rate", "Clicks per impression.", "traffic", KpiTier.Outcome, AdvertisingExports, [PeopleDispute]);

    /// <summary>Link clicks ÷ impressions.</summary>
    public static Kpi LinkClickThroughRate { get; } = Rate(
        "click_through_rate.link", LinkClicks / Impressions, "Link click-through rate", "Clicks on links per impression.", "traffic", "Meta: CTR (link click-through rate)",
        [PeopleDispute, "Meta leaves link clicks blank where there were none: read that blank as zero."]);

    /// <summary>Clicks of every kind ÷ impressions.</summary>
    public static Kpi AllClicksThroughRate { get; } = Rate(
        "click_through_rate.all_clicks", AllClicks / Impressions, "Click-through rate, all clicks", "Clicks of every kind per impression.", "traffic", "Meta: CTR (all)", [PeopleDispute]);

    /// <summary>People who clicked ÷ people reached.</summary>
    public static Kpi UniqueClickThroughRate { get; } = Rate(
        "click_through_rate.unique", UniqueClicks / AccountReach, "Unique click-through rate", "People who clicked per person reached.", "traffic", "NSMA: the share of people who clicked through",
        ["Exports divide clicks by impressions. Where counts of people are added up, both are gross, which its bounds show."]);

    /// <summary>Views that began at a thumbnail ÷ impressions of thumbnails.</summary>
    public static Kpi ThumbnailClickThroughRate { get; } = Rate(
        "click_through_rate.thumbnail", ThumbnailViews / ThumbnailImpressions, "Thumbnail click-through rate", "Views that began at a thumbnail per impression of one.", "traffic",
        "YouTube: impressions click-through rate", ["It is not comparable with the CTR of posts and ads."]);

    /// <summary>Clicks ÷ visitors.</summary>
    public static Kpi ClickThroughRateByVisitors { get; } = Rate(
        "click_through_rate.by_visitors", Clicks / Visitors, "Click-through rate by visitors", "Clicks per visitor of a page.", "traffic", "clicks ÷ visitors", [PeopleDispute]);

    /// <summary>Sessions that came from social media.</summary>
    public static Kpi SocialVisits { get; } = Total(
        "social_visits", SocialSessions, "Social visits", "Visits to the site that came from social media.", "traffic", KpiTier.Outcome, disputes: ["Some count users or clicks."]);

    /// <summary>Social sessions ÷ all sessions.</summary>
    public static Kpi SocialShareOfVisits { get; } = Rate(
        "social_share_of_visits", SocialSessions / Sessions, "Social share of visits", "Visits from social media as a share of all visits to the site.", "traffic",
        "Plantracker: visitors with social media as their entry point", ["First and last touch credit different visits to social media."]);

    /// <summary>1 − engaged sessions ÷ sessions.</summary>
    public static Kpi BounceRateOfGa4 { get; } = Bounce("bounce_rate.ga4", 1 - (EngagedSessions / Sessions), "Bounce rate (GA4)", "Sessions that were not engaged.", "GA4: 1 − engaged sessions ÷ sessions");

    /// <summary>Single-page sessions ÷ sessions.</summary>
    public static Kpi SinglePageBounceRate { get; } = Bounce(
        "bounce_rate.single_page", SinglePageSessions / Sessions, "Bounce rate (single page)", "Sessions that ended on the page where they began.", "Universal Analytics; dlvr.it; the Swedish list of 22 KPIs");

    /// <summary>Single-page sessions ÷ entrances.</summary>
    public static Kpi BounceRateByEntrances { get; } = Bounce(
        "bounce_rate.by_entrances", SinglePageSessions / Entrances, "Bounce rate by entrances", "Sessions that ended on a page per entrance there.", "Netminers: by entrances");

    /// <summary>Sessions under fifteen seconds ÷ sessions.</summary>
    public static Kpi BounceRateUnderFifteenSeconds { get; } = Bounce(
        "bounce_rate.under_15_seconds", SessionsUnderFifteenSeconds / Sessions, "Bounce rate (under 15 seconds)", "Sessions of less than fifteen seconds.", "Yandex Metrica: less than 15 seconds");

    /// <summary>Engaged sessions ÷ sessions.</summary>
    public static Kpi SessionEngagementRate { get; } = Rate(
        "session_engagement_rate", EngagedSessions / Sessions, "Engaged sessions (GA4)", "Sessions that GA4 calls engaged.", "traffic", "GA4: engagement rate",
        ["GA4 calls it engagement rate; it has nothing to do with the engagement rate of posts."]);

    private static Kpi[] OfTraffic =>
    [
        ClickCount, LinkClickCount, ClickThroughRate, LinkClickThroughRate, AllClicksThroughRate, UniqueClickThroughRate, ThumbnailClickThroughRate,
        ClickThroughRateByVisitors, SocialVisits, SocialShareOfVisits, BounceRateOfGa4, SinglePageBounceRate, BounceRateByEntrances,
        BounceRateUnderFifteenSeconds, SessionEngagementRate,
    ];

    private static Kpi Bounce(string id, Formula formula, string label, string description, string source) =>
        Rate(id, formula, label, description, "traffic", source, [BounceDispute], direction: Direction.LowerIsBetter);
}
