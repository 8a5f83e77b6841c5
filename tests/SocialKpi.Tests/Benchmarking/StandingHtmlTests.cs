using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Benchmarking;

public sealed class StandingHtmlTests
{
    private static readonly string[] Brands = ["acme", "<b>bold</b>", "\u202Eevil", "delta", "echo", "foxtrot"];

    private static readonly Competitors Rivals = Competitors.Of(
        Facts.FromColumns(columns => columns
            .Dimension("brand", Brands)
            .Measure(Measures.Clicks, [10, 20, 30, 40, 50, 60])
            .Measure(Measures.Impressions, [1_000, 1_000, 1_000, 1_000, 1_000, 1_000])).Read(KpiQuery.Of(Kpis.ClickThroughRate).By("brand")),
        Kpis.ClickThroughRate,
        by: "brand");

    [Fact]
    public void ToHtml_AStanding_HasVerdictAndPlace()
    {
        Fragment better = Fragment.Of(Rivals.Compare("foxtrot").ToHtml()), worse = Fragment.Of(Rivals.Compare("acme").ToHtml());
        Assert.Contains("▲ better", better.Texts);
        Assert.Equal(["155", "5"], new[] { better, worse }.Select(fragment => fragment.Root.Descendants("circle").Single().Attribute("cx")!.Value));
        Assert.Contains("▼ worse", worse.Texts);
        Assert.Equal(Look.Bad, worse.Root.Descendants("circle").Single().Attribute("fill")!.Value);
        Assert.Contains(worse.Rows, row => row is ["difference", "-3.00 pp"]);
    }

    [Fact]
    public void ToHtml_ARefusal_SaysSoWithoutAChart()
    {
        Fragment fragment = Fragment.Of(Rivals.Compare("acme", rules: ComparisonRules.Default.AtLeast(50)).ToHtml());
        Assert.Contains("– not compared", fragment.Texts);
        Assert.Empty(fragment.Root.Descendants("svg"));
    }

    [Fact]
    public void ToHtml_Competitors_HasALineAndABarEach()
    {
        Fragment fragment = Fragment.Of(Rivals.ToHtml());
        Assert.Equal(6, fragment.Rows.Length);
        Assert.Equal(["1 of 6", "foxtrot", "6.00 %"], fragment.Rows[0][..3]);
        Assert.Equal("▲ better", fragment.Rows[0][^1]);
        Assert.Equal(6, fragment.Root.Descendants("svg").Count());
    }

    [Fact]
    public void ToHtml_FewCompetitors_SaysOfHowManyAVerdictIs()
    {
        Facts facts = Facts.FromColumns(columns => columns.Dimension("brand", ["a", "b", "c"]).Measure(Measures.Clicks, [1, 2, 3]));
        Competitors few = Competitors.Of(facts.Read(KpiQuery.Of(Kpis.ClickCount).By("brand")), Kpis.ClickCount, by: "brand");
        Assert.Equal(["▲ better (of 2 peers)", "▼ worse (of 2 peers)"], Fragment.Of(few.ToHtml()).Rows.Select(row => row[^1]).Where((_, at) => at != 1));
        Assert.True(few.Compare("a").IsRefused);
    }

    [Theory]
    [MemberData(nameof(Cultures.Data), MemberType = typeof(Cultures))]
    public void ToHtml_UnderAnyCulture_IsTheSame(string culture)
    {
        string before = Rivals.ToHtml() + Rivals.Compare("delta").ToHtml();
        using Cultures scope = Cultures.Use(culture);
        Assert.Equal(before, Rivals.ToHtml() + Rivals.Compare("delta").ToHtml());
    }
}
