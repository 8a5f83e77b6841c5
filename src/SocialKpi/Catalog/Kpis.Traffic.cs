using static SocialKpi.Measures;

namespace SocialKpi;

/// <content>Who clicked, who came to the site, who stayed there.</content>
public static partial class Kpis
{
    private const string BounceDispute = "GA4 counts sessions that were not engaged, older tools sessions of one page; the two are not comparable.";

    /// <summary>How many clicks.</summary>
    public static Kpi ClickCount { get; } = Total("clicks", Clicks, "Clicks", "Clicks received.", "traffic", tier: KpiTier.Outcome, source: "NSMA; dlvr.it: clicks on links or calls to action", disputes: ["Some mean clicks on links, others clicks of every kind or those that leave the platform: clicks.link, clicks.all, clicks.outbound."]);

    /// <summary>How many clicks on links.</summary>
    public static Kpi LinkClickCount { get; } = Total("clicks.link", LinkClicks, "Link clicks", "Clicks on links.", "traffic", tier: KpiTier.Outcome, source: "Meta: link clicks; X: URL clicks", disputes: ["Clicks on links within the platform count too; clicks.outbound counts those that leave it."]);

    /// <summary>How many clicks of every kind.</summary>
    public static Kpi AllClickCount { get; } = Total(
        "clicks.all", AllClicks, "Clicks of every kind", "Clicks on links, photos, names and anything else.", "traffic", "Meta: clicks (all); LinkedIn: clicks (total)",
        ["On Facebook link clicks and other clicks need not add up to it: clicks on photos are a third part."], tier: KpiTier.Outcome);

    /// <summary>How many clicks that lead away from the platform.</summary>
    public static Kpi OutboundClickCount { get; } = Total(
        "clicks.outbound", OutboundClicks, "Outbound clicks", "Clicks that led away from the platform.", "traffic", "Meta: outbound clicks",
        ["Clicks on links count those within the platform too: clicks.link."], tier: KpiTier.Outcome);

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
        "click_through_rate.by_visitors", Clicks / Visitors, "Click-through rate by visitors", "Clicks per visitor of a page.", "traffic", "Trade usage without a known author; beside the CTR of Meta's exports, by impressions", [PeopleDispute]);

    /// <summary>Sessions that came from social media.</summary>
    public static Kpi SocialVisits { get; } = Total(
        "social_visits", SocialSessions, "Social visits", "Visits to the site that came from social media.", "traffic", tier: KpiTier.Outcome, disputes: ["Some count users or clicks."], source: "NSMA: visits from social media; dlvr.it: visits from Facebook");

    /// <summary>Social sessions ÷ all sessions.</summary>
    public static Kpi SocialShareOfVisits { get; } = Rate(
        "social_share_of_visits", SocialSessions / Sessions, "Social share of visits", "Visits from social media as a share of all visits to the site.", "traffic",
        "Plantracker: visitors with social media as their entry point", ["First and last touch credit different visits to social media."]);

    /// <summary>1 − engaged sessions ÷ sessions.</summary>
    public static Kpi BounceRateOfGa4 { get; } = Bounce("bounce_rate.ga4", 1 - (EngagedSessions / Sessions), "Bounce rate (GA4)", "Sessions that were not engaged.", "GA4: 1 − engaged sessions ÷ sessions");

    /// <summary>Single-page sessions ÷ sessions.</summary>
    public static Kpi SinglePageBounceRate { get; } = Bounce(
        "bounce_rate.single_page", SinglePageSessions / Sessions, "Bounce rate (single page)", "Sessions in which only one page was viewed.", "Universal Analytics; dlvr.it; the Swedish list of 22 KPIs");

    /// <summary>Single-page sessions ÷ entrances.</summary>
    public static Kpi BounceRateByEntrances { get; } = Bounce(
        "bounce_rate.by_entrances", SinglePageSessions / Entrances, "Bounce rate by entrances", "Sessions in which no other page was viewed, per entrance at the page.", "Netminers: by entrances");

    /// <summary>Sessions under fifteen seconds ÷ sessions.</summary>
    public static Kpi BounceRateUnderFifteenSeconds { get; } = Bounce(
        "bounce_rate.under_15_seconds", SessionsUnderFifteenSeconds / Sessions, "Bounce rate (under 15 seconds)", "Sessions of less than fifteen seconds.", "Yandex Metrica: less than 15 seconds");

    /// <summary>Engaged sessions ÷ sessions.</summary>
    public static Kpi SessionEngagementRate { get; } = Rate(
        "session_engagement_rate", EngagedSessions / Sessions, "Engaged sessions (GA4)", "Sessions that GA4 calls engaged.", "traffic", "GA4: engagement rate",
        ["GA4 calls it engagement rate; it has nothing to do with the engagement rate of posts."]);

    private static Kpi[] OfTraffic =>
    [
        ClickCount, LinkClickCount, AllClickCount, OutboundClickCount, ClickThroughRate, LinkClickThroughRate, AllClicksThroughRate, UniqueClickThroughRate, ThumbnailClickThroughRate,
        ClickThroughRateByVisitors, SocialVisits, SocialShareOfVisits, BounceRateOfGa4, SinglePageBounceRate, BounceRateByEntrances,
        BounceRateUnderFifteenSeconds, SessionEngagementRate,
    ];

    private static Kpi Bounce(string id, Formula formula, string label, string description, string source) =>
        Rate(id, formula, label, description, "traffic", source, [BounceDispute], direction: Direction.LowerIsBetter);
}
