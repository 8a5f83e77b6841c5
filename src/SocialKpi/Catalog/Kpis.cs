namespace SocialKpi;

/// <summary>The standard KPIs. Each variant of a disputed name has its own id; which interactions count is declared, never guessed.</summary>
public static partial class Kpis
{
    private const string InteractionsDispute = "Which interactions count differs: some tools add saves or clicks, platforms total their own set. This variant names its set.";
    private const string PeopleDispute = "Definitions speak of people who clicked; exports count clicks, and so does this.";
    private const string StockDispute = "Dividing by the followers of today judges old posts by an audience they did not have; the variant at publish does not.";
    private const string AdvertisingExports = "Advertising exports of Meta and LinkedIn";

    // The order of initialisers across files is not defined; a static constructor runs after all of them.
    static Kpis()
    {
        All =
        [
            .. OfActivity, .. OfAwareness, .. OfAudience, .. OfEngagement, .. OfInteractions, .. OfVideo, .. OfTraffic,
            .. OfConversion, .. OfPaid, .. OfCustomerExperience, .. OfService, .. OfValue,
        ];
        WithoutFormula =
        [
            new("brand_awareness", "Brand awareness", "Nobody publishes how reach, followers and interactions would make one number; an index would rest on invented weights.",
                "Plantracker; Hootsuite's types of objectives", [GrossAccountReach, FollowerCount, LikeCount, CommentCount, ShareCount, MentionCount]),
            new("brand_reputation", "Brand reputation", "It means popularity and satisfaction to some, thought leadership to others; sources list KPIs for it and no formula.",
                "Hootsuite's types of objectives", [SatisfiedShare, ApplauseRateByFollowersAtPublish, AmplificationRateByFollowersAtPublish, NetSentiment, ShareOfVoice, NetPromoterScore]),
            new("comment_conversation_score", "Comment conversation score", "It is named beside the conversation rate, and no public formula was found.",
                "Hootsuite's types of objectives", [RepliesPerComment, ThreadsPerComment, CommentsPerImpression]),
            new("profile_bounce_rate", "Profile bounce rate", "It is said to count people who leave a profile after one page; no platform records that.",
                "Swedish list of 22 KPIs", [SinglePageBounceRate, BounceRateOfGa4]),
            new("candidate_quality", "Quality of candidates", "Its criteria are set with the people who hire, for each job.",
                "Hootsuite's types of objectives", [QualifiedShareOfApplicants]),
        ];
    }

    /// <summary>All of them: activity, awareness, audience, engagement, interactions, video, traffic, conversion, paid, customer experience, service, value.</summary>
    public static IReadOnlyList<Kpi> All { get; }

    /// <summary>KPIs that sources name without a formula: define your own, or read what stands in for them.</summary>
    public static IReadOnlyList<KpiWithoutFormula> WithoutFormula { get; }

    /// <summary>A KPI with its short name, aliases and texts, which stand by id in files of their own.</summary>
    private static Kpi Define(
        string id, Formula formula, Unit unit, Direction direction, string label, string description, string category,
        KpiTier tier, string source, IEnumerable<string>? disputes = null) =>
        Kpi.Define(
            id, formula, unit, direction, label, description, category, tier, source, disputes, EnglishShortNames.Kpis.GetValueOrDefault(id), KpiAliases.Of(id),
            new Dictionary<Language, KpiText> { [Language.Dutch] = DutchTexts.Kpis[id], [Language.Swedish] = SwedishTexts.Kpis[id], [Language.Polish] = PolishTexts.Kpis[id] });

    private static Kpi Total(
        string id, Formula formula, string label, string description, string category, string source, IEnumerable<string>? disputes = null,
        KpiTier tier = KpiTier.Activity, Direction direction = Direction.HigherIsBetter) =>
        Define(id, formula, Unit.Count, direction, label, description, category, tier, source, disputes);

    private static Kpi Rate(
        string id, Formula formula, string label, string description, string category, string source, IEnumerable<string>? disputes = null,
        KpiTier tier = KpiTier.Outcome, Direction direction = Direction.HigherIsBetter) =>
        Define(id, formula, Unit.Ratio, direction, label, description, category, tier, source, disputes);

    private static Kpi PerItem(
        string id, Formula formula, string label, string description, string category, string source, IEnumerable<string>? disputes = null,
        KpiTier tier = KpiTier.Activity, Direction direction = Direction.HigherIsBetter) =>
        Define(id, formula, Unit.Number, direction, label, description, category, tier, source, disputes);

    private static Kpi Cost(string id, Formula formula, string label, string description, string source = AdvertisingExports, IEnumerable<string>? disputes = null) =>
        Define(id, formula, Unit.Money, Direction.LowerIsBetter, label, description, "paid", KpiTier.Business, source, disputes);

    private static Kpi Worth(string id, Formula formula, string label, string description, string category, string source, IEnumerable<string>? disputes = null) =>
        Define(id, formula, Unit.Money, Direction.HigherIsBetter, label, description, category, KpiTier.Business, source, disputes);
}
