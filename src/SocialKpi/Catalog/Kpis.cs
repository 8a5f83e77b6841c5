using static SocialKpi.Measures;

namespace SocialKpi;

/// <summary>The standard KPIs. Each variant of a disputed name has its own id; which interactions count is declared, never guessed.</summary>
public static class Kpis
{
    private const string InteractionsDispute = "Which interactions count differs: some tools add saves or clicks, platforms total their own set. This variant names its set.";
    private const string PeopleDispute = "Definitions speak of people who clicked; exports count clicks, and so does this.";

    private static readonly Formula LikesCommentsShares = Likes + Comments + Shares;

    /// <summary>How many posts were published.</summary>
    public static Kpi PostCount { get; } = Total("posts", Posts, "Posts", "How many posts were published.", "activity");

    /// <summary>How often content was shown.</summary>
    public static Kpi ImpressionCount { get; } = Total("impressions", Impressions, "Impressions", "How often content was shown.", "awareness");

    /// <summary>The reach of each post, summed: a person who saw two posts counts twice.</summary>
    public static Kpi GrossPostReach { get; } = Total("post_reach.gross", PostReach, "Gross post reach", "The reach of each post, summed; a person who saw two posts counts twice.", "awareness");

    /// <summary>How many likes or reactions.</summary>
    public static Kpi LikeCount { get; } = Total("likes", Likes, "Likes", "Likes or reactions received.", "engagement");

    /// <summary>How many comments.</summary>
    public static Kpi CommentCount { get; } = Total("comments", Comments, "Comments", "Comments received.", "engagement");

    /// <summary>How many shares.</summary>
    public static Kpi ShareCount { get; } = Total("shares", Shares, "Shares", "Shares or reposts received.", "engagement");

    /// <summary>How many saves.</summary>
    public static Kpi SaveCount { get; } = Total("saves", Saves, "Saves", "Saves or bookmarks received.", "engagement");

    /// <summary>How many interactions, as the platform totals them.</summary>
    public static Kpi EngagementCount { get; } = Total("engagements", Engagements, "Engagements", "Interactions, as the platform totals them.", "engagement");

    /// <summary>How many clicks.</summary>
    public static Kpi ClickCount { get; } = Total("clicks", Clicks, "Clicks", "Clicks received.", "traffic", KpiTier.Outcome);

    /// <summary>How many conversions.</summary>
    public static Kpi ConversionCount { get; } = Total("conversions", Conversions, "Conversions", "Goal events reached.", "conversion", KpiTier.Outcome);

    /// <summary>How many mentions.</summary>
    public static Kpi MentionCount { get; } = Total("mentions", Mentions, "Mentions", "How often the brand was mentioned.", "awareness");

    /// <summary>What was paid for media.</summary>
    public static Kpi TotalSpend { get; } = Kpi.Define("spend", Spend, Unit.Money, Direction.Neutral, "Spend", "What was paid for media.", "paid", KpiTier.Business);

    /// <summary>What was earned and attributed.</summary>
    public static Kpi TotalRevenue { get; } = Kpi.Define("revenue", Revenue, Unit.Money, Direction.HigherIsBetter, "Revenue", "What was earned and attributed to social media.", "conversion", KpiTier.Business);

    /// <summary>Likes ÷ posts.</summary>
    public static Kpi LikesPerPost { get; } = Kpi.Define(
        "likes_per_post", Likes / Posts, Unit.Number, Direction.HigherIsBetter,
        "Likes per post", "Likes divided by posts.", "engagement", source: "Kaushik's applause rate; TrueSocialMetrics");

    /// <summary>Engagements as the platform totals them ÷ summed post reach.</summary>
    public static Kpi EngagementRateByPostReach { get; } = Kpi.Define(
        "engagement_rate.by_post_reach", Engagements / PostReach, Unit.Ratio, Direction.HigherIsBetter,
        "ER by post reach", "Interactions, as the platform totals them, per person reached by a post.", "engagement",
        KpiTier.Outcome, "Rival IQ (private), Iconosquare: by reach", [InteractionsDispute]);

    /// <summary>(Likes + comments + shares) ÷ summed post reach.</summary>
    public static Kpi EngagementRateByPostReachLikesCommentsShares { get; } = Kpi.Define(
        "engagement_rate.by_post_reach.likes_comments_shares", LikesCommentsShares / PostReach, Unit.Ratio, Direction.HigherIsBetter,
        "ER by post reach (likes, comments, shares)", "Likes, comments and shares per person reached by a post.", "engagement",
        KpiTier.Outcome, "Rival IQ (private), Iconosquare: by reach", [InteractionsDispute]);

    /// <summary>(Likes + comments + shares + saves) ÷ summed post reach. Saves count as nothing where the platform has none.</summary>
    public static Kpi EngagementRateByPostReachLikesCommentsSharesSaves { get; } = Kpi.Define(
        "engagement_rate.by_post_reach.likes_comments_shares_saves", (LikesCommentsShares + Saves) / PostReach, Unit.Ratio, Direction.HigherIsBetter,
        "ER by post reach (with saves)", "Likes, comments, shares and saves per person reached by a post.", "engagement",
        KpiTier.Outcome, "Rival IQ (private), Iconosquare: by reach", [InteractionsDispute]);

    /// <summary>The mean over posts of engagements ÷ post reach: every post weighs the same, however few people it reached.</summary>
    public static Kpi MeanPostEngagementRateByReach { get; } = MeanPerPost(
        "engagement_rate.by_post_reach.mean_per_post", "post_engagement_rate_by_reach", Engagements / PostReach, "Mean ER per post, by reach");

    /// <summary>The mean over posts of (likes + comments + shares) ÷ post reach.</summary>
    public static Kpi MeanPostEngagementRateByReachLikesCommentsShares { get; } = MeanPerPost(
        "engagement_rate.by_post_reach.likes_comments_shares.mean_per_post", "post_engagement_rate_by_reach_likes_comments_shares", LikesCommentsShares / PostReach, "Mean ER per post, by reach (likes, comments, shares)");

    /// <summary>Engagements as the platform totals them ÷ impressions.</summary>
    public static Kpi EngagementRateByImpressions { get; } = Kpi.Define(
        "engagement_rate.by_impressions", Engagements / Impressions, Unit.Ratio, Direction.HigherIsBetter,
        "ER by impressions", "Interactions, as the platform totals them, per impression.", "engagement",
        KpiTier.Outcome, "Buffer, X and LinkedIn exports", [InteractionsDispute]);

    /// <summary>The mean over posts of engagements ÷ impressions.</summary>
    public static Kpi MeanPostEngagementRateByImpressions { get; } = MeanPerPost(
        "engagement_rate.by_impressions.mean_per_post", "post_engagement_rate_by_impressions", Engagements / Impressions, "Mean ER per post, by impressions");

    /// <summary>Engagements ÷ the followers at publish, both summed over posts.</summary>
    public static Kpi EngagementRateByFollowersAtPublish { get; } = Kpi.Define(
        "engagement_rate.by_followers_at_publish", Engagements / FollowersAtPublish, Unit.Ratio, Direction.HigherIsBetter,
        "ER by followers", "Interactions per follower the account had when each post was published.", "engagement",
        KpiTier.Outcome, "Rival IQ (public): sum of engagement ÷ sum of followers", [InteractionsDispute, "Some divide by today's followers, or do not divide by the number of posts."]);

    /// <summary>Clicks ÷ impressions.</summary>
    public static Kpi ClickThroughRate { get; } = Kpi.Define(
        "click_through_rate", Clicks / Impressions, Unit.Ratio, Direction.HigherIsBetter,
        "CTR", "Clicks per impression.", "traffic", KpiTier.Outcome, "Advertising exports of all platforms", [PeopleDispute]);

    /// <summary>Conversions ÷ clicks.</summary>
    public static Kpi ConversionRate { get; } = Kpi.Define(
        "conversion_rate", Conversions / Clicks, Unit.Ratio, Direction.HigherIsBetter,
        "Conversion rate", "Conversions per click; events can pass 100 %.", "conversion", KpiTier.Outcome,
        "Advertising exports of all platforms", ["Others divide by visitors, sessions or reach."]);

    /// <summary>Spend ÷ clicks.</summary>
    public static Kpi CostPerClick { get; } = Cost("cost_per_click", Spend / Clicks, "CPC", "What a click costs.");

    /// <summary>1,000 × spend ÷ impressions.</summary>
    public static Kpi CostPerMille { get; } = Cost("cost_per_mille", 1000 * Spend / Impressions, "CPM", "What a thousand impressions cost.");

    /// <summary>Spend ÷ conversions.</summary>
    public static Kpi CostPerAction { get; } = Cost("cost_per_action", Spend / Conversions, "CPA", "What a conversion costs, in media alone.");

    /// <summary>(Revenue − spend) ÷ spend.</summary>
    public static Kpi ReturnOnInvestment { get; } = Kpi.Define(
        "return_on_investment", (Revenue - Spend) / Spend, Unit.Ratio, Direction.HigherIsBetter,
        "ROI", "What each unit of spend earned beyond itself.", "paid", KpiTier.Business,
        "(gain − cost) ÷ cost", ["Some count cost savings as a gain, take a margin off first, or print cost : return."]);

    /// <summary>Revenue ÷ spend, a plain number: 4 means 4 : 1.</summary>
    public static Kpi ReturnOnAdSpend { get; } = Kpi.Define(
        "return_on_ad_spend", Revenue / Spend, Unit.Number, Direction.HigherIsBetter,
        "ROAS", "Revenue per unit of spend; 4 means 4 : 1.", "paid", KpiTier.Business, "Advertising exports of all platforms", ["Sometimes printed in per cent."]);

    /// <summary>100 × (promoters − detractors) ÷ answers, in points from −100 to 100.</summary>
    public static Kpi NetPromoterScore { get; } = Kpi.Define(
        "net_promoter_score", 100 * (Promoters - Detractors) / Answers, Unit.Points, Direction.HigherIsBetter,
        "NPS", "Share of promoters (9–10) less share of detractors (0–6), in points.", "customer_experience", KpiTier.Outcome,
        "Reichheld 2003", ["Rounding the shares first can shift it by a point."]);

    /// <summary>Mentions of a brand ÷ mentions of all brands.</summary>
    public static Kpi ShareOfVoice { get; } = Kpi.Define(
        "share_of_voice.by_mentions", Mentions / Mentions.At(Context.Across("brand")), Unit.Ratio, Direction.HigherIsBetter,
        "Share of voice", "A brand's mentions as a share of all brands' mentions.", "awareness", KpiTier.Outcome,
        "mentions of the brand ÷ mentions of the market", ["Also by reach, impressions, engagement or spend."]);

    /// <summary>(Positive − negative mentions) ÷ mentions, neutral ones included below.</summary>
    public static Kpi NetSentiment { get; } = Kpi.Define(
        "net_sentiment", (PositiveMentions - NegativeMentions) / Mentions, Unit.Ratio, Direction.HigherIsBetter,
        "Net sentiment", "Positive less negative mentions, as a share of all mentions.", "customer_experience", KpiTier.Outcome,
        "(positive − negative) ÷ (positive + negative + neutral)", ["Polarity leaves neutral mentions out of the denominator."]);

    /// <summary>Followers of each account, last known, summed over accounts: never over time.</summary>
    public static Kpi FollowerCount { get; } = Total("followers", Followers, "Followers", "Followers at the end of the period, of all accounts together.", "audience");

    /// <summary>Followers at the end ÷ followers at the start − 1, over the accounts known at both moments.</summary>
    public static Kpi AudienceGrowthRate { get; } = Kpi.Define(
        "audience_growth_rate", (Followers / Followers.At(Context.Opening)) - 1, Unit.Ratio, Direction.HigherIsBetter,
        "Audience growth", "How much the followers grew from the start of the period to its end.", "audience", KpiTier.Outcome,
        "(end − start) ÷ start", ["Hootsuite divides net new followers by the total audience; Keyhole counts gained followers only."]);

    /// <summary>People who saw anything of an account, as platforms count them. Several counts together are gross, with bounds.</summary>
    public static Kpi GrossAccountReach { get; } = Total(
        "account_reach", AccountReach, "Account reach", "People reached by an account; counts of several periods or accounts may hold the same people.", "awareness");

    /// <summary>
    /// The share of the audience in each value of a dimension, such as country or gender: the accounts' shares, each weighted by
    /// its audience. Over all values it is the part of the audience that the source lists, 100 % where it lists everybody; an
    /// account that does not list a value counts in the audience and not in the value. A value that a later list of an account
    /// leaves out is carried forward like any stock, so read one list at a time, with <see cref="KpiQuery.During"/>.
    /// </summary>
    /// <param name="by">The dimension of the buckets, a lower-case word.</param>
    /// <exception cref="DefinitionException">The dimension is not a lower-case word.</exception>
    public static Kpi ShareOfAudience(string by) => Kpi.Define(
        $"share_of_audience.by_{by}",
        Measure.Snapshot($"audience_by_{by}", Unit.Count, AudienceShare * Audience, ["account", by]) / Audience.At(Context.Across(by)),
        Unit.Ratio, Direction.Neutral, $"Audience by {by}", $"The share of the audience in each {by}, weighted by the size of each account's audience.", "audience");

    /// <summary>All of them, in the order above.</summary>
    public static IReadOnlyList<Kpi> All { get; } =
    [
        PostCount, ImpressionCount, GrossPostReach, LikeCount, CommentCount, ShareCount, SaveCount, EngagementCount, ClickCount,
        ConversionCount, MentionCount, TotalSpend, TotalRevenue, LikesPerPost,
        EngagementRateByPostReach, EngagementRateByPostReachLikesCommentsShares, EngagementRateByPostReachLikesCommentsSharesSaves,
        MeanPostEngagementRateByReach, MeanPostEngagementRateByReachLikesCommentsShares,
        EngagementRateByImpressions, MeanPostEngagementRateByImpressions, EngagementRateByFollowersAtPublish,
        ClickThroughRate, ConversionRate, CostPerClick, CostPerMille, CostPerAction, ReturnOnInvestment, ReturnOnAdSpend,
        NetPromoterScore, ShareOfVoice, NetSentiment, FollowerCount, AudienceGrowthRate, GrossAccountReach,
    ];

    private static Kpi Total(string id, Measure measure, string label, string description, string category, KpiTier tier = KpiTier.Activity) =>
        Kpi.Define(id, measure, Unit.Count, Direction.HigherIsBetter, label, description, category, tier);

    private static Kpi Cost(string id, Formula formula, string label, string description) =>
        Kpi.Define(id, formula, Unit.Money, Direction.LowerIsBetter, label, description, "paid", KpiTier.Business, "Advertising exports of all platforms");

    private static Kpi MeanPerPost(string id, string measure, Formula rate, string label) => Kpi.Define(
        id, Measure.Mean(measure, Unit.Ratio, of: rate), Unit.Ratio, Direction.HigherIsBetter,
        label, "The mean of the posts' own rates: every post weighs the same, however few people saw it.", "engagement",
        KpiTier.Outcome, "Average engagement rate per post (Iconosquare)", ["Pooling all posts, as the rate without mean_per_post does, weighs posts by who saw them."]);
}
