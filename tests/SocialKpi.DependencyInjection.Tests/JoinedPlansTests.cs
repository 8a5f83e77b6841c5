using static SocialKpi.DependencyInjection.Tests.Documents;

namespace SocialKpi.DependencyInjection.Tests;

/// <summary>Ids that goals of several sources share.</summary>
public class JoinedPlansTests
{
    [Fact]
    public void AddSocialKpi_OneIdInSomeOfSeveralSources_NamesThoseAlone()
    {
        static string Goals(string id, string more = "") =>
            $$"""{ "goals": [{ "id": "{{id}}", "kpi": "likes", "shape": "increase", "from": 1, "to": 2, "during": "2026-Q3"{{more}} }] }""";
        Assert.Equal(
            ["a.json and c.json, goal likes: 2 goals have the id 'likes'; give each its own"],
            Refused(setup => setup.Goals(Of(Goals("likes")), "a.json").Goals(Of(Goals("others")), "b.json").Goals(Of(Goals("likes")), "c.json")));
        Assert.Equal(
            ["a.json, b.json and c.json, goal likes: 3 goals have the id 'likes'; give each its own", "d.json and code, goal others: 2 goals have the id 'others'; give each its own"],
            Refused(setup => setup.Goals(Of(Goals("likes")), "a.json").Goals(Of(Goals("likes")), "b.json").Goals(Of(Goals("likes")), "c.json")
                .Goals(Of(Goals("others")), "d.json").Goals(GoalPlan.FromJson(Goals("others"), Catalog.Standard))));
        Assert.Equal(
            ["a.json, twice, goal likes: 2 goals have the id 'likes'; give each its own"],
            Refused(setup => setup.Goals(Of(Goals("likes")), "a.json").Goals(Of(Goals("likes")), "a.json")));

        // A name is no id, and who names an objective that is nowhere does so alone.
        Assert.Equal(
            ["a.json and c.json, goal likes: 2 goals have the id 'likes'; give each its own"],
            Refused(setup => setup.Goals(Of(Goals("likes")), "a.json").Goals(Of(Goals("others", """, "name": "likes" """)), "b.json").Goals(Of(Goals("likes")), "c.json")));
        Assert.StartsWith(
            "a.json, goal likes: the goal ",
            Assert.Single(Refused(setup => setup.Define(Of(Documents.Kpis), "kpis.json")
                .Goals(Of(Goals("likes", """, "objective": "lovd" """)), "a.json").Goals(Of(Goals("others")), "b.json").Goals(Of(Documents.Goals), "c.json"))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void AddSocialKpi_AKeyResultInTwoDocuments_NamesThem()
    {
        static string Goals(string objective) => $$"""
            { "objectives": [{ "id": "{{objective}}", "name": "{{objective}}", "key_results": [{ "goal": { "id": "likes", "kpi": "likes", "shape": "increase", "from": 1, "to": 2, "during": "2026-Q3" } }] }] }
            """;
        Assert.Equal(
            ["a.json and c.json, goal likes: 2 goals have the id 'likes'; give each its own", "b.json and c.json, objective other: 2 objectives have the id 'other'; give each its own"],
            Refused(setup => setup.Goals(Of(Goals("one")), "a.json").Goals(Of(Goals("other").Replace("\"id\": \"likes\", ", "", StringComparison.Ordinal)), "b.json").Goals(Of(Goals("other")), "c.json")));
    }
}
