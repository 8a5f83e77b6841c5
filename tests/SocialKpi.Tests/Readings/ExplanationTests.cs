using static SocialKpi.Tests.Readings.SmallTable;

namespace SocialKpi.Tests.Readings;

public sealed class ExplanationTests
{
    [Fact]
    public void Explain_ARatioWithACaveat_TellsAll() => AssertExplains(
        $"""
        Click-through rate, 2026-01, platform = instagram
          = clicks / impressions
          = 30 / 1,000
          = 3.00 % (unrounded 0.03)
          1 row used
          1 of 2 rows left out: clicks is unknown on 1
          click_through_rate, definition {Kpis.ClickThroughRate.Hash[..12]}, source: Advertising exports of Meta and LinkedIn
        """,
        Table[Kpis.ClickThroughRate, January, Instagram]);

    [Fact]
    public void Explain_Money_NamesTheCurrencyAndAllDigits() => AssertExplains(
        $"""
        Cost per click, 2026-01
          = spend / clicks
          = 37.50 EUR / 40
          = 0.938 EUR (unrounded 0.9375)
          2 rows used
          1 of 3 rows left out: clicks is unknown on 1
          cost_per_click, definition {Kpis.CostPerClick.Hash[..12]}, source: Advertising exports of Meta and LinkedIn
        """,
        Table[Kpis.CostPerClick, January]);

    [Fact]
    public void Explain_AZeroDenominator_ShowsTheZero() => AssertExplains(
        $"""
        Cost per click, 2026-02, platform = linkedin
          = spend / clicks
          = 7.25 EUR / 0
          = – (zero denominator)
          1 row used
          cost_per_click, definition {Kpis.CostPerClick.Hash[..12]}, source: Advertising exports of Meta and LinkedIn
        """,
        Table[Kpis.CostPerClick, February, LinkedIn]);

    [Fact]
    public void Explain_WhatIsNotReported_ShowsWhatIsMissing() => AssertExplains(
        $"""
        Click-through rate, everything
          = clicks / impressions
          = [clicks: no row has all of the formula] / [impressions: no row has all of the formula]
          = – (not reported)
          0 rows used
          2 of 2 rows left out: clicks is unknown on 1, impressions is unknown on 1
          click_through_rate, definition {Kpis.ClickThroughRate.Hash[..12]}, source: Advertising exports of Meta and LinkedIn
        """,
        Facts.FromColumns(columns => columns.Measure(Measures.Clicks, [null, 5]).Measure(Measures.Impressions, [100, null]))
            .Read(KpiQuery.Of(Kpis.ClickThroughRate))[Kpis.ClickThroughRate]);

    [Fact]
    public void Explain_MixedCurrencies_ShowsWhichMeasureMixesThem() => AssertExplains(
        $"""
        Cost per click, platform = linkedin
          = spend / clicks
          = [spend: mixed currencies] / 20
          = – (mixed currencies)
          4 rows used
          cost_per_click, definition {Kpis.CostPerClick.Hash[..12]}, source: Advertising exports of Meta and LinkedIn
        """,
        Table.Merge(FactsIn(Currency.USD).Read(Query))[Kpis.CostPerClick, LinkedIn]);

    [Fact]
    public void Explain_ShareOfVoice_SaysWhereTheMarketWasRead() => AssertExplains(
        $"""
        Share of voice, brand = acme
          = mentions / mentions.at(across("brand"))
          = 30 / 120 (across all brand)
          = 25.00 % (unrounded 0.25)
          2 rows used
          share_of_voice.by_mentions, definition {Kpis.ShareOfVoice.Hash[..12]}, source: {Kpis.ShareOfVoice.Source}
        """,
        Facts.FromColumns(columns => columns.Dimension("brand", ["acme", "acme", "rival"]).Measure(Measures.Mentions, [10, 20, 90]))
            .Read(KpiQuery.Of(Kpis.ShareOfVoice).By("brand"))[Kpis.ShareOfVoice, Segment.Of("brand", "acme")]);

    [Fact]
    public void Explain_GivenNumbers_DoesNotSpeakOfRows() => AssertExplains(
        $"""
        Click-through rate, everything
          = clicks / impressions
          = 120 / 4,000
          = 3.00 % (unrounded 0.03)
          calculated from given numbers
          click_through_rate, definition {Kpis.ClickThroughRate.Hash[..12]}, source: Advertising exports of Meta and LinkedIn
        """,
        Kpis.ClickThroughRate.Of(Measures.Clicks.Is(120), Measures.Impressions.Is(4_000)));

    [Fact]
    public void Explain_MoneyInACurrencyNotStated_UsesTheGenericSign() =>
        Assert.Equal("1000 * 5.00 ¤ / 400", Kpis.CostPerMille.Of(Measures.Spend.Is(5), Measures.Impressions.Is(400)).Explain().Substituted);

    private static void AssertExplains(string text, Reading reading) => Assert.Equal(text, reading.Explain().ToString());

    [Fact]
    public void Substituted_OneMeasureUnknown_DoesNotSayThatTheOtherIs()
    {
        Facts facts = Facts.FromColumns(columns => columns.Measure(Measures.Clicks, (decimal?[])[null]).Measure(Measures.Impressions, (decimal?[])[500]));

        Assert.Equal(
            "[clicks: no row has all of the formula] / [impressions: no row has all of the formula]",
            facts.Read(KpiQuery.Of(Kpis.ClickThroughRate))[Kpis.ClickThroughRate].Explain().Substituted);
    }
}
