namespace SocialKpi;

/// <summary>
/// Other names of the standard KPIs, in the languages of their sources. A name that stands for several things, as most do, is an
/// alias of all of them: who looks it up is shown every one.
/// </summary>
internal static class KpiAliases
{
    // An id with a star is all variants of that name.
    private static readonly (string[] Aliases, string[] Ids)[] Names =
    [
        (["reach", "bereik", "räckvidd", "zasięg"], ["account_reach", "post_reach.gross", "average_reach_per_post", "followers"]),
        (["unique viewers", "unique impressions", "people reached", "bereikte mensen"], ["account_reach", "post_reach.gross"]),
        (["post reach", "postbereik", "posträckvidd", "zasięg posta"], ["post_reach.gross", "average_reach_per_post"]),
        (["reach rate", "bereikpercentage", "räckviddsgrad", "wskaźnik zasięgu"], ["reach_rate.*"]),
        (["impression share of voice"], ["share_of_voice.by_impressions"]),
        (["share of voice", "social share of voice", "SOV", "röstandel", "andel röst", "udział w głosie"], ["share_of_voice.*", "share_of_engagement"]),
        (["virality", "viral rate", "virality rate", "wskaźnik wiralności"], ["virality_rate.*"]),
        (["weergaven", "visningar", "wyświetlenia"], ["impressions", "views"]),
        (["impressies", "vertoningen", "intryck", "wrażenia"], ["impressions"]),
        (["plays", "video views", "afspeelbeurten", "odtworzenia"], ["views"]),
        (["brand awareness", "naambekendheid", "naamsbekendheid", "varumärkesmedvetenhet"], ["brand_awareness"]),
        (["vermeldingen", "omnämnanden", "wzmianki"], ["mentions", "brand_mentions"]),
        (["merkvermeldingen", "märkesomnämnanden"], ["brand_mentions.*", "mentions"]),
        (["EMV", "media value", "earned media value"], ["earned_media_value.*"]),

        (["fans", "subscribers", "page likes", "prenumeranter", "abonnees", "subskrybenci"], ["followers"]),
        (["new followers", "nieuwe volgers", "nya följare", "nowi obserwujący"], ["follows", "net_new_followers.*"]),
        (["net follower growth", "net new followers"], ["net_new_followers.*"]),
        (["audience growth", "audience growth rate", "follower growth", "follower growth rate", "groei van het publiek", "volgersgroei", "tillväxthastighet för följare", "följartillväxt", "tempo wzrostu obserwujących"],
            ["audience_growth_rate.*"]),
        (["volgers door een post"], ["followers_per_post"]),
        (["demographics", "audience demographics", "demografi", "demografie", "demografia"], ["share_of_audience.*"]),
        (["churn", "churn rate", "follower churn", "unfollow rate"], ["unfollow_rate"]),

        // The Swedish list calls the engagement rate by followers follower quality; others mean real followers.
        (["följarkvalitet", "följerkvalitet"], ["engagement_rate.by_followers"]),
        (["follower quality"], ["engagement_rate.by_followers", "follower_quality.*"]),

        (["reactions", "vind-ik-leuks", "gillar", "reaktioner"], ["likes"]),
        (["replies", "responses"], ["comments"]),
        (["reposts", "retweets", "delen"], ["shares"]),
        (["bookmarks", "favourites", "favorites", "opgeslagen", "sparade", "sparar"], ["saves"]),
        (["engagement", "interactions", "interacties", "betrokkenheid", "engagemang", "interaktioner", "zaangażowanie", "interakcje"], ["engagements.*"]),
        (["average post engagement", "gemiddelde engagement per post", "genomsnittligt postengagemang", "genomsnittliga postengagemanget"], ["engagements_per_post"]),
        (["ER", "engagement rate", "betrokkenheidsgraad", "engagemangsgrad", "współczynnik zaangażowania"], ["engagement_rate.*", "session_engagement_rate"]),
        (["ERR", "engagement rate by reach", "engagement_rate.by_reach"], ["engagement_rate.by_post_reach.*", "engagement_rate.by_account_reach"]),
        (["average engagement rate", "gemiddelde engagement rate", "genomsnittlig engagemangsgrad", "średni współczynnik zaangażowania"],
            ["engagement_rate.by_post_reach.mean_per_post", "engagement_rate.by_post_reach.likes_comments_shares.mean_per_post", "engagement_rate.by_impressions.mean_per_post",
                "engagement_rate.by_followers_at_publish.mean_per_post", "engagement_rate.by_followers_at_publish.likes_comments_saves.mean_per_post", "engagement_rate.daily"]),
        (["applause", "applause rate", "applausgraad", "wskaźnik oklasków"], ["applause_rate.*", "likes_per_post"]),
        (["amplification", "amplification rate", "versterkingsgraad", "współczynnik wzmocnienia"], ["amplification_rate.*", "shares_per_post", "virality_rate.*"]),
        (["conversation rate", "wskaźnik konwersacji"], ["conversation_rate.*", "comments_per_post"]),
        (["save rate"], ["save_rate.*"]),

        (["view rate", "video view rate", "VTR", "view-through rate"], ["video_view_rate.*", "hook_rate", "video_completion_rate.*"]),
        (["thumb-stop rate", "thumbstop ratio", "3-second view rate"], ["hook_rate"]),
        (["completion rate", "video completion rate", "VCR", "voltooiingspercentage"], ["video_completion_rate.*"]),
        (["AVD", "average watch time", "average view duration"], ["average_view_duration.*"]),
        (["APV", "average percentage viewed"], ["average_percentage_viewed.*"]),

        (["CTR", "click-through rate", "clickthrough rate", "doorklikratio", "klickfrekvens", "współczynnik klikalności"], ["click_through_rate.*"]),
        (["kliks", "klick", "kliknięcia"], ["clicks.*"]),
        (["clicks (all)", "clicks all", "klikken (alle)"], ["clicks.all"]),
        (["social traffic", "social media traffic", "social media bezoek", "social sessions", "wejścia na stronę"], ["social_visits"]),
        (["bounce", "bounce rate", "bouncepercentage", "avvisningsfrekvens", "współczynnik odrzuceń"], ["bounce_rate.*"]),

        (["key events", "results", "conversies", "konverteringar", "konwersje"], ["conversions"]),
        (["CR", "CVR", "conversion rate", "conversieratio", "omvandlingsfrekvens", "konverteringsfrekvens", "współczynnik konwersji"], ["conversion_rate.*"]),
        (["social media conversion rate", "social media conversieratio"], ["social_media_conversion_rate.*"]),
        (["lead conversion rate"], ["lead_generation_rate.*", "lead_to_customer_rate"]),
        (["lead generation", "leadgeneratie", "generering av potentiella kunder", "generowanie potencjalnych klientów"], ["leads", "lead_generation_rate.*"]),
        (["recruitment conversion"], ["recruitment_conversion.*"]),
        (["AOV"], ["average_order_value"]),
        (["economic value"], ["economic_value_per_session"]),
        (["sales", "turnover", "opbrengsten"], ["revenue"]),

        (["ad spend", "amount spent", "advertentie-uitgaven", "mediekostnad"], ["spend"]),
        (["CPC", "kosten-per-klik", "kostnad per klick", "koszt kliknięcia", "cost per click"], ["cost_per_click.*"]),
        (["CPM", "cost per mille", "koszt tysiąca"], ["cost_per_mille.*"]),
        (["cpp"], ["cost_per_mille.by_account_reach"]),
        (["CPA", "cost per result"], ["cost_per_action.*", "cost_per_acquisition.*"]),
        (["CPL", "cost per lead"], ["cost_per_lead.*"]),
        (["CPV", "cost per view"], ["cost_per_view.*"]),
        (["cost per interaction"], ["cost_per_engagement"]),
        (["customer acquisition", "acquisition cost"], ["customer_acquisition_cost", "cost_per_acquisition.*"]),
        (["rendement op advertentie-uitgaven", "zwrot z wydatków na reklamę"], ["return_on_ad_spend"]),
        (["ROI", "return on investment", "rendement", "rendement van een investering", "avkastning på investeringen", "zwrot z inwestycji"], ["return_on_investment.*"]),

        (["sentiment", "social sentiment", "sentimentanalys", "sentyment"], ["positive_share.*", "net_sentiment.*"]),
        (["brand health index"], ["positive_share.without_neutral"]),
        (["CSAT", "customer satisfaction", "customer satisfaction score", "klanttevredenheidsscore", "kundnöjdhetspoäng", "zadowolenie klienta"], ["customer_satisfaction_score.*"]),
        (["NPS", "eNPS", "net promoter score"], ["net_promoter_score.*"]),
        (["CES", "customer effort score"], ["customer_effort_score.*"]),
        (["testimonials", "reviews", "referencje klientów"], ["customer_testimonials.*"]),

        (["response time", "reactietijd", "svarstid", "czas odpowiedzi"], ["response_time.*"]),
        (["first response time", "FRT"], ["response_time.per_conversation.*"]),
        (["response rate", "wskaźnik odpowiedzi"], ["response_rate.*"]),
        (["requests per agent"], ["handled_requests_per_agent.*"]),
        (["service savings", "cost savings", "kostenbesparing"], ["customer_service_cost_savings.*"]),
        (["CLV", "LTV", "CLTV", "CLVT", "customer lifetime value", "kundens livstidsvärde", "wartość życiowa klienta"], ["customer_lifetime_value.*"]),
    ];

    /// <summary>The other names of a KPI, by its id.</summary>
    public static IEnumerable<string> Of(string id) =>
        Names.Where(name => name.Ids.Any(meant => meant.EndsWith(".*", StringComparison.Ordinal)
            ? id == meant[..^2] || id.StartsWith(meant[..^1], StringComparison.Ordinal)
            : id == meant)).SelectMany(name => name.Aliases);

    /// <summary>Every id and name with a star above, for the test that each of them names a KPI, with a formula or without.</summary>
    internal static IEnumerable<string> Meant => Names.SelectMany(name => name.Ids);
}
