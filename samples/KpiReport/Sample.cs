using NodaTime;
using SocialKpi;
using SocialKpi.Import;

namespace KpiReport;

/// <summary>The sample's own data and what the report shows of it.</summary>
internal static class Sample
{
    public const string Introduction = "The sample's own data, written for it: posts of two shops on three platforms, and their accounts day by day.";

    /// <summary>The months that the posts are of; the accounts' days begin a month earlier, so that the first month has one before it.</summary>
    public static readonly Timeframe HalfYear = Timeframe.Between(new LocalDate(2026, 1, 1), new LocalDate(2026, 7, 1));

    public static readonly Kpi[] Kpis =
    [
        SocialKpi.Kpis.ImpressionCount, SocialKpi.Kpis.EngagementRateByPostReachLikesCommentsSharesSaves, SocialKpi.Kpis.ClickThroughRate,
        SocialKpi.Kpis.CostPerClick, SocialKpi.Kpis.ConversionRate, SocialKpi.Kpis.ReturnOnInvestment,
    ];

    /// <summary>Of whom the shops' figures are; their rows say the platform.</summary>
    public static readonly Cohort Cohort = Cohort.Of(industry: "food & drink");

    private static readonly Kpi[] Compared = [SocialKpi.Kpis.ImpressionCount, SocialKpi.Kpis.ClickThroughRate, SocialKpi.Kpis.ConversionRate];

    private static readonly Kpi[] Windowed = [SocialKpi.Kpis.ImpressionCount, SocialKpi.Kpis.ClickThroughRate];

    private static readonly (string Posts, string Accounts)[] Shops = [("posts-eur", "accounts-nl"), ("posts-usd", "accounts-us")];

    /// <summary>What follows the first table, each by month.</summary>
    public static IReadOnlyList<(string Title, Kpi[] Kpis)> MoreTables { get; } =
    [
        ("Change against the month before", [.. Compared.SelectMany(kpi => new[] { kpi, Variants.Change(kpi) })]),
        ("Followers and reach of all accounts", [SocialKpi.Kpis.FollowerCount, SocialKpi.Kpis.AudienceGrowthRate, SocialKpi.Kpis.GrossAccountReach]),
        ("The last 28 days and the year so far, as each month ended",
            [.. Windowed.SelectMany(kpi => new[] { Variants.Trailing(kpi, 28, Grain.Day), Variants.ToDate(kpi, Grain.Year) })]),
    ];

    /// <summary>Two shops with two tables each: what they spent is in two currencies, so no one table could hold both.</summary>
    public static IReadOnlyList<IReadOnlyList<Source>> Sources() =>
        [.. Shops.Select(shop => new[] { Own("posts", shop.Posts), Own("accounts", shop.Accounts) })];

    /// <summary>What others reach.</summary>
    public static string Benchmarks => Path.Combine(AppContext.BaseDirectory, "data", "benchmarks.json");

    private static Source Own(string table, string name)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "data", name);
        return new Source(table, $"{path}.csv", CsvMapping.Load($"{path}.json"));
    }
}
