using static SocialKpi.Measures;

namespace SocialKpi;

/// <content>What was done: posts, and who shares them.</content>
public static partial class Kpis
{
    private const string AccountDaysDispute = "Where every account has its own row a day, it is that of the average account: the sum over all of them ÷ the sum of their days. For all accounts together give each day once, in one of their rows.";

    /// <summary>How many posts were published.</summary>
    public static Kpi PostCount { get; } = Total("posts", Posts, "Posts", "How many posts were published.", "activity", "Exports of Meta, LinkedIn and X: a row a post", disputes: ["Meta's exports list crossposts and shares among the posts, marked as such; others leave them out."]);

    /// <summary>Posts ÷ days.</summary>
    public static Kpi PostsPerDay { get; } = PerItem(
        "posts_per_day", Posts / Days, "Posts per day", "Posts published on the average day, by the average account.", "activity", "Rival IQ and Sprout Social benchmarks: posts per day",
        ["Days without a post count too, so the days must be known: a table of posts alone does not have them.", AccountDaysDispute]);

    /// <summary>7 × posts ÷ days.</summary>
    public static Kpi PostsPerWeek { get; } = PerItem(
        "posts_per_week", 7 * Posts / Days, "Posts per week", "Posts published in the average week of seven days, by the average account.", "activity", "Rival IQ benchmarks: posts per week",
        ["Others divide by calendar weeks, begun ones too.", AccountDaysDispute]);

    /// <summary>Posts of a type ÷ posts of all types.</summary>
    public static Kpi ShareOfPostsByType { get; } = Rate(
        "share_of_posts.by_type", Posts / Posts.At(Context.Across("type")), "Share of posts by type", "Posts of a type as a share of all posts.", "activity",
        "Facebook Insights and LinkedIn exports: the type of each post", tier: KpiTier.Activity, direction: Direction.Neutral);

    /// <summary>Active advocates ÷ enrolled advocates.</summary>
    public static Kpi EmployeeAdvocacyRate { get; } = Rate(
        "employee_advocacy_rate", ActiveAdvocates / EnrolledAdvocates, "Employee advocacy", "Enrolled employees who shared something in the period.", "activity",
        "Hootsuite's types of objectives: employee advocacy programme; active ÷ enrolled is trade usage", ["What makes an advocate active differs: a share, or any interaction."], KpiTier.Activity);

    private static Kpi[] OfActivity => [PostCount, PostsPerDay, PostsPerWeek, ShareOfPostsByType, EmployeeAdvocacyRate];
}
