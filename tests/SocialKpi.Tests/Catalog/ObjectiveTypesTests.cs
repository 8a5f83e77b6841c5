namespace SocialKpi.Tests.Catalogue;

public sealed class ObjectiveTypesTests
{
    private static readonly Language[] Languages = Enum.GetValues<Language>();

    public static TheoryData<string, string[]> KeyMetrics => new()
    {
        // Hootsuite's types of objectives, the metrics it lists under each; the ids are names up to the first dot.
        { "awareness", ["brand_mentions", "shares", "post_reach", "impressions", "virality_rate", "amplification_rate"] },
        { "reputation", ["customer_satisfaction_score", "applause_rate", "amplification_rate", "net_sentiment", "share_of_voice", "net_promoter_score"] },
        { "community", ["audience_growth_rate", "engagement_rate", "amplification_rate", "applause_rate", "click_through_rate", "bounce_rate", "conversation_rate", "net_promoter_score"] },
        { "conversions", ["conversion_rate", "click_through_rate", "bounce_rate", "social_media_conversion_rate", "cost_per_click", "cost_per_mille"] },
        { "leads", ["conversion_rate", "leads", "lead_to_customer_rate"] },
        { "service", ["customer_satisfaction_score", "handled_requests_per_agent"] },
        { "recruiting", ["recruitment_conversion", "conversion_rate", "followers", "engagement_rate"] },
        { "internal_communication", ["engagement_rate", "amplification_rate", "click_through_rate", "bounce_rate"] },

        // Plantracker: awareness by reach, followers, likes, comments, shares; sales by conversion rate and revenue; service by costs spared.
        { "awareness", ["account_reach", "followers", "followers_per_post", "likes", "comments", "shares", "engaged_share_of_followers"] },
        { "conversions", ["conversion_rate", "revenue", "social_share_of_visits", "return_on_investment"] },
        { "service", ["customer_service_cost_savings"] },

        // The Swedish list: awareness by impressions, reach and share of voice; engagement by comments, likes and shares.
        { "awareness", ["impressions", "account_reach", "share_of_voice"] },
        { "awareness", ["audience_growth_rate"] },
        { "community", ["comments", "likes", "shares", "saves", "mentions", "profile_visits"] },
        { "service", ["response_time", "customer_satisfaction_score", "net_promoter_score"] },

        // dlvr.it: visits from Facebook; visibility by reach or impressions. NSMA: visits, conversions, ROI.
        { "traffic", ["social_visits", "click_through_rate", "bounce_rate"] },
    };

    [Theory]
    [MemberData(nameof(KeyMetrics))]
    public void Key_OfATypeThatASourceLists_HasItsMetrics(string id, string[] names) =>
        Assert.Empty(names.Except(ObjectiveTypes.Find(id)!.Key.Select(key => key.Kpi.Id.Split('.')[0])));

    [Fact]
    public void RelevanceOf_ACount_DependsOnTheObjective()
    {
        // Plantracker: more followers need not bring revenue, but they bring awareness.
        Assert.Equal(KpiRelevance.Key, ObjectiveTypes.Awareness.RelevanceOf(Kpis.FollowerCount));
        Assert.Equal(KpiRelevance.Vanity, ObjectiveTypes.Conversions.RelevanceOf(Kpis.FollowerCount));
        Assert.Equal(KpiRelevance.Key, ObjectiveTypes.Conversions.RelevanceOf(Kpis.SocialShareOfVisits));
        Assert.Equal(KpiRelevance.Vanity, ObjectiveTypes.Leads.RelevanceOf(Kpis.LikeCount));
        Assert.Equal(KpiRelevance.Neither, ObjectiveTypes.Traffic.RelevanceOf(Kpis.NetPromoterScore));
    }

    [Fact]
    public void RelevanceOf_AVariantOfAKeyName_IsKey()
    {
        Assert.Equal(KpiRelevance.Key, ObjectiveTypes.Awareness.RelevanceOf(Kpis.ViralityRateByPostReach));
        Assert.Equal(KpiRelevance.Key, ObjectiveTypes.CustomerInsight.RelevanceOf(Kpis.ShareOfAudience("city")));
        Assert.Equal(KpiRelevance.Vanity, ObjectiveTypes.Conversions.RelevanceOf(Kpis.NetNewFollowersByStock));
        Assert.Equal(KpiRelevance.Neither, ObjectiveTypes.Awareness.RelevanceOf(Kpi.Define("own", Measures.Likes, Unit.Count)));
    }

    [Fact]
    public void Sources_OfCredits_AreThoseThatNameTheKpi()
    {
        Assert.DoesNotContain(ObjectiveTypes.All.SelectMany(type => type.Key), key => key.Kpi == Kpis.ReturnOnAdSpend);
        Assert.All(ObjectiveTypes.Crisis.Key, key => Assert.Equal(["Hootsuite's types of objectives"], key.Sources));
        Assert.Contains("Swedish list of 22 KPIs", ObjectiveTypes.Awareness.Key.Single(key => key.Kpi == Kpis.AudienceGrowthRate).Sources);
    }

    [Fact]
    public void Every_Type_SaysEachKpiOnceWithItsSources() => Assert.All(ObjectiveTypes.All, type =>
    {
        ObjectiveKpi[] said = [.. type.Key, .. type.Vanity];
        Assert.NotEmpty(type.Key);
        Assert.Equal(said.Length, said.Select(kpi => kpi.Kpi.Id).Distinct().Count());
        Assert.All(said, kpi =>
        {
            Assert.NotEmpty(kpi.Sources);
            Assert.Equal(kpi.Sources.Count, kpi.Sources.Distinct().Count());
            Assert.Equal(kpi.Relevance, type.RelevanceOf(kpi.Kpi));
            Assert.All(Languages, language => Assert.Equal(kpi.Relevance == KpiRelevance.Vanity, kpi.ReasonIn(language)?.EndsWith('.') ?? false));
        });
        Assert.All(type.Key, key => Assert.Equal(KpiRelevance.Key, key.Relevance));
        Assert.All(type.Vanity, vanity => Assert.Equal(KpiRelevance.Vanity, vanity.Relevance));
    });

    [Fact]
    public void Every_Type_TellsWhatIsVanityOrWhyNothingIs() => Assert.All(ObjectiveTypes.All, type =>
        Assert.True(type.Vanity.Count > 0 || type.AdviceIn(Language.English) is not null, type.Id));

    [Fact]
    public void Find_ById_GivesTheTypeOrNull()
    {
        Assert.All(ObjectiveTypes.All, type => Assert.Same(type, ObjectiveTypes.Find(type.Id)));
        Assert.Equal(ObjectiveTypes.All.Count, ObjectiveTypes.All.Select(type => type.Id).Distinct().Count());
        Assert.Null(ObjectiveTypes.Find("fame"));
        Assert.Null(ObjectiveTypes.Find(" "));
        Assert.Throws<ArgumentNullException>(() => ObjectiveTypes.Find(null!));
    }

    [Theory]
    [InlineData("merkbekendheid", "awareness")]
    [InlineData("Varumärkeskännedom", "awareness")]
    [InlineData("internal-communication", "internal_communication")]
    [InlineData("Obsługa klienta", "service")]
    public void Find_ByAName_GivesTheType(string name, string id) => Assert.Equal(id, ObjectiveTypes.Find(name)?.Id);

    // Each source is credited with the variant that its text defines.
    [Theory]
    [InlineData("bounce_rate.ga4", "Swedish list of 22 KPIs", "dlvr.it")]
    [InlineData("customer_lifetime_value.by_purchases", "Swedish list of 22 KPIs", "dlvr.it")]
    [InlineData("applause_rate.by_followers_at_publish", "dlvr.it")]
    [InlineData("engagement_rate.by_post_reach", "dlvr.it")]
    [InlineData("conversion_rate", "Plantracker", "dlvr.it")]
    [InlineData("return_on_investment", "NSMA", "Plantracker")]
    [InlineData("engagements", "NSMA", "dlvr.it")]
    [InlineData("lead_generation_rate.by_visitors", "Swedish list of 22 KPIs")]
    public void Sources_OfAVariant_AreNoneThatDefineAnother(string id, params string[] others) =>
        Assert.Empty(ObjectiveTypes.All.SelectMany(type => type.Key).Where(key => key.Kpi.Id == id).SelectMany(key => key.Sources).Intersect(others));

    [Theory]
    [InlineData("conversions", "bounce_rate.single_page", "Swedish list of 22 KPIs")]
    [InlineData("traffic", "bounce_rate.single_page", "dlvr.it")]
    [InlineData("conversions", "customer_lifetime_value.historical", "dlvr.it")]
    [InlineData("community", "applause_rate.by_post_reach", "dlvr.it")]
    [InlineData("community", "engagement_rate.by_post_reach.likes_comments_shares.mean_per_post", "dlvr.it")]
    [InlineData("conversions", "conversion_rate.converting_visitors", "Plantracker")]
    [InlineData("awareness", "shares_per_post", "Hootsuite's types of objectives")]
    [InlineData("internal_communication", "shares_per_post", "Hootsuite's types of objectives")]
    [InlineData("community", "likes_per_post", "Hootsuite's types of objectives")]
    [InlineData("awareness", "positive_share.of_mentions", "Swedish list of 22 KPIs")]
    [InlineData("customer_insight", "positive_share.of_mentions", "NSMA")]
    public void Key_OfAVariantThatASourceMeans_IsCreditedToIt(string type, string id, string source) =>
        Assert.Contains(source, Assert.Single(ObjectiveTypes.Find(type)!.Key, key => key.Kpi.Id == id).Sources);

    [Fact]
    public void Vanity_ForBusiness_IsCreditedToWhoSaysWhy()
    {
        Assert.All(ObjectiveTypes.Conversions.Vanity.Where(vanity => vanity.Kpi == Kpis.FollowerCount), vanity => Assert.Equal(["Plantracker"], vanity.Sources));
        Assert.DoesNotContain(ObjectiveTypes.Reputation.Key, key => key.Kpi == Kpis.ResponseTimePerMessage);
    }

    [Fact]
    public void LabelIn_EveryLanguage_IsThereAndItsOwn()
    {
        Assert.Equal("Merkbekendheid", ObjectiveTypes.Awareness.LabelIn(Language.Dutch));
        Assert.All(Languages, language => Assert.Equal(ObjectiveTypes.All.Count, ObjectiveTypes.All.Select(type => type.LabelIn(language)).Distinct().Count()));
        Assert.Throws<ArgumentOutOfRangeException>(() => ObjectiveTypes.Awareness.LabelIn((Language)9));
    }

    [Fact]
    public void WithoutFormula_IsNamedWhereSourcesNameIt()
    {
        Assert.Equal(["brand_awareness"], ObjectiveTypes.Awareness.WithoutFormula.Select(open => open.Id));
        Assert.Equal(["comment_conversation_score"], ObjectiveTypes.Community.WithoutFormula.Select(open => open.Id));
    }

    [Fact]
    public void Sources_OfAllTypes_AreTheFive() =>
        Assert.Equal(5, ObjectiveTypes.All.SelectMany(type => type.Sources).Distinct().Count());
}
