using static SocialKpi.Measures;

namespace SocialKpi;

/// <content>What was done: posts, and who shares them.</content>
public static partial class Kpis
{
    /// <summary>How many posts were published.</summary>
    public static Kpi PostCount { get; } = Total("posts", Posts, "Posts", "How many posts were published.", "activity");

    /// <summary>Posts ÷ days.</summary>
    public static Kpi PostsPerDay { get; } = PerItem(
        "posts_per_day", Posts / Days, "Posts per day", "Posts published on the average day.", "activity", "posts ÷ days",
        ["Days without a post count too, so the days must be known: a table of posts alone does not have them."]);

    /// <summary>7 × posts ÷ days.</summary>
    public static Kpi PostsPerWeek { get; } = PerItem(
        "posts_per_week", 7 * Posts / Days, "Posts per week", "Posts published in the average week of seven days.", "activity", "posts ÷ weeks",
        ["Others divide by calendar weeks, begun ones too."]);

    /// <summary>Posts of a type ÷ posts of all types.</summary>
    public static Kpi ShareOfPostsByType { get; } = Rate(
        "share_of_posts.by_type", Posts / Posts.At(Context.Across("type")), "Share of posts by type", "Posts of a type as a share of all posts.", "activity",
        "posts of a type ÷ all posts", tier: KpiTier.Activity, direction: Direction.Neutral);

    /// <summary>Active advocates ÷ enrolled advocates.</summary>
    public static Kpi EmployeeAdvocacyRate { get; } = Rate(
        "employee_advocacy_rate", ActiveAdvocates / EnrolledAdvocates, "Employee advocacy", "Enrolled employees who shared something in the period.", "activity",
        "active advocates ÷ enrolled advocates", ["What makes an advocate active differs: a share, or any interaction."], KpiTier.Activity);

    private static Kpi[] OfActivity => [PostCount, PostsPerDay, PostsPerWeek, ShareOfPostsByType, EmployeeAdvocacyRate];
}
