namespace SocialKpi;

/// <content>What content brought: impressions, interactions, clicks.</content>
public static partial class Measures
{
    /// <summary>How many posts; a table of posts counts each row once.</summary>
    public static Measure Posts { get; } = Measure.Sum("posts", Unit.Count);

    /// <summary>
    /// The days that a row stands for: 1 in a table of one row a day, 28 in a row of a whole February. Where every account has its
    /// own row a day, what is divided by it is that of the average account.
    /// </summary>
    public static Measure Days { get; } = Measure.Sum("days", Unit.Count);

    /// <summary>How often content was shown. It adds up; people do not, see <see cref="PostReach"/>.</summary>
    public static Measure Impressions { get; } = Measure.Sum("impressions", Unit.Count);

    /// <summary>Impressions that met a standard of viewability, where ads are sold by them.</summary>
    public static Measure ViewableImpressions { get; } = Measure.Sum("viewable_impressions", Unit.Count);

    /// <summary>How many people saw one post. Summed over posts it counts a person once a post: it is a denominator of rates, never an audience.</summary>
    public static Measure PostReach { get; } = Measure.Sum("post_reach", Unit.Count);

    /// <summary>Likes or reactions.</summary>
    public static Measure Likes { get; } = Measure.Sum("likes", Unit.Count);

    /// <summary>Comments or replies.</summary>
    public static Measure Comments { get; } = Measure.Sum("comments", Unit.Count);

    /// <summary>Replies to comments, where a source tells them from comments on the post.</summary>
    public static Measure CommentReplies { get; } = Measure.Sum("comment_replies", Unit.Count);

    /// <summary>Threads of comments with two turns or more: somebody answered.</summary>
    public static Measure CommentThreads { get; } = Measure.Sum("comment_threads", Unit.Count);

    /// <summary>Shares, reposts or retweets.</summary>
    public static Measure Shares { get; } = Measure.Sum("shares", Unit.Count);

    /// <summary>Reposts with words of one's own, where a platform counts them apart.</summary>
    public static Measure Quotes { get; } = Measure.Sum("quotes", Unit.Count);

    /// <summary>Saves or bookmarks.</summary>
    public static Measure Saves { get; } = Measure.Sum("saves", Unit.Count);

    /// <summary>Links to a post from elsewhere, where a blog counts them.</summary>
    public static Measure Trackbacks { get; } = Measure.Sum("trackbacks", Unit.Count);

    /// <summary>Interactions as the platform itself totals them; platforms differ in what they include.</summary>
    public static Measure Engagements { get; } = Measure.Sum("engagements", Unit.Count);

    /// <summary>Clicks, of the kind the source reports: say which beside the figures.</summary>
    public static Measure Clicks { get; } = Measure.Sum("clicks", Unit.Count);

    /// <summary>Clicks on a link, where a source tells them from other clicks.</summary>
    public static Measure LinkClicks { get; } = Measure.Sum("link_clicks", Unit.Count);

    /// <summary>Clicks of every kind: on links, photos, names, "more".</summary>
    public static Measure AllClicks { get; } = Measure.Sum("all_clicks", Unit.Count);

    /// <summary>Clicks that lead away from the platform.</summary>
    public static Measure OutboundClicks { get; } = Measure.Sum("outbound_clicks", Unit.Count);

    /// <summary>How many people clicked, as the platform counted them. Several counts together are gross.</summary>
    public static Measure UniqueClicks { get; } = Measure.Unique("unique_clicks");

    /// <summary>Clicks from content on the profile behind it.</summary>
    public static Measure ProfileClicks { get; } = Measure.Sum("profile_clicks", Unit.Count);

    /// <summary>Visits to a profile or page, wherever they came from.</summary>
    public static Measure ProfileVisits { get; } = Measure.Sum("profile_visits", Unit.Count);

    /// <summary>How often a story was left.</summary>
    public static Measure StoryExits { get; } = Measure.Sum("story_exits", Unit.Count);

    /// <summary>Taps within a story, forward and back.</summary>
    public static Measure StoryTaps { get; } = Measure.Sum("story_taps", Unit.Count);

    /// <summary>Replies to a story. Platforms report none for some regions: leave those blank, they are not zero.</summary>
    public static Measure StoryReplies { get; } = Measure.Sum("story_replies", Unit.Count);

    private static Measure[] OfContent =>
    [
        Posts, Days, Impressions, ViewableImpressions, PostReach, Likes, Comments, CommentReplies, CommentThreads, Shares, Quotes, Saves, Trackbacks,
        Engagements, Clicks, LinkClicks,
        AllClicks, OutboundClicks, UniqueClicks, ProfileClicks, ProfileVisits, StoryExits, StoryTaps, StoryReplies,
    ];
}
