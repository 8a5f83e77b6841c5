using static SocialKpi.Measures;

namespace SocialKpi;

/// <content>Applause, amplification, conversation, virality and saves: one kind of interaction, per what its sources divide by.</content>
public static partial class Kpis
{
    private const string ApplauseDispute = "Kaushik divides likes by posts (likes_per_post), Hootsuite by followers, dlvr.it by people.";
    private const string AmplificationDispute = "Kaushik divides shares by posts (shares_per_post), Hootsuite by followers, dlvr.it by reach; shares ÷ impressions is called virality.";
    private const string ConversationDispute = "Kaushik divides comments by posts (comments_per_post), others by followers or by all interactions. It is not the conversion rate.";
    private const string ViralityDispute = "Others divide shares by impressions, by reach or by unique views; the K-factor is another metric.";
    private const string ScoreSource = "Candidate for the comment conversation score, which Hootsuite's types of objectives name without a formula";
    private const string ScoreDispute = "Replies ÷ comments, threads of two turns ÷ comments and comments ÷ impressions are candidates for one name, comment_conversation_score; none is published as it. It is not the conversation rate.";
    private const string ViralitySource = "Hootsuite's types of objectives; bizway, pancalchub, calculatorultra: by impressions, reach or unique views";
    private const string SaveSource = "thecalcu: by followers, reach or impressions";
    private const string SaveDispute = "Others divide saves by followers, reach or impressions.";

    /// <summary>Likes ÷ posts.</summary>
    public static Kpi LikesPerPost { get; } = Define(
        "likes_per_post", Likes / Posts, Unit.Number, Direction.HigherIsBetter,
        "Likes per post", "Likes divided by posts.", "engagement", KpiTier.Activity, "Kaushik's applause rate; TrueSocialMetrics", [ApplauseDispute]);

    /// <summary>Likes ÷ followers at publish, both summed over posts.</summary>
    public static Kpi ApplauseRateByFollowersAtPublish { get; } = Interaction(
        "applause_rate.by_followers_at_publish", Likes / FollowersAtPublish, "Applause rate", "Likes per follower the account had when each post was published.", "Hootsuite: approval actions ÷ followers, here those at publish", ApplauseDispute);

    /// <summary>Likes ÷ followers at the end.</summary>
    public static Kpi ApplauseRateByFollowers { get; } = Interaction(
        "applause_rate.by_followers", Likes / Followers, "Applause rate by all followers", "Likes of the whole period per follower at its end.", "Hootsuite: approval actions ÷ followers", ApplauseDispute, StockDispute);

    /// <summary>Likes ÷ summed post reach.</summary>
    public static Kpi ApplauseRateByPostReach { get; } = Interaction(
        "applause_rate.by_post_reach", Likes / PostReach, "Applause rate by reach", "Likes per person reached by a post.", "dlvr.it: the share of people who like", ApplauseDispute);

    /// <summary>1,000 × likes ÷ followers at publish.</summary>
    public static Kpi ApplausePerThousandFollowers { get; } = PerThousand("applause_rate.per_1000_followers", 1000 * Likes / FollowersAtPublish, "Applause per 1,000 followers", "Likes per post and thousand followers.", ApplauseDispute);

    /// <summary>Shares ÷ posts.</summary>
    public static Kpi SharesPerPost { get; } = PerItem("shares_per_post", Shares / Posts, "Shares per post", "Shares divided by posts.", "engagement", "Kaushik's amplification rate; TrueSocialMetrics", [AmplificationDispute]);

    /// <summary>Shares ÷ followers at publish, both summed over posts.</summary>
    public static Kpi AmplificationRateByFollowersAtPublish { get; } = Interaction(
        "amplification_rate.by_followers_at_publish", Shares / FollowersAtPublish, "Amplification rate", "Shares per follower the account had when each post was published.", "Hootsuite: shares ÷ followers, here those at publish", AmplificationDispute);

    /// <summary>Shares ÷ followers at the end.</summary>
    public static Kpi AmplificationRateByFollowers { get; } = Interaction(
        "amplification_rate.by_followers", Shares / Followers, "Amplification rate by all followers", "Shares of the whole period per follower at its end.", "Hootsuite: shares ÷ followers", AmplificationDispute, StockDispute);

    /// <summary>Shares ÷ posts ÷ followers at the end.</summary>
    public static Kpi AmplificationRateOfAveragePost { get; } = Interaction(
        "amplification_rate.shares_per_post_by_followers", Shares / Posts / Followers, "Amplification rate of the average post", "Shares of the average post per follower at the end of the period.", "HSMAI, shno.co, calculator.city on amplification: average shares per post, by followers", AmplificationDispute, StockDispute,
        "Over several accounts the total is all shares ÷ all posts ÷ all followers: two accounts of 1 % each have less than 1 % together, so compare accounts one by one.");

    /// <summary>Shares ÷ account reach. Over several counts of people it has bounds.</summary>
    public static Kpi AmplificationRateByAccountReach { get; } = Interaction(
        "amplification_rate.by_account_reach", Shares / AccountReach, "Amplification rate by account reach", "Shares per person reached by the account.", "dlvr.it: shares relative to overall reach", AmplificationDispute);

    /// <summary>Shares ÷ summed post reach.</summary>
    public static Kpi ViralityRateByPostReach { get; } = Interaction(
        "virality_rate.by_post_reach", Shares / PostReach, "Virality rate by reach", "Shares per person reached by a post.", ViralitySource, ViralityDispute, "Others call it amplification.");

    /// <summary>Shares ÷ impressions.</summary>
    public static Kpi ViralityRateByImpressions { get; } = Interaction(
        "virality_rate.by_impressions", Shares / Impressions, "Virality rate", "Shares per impression.", ViralitySource, ViralityDispute);

    /// <summary>Shares ÷ summed unique views.</summary>
    public static Kpi ViralityRateByUniqueViews { get; } = Interaction(
        "virality_rate.by_unique_views", Shares / UniqueViews, "Virality rate by unique views", "Shares per person who viewed a post.", ViralitySource, ViralityDispute,
        "Where a platform calls the people that a post reached its unique views, it is the rate by reach.");

    /// <summary>1,000 × shares ÷ followers at publish.</summary>
    public static Kpi AmplificationPerThousandFollowers { get; } = PerThousand("amplification_rate.per_1000_followers", 1000 * Shares / FollowersAtPublish, "Amplification per 1,000 followers", "Shares per post and thousand followers.", AmplificationDispute);

    /// <summary>Comments ÷ posts.</summary>
    public static Kpi CommentsPerPost { get; } = PerItem("comments_per_post", Comments / Posts, "Comments per post", "Comments divided by posts.", "engagement", "Kaushik's conversation rate; TrueSocialMetrics", [ConversationDispute]);

    /// <summary>Comments ÷ followers at publish, both summed over posts.</summary>
    public static Kpi ConversationRateByFollowersAtPublish { get; } = Interaction(
        "conversation_rate.by_followers_at_publish", Comments / FollowersAtPublish, "Conversation rate", "Comments per follower the account had when each post was published.", "Lists of the Hootsuite type, leratomonareng: comments ÷ followers, here those at publish", ConversationDispute);

    /// <summary>Comments ÷ followers at the end.</summary>
    public static Kpi ConversationRateByFollowers { get; } = Interaction(
        "conversation_rate.by_followers", Comments / Followers, "Conversation rate by all followers", "Comments of the whole period per follower at its end.", "Lists of the Hootsuite type, leratomonareng: comments ÷ followers", ConversationDispute, StockDispute);

    /// <summary>Comments ÷ all engagements.</summary>
    public static Kpi ConversationRateByEngagements { get; } = Interaction(
        "conversation_rate.by_engagements", Comments / Engagements, "Comments among interactions", "Comments as a share of all interactions, as the platform totals them.", "Examzify: comments among all engagements", ConversationDispute);

    /// <summary>Comments ÷ impressions.</summary>
    public static Kpi CommentsPerImpression { get; } = Interaction(
        "comments_per_impression", Comments / Impressions, "Comments per impression", "Comments per impression.", ScoreSource, ScoreDispute);

    /// <summary>Replies to comments ÷ comments.</summary>
    public static Kpi RepliesPerComment { get; } = Interaction(
        "replies_per_comment", CommentReplies / Comments, "Replies per comment", "Replies to comments per comment; it can pass 100 %.", ScoreSource, ScoreDispute, "Where a source counts replies as comments, they are in the denominator too.");

    /// <summary>Threads of two turns or more ÷ comments.</summary>
    public static Kpi ThreadsPerComment { get; } = Interaction(
        "threads_per_comment", CommentThreads / Comments, "Threads per comment", "Threads of two turns or more per comment.", ScoreSource, ScoreDispute);

    /// <summary>Posts ÷ (comments + trackbacks).</summary>
    public static Kpi PostsPerCommentAndTrackback { get; } = PerItem(
        "conversation_rate.posts_by_comments_and_trackbacks", Posts / (Comments + Trackbacks), "Posts per comment and trackback", "How many posts it took for a comment or trackback.", "engagement",
        "Boyd's conversational index", [ConversationDispute], direction: Direction.LowerIsBetter);

    /// <summary>1,000 × comments ÷ followers at publish.</summary>
    public static Kpi ConversationPerThousandFollowers { get; } = PerThousand("conversation_rate.per_1000_followers", 1000 * Comments / FollowersAtPublish, "Conversation per 1,000 followers", "Comments per post and thousand followers.", ConversationDispute);

    /// <summary>Saves ÷ followers at publish, both summed over posts.</summary>
    public static Kpi SaveRateByFollowersAtPublish { get; } = Interaction(
        "save_rate.by_followers_at_publish", Saves / FollowersAtPublish, "Save rate", "Saves per follower the account had when each post was published.", SaveSource, SaveDispute);

    /// <summary>Saves ÷ summed post reach.</summary>
    public static Kpi SaveRateByPostReach { get; } = Interaction("save_rate.by_post_reach", Saves / PostReach, "Save rate by reach", "Saves per person reached by a post.", SaveSource, SaveDispute);

    /// <summary>Saves ÷ impressions.</summary>
    public static Kpi SaveRateByImpressions { get; } = Interaction("save_rate.by_impressions", Saves / Impressions, "Save rate by impressions", "Saves per impression.", SaveSource, SaveDispute);

    private static Kpi[] OfInteractions =>
    [
        LikesPerPost, ApplauseRateByFollowersAtPublish, ApplauseRateByFollowers, ApplauseRateByPostReach, ApplausePerThousandFollowers,
        SharesPerPost, AmplificationRateByFollowersAtPublish, AmplificationRateByFollowers, AmplificationRateOfAveragePost,
        AmplificationRateByAccountReach, ViralityRateByPostReach, ViralityRateByImpressions, ViralityRateByUniqueViews,
        AmplificationPerThousandFollowers,
        CommentsPerPost, ConversationRateByFollowersAtPublish, ConversationRateByFollowers, ConversationRateByEngagements,
        CommentsPerImpression, RepliesPerComment, ThreadsPerComment, PostsPerCommentAndTrackback, ConversationPerThousandFollowers,
        SaveRateByFollowersAtPublish, SaveRateByPostReach, SaveRateByImpressions,
    ];

    private static Kpi Interaction(string id, Formula formula, string label, string description, string source, params string[] disputes) =>
        Rate(id, formula, label, description, "engagement", source, disputes);

    private static Kpi PerThousand(string id, Formula formula, string label, string description, string dispute) =>
        PerItem(id, formula, label, description, "engagement", "TrueSocialMetrics: relative rates", [dispute], KpiTier.Outcome);
}
