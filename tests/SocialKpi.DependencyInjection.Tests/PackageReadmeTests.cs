using System.Text.RegularExpressions;
using SocialKpi.Tests.Support;
using static SocialKpi.DependencyInjection.Tests.Documents;

namespace SocialKpi.DependencyInjection.Tests;

public partial class PackageReadmeTests
{
    [Fact]
    public void The_message_in_the_package_README_is_the_one_that_comes()
    {
        const string kpis = """
            {
              "kpis": [
                { "id": "x", "formula": "saves / nothings", "unit": "number" }
              ]
            }
            """;
        const string goal = """{ "kpi": "likes", "shape": "increase", "from": 1, "to": 2, "during": "2026-Q3" }""";
        string goals = $$"""
            { "goals": [{{goal}},
              {{goal.Replace("1,", "\"x y\",", StringComparison.Ordinal)}}] }
            """;
        string[] benchmarks = [.. Enumerable.Range(2020, 5).Select(year => FormattableString.Invariant(
            $$"""{ "kpi": "likes", "source": "Made-up panel", "period": "{{year}}", "statistic": "median", "value": 2, "unit": "{{(year < 2024 ? "count" : "percent")}}" }"""))];
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => Registered(setup => setup
            .Define(Of(kpis), "kpis.json").Goals(Of(goals), "goals.json").Benchmarks(Of($"[{string.Join(", ", benchmarks)}]"), "benchmarks.json")));

        string readme = File.ReadAllText(Repository.File("src", "SocialKpi.DependencyInjection", "README.md"));
        Assert.Equal(MessageBlock().Match(readme).Groups[1].Value, Shortened().Replace(refusal.Message, "$1…") + "\n");
    }

    [GeneratedRegex("^```text\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex MessageBlock();

    /// <summary>What is wrong comes after where.</summary>
    [GeneratedRegex("^(- .*?: ).*$", RegexOptions.Multiline)]
    private static partial Regex Shortened();
}
