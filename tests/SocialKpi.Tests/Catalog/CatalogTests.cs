// Not SocialKpi.Tests.Catalog: that would hide the type in every other test.
namespace SocialKpi.Tests.Catalogue;

public sealed class CatalogTests
{
    [Fact]
    public void Standard_HasAllMeasuresAndKpisInOrder()
    {
        Assert.Equal(Measures.All, Catalog.Standard.Measures);
        Assert.Equal(Kpis.All, Catalog.Standard.Kpis);
    }

    [Fact]
    public void Find_ById_GivesTheDefinitionOrNull()
    {
        Assert.Same(Kpis.ClickThroughRate, Catalog.Standard.FindKpi("click_through_rate"));
        Assert.Same(Measures.Clicks, Catalog.Standard.FindMeasure("clicks"));
        Assert.Null(Catalog.Standard.FindKpi("CTR"));
        Assert.Null(Catalog.Standard.FindMeasure("click"));
    }

    [Fact]
    public void With_OwnDefinitions_AddsThemAndLeavesTheStandardAlone()
    {
        Measure replies = Measure.Sum("replies", Unit.Count);
        Kpi replyRate = Kpi.Define("reply_rate", replies / Measures.Comments, Unit.Ratio);
        Catalog own = Catalog.Standard.With([replies], [replyRate]);
        Assert.Same(replyRate, own.FindKpi("reply_rate"));
        Assert.Same(replies, own.Measures[^1]);
        Assert.Null(Catalog.Standard.FindKpi("reply_rate"));
    }

    [Fact]
    public void With_AStandardDefinitionUnderOtherNames_IsRefusedSoThatNoNameIsLost()
    {
        Kpi renamed = Kpi.Define(Kpis.ClickThroughRate.Id, Kpis.ClickThroughRate.Formula, Unit.Ratio, Direction.HigherIsBetter, label: "Our rate of clicks");
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => Catalog.Standard.With([], [renamed]));
        Assert.Contains("other names", Assert.Single(refusal.Issues).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_TheSameDefinitionAgain_ChangesNothing()
    {
        Assert.Equal(Kpis.All.Count, Catalog.Standard.With(Measures.All, Kpis.All).Kpis.Count);
        Assert.Equal(Kpis.All.Count, Catalog.Standard.With([], Kpis.All.Select(kpi => Kpi.FromJson(kpi.ToJson()))).Kpis.Count);
    }

    [Theory]
    [InlineData("label")]
    [InlineData("short_name")]
    [InlineData("description")]
    [InlineData("category")]
    [InlineData("tier")]
    [InlineData("source")]
    [InlineData("disputes")]
    [InlineData("aliases")]
    [InlineData("texts")]
    public void With_ARepeatedKpiThatSaysOneThingElse_IsRefused(string changed)
    {
        KpiText dutch = new("Saves per post", "Saves/post", "Saves gedeeld door posts.");
        Kpi Saves(string other = "") => Kpi.Define(
            "saves_per_post", Measures.Saves / Measures.Posts, Unit.Number, Direction.HigherIsBetter,
            other == "label" ? "Saves a post" : "Saves per post",
            other == "description" ? "Saves ÷ posts." : "Saves divided by posts.",
            other == "category" ? "activity" : "engagement",
            other == "tier" ? KpiTier.Outcome : KpiTier.Activity,
            other == "source" ? "them" : "us",
            other == "disputes" ? [] : ["Others count bookmarks."],
            other == "short_name" ? "S/P" : "Saves",
            other == "aliases" ? ["bookmarks per post", "save rate"] : ["bookmarks per post"],
            new Dictionary<Language, KpiText> { [Language.Dutch] = other == "texts" ? new(dutch.Label, dutch.ShortName, dutch.Description, Terms.English) : dutch });
        Catalog catalog = Catalog.Standard.With([], [Saves()]);
        Assert.Equal(catalog.Kpis.Count, catalog.With([], [Saves()]).Kpis.Count);
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => catalog.With([], [Saves(changed)]));
        Assert.Contains("other names or notes", Assert.Single(refusal.Issues).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_IdsTakenByOtherDefinitions_ListsAll()
    {
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => Catalog.Standard.With(
            [Measure.Sum("clicks", Unit.Number), Measure.Sum("spend", Unit.Number)],
            [Kpi.Define("click_through_rate", Measures.Impressions / Measures.Clicks, Unit.Ratio)]));
        Assert.Equal(["measure clicks", "measure spend", "KPI click_through_rate"], refusal.Issues.Select(issue => issue.Subject));
        Assert.All(refusal.Issues, issue => Assert.Contains("another definition has this id already", issue.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void With_AnIdTakenAndTwoMeasuresOfOneName_ListsBoth()
    {
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => Catalog.Standard.With(
            [Measure.Sum("spend", Unit.Number)], [Kpi.Define("own", Measure.Sum("likes", Unit.Points), Unit.Points)]));
        Assert.Contains(refusal.Issues, issue => issue.Subject == "measure spend");
        Assert.Contains(refusal.Issues, issue => issue.ToString().Contains("likes", StringComparison.Ordinal));
    }

    [Fact]
    public void Parse_TheFormulaOfEveryKpi_GivesItBack() =>
        Assert.All(Kpis.All, kpi => Assert.Equal(kpi.Formula, Catalog.Standard.Parse(kpi.Formula.ToString())));

    [Fact]
    public void FromJson_AFormulaOverAMeasureOfAKpi_IsRead() => Assert.Equal(
        Catalog.Standard.Parse("median_response_time"),
        Catalog.FromJson("""{ "kpis": [{ "id": "our_response_time", "formula": "median_response_time", "unit": "duration" }] }""").FindKpi("our_response_time")!.Formula);

    [Fact]
    public void Parse_OverTheStandardMeasures_ReadsAFormula()
    {
        Assert.Equal(Kpis.CostPerMille.Formula, Catalog.Standard.Parse("1000 * spend / impressions"));
        Assert.Contains("did you mean 'impressions'?", Assert.Throws<FormatException>(() => Catalog.Standard.Parse("clicks / impresions")).Message, StringComparison.Ordinal);
        string refusal = Assert.Throws<FormatException>(() => Catalog.Standard.Parse("median_respons_time * clickss")).Message;
        Assert.Contains("character 1: there is no measure 'median_respons_time'; did you mean 'median_response_time'?", refusal, StringComparison.Ordinal);
        Assert.Contains("character 23: there is no measure 'clickss'; did you mean 'clicks'?", refusal, StringComparison.Ordinal);
    }
}
