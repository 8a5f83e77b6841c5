using System.Text.Json;
using NodaTime;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Goals;

public sealed class ObjectiveEvaluationJsonTests
{
    private static readonly Timeframe Q3 = Timeframe.Quarter(2026, 3);
    private static readonly LocalDate MidAugust = new(2026, 8, 15);

    private static ObjectiveEvaluation Evaluate()
    {
        Objective team = Objective.Of("Team", [Goal.YesNo("Hire [n] editors", Q3)], new() { Id = "team" });
        Objective whole = Objective.Of(
            "Grow",
            [
                new KeyResult(Goal.Increase(Kpis.FollowerCount, 0.AsCount(), 100.AsCount(), Q3, new() { Name = "100 followers" }), 2) { CheckIns = [new(MidAugust, "Eva", 0.9m)] },
                Goal.Increase(Kpis.ClickThroughRate, 3.Percent(), 4.Percent(), Q3),
            ],
            new() { Id = "grow", Contributing = [team] });
        KpiSeries followers = KpiSeries.Given(Kpis.FollowerCount, (Timeframe.Days(new(2026, 7, 1), MidAugust), 80.AsCount()));
        KpiSeries nothing = KpiSeries.Given(Kpis.ClickThroughRate, [(Timeframe.Month(2026, 7), (Quantity?)null)], total: null);
        return whole.Evaluate([followers, nothing], MidAugust);
    }

    [Fact]
    public void ToJson_HasTheObjectiveAndWhereAllOfItStands()
    {
        ObjectiveEvaluation now = Evaluate();
        using JsonDocument json = JsonDocument.Parse(now.ToJson());
        JsonElement root = json.RootElement;
        Assert.Equal(now.Objective.ToJson(), Objective.FromJson(root.GetProperty("objective").GetRawText(), Catalog.Standard).ToJson());
        Assert.Equal(("2026-08-15", "pending", now.Score, now.Coverage), (
            root.GetProperty("as_of").GetString(), root.GetProperty("verdict").GetString(), root.GetProperty("score").GetDecimal(), root.GetProperty("coverage").GetDecimal()));
        Assert.Equal((now.RuleName, now.Grade!.Name), (root.GetProperty("rule").GetString(), root.GetProperty("grade").GetString()));
        Assert.Equal(["placeholder-number"], root.GetProperty("lints").EnumerateArray().Select(lint => lint.GetProperty("code").GetString()));

        JsonElement[] keyResults = [.. root.GetProperty("key_results").EnumerateArray()];
        Assert.Equal(("100 followers", 0.8m, "Eva"), (keyResults[0].GetProperty("name").GetString(), keyResults[0].GetProperty("score").GetDecimal(), keyResults[0].GetProperty("check_in").GetProperty("by").GetString()));
        Assert.Equal("on_track", keyResults[0].GetProperty("evaluation").GetProperty("status").GetString());

        // What nobody knows is null and not 0.
        Assert.Equal((JsonValueKind.Null, "no_data"), (keyResults[1].GetProperty("score").ValueKind, keyResults[1].GetProperty("evaluation").GetProperty("status").GetString()));
        Assert.Equal((0m, "Team"), (root.GetProperty("contributing")[0].GetProperty("score").GetDecimal(), root.GetProperty("contributing")[0].GetProperty("name").GetString()));
    }

    [Fact]
    public void FromJson_OfWhatWasWritten_WritesTheSameBytes()
    {
        string json = Evaluate().ToJson();
        ObjectiveEvaluation back = ObjectiveEvaluation.FromJson(json, Catalog.Standard);
        Assert.Equal(json, back.ToJson());
        Assert.Equal(Evaluate().ToMarkdown(), back.ToMarkdown());
    }

    [Fact]
    public void FromJson_ChangedByHand_IsRefusedWithWhatFollows()
    {
        string json = Evaluate().ToJson();
        Assert.Contains("\"pending\" follows from the objective and the evidence", Refusal(json.Replace("\"verdict\": \"pending\"", "\"verdict\": \"achieved\"", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("key_results", Refusal(json.Replace("\"score\": 0.8,", "\"score\": 0.9,", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("\"note\"", Refusal(json.Replace("{\n  \"objective\"", "{ \"note\": 1,\n  \"objective\"", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("there are 0, and the objective has 1; write one for each, in its order", Refusal(json.Replace("\n  \"contributing\"", "\n  \"others\"", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("write what the data said", Refusal(json.Replace("\"evidence\"", "\"hearsay\"", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("write the objective that was evaluated", Refusal("{}"), StringComparison.Ordinal);

        static string Refusal(string json) => string.Join('\n', Assert.Throws<DefinitionException>(() => ObjectiveEvaluation.FromJson(json, Catalog.Standard)).Issues);
    }

    [Theory]
    [MemberData(nameof(Cultures.Data), MemberType = typeof(Cultures))]
    public void ToJson_UnderAnyCulture_IsTheSame(string culture)
    {
        string before = Evaluate().ToJson();
        using Cultures scope = Cultures.Use(culture);
        Assert.Equal(before, Evaluate().ToJson());
    }
}
