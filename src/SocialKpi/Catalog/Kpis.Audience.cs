using static SocialKpi.Measures;

namespace SocialKpi;

/// <content>Who follows, and how that changes.</content>
public static partial class Kpis
{
    private const string DemographicsSource = "Swedish list of 22 KPIs: demographics";
    private const string GrowthDispute = "Growth is (end − start) ÷ start, net new ÷ all followers, or gained ÷ start, under one name.";
    private const string CompoundDispute = "Over several months some give the mean of the months' rates, or the compound rate of a month, which takes a root: neither is a formula of + − × ÷ over the whole period, so neither has an id here.";

    /// <summary>Followers of each account, last known, summed over accounts: never over time.</summary>
    public static Kpi FollowerCount { get; } = Total("followers", Followers, "Followers", "Followers at the end of the period, of all accounts together.", "audience", "NSMA; Plantracker: number of followers", disputes: ["Facebook counts page likes (fans) and followers apart, and Buffer's fans are not the followers.", "NSMA allows it as a meaning of reach."]);

    /// <summary>How many followers were gained, those lost not taken off.</summary>
    public static Kpi FollowCount { get; } = Total("follows", Follows, "Followers gained", "Followers gained, those lost not taken off.", "audience", "Exports of Instagram, X and YouTube: follows, new follows, subscribers gained", disputes: ["Others mean those gained less those lost: net_new_followers."]);

    /// <summary>How many followers were lost.</summary>
    public static Kpi UnfollowCount { get; } = Total("unfollows", Unfollows, "Followers lost", "Followers lost.", "audience", direction: Direction.LowerIsBetter, source: "X export: unfollows; YouTube export: subscribers lost", disputes: ["Exports of Facebook and Instagram do not list them; there only the change of the stock is known: net_new_followers.closing_less_opening."]);

    /// <summary>Followers gained − followers lost.</summary>
    public static Kpi NetNewFollowers { get; } = Total(
        "net_new_followers", Follows - Unfollows, "Net new followers", "Followers gained less followers lost; it can be negative.", "audience",
        source: "YouTube export: subscribers gained and lost; Plantracker: new followers", disputes: ["Exports named follows or new followers often count those gained alone."]);

    /// <summary>Followers at the end − followers at the start, over the accounts known at both moments.</summary>
    public static Kpi NetNewFollowersByStock { get; } = Total(
        "net_new_followers.closing_less_opening", Followers - Followers.At(Context.Opening), "Net new followers (end less start)",
        "By how many the followers changed from the start of the period to its end.", "audience", "TikTok export: difference in followers from the previous day", disputes: ["Platforms also publish those gained and lost."]);

    /// <summary>Followers at the end ÷ followers at the start − 1, over the accounts known at both moments.</summary>
    public static Kpi AudienceGrowthRate { get; } = Define(
        "audience_growth_rate", (Followers / Followers.At(Context.Opening)) - 1, Unit.Ratio, Direction.HigherIsBetter,
        "Audience growth", "How much the followers grew from the start of the period to its end.", "audience", KpiTier.Outcome,
        "Swedish list of 22 KPIs: growth of followers; Plantracker: growth of followers a month", ["Hootsuite divides net new followers by the total audience; Keyhole counts gained followers only.", CompoundDispute]);

    /// <summary>(Followers gained − lost) ÷ followers at the end.</summary>
    public static Kpi AudienceGrowthRateByTotalAudience { get; } = Rate(
        "audience_growth_rate.by_total_audience", (Follows - Unfollows) / Followers, "Audience growth by total audience",
        "Net new followers as a share of all followers at the end of the period.", "audience", "Hootsuite: net new followers ÷ total audience", [GrowthDispute]);

    /// <summary>Followers gained ÷ followers at the start.</summary>
    public static Kpi AudienceGrowthRateOfFollowersGained { get; } = Rate(
        "audience_growth_rate.gained_by_opening", Follows / Followers.At(Context.Opening), "Audience growth, gained followers",
        "Followers gained, those lost not taken off, per follower at the start of the period.", "audience", "Keyhole: new followers ÷ followers at the start", [GrowthDispute]);

    /// <summary>Followers gained ÷ posts.</summary>
    public static Kpi FollowersPerPost { get; } = PerItem(
        "followers_per_post", Follows / Posts, "Followers gained per post", "Followers gained by the average post.", "audience", "Plantracker: followers gained through a post", tier: KpiTier.Outcome, disputes: ["Instagram's export credits follows to posts; where a source does not, these are all followers gained by the number of posts."]);

    /// <summary>Followers lost ÷ followers at the start.</summary>
    public static Kpi UnfollowRate { get; } = Rate(
        "unfollow_rate", Unfollows / Followers.At(Context.Opening), "Unfollow rate", "Followers lost per follower at the start of the period.", "audience", "Trade usage without a known author; it is the churn rate of followers",
        direction: Direction.LowerIsBetter);

    /// <summary>Real followers ÷ followers.</summary>
    public static Kpi RealFollowerShare { get; } = Rate(
        "follower_quality.real_followers", RealFollowers / Followers, "Real followers", "Followers held to be real people, as a share of all followers.", "audience",
        "#paid, InfluencerDB: real followers among all", ["The Swedish list means the engagement rate by followers: engagement_rate.by_followers."]);

    /// <summary>Different followers conversed with ÷ followers.</summary>
    public static Kpi EngagedShareOfFollowers { get; } = Rate(
        "engaged_share_of_followers", Measure.Distinct("followers_conversed_with", of: "follower") / Followers, "Followers in conversation",
        "Followers with whom there was a conversation, each counted once, as a share of all followers.", "audience", "Plantracker: followers engaged one to one");

    /// <summary>The share of the audience in each age group: <see cref="ShareOfAudience"/> by age.</summary>
    public static Kpi ShareOfAudienceByAge { get; } = Demographic("age", "The share of the audience in each age group, weighted by the size of each account's audience.");

    /// <summary>The share of the audience of each gender: <see cref="ShareOfAudience"/> by gender.</summary>
    public static Kpi ShareOfAudienceByGender { get; } = Demographic("gender", "The share of the audience of each gender, weighted by the size of each account's audience.");

    /// <summary>The share of the audience in each country: <see cref="ShareOfAudience"/> by country.</summary>
    public static Kpi ShareOfAudienceByCountry { get; } = Demographic("country", "The share of the audience in each country, weighted by the size of each account's audience.");

    /// <summary>The share of the audience with each interest: <see cref="ShareOfAudience"/> by interest.</summary>
    public static Kpi ShareOfAudienceByInterest { get; } = Demographic("interest", "The share of the audience with each interest, weighted by the size of each account's audience.");

    /// <summary>
    /// The share of the audience in each value of a dimension, such as country or gender: the accounts' shares, each weighted by
    /// its audience. Over all values it is the part of the audience that the source lists, 100 % where it lists everybody; an
    /// account that does not list a value counts in the audience and not in the value. A value that a later list of an account
    /// leaves out is carried forward like any stock, so read one list at a time, with <see cref="KpiQuery.During"/>.
    /// </summary>
    /// <param name="by">The dimension of the buckets, a lower-case word; by age, gender, country and interest it is the standard KPI.</param>
    /// <exception cref="DefinitionException">The dimension is not a lower-case word.</exception>
    public static Kpi ShareOfAudience(string by) => by switch
    {
        "age" => ShareOfAudienceByAge,
        "gender" => ShareOfAudienceByGender,
        "country" => ShareOfAudienceByCountry,
        "interest" => ShareOfAudienceByInterest,
        _ => ShareOfAudienceByAnother(by),
    };

    private static Formula ShareOfAudienceFormula(string by) =>
        Measure.Snapshot($"audience_by_{by}", Unit.Count, AudienceShare * Audience, ["account", by]) / Audience.At(Context.Across(by));

    private static Kpi Demographic(string by, string description) => Define(
        $"share_of_audience.by_{by}", ShareOfAudienceFormula(by), Unit.Ratio, Direction.Neutral, $"Audience by {by}", description, "audience", KpiTier.Activity, DemographicsSource);

    private static Kpi ShareOfAudienceByAnother(string by) => Kpi.Define(
        $"share_of_audience.by_{by}", ShareOfAudienceFormula(by),
        Unit.Ratio, Direction.Neutral, $"Audience by {by}", $"The share of the audience in each {by}, weighted by the size of each account's audience.", "audience",
        source: DemographicsSource, aliases: KpiAliases.Of("share_of_audience"),
        texts: new Dictionary<Language, KpiText>
        {
            [Language.Dutch] = new($"Publiek naar {by}", null, $"Het aandeel van het publiek per {by}, gewogen naar de omvang van het publiek van elk account."),
            [Language.Swedish] = new($"Publik efter {by}", null, $"Publikens fördelning efter {by}, viktad efter storleken på varje kontos publik."),
            [Language.Polish] = new($"Odbiorcy wg {by}", null, $"Udział odbiorców wg {by}, ważony liczbą odbiorców każdego konta."),
        });

    private static Kpi[] OfAudience =>
    [
        FollowerCount, FollowCount, UnfollowCount, NetNewFollowers, NetNewFollowersByStock, AudienceGrowthRate, AudienceGrowthRateByTotalAudience,
        AudienceGrowthRateOfFollowersGained, FollowersPerPost, UnfollowRate, RealFollowerShare, EngagedShareOfFollowers,
        ShareOfAudienceByAge, ShareOfAudienceByGender, ShareOfAudienceByCountry, ShareOfAudienceByInterest,
    ];
}
