using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace SocialKpi.DependencyInjection.Tests;

/// <summary>What the tests register, and what becomes of it.</summary>
internal static class Documents
{
    public const string Kpis = """{ "kpis": [{ "id": "saves_per_post", "formula": "saves / posts", "unit": "number", "direction": "higher_is_better" }] }""";

    public const string Goals = """
        { "goals": [{ "id": "saves", "kpi": "saves_per_post", "shape": "increase", "from": 2, "to": 3, "during": "2026-Q3" }],
          "objectives": [{ "id": "loved", "name": "Posts that are kept", "key_results": [{ "goal": { "kpi": "saves_per_post", "shape": "increase", "from": 2, "to": 4, "during": "2026-Q3" } }] }] }
        """;

    public const string Benchmarks = """[{ "kpi": "saves_per_post", "source": "Made-up panel", "period": "2025", "statistic": "median", "value": 2.5, "unit": "number" }]""";

    /// <summary>A KPI that no document has, and another one of its id.</summary>
    public static Kpi Badges { get; } = Kpi.Define("badges_per_post", Measure.Sum("badges", Unit.Count) / Measures.Posts, Unit.Number);

    public static Kpi BadgesPerLike { get; } = Kpi.Define("badges_per_post", Measure.Sum("badges", Unit.Count) / Measures.Likes, Unit.Number);

    public static Goal GoalOf(Kpi kpi, string name, string id = "") =>
        Goal.Increase(kpi, from: 1.AsNumber(), to: 2.AsNumber(), during: Timeframe.Quarter(2026, 3), new GoalTerms { Name = name, Id = id });

    public static BenchmarkSet Panel(Kpi kpi) => BenchmarkSet.Of(Benchmark.FromPeers(kpi, [1.AsNumber(), 2.AsNumber()], source: "panel"));

    public static Stream Of(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    public static ServiceProvider Registered(Action<KpiSetup> setup) => new ServiceCollection().AddSocialKpi(setup).BuildServiceProvider();

    public static string[] Refused(Action<KpiSetup> setup) =>
        [.. Assert.Throws<DefinitionException>(() => new ServiceCollection().AddSocialKpi(setup)).Issues.Select(issue => issue.ToString())];
}
