namespace SocialKpi;

/// <content>People: who follows, who is reached, who speaks of a brand, who of the employees shares.</content>
public static partial class Measures
{
    /// <summary>How many people saw anything of an account in a period, as the platform counted them. Counts of several periods or accounts are gross.</summary>
    public static Measure AccountReach { get; } = Measure.Unique("account_reach");

    /// <summary>Followers, fans or subscribers: a stock of each account.</summary>
    public static Measure Followers { get; } = Measure.Snapshot("followers", Unit.Count, per: "account");

    /// <summary>Followers held to be real people, by whoever audited the account: a stock of each account.</summary>
    public static Measure RealFollowers { get; } = Measure.Snapshot("real_followers", Unit.Count, per: "account");

    /// <summary>How many people the shares of an audience speak of: followers, or people reached. A stock of each account.</summary>
    public static Measure Audience { get; } = Measure.Snapshot("audience", Unit.Count, per: "account");

    /// <summary>The share of an audience that falls into a bucket: a country, an age, a gender. It merges weighted by <see cref="Audience"/>.</summary>
    public static Measure AudienceShare { get; } = Measure.Share("audience_share");

    /// <summary>The followers an account had when a post was published, recorded per post; a row value for per-follower rates, not an audience.</summary>
    public static Measure FollowersAtPublish { get; } = Measure.Sum("followers_at_publish", Unit.Count);

    /// <summary>Followers gained, before those lost are taken off.</summary>
    public static Measure Follows { get; } = Measure.Sum("follows", Unit.Count);

    /// <summary>Followers lost.</summary>
    public static Measure Unfollows { get; } = Measure.Sum("unfollows", Unit.Count);

    /// <summary>How often a brand was mentioned, tagged or not.</summary>
    public static Measure Mentions { get; } = Measure.Sum("mentions", Unit.Count);

    /// <summary>Mentions that tag the account of the brand.</summary>
    public static Measure TaggedMentions { get; } = Measure.Sum("tagged_mentions", Unit.Count);

    /// <summary>Mentions that name the brand without tagging it.</summary>
    public static Measure UntaggedMentions { get; } = Measure.Sum("untagged_mentions", Unit.Count);

    /// <summary>Mentions judged positive.</summary>
    public static Measure PositiveMentions { get; } = Measure.Sum("positive_mentions", Unit.Count);

    /// <summary>Mentions judged negative.</summary>
    public static Measure NegativeMentions { get; } = Measure.Sum("negative_mentions", Unit.Count);

    /// <summary>Mentions judged neither positive nor negative.</summary>
    public static Measure NeutralMentions { get; } = Measure.Sum("neutral_mentions", Unit.Count);

    /// <summary>Employees who shared something in a period. Several counts together are gross.</summary>
    public static Measure ActiveAdvocates { get; } = Measure.Unique("active_advocates");

    /// <summary>Employees enrolled in the advocacy programme in a period. Several counts together are gross.</summary>
    public static Measure EnrolledAdvocates { get; } = Measure.Unique("enrolled_advocates");

    private static Measure[] OfAudience =>
    [
        AccountReach, Followers, RealFollowers, Audience, AudienceShare, FollowersAtPublish, Follows, Unfollows, Mentions,
        TaggedMentions, UntaggedMentions, PositiveMentions, NegativeMentions, NeutralMentions, ActiveAdvocates, EnrolledAdvocates,
    ];
}
