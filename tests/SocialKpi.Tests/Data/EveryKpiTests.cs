using System.Text.Json;

namespace SocialKpi.Tests.Data;

/// <summary>A query for every KPI that the facts can feed.</summary>
public sealed class EveryKpiTests
{
    private static readonly KpiQuery Three = KpiQuery.Every([Kpis.ClickThroughRate, Kpis.CostPerClick, Kpis.ShareOfVoice]);

    private static readonly Facts Clicks = Facts.FromColumns(columns => columns
        .Dimension("platform", ["x", "y"]).Measure(Measures.Clicks, [3, 1]).Measure(Measures.Impressions, [100, 100]));

    [Fact]
    public void Read_EveryKpi_ReadsWhatCanBeFedAndListsTheRest()
    {
        KpiTable table = Clicks.Read(Three.By("platform"));
        Assert.Equal(KpiQuery.Of(Kpis.ClickThroughRate).By("platform"), table.Query);
        Assert.Equal((0.02m, 0.03m), (table[Kpis.ClickThroughRate].Value, table[Kpis.ClickThroughRate, Segment.Of("platform", "x")].Value));
        Assert.Equal([Kpis.CostPerClick, Kpis.ShareOfVoice], table.Lacking.Select(lacking => lacking.Kpi));
        Assert.Equal(["the facts have no spend; they have: clicks, impressions"], table.Lacking[0].Reasons);
        Assert.Equal(
            ["the facts have no mentions; they have: clicks, impressions", "it reads across 'brand', which is not a dimension of the facts; they have: platform"],
            table.Lacking[1].Reasons);
    }

    [Fact]
    public void Read_EveryKpiOfTheCatalogue_KeepsItsOrderAndLosesNone()
    {
        KpiTable table = Clicks.Read(KpiQuery.Every(Catalog.Standard.Kpis));
        Assert.Contains(Kpis.ClickThroughRate, table.Query.Kpis);
        Assert.All(table.Query.Kpis, kpi => Assert.Empty(Clicks.Lacks(kpi)));
        Kpi[] left = [.. table.Lacking.Select(lacking => lacking.Kpi)];
        Assert.Equal(Catalog.Standard.Kpis.Except(table.Query.Kpis), left);
        Assert.Equal(Catalog.Standard.Kpis.Count, table.Query.Kpis.Count + left.Length);
    }

    [Fact]
    public void Read_EveryKpiOfWhichNoneCanBeFed_IsRefusedWithAllThatIsMissing()
    {
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => Clicks.Read(KpiQuery.Every([Kpis.CostPerClick, Kpis.ShareOfVoice])));
        Assert.Equal(
            [
                "KPI cost_per_click: the facts have no spend; they have: clicks, impressions",
                "KPI share_of_voice.by_mentions: the facts have no mentions; they have: clicks, impressions",
                "KPI share_of_voice.by_mentions: it reads across 'brand', which is not a dimension of the facts; they have: platform",
            ],
            refusal.Issues.Select(issue => issue.ToString()));
    }

    [Fact]
    public void Read_NamedKpis_LeavesNoneOut()
    {
        Assert.Empty(Clicks.Read(KpiQuery.Of(Kpis.ClickThroughRate)).Lacking);
        Assert.Throws<DefinitionException>(() => Clicks.Read(KpiQuery.Of(Kpis.ClickThroughRate, Kpis.CostPerClick)));
    }

    [Fact]
    public void Merge_OfTablesThatLackTheSame_KeepsTheReasonsOfBoth()
    {
        Facts others = Facts.FromColumns(columns => columns.Dimension("brand", ["a"]).Measure(Measures.Clicks, [2]).Measure(Measures.Impressions, [100]));
        KpiTable together = Clicks.Read(Three).Merge(others.Read(Three));
        Assert.Equal(0.02m, together[Kpis.ClickThroughRate].Value);
        Assert.Equal([Kpis.CostPerClick, Kpis.ShareOfVoice], together.Lacking.Select(lacking => lacking.Kpi));
        Assert.Equal(2, together.Lacking[1].Reasons.Count);
    }

    [Fact]
    public void Merge_OfTablesThatLackOtherKpis_IsRefused()
    {
        Facts withSpend = Facts.FromColumns(columns => columns.Measure(Measures.Clicks, [2]).Measure(Measures.Impressions, [100]).Measure(Measures.Spend, [1], Currency.EUR));
        Assert.Throws<ArgumentException>(() => Clicks.Read(Three).Merge(withSpend.Read(Three)));
    }

    [Fact]
    public void ToText_OfATableWithKpisLeftOut_SaysHowMany()
    {
        Assert.EndsWith("\n\n2 KPIs are left out, as the facts lack what they need: Lacking lists them", Clicks.Read(Three).ToText(), StringComparison.Ordinal);
        Assert.EndsWith("\n\n1 KPI is left out, as the facts lack what it needs: Lacking lists it", Clicks.Read(KpiQuery.Every([Kpis.ClickThroughRate, Kpis.CostPerClick])).ToMarkdown(), StringComparison.Ordinal);
        Assert.DoesNotContain("left out", Clicks.Read(KpiQuery.Every([Kpis.ClickThroughRate])).ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToJson_OfATableWithKpisLeftOut_ListsThemWithTheReasons()
    {
        using var json = JsonDocument.Parse(Clicks.Read(Three).ToJson());
        JsonElement lacking = json.RootElement.GetProperty("lacking");
        Assert.Equal(2, lacking.GetArrayLength());
        Assert.Equal("share_of_voice.by_mentions", lacking[1].GetProperty("kpi").GetString());
        Assert.Equal("the facts have no mentions; they have: clicks, impressions", lacking[1].GetProperty("reasons")[0].GetString());
    }
}
