namespace SocialKpi;

/// <summary>The standard measures: what platforms record about posts, ads, mentions and surveys. Money is currency-generic.</summary>
public static class Measures
{
    /// <summary>How many posts; a table of posts counts each row once.</summary>
    public static Measure Posts { get; } = Measure.Sum("posts", Unit.Count);

    /// <summary>How often content was shown. It adds up; people do not, see <see cref="PostReach"/>.</summary>
    public static Measure Impressions { get; } = Measure.Sum("impressions", Unit.Count);

    /// <summary>How many people saw one post. Summed over posts it counts a person once a post: it is a denominator of rates, never an audience.</summary>
    public static Measure PostReach { get; } = Measure.Sum("post_reach", Unit.Count);

    /// <summary>Likes or reactions.</summary>
    public static Measure Likes { get; } = Measure.Sum("likes", Unit.Count);

    /// <summary>Comments or replies.</summary>
    public static Measure Comments { get; } = Measure.Sum("comments", Unit.Count);

    /// <summary>Shares, reposts or retweets.</summary>
    public static Measure Shares { get; } = Measure.Sum("shares", Unit.Count);

    /// <summary>Saves or bookmarks.</summary>
    public static Measure Saves { get; } = Measure.Sum("saves", Unit.Count);

    /// <summary>Interactions as the platform itself totals them; platforms differ in what they include.</summary>
    public static Measure Engagements { get; } = Measure.Sum("engagements", Unit.Count);

    /// <summary>Clicks, of the kind the source reports: say which beside the figures.</summary>
    public static Measure Clicks { get; } = Measure.Sum("clicks", Unit.Count);

    /// <summary>Goal events: purchases, registrations, leads.</summary>
    public static Measure Conversions { get; } = Measure.Sum("conversions", Unit.Count);

    /// <summary>What was paid for media.</summary>
    public static Measure Spend { get; } = Measure.Sum("spend", Unit.Money);

    /// <summary>What was earned and attributed.</summary>
    public static Measure Revenue { get; } = Measure.Sum("revenue", Unit.Money);

    /// <summary>How many people saw anything of an account in a period, as the platform counted them. Counts of several periods or accounts are gross.</summary>
    public static Measure AccountReach { get; } = Measure.Unique("account_reach");

    /// <summary>Followers, fans or subscribers: a stock of each account.</summary>
    public static Measure Followers { get; } = Measure.Snapshot("followers", Unit.Count, per: "account");

    /// <summary>How many people the shares of an audience speak of: followers, or people reached. A stock of each account.</summary>
    public static Measure Audience { get; } = Measure.Snapshot("audience", Unit.Count, per: "account");

    /// <summary>The share of an audience that falls into a bucket: a country, an age, a gender. It merges weighted by <see cref="Audience"/>.</summary>
    public static Measure AudienceShare { get; } = Measure.Share("audience_share");

    /// <summary>The followers an account had when a post was published, recorded per post; a row value for per-follower rates, not an audience.</summary>
    public static Measure FollowersAtPublish { get; } = Measure.Sum("followers_at_publish", Unit.Count);

    /// <summary>Answers to a survey question.</summary>
    public static Measure Answers { get; } = Measure.Sum("answers", Unit.Count);

    /// <summary>Answers of 9 or 10 to the recommendation question.</summary>
    public static Measure Promoters { get; } = Measure.Sum("promoters", Unit.Count);

    /// <summary>Answers of 0 to 6 to the recommendation question.</summary>
    public static Measure Detractors { get; } = Measure.Sum("detractors", Unit.Count);

    /// <summary>How often a brand was mentioned, tagged or not.</summary>
    public static Measure Mentions { get; } = Measure.Sum("mentions", Unit.Count);

    /// <summary>Mentions judged positive.</summary>
    public static Measure PositiveMentions { get; } = Measure.Sum("positive_mentions", Unit.Count);

    /// <summary>Mentions judged negative.</summary>
    public static Measure NegativeMentions { get; } = Measure.Sum("negative_mentions", Unit.Count);

    /// <summary>Mentions judged neither positive nor negative.</summary>
    public static Measure NeutralMentions { get; } = Measure.Sum("neutral_mentions", Unit.Count);

    /// <summary>All of them, in the order above.</summary>
    public static IReadOnlyList<Measure> All { get; } =
    [
        Posts, Impressions, PostReach, Likes, Comments, Shares, Saves, Engagements, Clicks, Conversions, Spend, Revenue,
        AccountReach, Followers, Audience, AudienceShare, FollowersAtPublish, Answers, Promoters, Detractors, Mentions, PositiveMentions, NegativeMentions, NeutralMentions,
    ];
}
