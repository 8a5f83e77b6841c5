using static SocialKpi.Measures;

namespace SocialKpi;

/// <content>What was done: posts, and who shares them.</content>
public static partial class Kpis
{
    /// <summary>How many posts were published.</summary>
    public static Kpi PostCount { get; } = Total("posts", Posts, "Posts", "How many posts were published.", "activity");

    /// <summary>Posts of a type ÷ posts of all types.</summary>
    public static Kpi ShareOfPostsByType { get; } = Rate(
        "share_of_posts.by_type", Posts / Posts.At(Context.Across("type")), "Share of posts by type", "Posts of a type as a share of all posts.", "activity",
        "posts of a type ÷ all posts", tier: KpiTier.Activity, direction: Direction.Neutral);

    /// <summary>Active advocates ÷ enrolled advocates.</summary>
    public static Kpi EmployeeAdvocacyRate { get; } = Rate(
        "employee_advocacy_rate", ActiveAdvocates / EnrolledAdvocates, "Employee advocacy", "Enrolled employees who shared something in the period.", "activity",
        "active advocates ÷ enrolled advocates", ["What makes an advocate active differs: a share, or any interaction."], KpiTier.Activity);

    private static Kpi[] OfActivity => [PostCount, ShareOfPostsByType, EmployeeAdvocacyRate];
}
