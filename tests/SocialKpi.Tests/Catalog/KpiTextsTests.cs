namespace SocialKpi.Tests.Catalogue;

public sealed class KpiTextsTests
{
    private const int WidestShortName = 22;

    public static TheoryData<Language> EveryLanguage => [.. Languages.All];

    [Theory]
    [MemberData(nameof(EveryLanguage))]
    public void Every_Kpi_HasATextOfItsOwnInEveryLanguage(Language language)
    {
        (string Id, KpiText Text)[] texts = [.. Kpis.All.Select(kpi => (kpi.Id, kpi.TextIn(language))), .. Kpis.WithoutFormula.Select(open => (open.Id, open.TextIn(language)))];
        Assert.Equal(texts.Length, texts.Select(text => text.Text.Label).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(texts.Length, texts.Select(text => text.Text.ShortName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Empty(texts.Where(text => text.Text.ShortName.Length > WidestShortName).Select(text => text.Text.ShortName));
        Assert.All(texts, text =>
        {
            Assert.EndsWith(".", text.Text.Description, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', text.Text.Description);
            Assert.DoesNotContain("  ", text.Text.Description, StringComparison.Ordinal);
            foreach (string words in (string[])[text.Text.Label, text.Text.ShortName, text.Text.Description]) Assert.Equal(words.Trim().Normalize(), words);
        });
    }

    [Fact]
    public void Texts_OfOtherLanguages_AreOfKpisAlone()
    {
        IEnumerable<string> known = Kpis.All.Select(kpi => kpi.Id).Concat(Kpis.WithoutFormula.Select(open => open.Id)).Order(StringComparer.Ordinal);
        Assert.All([DutchTexts.Kpis, SwedishTexts.Kpis, PolishTexts.Kpis], texts => Assert.Equal(known, texts.Keys.Order(StringComparer.Ordinal)));
        Assert.Empty(EnglishShortNames.Kpis.Keys.Except(known));
    }

    // The words of the sources and the trade, from the reference: the machine translations "Aktier" and "Nå" are not among them.
    [Theory]
    [InlineData("shares", Language.Swedish, "Delningar")]
    [InlineData("account_reach", Language.Swedish, "Kontots räckvidd")]
    [InlineData("bounce_rate.ga4", Language.Swedish, "Avvisningsfrekvens (GA4)")]
    [InlineData("response_time.per_message", Language.Dutch, "Reactietijd")]
    [InlineData("followers", Language.Dutch, "Volgers")]
    [InlineData("conversion_rate", Language.Dutch, "Conversieratio")]
    [InlineData("followers", Language.Polish, "Obserwujący")]
    [InlineData("cost_per_click", Language.Polish, "Koszt kliknięcia (CPC)")]
    [InlineData("click_through_rate", Language.English, "Click-through rate")]
    public void TextIn_ALanguage_UsesItsWords(string id, Language language, string label) =>
        Assert.Equal(label, Catalog.Standard.FindKpi(id)!.TextIn(language).Label);

    [Fact]
    public void TextIn_AnEnglishTerm_SaysSo()
    {
        Assert.Equal(Terms.English, Kpis.ApplauseRateByFollowersAtPublish.TextIn(Language.Dutch).Terms);
        Assert.Equal(Terms.Settled, Kpis.ApplauseRateByFollowersAtPublish.TextIn(Language.Polish).Terms);
        Assert.All(Kpis.All, kpi => Assert.Equal(Terms.Settled, kpi.TextIn(Language.English).Terms));
    }
}
