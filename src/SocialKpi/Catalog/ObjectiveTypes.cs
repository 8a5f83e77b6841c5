namespace SocialKpi;

/// <summary>The types of objectives that the sources of the catalogue name, with what they say to track and what they call vanity.</summary>
public static class ObjectiveTypes
{
    private const string Nsma = "NSMA";
    private const string Hootsuite = "Hootsuite's types of objectives";
    private const string Swedish = "Swedish list of 22 KPIs";
    private const string DlvrIt = "dlvr.it";
    private const string Plantracker = "Plantracker";

    private static readonly Phrase OnlyFollowers = new(
        "More followers need not bring more revenue; they bring brand awareness.",
        "Meer volgers leiden niet noodzakelijk tot meer omzet, wel tot meer naamsbekendheid.",
        "Fler följare leder inte nödvändigtvis till högre intäkter, men till ökad varumärkeskännedom.",
        "Większa liczba obserwujących nie musi oznaczać większych przychodów; zwiększa świadomość marki.");

    private static readonly Phrase OnlyLooks = new(
        "It looks impressive, and does not always reflect growth of the business or engagement.",
        "Het oogt indrukwekkend, maar weerspiegelt niet altijd groei van het bedrijf of betrokkenheid.",
        "Det ser imponerande ut men återspeglar inte alltid affärstillväxt eller engagemang.",
        "Robi wrażenie, ale nie zawsze odzwierciedla rozwój firmy czy zaangażowanie.");

    private static readonly Phrase OnlyLikes = new(
        "It is nice to follow, and whether it leads to business value has to be shown first.",
        "Het is leuk om bij te houden, maar of het zakelijke waarde oplevert, moet eerst blijken.",
        "Det är roligt att följa, men att det ger verkligt affärsvärde måste först visas.",
        "Miło to śledzić, ale najpierw trzeba wykazać, że przekłada się na wartość biznesową.");

    /// <summary>That people know of the brand.</summary>
    public static ObjectiveType Awareness { get; } = new(
        "awareness", new("Brand awareness", "Merkbekendheid", "Varumärkeskännedom", "Świadomość marki"),
        [
            Track(Kpis.BrandMentions, Hootsuite, Swedish), Track(Kpis.MentionCount, DlvrIt), Track(Kpis.GrossPostReach, Hootsuite, Swedish, Plantracker),
            Track(Kpis.GrossAccountReach, Nsma, Swedish, DlvrIt), Track(Kpis.AverageReachPerPost, Hootsuite), Track(Kpis.ImpressionCount, Hootsuite, Swedish, DlvrIt),
            Track(Kpis.ShareCount, Hootsuite, Plantracker), Track(Kpis.ViralityRateByImpressions, Hootsuite),
            Track(Kpis.AmplificationRateByFollowersAtPublish, Hootsuite), Track(Kpis.SharesPerPost, Hootsuite), Track(Kpis.ShareOfVoice, Swedish), Track(Kpis.FollowerCount, Plantracker),
            Track(Kpis.AudienceGrowthRate, Plantracker, Swedish), Track(Kpis.FollowersPerPost, Plantracker), Track(Kpis.NetNewFollowers, Plantracker),
            Track(Kpis.LikeCount, Plantracker), Track(Kpis.CommentCount, Plantracker), Track(Kpis.EngagedShareOfFollowers, Plantracker),
            Track(Kpis.NetSentiment, Swedish), Track(Kpis.PositiveShare, Swedish),
        ],
        vanity: [],
        new(
            "Followers and likes are no vanity here: they are the coin in which awareness is expressed, and it has no value in money (Plantracker).",
            "Volgers en likes zijn hier geen vanity metrics: ze zijn de munt waarin naamsbekendheid wordt uitgedrukt, en in geld valt die niet uit te drukken (Plantracker).",
            "Följare och gilla-markeringar är inte vanity-mätetal här: de är valutan som kännedom uttrycks i, och den går inte att uttrycka i pengar (Plantracker).",
            "Obserwujący i polubienia nie są tu vanity metrics: to waluta, w której wyraża się świadomość marki, a w pieniądzach wyrazić jej się nie da (Plantracker)."),
        "brand_awareness");

    /// <summary>What people think of the brand.</summary>
    public static ObjectiveType Reputation { get; } = new(
        "reputation", new("Brand reputation", "Merkreputatie", "Varumärkets anseende", "Reputacja marki"),
        [
            Track(Kpis.SatisfiedShare, Hootsuite), Track(Kpis.ApplauseRateByFollowersAtPublish, Hootsuite), Track(Kpis.LikesPerPost, Hootsuite),
            Track(Kpis.AmplificationRateByFollowersAtPublish, Hootsuite), Track(Kpis.SharesPerPost, Hootsuite), Track(Kpis.NetSentiment, Hootsuite, Nsma), Track(Kpis.PositiveShare, Hootsuite, Nsma),
            Track(Kpis.ShareOfVoice, Hootsuite), Track(Kpis.NetPromoterScore, Hootsuite), Track(Kpis.TestimonialCount, DlvrIt),
        ],
        [.. Followers(OnlyLooks, Swedish), Looks(Kpis.LikeCount)],
        null, "brand_reputation");

    /// <summary>People who take part and stay.</summary>
    public static ObjectiveType Community { get; } = new(
        "community", new("Engaged community", "Betrokken community", "Engagerad community", "Zaangażowana społeczność"),
        [
            Track(Kpis.AudienceGrowthRate, Hootsuite), Track(Kpis.EngagementRateByPostReach, Hootsuite), Track(Kpis.MeanPostEngagementRateByReachLikesCommentsShares, DlvrIt),
            Track(Kpis.LikesCommentsSharesAndClicks, Nsma), Track(Kpis.LikesCommentsAndShares, DlvrIt), Track(Kpis.EngagementsPerPost, Swedish),
            Track(Kpis.AmplificationRateByFollowersAtPublish, Hootsuite), Track(Kpis.SharesPerPost, Hootsuite),
            Track(Kpis.ApplauseRateByFollowersAtPublish, Hootsuite), Track(Kpis.LikesPerPost, Hootsuite), Track(Kpis.ApplauseRateByPostReach, DlvrIt),
            Track(Kpis.ConversationRateByFollowersAtPublish, Hootsuite), Track(Kpis.CommentsPerPost, Hootsuite), Track(Kpis.CommentCount, Swedish, DlvrIt),
            Track(Kpis.LikeCount, Swedish, DlvrIt), Track(Kpis.ShareCount, Swedish, DlvrIt), Track(Kpis.SaveCount, Swedish), Track(Kpis.MentionCount, Swedish), Track(Kpis.ProfileVisitCount, Swedish),
            Track(Kpis.ClickThroughRate, Hootsuite), Track(Kpis.BounceRateOfGa4, Hootsuite), Track(Kpis.NetPromoterScore, Hootsuite), Track(Kpis.EngagedShareOfFollowers, Plantracker),
        ],
        [Looks(Kpis.FollowerCount, OnlyLooks, Swedish)],
        null, "comment_conversation_score");

    /// <summary>Goals reached and purchases made.</summary>
    public static ObjectiveType Conversions { get; } = new(
        "conversions", new("Conversions and sales", "Conversies en verkoop", "Konverteringar och försäljning", "Konwersje i sprzedaż"),
        [
            Track(Kpis.ConversionRate, Hootsuite, Swedish), Track(Kpis.ConvertingVisitorRate, DlvrIt, Plantracker), Track(Kpis.ConversionCount, Nsma),
            Track(Kpis.ClickThroughRate, Hootsuite), Track(Kpis.UniqueClickThroughRate, Swedish),
            Track(Kpis.BounceRateOfGa4, Hootsuite), Track(Kpis.SinglePageBounceRate, Swedish), Track(Kpis.ConversionsPerSocialVisit, Hootsuite), Track(Kpis.SocialShareOfConversions, Hootsuite),
            Track(Kpis.CostPerClick, Hootsuite, Swedish), Track(Kpis.CostPerMille, Hootsuite, DlvrIt), Track(Kpis.TotalRevenue, DlvrIt, Plantracker),
            Track(Kpis.ReturnOnInvestment, Swedish), Track(Kpis.CostToReturn, Nsma), Track(Kpis.ReturnOnInvestmentFullyLoaded, Plantracker),
            Track(Kpis.SocialShareOfVisits, Plantracker), Track(Kpis.HistoricalCustomerLifetimeValue, Swedish, DlvrIt),
        ],
        OfBusiness);

    /// <summary>Visits to the site.</summary>
    public static ObjectiveType Traffic { get; } = new(
        "traffic", new("Website traffic", "Websitebezoek", "Webbplatstrafik", "Ruch w witrynie"),
        [
            Track(Kpis.SocialVisits, Nsma, DlvrIt), Track(Kpis.SocialShareOfVisits, Plantracker), Track(Kpis.ClickCount, DlvrIt),
            Track(Kpis.UniqueClickThroughRate, Nsma, Swedish, DlvrIt), Track(Kpis.SinglePageBounceRate, Swedish, DlvrIt), Track(Kpis.CostPerClick, Swedish, DlvrIt),
        ],
        OfBusiness);

    /// <summary>Knowledge of customers and the market.</summary>
    public static ObjectiveType CustomerInsight { get; } = new(
        "customer_insight", new("Customer and market insight", "Klant- en marktinzicht", "Kund- och marknadsinsikt", "Wiedza o klientach i rynku"),
        [
            Track(Kpis.ShareOfAudienceByAge, Swedish, Plantracker), Track(Kpis.ShareOfAudienceByGender, Swedish, Plantracker),
            Track(Kpis.ShareOfAudienceByCountry, Swedish, Plantracker), Track(Kpis.ShareOfAudienceByInterest, Swedish),
            Track(Kpis.NetSentiment, Swedish, Nsma), Track(Kpis.PositiveShare, Swedish, Nsma), Track(Kpis.CommentCount, Swedish),
        ],
        [.. Followers(OnlyLooks, Swedish), Looks(Kpis.LikeCount)],
        new(
            "Set internal milestones rather than metrics, such as buyer personas worked out or updated (Hootsuite); read comments, reviews and messages too (Swedish list).",
            "Gebruik liever interne mijlpalen dan metrics, zoals uitgewerkte of bijgewerkte buyer persona's (Hootsuite); lees ook opmerkingen, recensies en berichten (Zweedse lijst).",
            "Använd hellre interna milstolpar än mätvärden, till exempel framtagna eller uppdaterade köparpersonor (Hootsuite); läs också kommentarer, recensioner och meddelanden (svenska listan).",
            "Zamiast wskaźników stosuj wewnętrzne kamienie milowe, na przykład opracowane lub zaktualizowane persony kupujących (Hootsuite); czytaj też komentarze, recenzje i wiadomości (szwedzka lista)."));

    /// <summary>Potential customers who leave their details, and become customers.</summary>
    public static ObjectiveType Leads { get; } = new(
        "leads", new("Lead generation", "Leadgeneratie", "Leadgenerering", "Generowanie leadów"),
        [
            Track(Kpis.LeadCount, Hootsuite, Swedish), Track(Kpis.ConversionRate, Hootsuite), Track(Kpis.LeadGenerationRateByVisitors, Hootsuite),
            Track(Kpis.LeadToCustomerRate, Hootsuite), Track(Kpis.ConversionCount, Nsma, Hootsuite),
        ],
        OfBusiness);

    /// <summary>Questions answered and problems solved.</summary>
    public static ObjectiveType Service { get; } = new(
        "service", new("Customer service", "Klantenservice", "Kundservice", "Obsługa klienta"),
        [
            Track(Kpis.SatisfiedShare, Hootsuite, Swedish, DlvrIt), Track(Kpis.HandledRequestsPerAgent, Hootsuite), Track(Kpis.ResponseTimePerMessage, Swedish),
            Track(Kpis.NetPromoterScore, Swedish, DlvrIt), Track(Kpis.CustomerServiceCostSavings, Plantracker), Track(Kpis.CostPerResolution, Plantracker),
            Track(Kpis.ReturnOnInvestmentFullyLoadedWithSavings, Plantracker),
        ],
        [.. Followers(OnlyLooks, Swedish), Looks(Kpis.LikeCount)]);

    /// <summary>Good applicants for jobs.</summary>
    public static ObjectiveType Recruiting { get; } = new(
        "recruiting", new("Recruiting", "Werving", "Rekrytering", "Rekrutacja"),
        [
            Track(Kpis.QualifiedShareOfApplicants, Hootsuite), Track(Kpis.RecruitmentConversionByClicks, Hootsuite), Track(Kpis.ConversionRate, Hootsuite),
            Track(Kpis.FollowerCount, Hootsuite), Track(Kpis.EngagementRateByPostReach, Hootsuite), Track(Kpis.EngagementCount, Hootsuite),
        ],
        [Looks(Kpis.LikeCount)],
        new(
            "Followers and engagement on LinkedIn help; settle with the people who hire what makes an applicant a good one, for numbers alone do not (Hootsuite).",
            "Volgers en betrokkenheid op LinkedIn zijn nuttig; leg met HR vast wat een goede kandidaat is, want aantallen alleen zeggen dat niet (Hootsuite).",
            "Följare och engagemang på LinkedIn är till nytta; bestäm tillsammans med HR vad som gör en kandidat lämplig, för antal räcker inte (Hootsuite).",
            "Obserwujący i zaangażowanie na LinkedIn pomagają; ustal z działem HR, co czyni kandydata dobrym, bo same liczby tego nie mówią (Hootsuite)."),
        "candidate_quality");

    /// <summary>Crises seen and handled.</summary>
    public static ObjectiveType Crisis { get; } = new(
        "crisis", new("Crisis communication", "Crisiscommunicatie", "Kriskommunikation", "Komunikacja kryzysowa"),
        [
            // Hootsuite names no metrics for it, and says that it stands very close to reputation: these are some of those.
            Track(Kpis.NetSentiment, Hootsuite), Track(Kpis.PositiveShare, Hootsuite), Track(Kpis.ShareOfVoice, Hootsuite),
        ],
        [.. Followers(OnlyLooks, Swedish), Looks(Kpis.LikeCount)],
        new(
            "Tie it to internal steps: a social media policy, secured accounts, a crisis communication plan. It stands close to brand reputation (Hootsuite).",
            "Koppel het aan interne stappen: een socialmediabeleid, beveiligde accounts, een crisiscommunicatieplan. Het ligt dicht bij merkreputatie (Hootsuite).",
            "Koppla det till interna steg: en policy för sociala medier, säkrade konton, en plan för kriskommunikation. Det ligger nära varumärkets anseende (Hootsuite).",
            "Powiąż to z wewnętrznymi krokami: polityką mediów społecznościowych, zabezpieczeniem kont, planem komunikacji kryzysowej. Jest to bliskie reputacji marki (Hootsuite)."),
        "brand_reputation");

    /// <summary>Employees reached, and sharing.</summary>
    public static ObjectiveType InternalCommunication { get; } = new(
        "internal_communication", new("Internal communication", "Interne communicatie", "Internkommunikation", "Komunikacja wewnętrzna"),
        [
            Track(Kpis.EngagementRateByPostReach, Hootsuite), Track(Kpis.AmplificationRateByFollowersAtPublish, Hootsuite), Track(Kpis.SharesPerPost, Hootsuite),
            Track(Kpis.ClickThroughRate, Hootsuite), Track(Kpis.BounceRateOfGa4, Hootsuite), Track(Kpis.EmployeeAdvocacyRate, Hootsuite),
        ],
        [.. Followers(OnlyLooks, Swedish), Looks(Kpis.LikeCount)]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ObjectiveType> All { get; } =
        [Awareness, Reputation, Community, Conversions, Traffic, CustomerInsight, Leads, Service, Recruiting, Crisis, InternalCommunication];

    /// <summary>The type of this id, or called so in any of the languages, without regard to case, hyphens and repeated blanks; null when there is none.</summary>
    /// <param name="name">Such as <c>awareness</c> or <c>merkbekendheid</c>.</param>
    public static ObjectiveType? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(type => type.Id == name) ?? (KpiNames.Plain(name) is { Length: > 0 } wanted
            ? All.FirstOrDefault(type => Languages.All.Select(type.LabelIn).Append(type.Id).Any(known => KpiNames.Plain(known) == wanted))
            : null);
    }

    // Where revenue or cost is the aim, neither the size of the audience nor its growth tells of it.
    private static ObjectiveKpi[] OfBusiness =>
        [.. Followers(OnlyFollowers, Plantracker), Looks(Kpis.AudienceGrowthRate, OnlyFollowers, Plantracker), Looks(Kpis.LikeCount), Looks(Kpis.LikesPerPost)];

    private static ObjectiveKpi[] Followers(Phrase reason, params string[] sources) =>
        [Looks(Kpis.FollowerCount, reason, sources), Looks(Kpis.FollowCount, reason, sources), Looks(Kpis.NetNewFollowers, reason, sources)];

    private static ObjectiveKpi Track(Kpi kpi, params string[] sources) => new(kpi, sources);

    private static ObjectiveKpi Looks(Kpi likes) => Looks(likes, OnlyLikes, Hootsuite, Swedish);

    private static ObjectiveKpi Looks(Kpi kpi, Phrase reason, params string[] sources) => new(kpi, sources, reason);
}
