using Microsoft.Extensions.DependencyInjection;
using static SocialKpi.DependencyInjection.Tests.Documents;

namespace SocialKpi.DependencyInjection.Tests;

/// <summary>One id with two definitions: between sources, in goals and benchmarks made in code, and in several brands.</summary>
public class SetupDefinitionsTests
{
    [Fact]
    public void AddSocialKpi_AnIdOfAnotherSource_NamesThatSource()
    {
        const string measures = """{ "measures": [{ "id": "badges", "aggregation": "sum", "unit": "count" }] }""";
        const string other = """{ "measures": [{ "id": "badges", "aggregation": "count", "of": "badge" }] }""";
        Kpi worn = Kpi.Define("badges_worn", Measure.Count("badges", of: "worn") / Measures.Posts, Unit.Number);
        foreach (Action<KpiSetup> setup in (Action<KpiSetup>[])
        [
            setup => setup.Define(Of(measures), "m.json").Define(worn),
            setup => setup.Define(Of(Documents.Kpis), "kpis.json").Define(worn).Define(Of(measures), "m.json"),
        ])
        {
            Assert.StartsWith("code, catalogue, beside m.json: the id 'badges' stands for different measures ", Assert.Single(Refused(setup)), StringComparison.Ordinal);
        }

        Assert.StartsWith(
            "b.json, line 1, measures[0], beside a.json: measure badges: ",
            Assert.Single(Refused(setup => setup.Define(Of(measures), "a.json").Define(Of(Documents.Kpis), "kpis.json").Define(Of(other), "b.json"))), StringComparison.Ordinal);
        Assert.StartsWith(
            "b.json, line 1, measures[0], beside code: measure badges: ",
            Assert.Single(Refused(setup => setup.Define(Of(other), "b.json").Define(Measure.Sum("badges", Unit.Count)))), StringComparison.Ordinal);

        // What a document gets wrong by itself, or with a standard id, is told of it alone, whatever others are there.
        Assert.StartsWith(
            "b.json, line 1, kpis[0].formula: ",
            Assert.Single(Refused(setup => setup.Define(Of(measures), "a.json").Define(Of(Documents.Kpis.Replace("saves /", "badgs /", StringComparison.Ordinal)), "b.json"))), StringComparison.Ordinal);
        Assert.StartsWith(
            "b.json, line 1, kpis[0]: KPI click_through_rate: ",
            Assert.Single(Refused(setup => setup.Define(Of(measures), "a.json").Define(Of(Documents.Kpis.Replace("saves_per_post", "click_through_rate", StringComparison.Ordinal)), "b.json"))), StringComparison.Ordinal);
    }

    [Fact]
    public void AddSocialKpi_TwoDefinitionsOfOneIdInCode_AreRefusedNamingBoth()
    {
        Assert.Equal(
            ["code, goal less, beside goal more of code: another definition has the id of its KPI badges_per_post already; give the new one an id of its own"],
            Refused(setup => setup.Goals(GoalPlan.Of(GoalOf(Badges, "more"))).Goals(GoalPlan.Of(GoalOf(BadgesPerLike, "less")))));
        Assert.Equal(
            ["code, goal less, beside goal more of code: another definition has the id of its KPI badges_per_post already; give the new one an id of its own"],
            Refused(setup => setup.Goals(GoalPlan.Of(GoalOf(Badges, "more"), GoalOf(BadgesPerLike, "less")))));
        Assert.Equal(
            ["code, benchmark badges_per_post, panel, beside goal more of code: another definition has the id of its KPI badges_per_post already; give the new one an id of its own"],
            Refused(setup => setup.Benchmarks(Panel(BadgesPerLike)).Goals(GoalPlan.Of(GoalOf(Badges, "more")))));
        using ServiceProvider services = Registered(setup => setup.Goals(GoalPlan.Of(GoalOf(Badges, "more"))).Goals(GoalPlan.Of(GoalOf(Badges, "still more"))).Benchmarks(Panel(Badges)));
        Assert.Equal(2, services.GetRequiredService<GoalPlan>().Goals.Count);
    }

    [Fact]
    public void AddSocialKpi_MeasuresOfAKpiMadeInCodeThatContradict_AreRefusedNamingBoth()
    {
        const string worn = """
            { "measures": [{ "id": "badges", "aggregation": "count", "of": "badge" }], "kpis": [{ "id": "worn", "formula": "badges / posts", "unit": "number" }] }
            """;
        const string issue = "the id 'badges' stands for different measures (badges:count=count(badge); badges:count=sum(badges)); give each its own id";
        Assert.Equal(
            [$"code, goal more, KPI badges_per_post, beside m.json: {issue}"],
            Refused(setup => setup.Define(Of(Documents.Kpis), "kpis.json").Define(Of(worn), "m.json").Goals(GoalPlan.Of(GoalOf(Badges, "more")))));

        // A measure that redefines a standard one is told of its goal alone; an objective holds goals too.
        Kpi ofClicks = Kpi.Define("my_rate", Measure.Count("clicks", of: "click") / Measures.Posts, Unit.Number);
        Assert.StartsWith(
            "code, goal more, KPI my_rate: the id 'clicks' stands for different measures ",
            Assert.Single(Refused(setup => setup.Goals(GoalPlan.Of([], [Objective.Of("o", [new KeyResult(GoalOf(ofClicks, "more"))])])))), StringComparison.Ordinal);

        // So are two goals, also where the conditions alone differ.
        static Kpi Under(string id, string place) => Kpi.Define(id, Measures.Clicks.Where(Condition.Is("place", place), id: "clicks_there") / Measures.Posts, Unit.Number);
        Assert.StartsWith(
            "code, goal less, KPI on_b, beside goal more of code: the id 'clicks_there' stands for different measures ",
            Assert.Single(Refused(setup => setup.Goals(GoalPlan.Of(GoalOf(Under("on_a", "a"), "more"), GoalOf(Under("on_b", "b"), "less"))))), StringComparison.Ordinal);
        Assert.StartsWith(
            "code, goal less, KPI on_b, beside goal more of code: the id 'clicks_there' stands for different measures ",
            Assert.Single(Refused(setup => setup.Goals(GoalPlan.Of(GoalOf(Under("on_a", "a"), "more"))).Goals(GoalPlan.Of(GoalOf(Under("on_b", "b"), "less"))))), StringComparison.Ordinal);

        // An id that is taken and a measure that contradicts are told together.
        Assert.Equal(
            [
                "code, goal less, beside goal more of code: another definition has the id of its KPI on_a already; give the new one an id of its own",
                "code, goal less, KPI on_a, beside goal more of code: the id 'clicks_there' stands for different measures ",
            ],
            Refused(setup => setup.Goals(GoalPlan.Of(GoalOf(Under("on_a", "a"), "more"), GoalOf(Under("on_a", "b"), "less")))).Select(told => told.Split('(')[0]));

        // What a publisher means brings its measures too.
        const string words = "badges by posts";
        const string published = $$"""[{ "metric": "x", "metric_definition": "{{words}}", "source": "B", "period": "2025", "statistic": "mean", "value": 2.1, "unit": "number" }]""";
        Assert.Equal(
            [$"b.json, benchmark badges_per_post, B 2025, KPI badges_per_post, beside m.json: {issue}"],
            Refused(setup => setup.Benchmarks(Of(published), "b.json", new Dictionary<string, Kpi> { [words] = Badges }).Define(Of(worn), "m.json")));
    }

    [Fact]
    public void AddSocialKpi_MeasuresThatAgree_StandInSeveralKpisMadeInCode()
    {
        Kpi perLike = Kpi.Define("badges_per_like", Measure.Sum("badges", Unit.Count) / Measures.Likes, Unit.Number);
        Kpi named = Kpi.Define("badges_per_post", Measure.Sum("badges", Unit.Count) / Measures.Posts, Unit.Number, label: "Badges");
        using ServiceProvider services = Registered(setup => setup
            .Define(Of("""{ "measures": [{ "id": "badges", "aggregation": "sum", "unit": "count" }] }"""), "m.json")
            .Goals(GoalPlan.Of(GoalOf(Badges, "more"), GoalOf(perLike, "liked"), GoalOf(named, "called")))
            .Benchmarks(Panel(perLike)));

        Assert.Equal(3, services.GetRequiredService<GoalPlan>().Goals.Count);
        Assert.Equal(SocialKpi.Kpis.All.Count, services.GetRequiredService<Catalog>().Kpis.Count);
    }

    [Fact]
    public void AddSocialKpi_ABenchmarkOfAnotherDefinitionThanTheCatalogueHas_IsRefused()
    {
        Kpi other = Kpi.Define("click_through_rate", Measures.Clicks / Measures.Posts, Unit.Number);
        Assert.Equal(
            ["code, benchmark click_through_rate, panel: another definition has the id of its KPI click_through_rate already; give the new one an id of its own"],
            Refused(setup => setup.Benchmarks(Panel(other))));
        Assert.Equal(
            ["code, benchmark badges_per_post, panel, beside code: another definition has the id of its KPI badges_per_post already; give the new one an id of its own"],
            Refused(setup => setup.Benchmarks(Panel(BadgesPerLike)).Define(Badges)));

        // What a publisher means is code too, and the hash of another definition is one in a document as well.
        const string words = "badges by likes";
        Assert.StartsWith(
            "b.json, benchmark saves_per_post, B 2025, beside kpis.json: ",
            Assert.Single(Refused(setup => setup.Define(Of(Documents.Kpis), "kpis.json").Benchmarks(
                Of($$"""[{ "metric": "x", "metric_definition": "{{words}}", "source": "B", "period": "2025", "statistic": "mean", "value": 2.1, "unit": "number" }]"""), "b.json",
                new Dictionary<string, Kpi> { [words] = Kpi.Define("saves_per_post", Measures.Saves / Measures.Likes, Unit.Number) }))),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "b.json, benchmark saves_per_post, Made-up panel 2025, beside kpis.json: ",
            Assert.Single(Refused(setup => setup.Define(Of(Documents.Kpis), "kpis.json")
                .Benchmarks(Of(Benchmarks.Replace("\"source\"", $"\"hash\": \"{other.Hash}\", \"source\"", StringComparison.Ordinal)), "b.json"))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void AddSocialKpi_AGoalOfAnotherDefinitionThanADocumentHas_NamesTheDocument() => Assert.Equal(
        ["code, goal more, beside kpis.json: another definition has the id of its KPI saves_per_post already; give the new one an id of its own"],
        Refused(setup => setup
            .Goals(GoalPlan.Of(GoalOf(Kpi.Define("saves_per_post", Measures.Saves / Measures.Likes, Unit.Number), "more")))
            .Define(Of("""{ "measures": [{ "id": "badges", "aggregation": "sum", "unit": "count" }] }"""), "m.json").Define(Of(Documents.Kpis), "kpis.json")));

    [Fact]
    public void AddSocialKpi_AGoalOfAnotherDefinitionOfAStandardId_IsRefused()
    {
        Kpi other = Kpi.Define("click_through_rate", Measures.Clicks / Measures.Posts, Unit.Number);
        Goal goal = Goal.Increase(other, from: 1.AsNumber(), to: 2.AsNumber(), during: Timeframe.Quarter(2026, 3), new GoalTerms { Name = "more" });
        const string issue = "code, goal more: another definition has the id of its KPI click_through_rate already; give the new one an id of its own";
        Assert.Equal([issue], Refused(setup => setup.Goals(GoalPlan.Of(goal))));
        Assert.Equal([issue], Refused(setup => setup.Goals(GoalPlan.Of([], [Objective.Of("o", [new KeyResult(goal)])]))));
    }

    [Fact]
    public void AddKeyedSocialKpi_OneIdWithADefinitionABrand_IsNoContradiction()
    {
        using ServiceProvider services = new ServiceCollection()
            .AddKeyedSocialKpi("acme", setup => setup.Define(Badges).Goals(GoalPlan.Of(GoalOf(Badges, "more"))).Benchmarks(Panel(Badges)))
            .AddKeyedSocialKpi("nord", setup => setup.Define(BadgesPerLike).Goals(GoalPlan.Of(GoalOf(BadgesPerLike, "more"))).Benchmarks(Panel(BadgesPerLike)))
            .BuildServiceProvider();

        Assert.Equal(Badges.Hash, services.GetRequiredKeyedService<Catalog>("acme").FindKpi(Badges.Id)!.Hash);
        Assert.Equal(BadgesPerLike.Hash, services.GetRequiredKeyedService<Catalog>("nord").FindKpi(Badges.Id)!.Hash);
        Assert.Equal(BadgesPerLike.Hash, Assert.Single(services.GetRequiredKeyedService<BenchmarkSet>("nord").Benchmarks).KpiHash);
    }

    [Fact]
    public void AddKeyedSocialKpi_AContradictionOfABrand_IsToldOfThatBrandAlone()
    {
        IServiceCollection services = new ServiceCollection().AddKeyedSocialKpi("acme", setup => setup.Define(Badges).Goals(GoalPlan.Of(GoalOf(Badges, "more"))));
        int before = services.Count;

        Assert.Equal(
            [
                "code of nord, goal less: another definition has the id of its KPI likes already; give the new one an id of its own",
                "code of nord, benchmark badges_per_post, panel, beside goal more of code of nord: another definition has the id of its KPI badges_per_post already; give the new one an id of its own",
                "a.json and code of nord, goal saves: 2 goals have the id 'saves'; give each its own",
            ],
            Assert.Throws<DefinitionException>(() => services.AddKeyedSocialKpi("nord", setup => setup
                .Define(Of(Documents.Kpis), "kpis.json")
                .Goals(Of(Goals), "a.json")
                .Goals(GoalPlan.Of(GoalOf(Kpi.Define("likes", Measures.Likes / Measures.Posts, Unit.Number), "less"), GoalOf(BadgesPerLike, "more"), GoalOf(BadgesPerLike, "saves", id: "saves")))
                .Benchmarks(Panel(Badges)))).Issues.Select(issue => issue.ToString()));
        Assert.Equal(before, services.Count);
    }
}
