using static SocialKpi.Measures;

namespace SocialKpi;

/// <content>How far content went, and how much a brand is spoken of.</content>
public static partial class Kpis
{
    private const string VoiceDispute = "The name is used for mentions, impressions, reach and spend alike; interactions have share_of_engagement.";

    /// <summary>How often content was shown.</summary>
    public static Kpi ImpressionCount { get; } = Total(
        "impressions", Impressions, "Impressions", "How often content was shown.", "awareness",
        disputes: ["Since 2025 Instagram and Facebook call them views; YouTube counts impressions of thumbnails, which are something else."], source: "Exports of X, LinkedIn and Meta; Swedish list of 22 KPIs; dlvr.it");

    /// <summary>How often content was played or rendered, by the rule of the platform.</summary>
    public static Kpi ViewCount { get; } = Total(
        "views", Views, "Views", "Plays or renders, by the rule of the platform.", "awareness", disputes: ["Platforms differ in when a play is a view."], source: "Exports of Meta, TikTok and YouTube");

    /// <summary>Views of people who stayed to watch.</summary>
    public static Kpi EngagedViewCount { get; } = Total("engaged_views", EngagedViews, "Engaged views", "Views of people who stayed to watch.", "awareness", "YouTube, since 2025", disputes: ["YouTube prints views and engaged views of Shorts side by side; other platforms know one count."]);

    /// <summary>People who saw anything of an account, as platforms count them. Several counts together are gross, with bounds.</summary>
    public static Kpi GrossAccountReach { get; } = Total(
        "account_reach", AccountReach, "Account reach", "People reached by an account; counts of several periods or accounts may hold the same people.", "awareness",
        disputes: ["Some call the number of followers reach."], source: "NSMA, dlvr.it, Swedish list of 22 KPIs: different people who saw the content");

    /// <summary>The reach of each post, summed: a person who saw two posts counts twice.</summary>
    public static Kpi GrossPostReach { get; } = Total("post_reach.gross", PostReach, "Gross post reach", "The reach of each post, summed; a person who saw two posts counts twice.", "awareness", "Hootsuite's types of objectives and the Swedish list of 22 KPIs: post reach; Buffer sums it", disputes: ["Buffer prints such a sum as the reach of the account, where Facebook counts each person once."]);

    /// <summary>Summed post reach ÷ posts.</summary>
    public static Kpi AverageReachPerPost { get; } = PerItem(
        "average_reach_per_post", PostReach / Posts, "Average reach per post", "People reached by the average post.", "awareness", "Hootsuite's types of objectives: post reach; its mean over posts is trade usage", ["Orlo divides reach by days."]);

    /// <summary>Summed post reach ÷ days.</summary>
    public static Kpi AverageReachPerDay { get; } = PerItem(
        "average_reach_per_day", PostReach / Days, "Average reach per day", "People reached by the posts of the average account on the average day; a person who saw two posts counts twice.", "awareness",
        "Orlo: reach ÷ days", ["Others divide by posts.", AccountDaysDispute]);

    /// <summary>Post reach ÷ followers at publish, both summed over posts.</summary>
    public static Kpi ReachRateByFollowersAtPublish { get; } = Rate(
        "reach_rate.by_followers_at_publish", PostReach / FollowersAtPublish, "Reach rate", "People reached by a post per follower the account had then; it can pass 100 %.", "awareness",
        "Trade usage without a known author; post reach is that of Meta's exports", ["Others divide the reach of the account by its audience."], KpiTier.Activity);

    /// <summary>Account reach ÷ followers.</summary>
    public static Kpi ReachRateOfAccount { get; } = Rate(
        "reach_rate.by_account_reach", AccountReach / Followers, "Reach rate of the account", "People reached by the account per follower at the end of the period; it can pass 100 %.", "awareness",
        "Trade usage without a known author; account reach is that of Meta's exports", ["Others divide the reach of each post by the followers at its publication."], KpiTier.Activity);

    /// <summary>Impressions ÷ account reach. Over several counts of people it has bounds.</summary>
    public static Kpi Frequency { get; } = PerItem(
        "frequency", Impressions / AccountReach, "Frequency", "How often each person reached saw the content.", "awareness", "Meta: impressions ÷ reach",
        ["It holds for one count of people; adding up reach makes it too low, which its bounds show."], direction: Direction.Neutral);

    /// <summary>How many mentions.</summary>
    public static Kpi MentionCount { get; } = Total("mentions", Mentions, "Mentions", "How often the brand was mentioned.", "awareness", "Swedish list of 22 KPIs; dlvr.it: how often the brand is mentioned");

    /// <summary>Tagged + untagged mentions.</summary>
    public static Kpi BrandMentions { get; } = Total(
        "brand_mentions", TaggedMentions + UntaggedMentions, "Brand mentions", "Mentions that tag the brand and mentions that only name it.", "awareness",
        source: "Hootsuite's types of objectives: tagged or not", disputes: ["Some tools find tagged mentions alone."]);

    /// <summary>Mentions that tag the account of the brand.</summary>
    public static Kpi TaggedMentionCount { get; } = Total("brand_mentions.tagged", TaggedMentions, "Tagged mentions", "Mentions that tag the brand.", "awareness", "Hootsuite's types of objectives: mentions, tagged or not", disputes: ["Others count mentions without a tag too: brand_mentions."]);

    /// <summary>How many different authors mentioned the brand.</summary>
    public static Kpi MentionAuthors { get; } = Total(
        "brand_mentions.authors", Measure.Distinct("mention_authors", of: "author"), "Authors of mentions", "How many different authors mentioned the brand.", "awareness", "Trade usage without a known author; social listening tools print it", disputes: ["Others count every mention: brand_mentions."]);

    /// <summary>Mentions of a brand ÷ mentions of all brands, those of which the brand is blank included.</summary>
    public static Kpi ShareOfVoice { get; } = Define(
        "share_of_voice.by_mentions", Mentions / Mentions.At(Context.Across("brand")), Unit.Ratio, Direction.HigherIsBetter,
        "Share of voice", "A brand's mentions as a share of all brands' mentions.", "awareness", KpiTier.Outcome,
        "Swedish list of 22 KPIs: how much people speak of the brand and of its competitors; Mentionlytics", ["Also by reach, impressions, engagement or spend.", "Others leave out mentions of which no brand is known; here they are a part of the whole."]);

    /// <summary>Impressions of a brand ÷ impressions of all brands.</summary>
    public static Kpi ShareOfVoiceByImpressions { get; } = Voice("share_of_voice.by_impressions", Impressions, "Share of voice by impressions", "A brand's impressions as a share of all brands' impressions.");

    /// <summary>Summed post reach of a brand ÷ that of all brands.</summary>
    public static Kpi ShareOfVoiceByPostReach { get; } = Voice("share_of_voice.by_post_reach", PostReach, "Share of voice by reach", "The summed reach of a brand's posts as a share of that of all brands.");

    /// <summary>Spend of a brand ÷ spend of all brands.</summary>
    public static Kpi ShareOfVoiceBySpend { get; } = Voice("share_of_voice.by_spend", Spend, "Share of voice by spend", "A brand's spend as a share of all brands' spend.");

    /// <summary>Engagements of a brand ÷ engagements of all brands.</summary>
    public static Kpi ShareOfEngagement { get; } = Voice("share_of_engagement", Engagements, "Share of engagement", "A brand's interactions as a share of all brands' interactions.");

    /// <summary>How many visits to the profile.</summary>
    public static Kpi ProfileVisitCount { get; } = Total("profile_visits", ProfileVisits, "Profile visits", "How often the profile was visited.", "awareness", "Swedish list of 22 KPIs; X export: profile visits", disputes: ["LinkedIn counts page views, TikTok profile views."]);

    /// <summary>Follows ÷ profile visits.</summary>
    public static Kpi ProfileVisitToFollowRate { get; } = Rate(
        "profile_visit_to_follow_rate", Follows / ProfileVisits, "Follows per profile visit", "Followers gained per visit to the profile; it can pass 100 %, as both are counted apart.", "awareness",
        "Aman Kharwal, Instagram reach analysis", disputes: ["Facebook prints follows per 100 visits."]);

    /// <summary>Impressions at the market's price of a thousand, row by row.</summary>
    public static Kpi EarnedMediaValueByImpressions { get; } = Worth(
        "earned_media_value.by_impressions", Measure.Sum("media_value_of_impressions", Unit.Money, of: Impressions * MarketCostPerMille / 1000),
        "Earned media value", "What the impressions would have cost at the market's price, supplied by the user.", "awareness",
        "Hook Agency, Lefty, Value per Fan: impressions at the price of the market", ["Some add engagements at their market price."]);

    /// <summary>Impressions and engagements at the market's prices, row by row.</summary>
    public static Kpi EarnedMediaValueByImpressionsAndEngagements { get; } = Worth(
        "earned_media_value.by_impressions_and_engagements",
        Measure.Sum("media_value_of_impressions_and_engagements", Unit.Money, of: (Impressions * MarketCostPerMille / 1000) + (Engagements * MarketCostPerEngagement)),
        "Earned media value (with engagements)", "What impressions and interactions would have cost at the market's prices, supplied by the user.", "awareness",
        "Hook Agency, Lefty, Value per Fan: impressions and interactions at the prices of the market", ["Some count impressions alone."]);

    private static Kpi[] OfAwareness =>
    [
        ImpressionCount, ViewCount, EngagedViewCount, GrossAccountReach, GrossPostReach, AverageReachPerPost, AverageReachPerDay, ReachRateByFollowersAtPublish,
        ReachRateOfAccount, Frequency, MentionCount, BrandMentions, TaggedMentionCount, MentionAuthors, ShareOfVoice, ShareOfVoiceByImpressions,
        ShareOfVoiceByPostReach, ShareOfVoiceBySpend, ShareOfEngagement, ProfileVisitCount, ProfileVisitToFollowRate,
        EarnedMediaValueByImpressions, EarnedMediaValueByImpressionsAndEngagements,
    ];

    private static Kpi Voice(string id, Measure measure, string label, string description) => Rate(
        id, measure / measure.At(Context.Across("brand")), label, description, "awareness", "Sprout Social: own metric ÷ metric of the market", [VoiceDispute]);
}
