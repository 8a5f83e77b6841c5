using Microsoft.Extensions.DependencyInjection;
using SocialKpi.Tests.Support;
using static SocialKpi.DependencyInjection.Tests.Documents;

namespace SocialKpi.DependencyInjection.Tests;

public class SocialKpiServiceCollectionExtensionsTests
{
    [Fact]
    public void AddSocialKpi_WithoutSetup_GivesWhatIsStandard()
    {
        using ServiceProvider services = new ServiceCollection().AddSocialKpi().BuildServiceProvider();

        Assert.Equal(SocialKpi.Kpis.All, services.GetRequiredService<Catalog>().Kpis);
        Assert.Equal(ReportingCalendar.Iso, services.GetRequiredService<ReportingCalendar>());
        Assert.Empty(services.GetRequiredService<GoalPlan>().Goals);
        Assert.Empty(services.GetRequiredService<GoalPlan>().Objectives);
        Assert.Empty(services.GetRequiredService<BenchmarkSet>().Benchmarks);
    }

    [Fact]
    public void AddSocialKpi_Documents_AreReadTogetherWhateverTheirOrder()
    {
        using ServiceProvider services = Registered(setup => setup
            .Benchmarks(Of(Benchmarks), "benchmarks.json")
            .Goals(Of(Goals), "goals.json")
            .Calendar(ReportingCalendar.Iso.WithFiscalYearFrom(7))
            .Define(Of(Documents.Kpis), "kpis.json"));

        Kpi own = services.GetRequiredService<Catalog>().FindKpi("saves_per_post")!;
        Assert.Equal(Measures.Saves / Measures.Posts, own.Formula);
        Assert.Same(own, Assert.Single(services.GetRequiredService<GoalPlan>().Goals).Kpi);
        Assert.Equal("loved", Assert.Single(services.GetRequiredService<GoalPlan>().Objectives).Id);
        Assert.Equal(own.Hash, Assert.Single(services.GetRequiredService<BenchmarkSet>().Benchmarks).KpiHash);
        Assert.Equal(7, services.GetRequiredService<ReportingCalendar>().FiscalYearStart);
    }

    [Fact]
    public void AddSocialKpi_MeasuresOfALaterDocument_AreKnown_TrailingCommasOrNot()
    {
        using ServiceProvider services = Registered(setup => setup
            .Define(Of("""{ "kpis": [{ "id": "stickers_per_like", "formula": "stickers / likes", "unit": "ratio" }] }"""), "kpis.json")
            .Define(Of("""{ "measures": [{ "id": "stickers", "unit": "count", "aggregation": "sum" },], }"""), "measures.json"));

        Assert.NotNull(services.GetRequiredService<Catalog>().FindKpi("stickers_per_like"));
    }

    [Fact]
    public void AddSocialKpi_ValuesMadeInCode_StandBesideDocuments()
    {
        Measure stickers = Measure.Sum("stickers", Unit.Count);
        Kpi perPost = Kpi.Define("stickers_per_post", stickers / Measures.Posts, Unit.Number);
        Goal goal = Goal.Increase(perPost, from: 1.AsNumber(), to: 2.AsNumber(), during: Timeframe.Quarter(2026, 3), new GoalTerms { Id = "stickers" });
        Benchmark panel = Benchmark.FromPeers(perPost, [1.AsNumber(), 2.AsNumber()], source: "panel");
        using ServiceProvider services = Registered(setup => setup
            .Define(stickers)
            .Define(perPost)
            .Define(Of("""{ "kpis": [{ "id": "stickers_per_like", "formula": "stickers / likes", "unit": "ratio" }] }"""), "kpis.json")
            .Define(Of(Documents.Kpis), "more.json")
            .Goals(GoalPlan.Of(goal))
            .Goals(Of(Goals), "goals.json")
            .Benchmarks(BenchmarkSet.Of(panel))
            .Benchmarks(Of(Benchmarks), "benchmarks.json"));

        Catalog catalog = services.GetRequiredService<Catalog>();
        Assert.Equal(["stickers_per_post", "stickers_per_like", "saves_per_post"], catalog.Kpis.Skip(SocialKpi.Kpis.All.Count).Select(kpi => kpi.Id));
        Assert.Equal(["stickers", "saves"], services.GetRequiredService<GoalPlan>().Goals.Select(one => one.Id));
        Assert.Equal(["panel", "Made-up panel"], services.GetRequiredService<BenchmarkSet>().Benchmarks.Select(one => one.Source));
    }

    [Fact]
    public void AddSocialKpi_WhatAPublisherMeans_IsComparedWithThatKpi()
    {
        const string words = "clicks on anything / views";
        string json = $$"""[{ "metric": "ctr", "metric_definition": "{{words}}", "source": "B", "period": "2025", "statistic": "mean", "value": 2.1, "unit": "percent" }]""";
        using ServiceProvider services = Registered(setup => setup
            .Benchmarks(Of(json), "b.json", new Dictionary<string, Kpi> { [words] = SocialKpi.Kpis.ClickThroughRate }));

        Assert.True(Assert.Single(services.GetRequiredService<BenchmarkSet>().Benchmarks).IsSpecified);
    }

    [Fact]
    public void AddSocialKpi_EveryDocumentIsWrong_TellsAllWithTheirSources()
    {
        string[] issues = Refused(setup => setup
            .Goals(Of("""{ "goals": [{ "kpi": "no_such_kpi", "shape": "increase", "from": "1 %", "to": "2 %", "during": "2026-Q9" }] }"""), "goals.json")
            .Benchmarks(Of("""[{ "kpi": "click_through_rate", "source": "A", "period": "2025", "statistic": "median", "value": "many", "unit": "percent" }, 7]"""), "benchmarks.json")
            .Benchmarks(Of("{ }"), "object.json")
            .Define(Of("""{ "kpis": [{ "id": "x", "formula": "saves / nothings", "unit": "number" }], "more": 1 }"""), "kpis.json")
            .Define(Of("{ \"kpis\": ["), "cut.json")
            .Goals(new MemoryStream([0x7B, 0xFF, 0x7D]), "bytes.json"));

        Assert.Contains(issues, issue => issue.StartsWith("kpis.json, line 1, kpis[0].formula: ", StringComparison.Ordinal) && issue.Contains("nothings", StringComparison.Ordinal));
        Assert.Contains(issues, issue => issue.StartsWith("kpis.json, line 1, more: ", StringComparison.Ordinal));
        Assert.Contains(issues, issue => issue.StartsWith("cut.json, line 1, byte ", StringComparison.Ordinal));
        Assert.Contains(issues, issue => issue.StartsWith("goals.json, line 1, goals[0].kpi: ", StringComparison.Ordinal));
        Assert.Contains(issues, issue => issue.StartsWith("goals.json, line 1, goals[0].during: ", StringComparison.Ordinal));
        Assert.Contains("bytes.json, encoding: byte 2 is not UTF-8; save the document as UTF-8", issues);
        Assert.Contains(issues, issue => issue.StartsWith("benchmarks.json, $[1]: ", StringComparison.Ordinal));
        Assert.Contains(issues, issue => issue.StartsWith("object.json: ", StringComparison.Ordinal));
    }

    [Fact]
    public void AddSocialKpi_AFieldOfABenchmarkIsWrong_HasItsPlace() => Assert.StartsWith(
        "benchmarks.json, $[0].value: 'many' ",
        Assert.Single(Refused(setup => setup.Define(Of(Documents.Kpis), "kpis.json").Benchmarks(Of(Benchmarks.Replace("2.5", "\"many\"", StringComparison.Ordinal)), "benchmarks.json"))),
        StringComparison.Ordinal);

    [Fact]
    public void AddSocialKpi_OneIdInTwoDocuments_NamesBoth()
    {
        const string goals = """{ "goals": [{ "id": "ctr", "kpi": "click_through_rate", "shape": "increase", "from": "1 %", "to": "2 %", "during": "2026-Q3" }] }""";
        Assert.Equal(
            ["a.json and b.json, goal ctr: 2 goals have the id 'ctr'; give each its own"],
            Refused(setup => setup.Goals(Of(goals), "a.json").Goals(Of(goals), "b.json")));
        Assert.StartsWith(
            "b.json, line 1, kpis[0], beside a.json: ",
            Assert.Single(Refused(setup => setup.Define(Of(Documents.Kpis), "a.json").Define(Of(Documents.Kpis.Replace("saves /", "shares /", StringComparison.Ordinal)), "b.json"))),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "code, KPI click_through_rate: ",
            Assert.Single(Refused(setup => setup.Define(Kpi.Define("click_through_rate", Measures.Clicks / Measures.Posts, Unit.Number)))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void AddSocialKpi_BenchmarksThatContradictOrRepeatEachOther_NameBothSources()
    {
        string other = Benchmarks.Replace("2.5", "3.5", StringComparison.Ordinal);
        Assert.Equal(
            ["a.json and b.json: of saves_per_post, Made-up panel 2025, the median is given twice with different values; give it once."],
            Refused(setup => setup.Define(Of(Documents.Kpis), "kpis.json").Benchmarks(Of(Benchmarks), "a.json").Benchmarks(Of(other), "b.json")));
        Assert.Equal(
            ["a.json and b.json: of saves_per_post, Made-up panel 2025, it is given twice; give it once."],
            Refused(setup => setup.Define(Of(Documents.Kpis), "kpis.json").Benchmarks(Of(Benchmarks), "a.json").Benchmarks(Of(Benchmarks), "b.json")));
        Assert.Equal(
            ["a.json, twice: of saves_per_post, Made-up panel 2025, it is given twice; give it once."],
            Refused(setup => setup.Define(Of(Documents.Kpis), "kpis.json").Benchmarks(Of(Benchmarks), "a.json").Benchmarks(Of(Benchmarks), "a.json")));
        Assert.Equal(
            ["a.json, twice: of saves_per_post, Made-up panel 2025, it is given twice; give it once."],
            Refused(setup => setup.Define(Of(Documents.Kpis), "kpis.json").Benchmarks(Of(Benchmarks), "a.json").Benchmarks(Of(Benchmarks), "a.json").Benchmarks(Of(Benchmarks), "a.json")));
        using ServiceProvider services = Registered(setup => setup
            .Define(Of(Documents.Kpis), "kpis.json").Benchmarks(Of(Benchmarks), "a.json").Benchmarks(Of(other.Replace("2025", "2024", StringComparison.Ordinal)), "b.json"));
        Assert.Equal(2, services.GetRequiredService<BenchmarkSet>().Benchmarks.Count);
    }

    [Fact]
    public void AddSocialKpi_MeasuresOfCodeAndDocuments_AreReadBeforeKpis()
    {
        const string kpis = """{ "kpis": [{ "id": "stickers_per_badge", "formula": "stickers / badges", "unit": "ratio" }] }""";
        const string badges = """{ "measures": [{ "id": "badges", "aggregation": "sum", "unit": "count" }] }""";
        Measure stickers = Measure.Sum("stickers", Unit.Count);
        foreach (Action<KpiSetup> setup in (Action<KpiSetup>[])
        [
            setup => setup.Define(Of(kpis), "kpis.json").Define(stickers).Define(Of(badges), "badges.json"),
            setup => setup.Define(Of(badges), "badges.json").Define(Of(kpis), "kpis.json").Define(stickers),
            setup => setup.Define(stickers).Define(Of(badges), "badges.json").Define(Of(kpis), "kpis.json"),
        ])
        {
            using ServiceProvider services = Registered(setup);
            Assert.Equal("stickers / badges", services.GetRequiredService<Catalog>().FindKpi("stickers_per_badge")!.Formula.ToString());
        }

        Assert.StartsWith("badges.json, line 1, measures[0]", Assert.Single(Refused(setup => setup
            .Define(Of(badges.Replace("sum", "sun", StringComparison.Ordinal)), "badges.json"))), StringComparison.Ordinal);
    }

    [Fact]
    public void AddSocialKpi_NothingIsRegisteredWhenSomethingIsWrong()
    {
        ServiceCollection services = [];
        Assert.Throws<DefinitionException>(() => services.AddSocialKpi(setup => setup.Goals(Of("[]"), "goals.json")));
        Assert.Empty(services);
    }

    [Fact]
    public void AddKeyedSocialKpi_SeveralBrands_AreKeptApart()
    {
        using ServiceProvider services = new ServiceCollection()
            .AddSocialKpi()
            .AddKeyedSocialKpi("acme", setup => setup.Define(Of(Documents.Kpis), "kpis.json"))
            .AddKeyedSocialKpi("nord", setup => setup.Calendar(ReportingCalendar.Iso.WithFiscalYearFrom(9)))
            .AddSingleton<AcmeReport>()
            .BuildServiceProvider();

        Assert.Equal("saves_per_post", services.GetRequiredService<AcmeReport>().Catalog.FindKpi("saves_per_post")!.Id);
        Assert.Equal(1, services.GetRequiredService<AcmeReport>().Calendar.FiscalYearStart);
        Assert.Null(services.GetRequiredKeyedService<Catalog>("nord").FindKpi("saves_per_post"));
        Assert.Equal(9, services.GetRequiredKeyedService<ReportingCalendar>("nord").FiscalYearStart);
        Assert.Null(services.GetRequiredService<Catalog>().FindKpi("saves_per_post"));
        Assert.Null(services.GetKeyedService<Catalog>("other"));
    }

    [Fact]
    public void Add_BesideAServiceOfTheSameType_IsRefused()
    {
        IServiceCollection services = new ServiceCollection().AddSingleton(ReportingCalendar.Iso).AddKeyedSingleton("acme", GoalPlan.Of());

        Assert.StartsWith("A ReportingCalendar is registered already. ", Assert.Throws<InvalidOperationException>(() => services.AddSocialKpi()).Message, StringComparison.Ordinal);
        Assert.StartsWith("A GoalPlan is registered already under the key 'acme'. ", Assert.Throws<InvalidOperationException>(() => services.AddKeyedSocialKpi("acme")).Message, StringComparison.Ordinal);
        Assert.Equal(2 + 4, services.AddKeyedSocialKpi("nord").Count);
    }

    [Fact]
    public void Setup_AfterItsEnd_TakesNothingMore()
    {
        KpiSetup? kept = null;
        _ = Registered(setup => kept = setup);

        Assert.All(
            (Action[])[() => kept!.Define(Badges), () => kept!.Define(Of(Documents.Kpis), "kpis.json"), () => kept!.Goals(GoalPlan.Of()), () => kept!.Calendar(ReportingCalendar.Iso)],
            late => Assert.Contains("await nothing in it", Assert.Throws<InvalidOperationException>(late).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Add_EveryService_IsOneAndTheSameInEveryScope()
    {
        ServiceCollection services = [];
        services.AddSocialKpi();
        using ServiceProvider provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        using IServiceScope one = provider.CreateScope(), another = provider.CreateScope();

        Assert.Equal(4, services.Count);
        Assert.All(services, service => Assert.Same(one.ServiceProvider.GetRequiredService(service.ServiceType), another.ServiceProvider.GetRequiredService(service.ServiceType)));
    }

    [Fact]
    public void Add_ASecondTime_IsRefusedWithTheRemedy()
    {
        IServiceCollection services = new ServiceCollection().AddSocialKpi().AddKeyedSocialKpi("acme");

        Assert.Contains("AddKeyedSocialKpi", Assert.Throws<InvalidOperationException>(() => services.AddSocialKpi()).Message, StringComparison.Ordinal);
        Assert.Contains("'acme'", Assert.Throws<InvalidOperationException>(() => services.AddKeyedSocialKpi("acme")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Setup_BadArguments_AreRefusedByName()
    {
        Assert.Throws<ArgumentNullException>("services", () => ((IServiceCollection)null!).AddSocialKpi());
        Assert.Throws<ArgumentNullException>("serviceKey", () => new ServiceCollection().AddKeyedSocialKpi(null!));
        _ = Registered(setup =>
        {
            Assert.Throws<ArgumentNullException>("json", () => setup.Goals(null!, "goals.json"));
            Assert.Throws<ArgumentException>("source", () => setup.Goals(Of(Goals), " "));
            Assert.Throws<ArgumentNullException>("plan", () => setup.Goals(null!));
            Assert.Throws<ArgumentNullException>("benchmarks", () => setup.Benchmarks(null!));
            Assert.Throws<ArgumentNullException>("calendar", () => setup.Calendar(null!));
            Assert.Throws<ArgumentNullException>("kpis", () => setup.Define([(Kpi)null!]));
        });
    }

    [Theory]
    [MemberData(nameof(Cultures.Data), MemberType = typeof(Cultures))]
    public void Messages_AreTheSameUnderEveryCulture(string culture)
    {
        Action<KpiSetup> setup = setup => setup.Goals(new MemoryStream([0x7B, 0xFF]), "I.json").Benchmarks(Of("[1, 2]"), "i.json")
            .Goals(GoalPlan.Of(GoalOf(Badges, "more"))).Goals(GoalPlan.Of(GoalOf(BadgesPerLike, "less")));
        string[] here = Refused(setup);
        using (Cultures.Use(culture)) Assert.Equal(here, Refused(setup));
    }

    private sealed record AcmeReport([FromKeyedServices("acme")] Catalog Catalog, [FromKeyedServices("acme")] ReportingCalendar Calendar);
}
