using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Catalogue;

public sealed class NameMatchTests
{
    [Theory]
    [InlineData("click_through_rate", "click_through_rate")]
    [InlineData("Likes", "likes")]
    [InlineData("delningar", "shares")]
    [InlineData("  net   SENTIMENT in points ", "net_sentiment.points")]
    [InlineData("thumb stop rate", "hook_rate")]
    [InlineData("Följarkvalitet", "engagement_rate.by_followers")]
    [InlineData("Echte volgers", "follower_quality.real_followers")]
    [InlineData("cpp", "cost_per_mille.by_account_reach")]
    [InlineData("Brand Health Index", "positive_share.without_neutral")]
    [InlineData("Obserwujący", "followers")]
    [InlineData("Koszt kliknięcia (CPC)", "cost_per_click")]
    [InlineData("sparar", "saves")]
    [InlineData("churn rate", "unfollow_rate")]
    [InlineData("genomsnittliga postengagemanget", "engagements_per_post")]
    [InlineData("volgers door een post", "followers_per_post")]
    [InlineData("clicks (all)", "clicks.all")]
    public void Named_AnUnambiguousName_GivesTheOne(string name, string id) => Assert.Equal(id, Catalog.Standard.Named(name).Only?.Id);

    [Theory]
    [InlineData("engagement rate", "engagement_rate.by_post_reach", "engagement_rate.by_impressions", "engagement_rate.by_followers", "engagement_rate.by_views", "session_engagement_rate")]
    [InlineData("reach", "account_reach", "post_reach.gross", "followers")]
    [InlineData("ROI", "return_on_investment", "return_on_investment.with_savings", "return_on_investment.cost_to_return")]
    [InlineData("follower quality", "follower_quality.real_followers", "engagement_rate.by_followers")]
    [InlineData("amplification rate", "amplification_rate.by_followers", "amplification_rate.by_account_reach", "shares_per_post")]
    [InlineData("lead conversion rate", "lead_generation_rate.by_visitors", "lead_to_customer_rate")]
    [InlineData("social media conversion rate", "social_media_conversion_rate.by_social_visits", "social_media_conversion_rate.share_of_conversions")]
    [InlineData("CPA", "cost_per_action", "cost_per_acquisition")]
    [InlineData("bounce rate", "bounce_rate.ga4", "bounce_rate.single_page")]
    [InlineData("zasięg", "account_reach", "post_reach.gross")]
    [InlineData("conversion rate", "conversion_rate", "conversion_rate.by_sessions")]
    [InlineData("weergaven", "impressions", "views")]
    [InlineData("visningar", "impressions", "views")]
    [InlineData("wyświetlenia", "impressions", "views")]
    [InlineData("omnämnanden", "mentions", "brand_mentions")]
    [InlineData("wzmianki", "mentions", "brand_mentions")]
    [InlineData("wartość życiowa klienta", "customer_lifetime_value.by_purchases", "customer_lifetime_value.by_churn", "customer_lifetime_value.historical")]
    [InlineData("Kundnöjdhetspoäng (CSAT)", "customer_satisfaction_score.top_two_box", "customer_satisfaction_score.mean")]
    [InlineData("Koszt tysiąca (CPM)", "cost_per_mille", "cost_per_mille.by_account_reach")]
    [InlineData("rendement van een investering", "return_on_investment", "return_on_investment.with_savings")]
    [InlineData("avkastning på investeringen (ROI)", "return_on_investment", "return_on_investment.with_savings")]
    [InlineData("demografi", "share_of_audience.by_age", "share_of_audience.by_gender", "share_of_audience.by_country", "share_of_audience.by_interest")]
    [InlineData("net_sentiment.points", "net_sentiment.points")]
    [InlineData("tempo wzrostu obserwujących", "audience_growth_rate", "audience_growth_rate.by_total_audience")]
    [InlineData("engagement_rate.by_reach", "engagement_rate.by_post_reach", "engagement_rate.by_account_reach")]
    [InlineData("clickthrough rate", "click_through_rate", "click_through_rate.unique")]
    public void Named_ADisputedName_GivesEveryCandidate(string name, params string[] ids)
    {
        NameMatch match = Catalog.Standard.Named(name);
        Assert.Empty(ids.Except(match.Kpis.Select(kpi => kpi.Id)));
        Assert.Equal(ids.Length == 1, match.Only is not null);
        if (ids.Length > 1) Assert.Contains("use the id of the one you mean", match.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Named_InOneLanguage_KnowsItsLabelsAlone()
    {
        Assert.Equal("comments", Catalog.Standard.Named("Reacties", Language.Dutch).Only?.Id);
        Assert.Empty(Catalog.Standard.Named("Reacties", Language.Polish).Kpis);
    }

    [Fact]
    public void Named_AMistypedName_SuggestsTheNearest()
    {
        NameMatch match = Catalog.Standard.Named("enggagement rate");
        Assert.Empty(match.Kpis);
        Assert.Equal("engagement rate", match.Suggestions[0], ignoreCase: true);
        Assert.StartsWith("there is no KPI 'enggagement rate'; did you mean 'engagement rate'", match.ToString(), StringComparison.Ordinal);
        Assert.Equal("there is no KPI 'zzzzzzzzzzzz'", Catalog.Standard.Named("zzzzzzzzzzzz").ToString());
        Assert.Empty(Catalog.Standard.Named(" ").Kpis);
        Assert.Throws<ArgumentNullException>(() => Catalog.Standard.Named(null!));
    }

    [Fact]
    public void Named_HalfACharacter_IsNobodysName()
    {
        Assert.Empty(Catalog.Standard.Named("caf\ud83d").Kpis);
        Assert.Null(Catalog.Standard.Named("\udc00").Only);
        Assert.Null(ObjectiveTypes.Find("caf\ud83d"));
    }

    [Fact]
    public void Named_WithoutFormula_NamesWhatStandsInForIt()
    {
        NameMatch match = Catalog.Standard.Named("Merkbekendheid");
        Assert.Null(match.Only);
        Assert.Equal("brand_awareness", Assert.Single(match.WithoutFormula).Id);
        Assert.Contains("account_reach, followers", match.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("varumärkesmedvetenhet")]
    [InlineData("naambekendheid")]
    public void Named_WithoutFormula_KnowsTheWordsOfItsSources(string name) =>
        Assert.Equal("brand_awareness", Assert.Single(Catalog.Standard.Named(name).WithoutFormula).Id);

    [Fact]
    public void FindKpiByLabel_ALabelOfTwo_GivesNeither()
    {
        Catalog catalog = Catalog.Standard.With([], [Kpi.Define("own_likes", Measures.Likes + 1, Unit.Count, label: Kpis.LikeCount.Label)]);
        Assert.Null(catalog.FindKpiByLabel(Kpis.LikeCount.Label, Language.English));
        Assert.Equal(["likes", "own_likes"], catalog.Named(Kpis.LikeCount.Label).Kpis.Select(kpi => kpi.Id));
    }

    [Fact]
    public void Named_OwnKpis_StandBesideTheStandardOnes()
    {
        Kpi own = Kpi.Define("engagement_rate.ours", Measures.Saves / Measures.Impressions, Unit.Ratio, label: "Ours", shortName: "O", aliases: ["house rate"],
            texts: new Dictionary<Language, KpiText> { [Language.Dutch] = new("Het onze") });
        Catalog catalog = Catalog.Standard.With([], [own]);
        Assert.All(["ours", "o", "House-Rate", "het onze"], name => Assert.Same(own, catalog.Named(name).Only));
        Assert.Contains(own, catalog.Named("engagement_rate").Kpis);
        Assert.Empty(Catalog.Standard.Named("ours").Kpis);
    }

    [Theory]
    [MemberData(nameof(Cultures.Data), MemberType = typeof(Cultures))]
    public void Named_UnderAnyCulture_FindsTheSame(string culture)
    {
        using Cultures scope = Cultures.Use(culture);
        Assert.Equal("impressions", Catalog.Standard.Named("IMPRESSIONS").Only?.Id);
        Assert.Equal("clicks", Catalog.Standard.Named("klikken").Only?.Id);
    }

    [Fact]
    public void FindKpiByLabel_EveryLabel_GivesItsKpi() => Assert.All(Languages.All, language => Assert.All(Kpis.All, kpi =>
        Assert.Same(kpi, Catalog.Standard.FindKpiByLabel(kpi.TextIn(language).Label, language))));

    [Fact]
    public void KeyFor_AnObjective_HasVariantsAndOwnOnes()
    {
        Kpi own = Kpi.Define("virality_rate.by_views", Measures.Shares / Measures.Views, Unit.Ratio);
        IReadOnlyList<Kpi> key = Catalog.Standard.With([], [own]).KeyFor(ObjectiveTypes.Awareness);
        Assert.Contains(own, key);
        Assert.Contains(Kpis.ViralityRateByPostReach, key);
        Assert.DoesNotContain(Kpis.ClickThroughRate, key);
    }

    [Fact]
    public void Aliases_OfTheCatalogue_NameKpisThatExist() => Assert.All(KpiAliases.Meant, meant => Assert.Contains(
        Kpis.All.Select(kpi => kpi.Id).Concat(Kpis.WithoutFormula.Select(open => open.Id)),
        id => meant.EndsWith(".*", StringComparison.Ordinal) ? id == meant[..^2] || id.StartsWith(meant[..^1], StringComparison.Ordinal) : id == meant));
}
