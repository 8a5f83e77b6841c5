using static SocialKpi.Measures;

namespace SocialKpi;

/// <content>Interactions: how many, in which set, and per what.</content>
public static partial class Kpis
{
    private const string SetDispute = "Tools count other sets under the same name; this one names its own.";

    private static Formula LikesCommentsShares => Likes + Comments + Shares;

    /// <summary>How many likes or reactions.</summary>
    public static Kpi LikeCount { get; } = Total("likes", Likes, "Likes", "Likes or reactions received.", "engagement", "NSMA, dlvr.it, Plantracker, Swedish list of 22 KPIs", disputes: ["Facebook counts six reactions; whether those on shares of a post count differs. LinkedIn's daily export is negative where reactions were taken back."]);

    /// <summary>How many comments.</summary>
    public static Kpi CommentCount { get; } = Total("comments", Comments, "Comments", "Comments received.", "engagement", "NSMA, dlvr.it, Plantracker, Swedish list of 22 KPIs", disputes: ["Some leave out the replies of the account itself, others count them; this is the count of the source."]);

    /// <summary>How many shares.</summary>
    public static Kpi ShareCount { get; } = Total("shares", Shares, "Shares", "Shares or reposts received.", "engagement", "NSMA, dlvr.it, Plantracker, Swedish list of 22 KPIs", disputes: ["X counts reposts, quotes and, in newer exports, shares apart; LinkedIn counts reposts."]);

    /// <summary>How many saves.</summary>
    public static Kpi SaveCount { get; } = Total("saves", Saves, "Saves", "Saves or bookmarks received.", "engagement", "Swedish list of 22 KPIs: saves", disputes: ["X calls them bookmarks, TikTok favourites."]);

    /// <summary>How many interactions, as the platform totals them.</summary>
    public static Kpi EngagementCount { get; } = Total("engagements", Engagements, "Engagements", "Interactions, as the platform totals them.", "engagement", "Exports of Meta, X and LinkedIn: their own total", disputes: ["X totals fourteen kinds of interaction, LinkedIn counts clicks, Meta its own set; sums that declare their set have ids such as engagements.likes_comments_shares."]);

    /// <summary>Likes + comments.</summary>
    public static Kpi LikesAndComments { get; } = Set("engagements.likes_comments", Likes + Comments, "Likes and comments", "Socialinsider: Instagram, YouTube");

    /// <summary>Likes + shares.</summary>
    public static Kpi LikesAndShares { get; } = Set("engagements.likes_shares", Likes + Shares, "Likes and shares", "Socialinsider: X");

    /// <summary>Likes + comments + shares.</summary>
    public static Kpi LikesCommentsAndShares { get; } = Set("engagements.likes_comments_shares", LikesCommentsShares, "Likes, comments and shares", "dlvr.it; Socialinsider: Facebook, TikTok");

    /// <summary>Likes + comments + shares + clicks.</summary>
    public static Kpi LikesCommentsSharesAndClicks { get; } = Set("engagements.likes_comments_shares_clicks", LikesCommentsShares + Clicks, "Likes, comments, shares and clicks", "NSMA; Socialinsider: LinkedIn");

    /// <summary>Likes + comments + shares + saves.</summary>
    public static Kpi LikesCommentsSharesAndSaves { get; } = Set("engagements.likes_comments_shares_saves", LikesCommentsShares + Saves, "Likes, comments, shares and saves", "Swedish list of 22 KPIs");

    /// <summary>Likes + comments + shares + quotes + link clicks + profile clicks.</summary>
    public static Kpi InteractionsOfBufferForX { get; } = Set(
        "engagements.likes_comments_shares_quotes_link_clicks_profile_clicks", LikesCommentsShares + Quotes + LinkClicks + ProfileClicks,
        "Interactions of Buffer for X", "Buffer: likes, replies, retweets, quotes, link clicks and profile clicks on X");

    /// <summary>Likes + 2 × comments + 3 × shares.</summary>
    public static Kpi WeightedInteractions { get; } = Set(
        "engagements.weighted_likes_1_comments_2_shares_3", Likes + (2 * Comments) + (3 * Shares), "Weighted interactions (1, 2, 3)", "codingace: like 1, comment 2, share 3");

    /// <summary>Engagements ÷ posts.</summary>
    public static Kpi EngagementsPerPost { get; } = PerItem(
        "engagements_per_post", Engagements / Posts, "Engagements per post", "Interactions of the average post, as the platform totals them.", "engagement",
        "Swedish list of 22 KPIs: average post engagement", [InteractionsDispute]);

    /// <summary>Engagements ÷ days.</summary>
    public static Kpi EngagementsPerDay { get; } = PerItem(
        "engagements_per_day", Engagements / Days, "Engagements per day", "Interactions of the average account on the average day, as the platform totals them.", "engagement",
        "Sprout Social benchmarks: engagements per day", [InteractionsDispute, AccountDaysDispute]);

    /// <summary>Engagements as the platform totals them ÷ summed post reach.</summary>
    public static Kpi EngagementRateByPostReach { get; } = Define(
        "engagement_rate.by_post_reach", Engagements / PostReach, Unit.Ratio, Direction.HigherIsBetter,
        "Engagement rate by post reach", "Interactions, as the platform totals them, per person reached by a post.", "engagement",
        KpiTier.Outcome, "Rival IQ (private), Iconosquare: by reach", [InteractionsDispute]);

    /// <summary>(Likes + comments + shares) ÷ summed post reach.</summary>
    public static Kpi EngagementRateByPostReachLikesCommentsShares { get; } = Define(
        "engagement_rate.by_post_reach.likes_comments_shares", LikesCommentsShares / PostReach, Unit.Ratio, Direction.HigherIsBetter,
        "Engagement rate by post reach (likes, comments, shares)", "Likes, comments and shares per person reached by a post.", "engagement",
        KpiTier.Outcome, "Rival IQ (private), Iconosquare: by reach", [InteractionsDispute]);

    /// <summary>(Likes + comments + shares + saves) ÷ summed post reach. Saves count as nothing where the platform has none.</summary>
    public static Kpi EngagementRateByPostReachLikesCommentsSharesSaves { get; } = Define(
        "engagement_rate.by_post_reach.likes_comments_shares_saves", (LikesCommentsShares + Saves) / PostReach, Unit.Ratio, Direction.HigherIsBetter,
        "Engagement rate by post reach (with saves)", "Likes, comments, shares and saves per person reached by a post.", "engagement",
        KpiTier.Outcome, "Rival IQ (private), Iconosquare: by reach", [InteractionsDispute]);

    /// <summary>(Likes + 2 × comments + 3 × shares) ÷ summed post reach.</summary>
    public static Kpi WeightedEngagementRateByPostReach { get; } = Rate(
        "engagement_rate.by_post_reach.weighted_likes_1_comments_2_shares_3", (Likes + (2 * Comments) + (3 * Shares)) / PostReach, "Weighted engagement rate by post reach (1, 2, 3)",
        "Likes, comments counted twice and shares counted three times, per person reached by a post.", "engagement", "Unmetric: weighted engagement; codingace's weights", [InteractionsDispute, "Weights differ by tool."]);

    /// <summary>The mean over posts of engagements ÷ post reach: every post weighs the same, however few people it reached.</summary>
    public static Kpi MeanPostEngagementRateByReach { get; } = MeanPerPost(
        "engagement_rate.by_post_reach.mean_per_post", "post_engagement_rate_by_reach", Engagements / PostReach, "Mean engagement rate per post, by reach", "interactions per person reached");

    /// <summary>The mean over posts of (likes + comments + shares) ÷ post reach.</summary>
    public static Kpi MeanPostEngagementRateByReachLikesCommentsShares { get; } = MeanPerPost(
        "engagement_rate.by_post_reach.likes_comments_shares.mean_per_post", "post_engagement_rate_by_reach_likes_comments_shares", LikesCommentsShares / PostReach, "Mean engagement rate per post, by reach (likes, comments, shares)", "likes, comments and shares per person reached");

    /// <summary>Engagements ÷ account reach. Over several counts of people it has bounds.</summary>
    public static Kpi EngagementRateByAccountReach { get; } = EngagementRate(
        "engagement_rate.by_account_reach", Engagements / AccountReach, "Engagement rate by account reach", "Interactions, as the platform totals them, per person reached by the account.", "Rival IQ (private), Iconosquare: by reach");

    /// <summary>Engagements as the platform totals them ÷ impressions.</summary>
    public static Kpi EngagementRateByImpressions { get; } = Define(
        "engagement_rate.by_impressions", Engagements / Impressions, Unit.Ratio, Direction.HigherIsBetter,
        "Engagement rate by impressions", "Interactions, as the platform totals them, per impression.", "engagement",
        KpiTier.Outcome, "Buffer, X and LinkedIn exports", [InteractionsDispute]);

    /// <summary>The mean over posts of engagements ÷ impressions.</summary>
    public static Kpi MeanPostEngagementRateByImpressions { get; } = MeanPerPost(
        "engagement_rate.by_impressions.mean_per_post", "post_engagement_rate_by_impressions", Engagements / Impressions, "Mean engagement rate per post, by impressions", "interactions per impression");

    /// <summary>Engagements ÷ views.</summary>
    public static Kpi EngagementRateByViews { get; } = EngagementRate(
        "engagement_rate.by_views", Engagements / Views, "Engagement rate by views", "Interactions, as the platform totals them, per view.", "Rival IQ: TikTok");

    /// <summary>(Likes + comments + shares) ÷ views.</summary>
    public static Kpi EngagementRateByViewsLikesCommentsShares { get; } = EngagementRate(
        "engagement_rate.by_views.likes_comments_shares", LikesCommentsShares / Views, "Engagement rate by views (likes, comments, shares)", "Likes, comments and shares per view.", "Rival IQ: TikTok");

    /// <summary>(Likes + comments + shares + saves) ÷ views. Saves count as nothing where the platform has none.</summary>
    public static Kpi EngagementRateByViewsLikesCommentsSharesSaves { get; } = EngagementRate(
        "engagement_rate.by_views.likes_comments_shares_saves", (LikesCommentsShares + Saves) / Views, "Engagement rate by views (with saves)", "Likes, comments, shares and saves per view.", "Calculory, Schedulala: TikTok with saves");

    /// <summary>Engagements ÷ the followers at publish, both summed over posts.</summary>
    public static Kpi EngagementRateByFollowersAtPublish { get; } = Define(
        "engagement_rate.by_followers_at_publish", Engagements / FollowersAtPublish, Unit.Ratio, Direction.HigherIsBetter,
        "Engagement rate by followers", "Interactions per follower the account had when each post was published.", "engagement",
        KpiTier.Outcome, "Rival IQ (public): sum of engagement ÷ sum of followers", [InteractionsDispute, "Some divide by today's followers, or do not divide by the number of posts."]);

    /// <summary>The mean over posts of engagements ÷ followers at publish.</summary>
    public static Kpi MeanPostEngagementRateByFollowers { get; } = MeanPerPost(
        "engagement_rate.by_followers_at_publish.mean_per_post", "post_engagement_rate_by_followers", Engagements / FollowersAtPublish, "Mean engagement rate per post, by followers", "interactions per follower at publish");

    /// <summary>The mean over posts of (likes + comments + saves) ÷ followers at publish.</summary>
    public static Kpi MeanPostEngagementRateByFollowersLikesCommentsSaves { get; } = MeanPerPost(
        "engagement_rate.by_followers_at_publish.likes_comments_saves.mean_per_post", "post_engagement_rate_by_followers_likes_comments_saves",
        (Likes + Comments + Saves) / FollowersAtPublish, "Mean engagement rate per post, by followers (likes, comments, saves)", "likes, comments and saves per follower at publish");

    /// <summary>Engagements ÷ followers at the end, not divided by the number of posts.</summary>
    public static Kpi EngagementRateByFollowers { get; } = EngagementRate(
        "engagement_rate.by_followers", Engagements / Followers, "Engagement rate by all followers", "Interactions of the whole period per follower at its end; many posts make it large.",
        "Archive.com: total engagements ÷ total followers", [InteractionsDispute, "Most divide by the number of posts as well.", "The Swedish list calls a rate by followers follower quality."]);

    /// <summary>The mean over days of engagements ÷ followers of that day. Each row is a day of an account.</summary>
    public static Kpi DailyEngagementRate { get; } = EngagementRate(
        "engagement_rate.daily", Measure.Mean("daily_engagement_rate", Unit.Ratio, of: Engagements / Followers), "Daily engagement rate",
        "The mean of each day's interactions per follower of that day; each row is a day of an account.", "NapoleonCat: mean of daily rates",
        [InteractionsDispute, "Some count interactions with the posts published that day, others the interactions of that day: say which.", "Others divide the total by days × followers: engagement_rate.daily.by_follower_days."]);

    /// <summary>Engagements ÷ (days × the mean of the days' followers): what each follower brings a day. Each row is a day of an account.</summary>
    public static Kpi DailyEngagementRateByFollowerDays { get; } = EngagementRate(
        "engagement_rate.daily.by_follower_days", Engagements / Days / Measure.Mean("mean_daily_followers", Unit.Count, of: Followers), "Daily engagement rate by follower days",
        "All interactions per follower and day: days with many followers weigh more; each row is a day of an account.", "brdata: total ÷ (days × followers)",
        [InteractionsDispute, "Others take the mean of each day's rate: engagement_rate.daily.", "Some multiply all days by the followers of the last one."]);

    private static Kpi[] OfEngagement =>
    [
        LikeCount, CommentCount, ShareCount, SaveCount, EngagementCount, LikesAndComments, LikesAndShares, LikesCommentsAndShares,
        LikesCommentsSharesAndClicks, LikesCommentsSharesAndSaves, InteractionsOfBufferForX, WeightedInteractions, EngagementsPerPost, EngagementsPerDay,
        EngagementRateByPostReach, EngagementRateByPostReachLikesCommentsShares, EngagementRateByPostReachLikesCommentsSharesSaves,
        WeightedEngagementRateByPostReach, MeanPostEngagementRateByReach, MeanPostEngagementRateByReachLikesCommentsShares,
        EngagementRateByAccountReach, EngagementRateByImpressions, MeanPostEngagementRateByImpressions, EngagementRateByViews,
        EngagementRateByViewsLikesCommentsShares, EngagementRateByViewsLikesCommentsSharesSaves, EngagementRateByFollowersAtPublish,
        MeanPostEngagementRateByFollowers, MeanPostEngagementRateByFollowersLikesCommentsSaves, EngagementRateByFollowers, DailyEngagementRate, DailyEngagementRateByFollowerDays,
    ];

    private static Kpi Set(string id, Formula formula, string label, string source) =>
        Total(id, formula, label, $"Interactions: {formula.ToString().Replace('_', ' ')}.", "engagement", source: source, disputes: [SetDispute]);

    private static Kpi EngagementRate(string id, Formula formula, string label, string description, string source, IEnumerable<string>? disputes = null) =>
        Rate(id, formula, label, description, "engagement", source, disputes ?? [InteractionsDispute]);

    private static Kpi MeanPerPost(string id, string measure, Formula rate, string label, string rateInWords) => Define(
        id, Measure.Mean(measure, Unit.Ratio, of: rate), Unit.Ratio, Direction.HigherIsBetter,
        label, $"The mean over posts of {rateInWords}: every post weighs the same, however few people saw it.", "engagement",
        KpiTier.Outcome, "Average engagement rate per post (Iconosquare)", ["Pooling all posts, as the rate without mean_per_post does, weighs posts by who saw them."]);
}
