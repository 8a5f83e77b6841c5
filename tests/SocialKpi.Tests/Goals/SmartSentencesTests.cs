using NodaTime;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Goals;

/// <summary>
/// Every goal sentence with a number or a placeholder in the source documents: the draft that a person would fill from the sentence, the
/// letters (P present, p partial, - absent, ? not checkable) and what the check says is open.
/// </summary>
public sealed class SmartSentencesTests
{
    private const string Okr = "nl-doelen-smart-okr";
    private const string Kmo = "nl-kmo-opbrengst-smart";
    private const string Nsma = "nl-kpis-formuleren";
    private const string Polish = "pl-kpi-strategia";
    private const string Swedish = "sv-22-nyckeltal";

    // What no sentence says by itself: the history, and mostly what it is for.
    private const string Outside = "no-history-to-judge-achievability, objective-missing";

    private static readonly Kpi Water = Kpi.Define("water_use", Measure.Sum("water", Unit.Number), Unit.Number, Direction.LowerIsBetter);
    private static readonly Kpi WaterPerEmployee = Kpi.Define("water_use_per_employee", Measure.Sum("water", Unit.Number) / Measure.Sum("employee_years", Unit.Number), Unit.Number, Direction.LowerIsBetter);
    private static readonly Kpi WatchHours = Kpi.Define("watch_hours_per_day", Measure.Sum("watch_hours", Unit.Number) / Measure.Sum("days", Unit.Number), Unit.Number, Direction.HigherIsBetter);
    private static readonly Kpi VrVideos = Kpi.Define("vr_videos", Measure.Snapshot("vr_videos", Unit.Count, per: "channel"), Unit.Count, Direction.HigherIsBetter);
    private static readonly Kpi TopUsers = Kpi.Define("top_users_reached", Measure.Distinct("top_users_reached", of: "person"), Unit.Count, Direction.HigherIsBetter);

    private static readonly Segment Instagram = Segment.Of("platform", "instagram"), Facebook = Segment.Of("platform", "facebook");
    private static readonly Segment YouTube = Segment.Of("platform", "youtube");

    // Savings are per cent of a base year: of which day of 2020 is all that is left open.
    [Theory]
    [InlineData("20% waterbesparing bij onze strategische leveranciers (basislijn 2014)", 20, 2014, "strategic suppliers", false)]
    [InlineData("50% waterbesparing bij onze leveranciers van kledingmaterialen (basislijn 2014)", 50, 2014, "apparel material suppliers", false)]
    [InlineData("35% waterbesparing per werknemer op onze eigen locaties (basislijn 2008)", 35, 2008, "own sites", true)]
    public void Adidas_saves_water(string text, int percent, int baseYear, string where, bool perEmployee) => Check(
        Okr, text,
        new()
        {
            Kpi = perEmployee ? WaterPerEmployee : Water,
            Shape = GoalShape.Decrease,
            Amount = percent.Percent(),
            Form = GoalTargetForm.Relative,
            BaselinePeriod = Timeframe.Year(baseYear),
            DueIn = Timeframe.Year(2020),
            Segments = [Segment.Of("site", where)],
            Terms = new() { Current = CurrentFigure.LatestPeriod },
        },
        "PP??P", $"{Outside}, deadline-day-assumed");

    [Fact]
    public void YouTube_reaches_a_billion_hours_a_day() => Check(
        Okr, "Bereik in 2016 één miljard uur kijktijd per dag",
        new() { Kpi = WatchHours, Shape = GoalShape.Increase, Amount = 1_000_000_000.AsNumber(), Form = GoalTargetForm.Level, DueIn = Timeframe.Year(2016), Segments = [YouTube] },
        "Pp??P", $"baseline-missing, {Outside}, deadline-day-assumed");

    // The key results stand under the objective's 2016.
    [Fact]
    public void YouTube_grows_search_and_living_room_by_XX() => Check(
        Okr, "Zoekteam + Hoofdapp (+XX%), Huiskamer (+XX%)",
        new()
        {
            Kpi = WatchHours,
            Shape = GoalShape.Increase,
            Amount = "XX%",
            Form = GoalTargetForm.Relative,
            DueIn = Timeframe.Year(2016),
            Segments = [Segment.Of("app", "search"), Segment.Of("app", "main")],
            Combination = ScopeCombination.Sum,
            OtherResults = ["Huiskamer (+XX%)"],
        },
        "pp??P", $"two-results-in-one, quantity-placeholder, baseline-missing, {Outside}, deadline-day-assumed");

    [Fact]
    public void YouTube_watches_X_hours_of_games() => Check(
        Okr, "Groei betrokkenheid van kinderen en kijktijd voor games (X kijkuren per dag)",
        new() { Kpi = WatchHours, Shape = GoalShape.Increase, Amount = "X", DueIn = Timeframe.Year(2016), Segments = [Segment.Of("content", "games")], OtherResults = ["betrokkenheid van kinderen"] },
        "pp??P", $"two-results-in-one, quantity-placeholder, level-or-delta, baseline-missing, {Outside}, deadline-day-assumed");

    [Fact]
    public void YouTube_grows_the_catalogue_from_X_to_Y() => Check(
        Okr, "Lanceer YouTube VR-ervaring en laat VR-catalogus groeien van X naar Y video",
        new()
        {
            Kpi = VrVideos,
            Shape = GoalShape.Increase,
            Baseline = "X",
            Amount = "Y",
            Form = GoalTargetForm.Level,
            DueIn = Timeframe.Year(2016),
            Segments = [YouTube],
            OtherResults = ["Lanceer YouTube VR-ervaring"],
        },
        "pp??P", $"two-results-in-one, quantity-placeholder, {Outside}, deadline-day-assumed");

    // New followers are counted from zero, so that 100 is a level of the gain.
    [Fact]
    public void A_hundred_or_a_thousand_new_followers() => Check(
        Okr, "100 nieuwe volgers wilt of 1.000",
        new() { Kpi = Kpis.FollowCount, Shape = GoalShape.Increase, Amount = "100 of 1.000", Form = GoalTargetForm.Level },
        "pp??-", $"platform-missing, quantity-ambiguous, {Outside}, deadline-missing");

    [Fact]
    public void Three_industry_events() => Check(
        Okr, "spreken op drie industrie-evenementen",
        new() { Shape = GoalShape.Milestones, Steps = [new("event 1"), new("event 2"), new("event 3")], Terms = new() { Name = "Speak at industry events" } },
        "PP??-", "objective-missing, deadline-missing");

    [Fact]
    public void Xx_top_users() => Check(
        Okr, "Identificeer en bereik persoonlijk xx topgebruikers",
        new() { Kpi = TopUsers, Shape = GoalShape.Increase, Amount = "xx", Form = GoalTargetForm.Level, Segments = [Segment.Whole] },
        "pp??-", $"template-not-goal, quantity-placeholder, {Outside}, deadline-missing");

    // Per cent of a time cannot be points: that is settled.
    [Fact]
    public void Response_time_down_by_xx() => Check(
        Okr, "Kort de reactietijd op door gebruikers gemelde fouten met xx%",
        new() { Kpi = Kpis.ResponseTimePerMessage, Shape = GoalShape.Decrease, Amount = "xx%", Segments = [Segment.Of("topic", "reported bugs")] },
        "pp??-", $"template-not-goal, quantity-placeholder, baseline-missing, {Outside}, deadline-missing");

    [Fact]
    public void Average_post_engagement_by_35_per_cent() => Check(
        Swedish, "öka det genomsnittliga postengagemanget med 35% under de kommande fyra månaderna",
        new() { Kpi = Kpis.EngagementsPerPost, Shape = GoalShape.Increase, Amount = 35.Percent(), Length = Period.FromMonths(4) },
        "pp??p", $"platform-missing, baseline-missing, {Outside}, start-anchor-missing");

    // The level of engagement may be a rate or a number, so per cent of it may be points.
    [Fact]
    public void Level_of_post_engagement_by_20_per_cent() => Check(
        Polish, "Zwiększ poziom zaangażowania w posty o 20% w ciągu następnego kwartału",
        new() { Metric = "poziom zaangażowania w posty", Shape = GoalShape.Increase, Amount = 20.Percent(), Length = Period.FromMonths(3) },
        "pp??p", $"metric-undefined, relative-or-points, baseline-missing, {Outside}, start-anchor-missing");

    [Fact]
    public void Likes_by_20_per_cent() => Check(
        Polish, "Zwiększ liczbę polubień postów na Instagramie o 20% w następnym kwartale",
        new() { Kpi = Kpis.LikeCount, Shape = GoalShape.Increase, Amount = 20.Percent(), Segments = [Instagram], Length = Period.FromMonths(3) },
        "pp??p", $"sum-or-per-post, baseline-missing, {Outside}, start-anchor-missing");

    [Fact]
    public void Five_thousand_visits_a_month() => Check(
        Polish, "Uzyskaj 5000 wejść na stronę internetową z Facebooka miesięcznie",
        new() { Kpi = Kpis.SocialVisits, Shape = GoalShape.KeepAtOrAbove, Amount = 5_000.AsCount(), Per = Grain.Month, Segments = [Segment.Of("network", "facebook")] },
        "PP??p", $"{Outside}, end-missing");

    [Fact]
    public void Ten_thousand_followers_in_six_months() => Check(
        Polish, "Zdobądź 10 000 obserwujących na Twitterze w ciągu sześciu miesięcy",
        new() { Kpi = Kpis.FollowerCount, Shape = GoalShape.Increase, Amount = 10_000.AsCount(), Segments = [Segment.Of("platform", "twitter")], Length = Period.FromMonths(6) },
        "Pp??p", $"level-or-delta, baseline-missing, {Outside}, start-anchor-missing");

    [Fact]
    public void A_thousand_followers_at_least_within_six_months() => Check(
        Kmo, "Binnen 6 maanden moet de Instagram account minstens 1000 volgers hebben",
        new() { Kpi = Kpis.FollowerCount, Shape = GoalShape.Increase, Amount = 1_000.AsCount(), Form = GoalTargetForm.Level, Segments = [Instagram], Length = Period.FromMonths(6) },
        "Pp??p", $"baseline-missing, {Outside}, start-anchor-missing");

    // The source calls it unrealistic for a first month. The check says how it stands to what there is, and of how little that is.
    [Fact]
    public void Ten_thousand_new_followers_every_month()
    {
        GoalDraft draft = new() { Kpi = Kpis.FollowCount, Shape = GoalShape.KeepAtOrAbove, Amount = 10_000.AsCount(), Per = Grain.Month };
        Check(Kmo, "we willen elke maand 10.000 nieuwe volgers", draft, "pP??p", $"platform-missing, {Outside}, end-missing");

        SmartCheck check = draft.CheckSmart(KpiSeries.Given(Kpis.FollowCount, (Timeframe.Month(2026, 1), 120.AsCount()), (Timeframe.Month(2026, 2), 340.AsCount())), ObjectiveTypes.Awareness);
        Assert.Equal((100m, 2, SmartAnswer.Partial), (check.Achievability!.Percentile!.Value, check.Achievability.Periods, check.Achievable));
        Assert.Contains("short-history", check.Lints.Select(lint => lint.Code));
    }

    [Theory]
    [InlineData("Van 50 naar 100 volgers?", "10%? Van 50 naar 100")]
    public void A_significant_rise_is_no_number(string text, string amount) => Check(
        Kmo, text,
        new() { Kpi = Kpis.FollowerCount, Shape = GoalShape.Increase, Amount = amount },
        "pp?P-", "platform-missing, quantity-ambiguous, baseline-missing, no-history-to-judge-achievability, deadline-missing", ObjectiveTypes.Awareness);

    [Theory]
    [InlineData("Tegen 31/12 willen we 10K instagramvolgers", "instagram", 10_000)]
    [InlineData("Tegen 31/12 willen we 30K facebookvolgers", "facebook", 30_000)]
    public void Followers_by_the_end_of_December(string text, string platform, int followers) => Check(
        Kmo, text,
        new() { Kpi = Kpis.FollowerCount, Shape = GoalShape.Increase, Amount = followers.AsCount(), Segments = [Segment.Of("platform", platform)], DueDay = new AnnualDate(12, 31) },
        "Pp?Pp", "level-or-delta, baseline-missing, no-history-to-judge-achievability, deadline-year-missing", ObjectiveTypes.Awareness);

    [Fact]
    public void Ten_per_cent_more_followers_every_month()
    {
        GoalDraft draft = new() { Kpi = Kpis.FollowerCount, Amount = 10.Percent(), Per = Grain.Month, Segments = [Instagram, Facebook] };
        Check(
            Kmo, "Maandelijks zal het aantal volgers (Instagram en FB) met 10% stijgen", draft,
            "pp?Pp", "scope-sum-or-each, compound-growth, baseline-missing, no-history-to-judge-achievability, end-missing", ObjectiveTypes.Awareness);

        GoalDraft known = draft with { Baseline = 1_000.AsCount(), Combination = ScopeCombination.Sum, Start = new LocalDate(2019, 1, 1), Due = new LocalDate(2019, 12, 31) };
        Assert.Equal(
            "1,000 become 3,138 in twelve months, each on top of the one before, and 2,200 when each is of the start; say RecurringGrowth for the first, or Increase to a level",
            Assert.Single(known.CheckSmart(objective: ObjectiveTypes.Awareness).Lints, lint => lint.Code == "compound-growth").Message);
        Assert.Equal(3_138.428376721m, (known with { Shape = GoalShape.RecurringGrowth }).ToGoal().Level!.Value.Value);
    }

    [Fact]
    public void Five_per_cent_of_the_followers_one_to_one() => Check(
        Kmo, "Tegen 31/12 willen we met 5% van onze instagram en FB volgers engagen via een 1-to-1 conversatie",
        new() { Kpi = Kpis.EngagedShareOfFollowers, Shape = GoalShape.Increase, Amount = 5.Percent(), Form = GoalTargetForm.Level, Segments = [Instagram, Facebook], DueDay = new AnnualDate(12, 31) },
        "pp?Pp", "scope-sum-or-each, denominator-date-unstated, baseline-missing, no-history-to-judge-achievability, deadline-year-missing", ObjectiveTypes.Awareness);

    [Fact]
    public void Online_sales_by_5_per_cent_through_social_media() => Check(
        Kmo, "we willen onze online verkopen met 5% doen stijgen via sociale media",
        new() { Kpi = Kpis.TotalRevenue, Shape = GoalShape.Increase, Amount = 5.Percent(), Through = "social media", Segments = [Segment.Whole] },
        "pp?P-", "attribution-rule-missing, baseline-missing, no-history-to-judge-achievability, deadline-missing", ObjectiveTypes.Conversions);

    // Here the sentence names the rule: the entry point of the visit.
    [Fact]
    public void A_tenth_of_the_visitors_from_social_media() => Check(
        Kmo, "10% van de bezoekers van de webshop hadden sociale media campagnes als entry point",
        new() { Kpi = Kpis.SocialShareOfVisits, Shape = GoalShape.Increase, Amount = 10.Percent(), Form = GoalTargetForm.Level, Through = "social media campaigns", Attribution = "entry point of the visit", Segments = [Segment.Whole] },
        "Pp?P-", "baseline-missing, no-history-to-judge-achievability, deadline-missing", ObjectiveTypes.Conversions);

    // The one number of the fifth source: start with a measurement of zero, of nothing that it names.
    [Fact]
    public void A_first_measurement() => Check(
        Nsma, "start dan met een 0-meting",
        new() { Shape = GoalShape.EstablishBaseline },
        "--??-", "metric-missing, objective-missing, deadline-missing");

    [Fact]
    public void No_sentence_of_the_sources_makes_a_goal_by_itself()
    {
        GoalDraft draft = new() { Text = "10K instagramvolgers", Kpi = Kpis.FollowerCount, Shape = GoalShape.Increase, Amount = 10_000.AsCount(), Segments = [Instagram], DueDay = new AnnualDate(12, 31) };
        DefinitionException refused = Assert.Throws<DefinitionException>(draft.ToGoal);
        Assert.Equal(["level-or-delta", "baseline-missing", "deadline-year-missing"], refused.Issues.Take(3).Select(issue => issue.Message.Split('(')[^1].TrimEnd(')')));

        Goal goal = (draft with { Form = GoalTargetForm.Level, Baseline = 2_000.AsCount(), Start = new LocalDate(2019, 1, 1), Due = new LocalDate(2019, 12, 31) }).ToGoal();
        Assert.Equal("Followers from 2,000 to 10,000 for platform = instagram during 2019", goal.Name);
    }

    private static void Check(string source, string text, GoalDraft draft, string letters, string lints, ObjectiveType? objective = null)
    {
        SmartCheck check = (draft with { Text = text }).CheckSmart(objective: objective);
        Assert.Equal(letters, string.Concat(Enum.GetValues<SmartLetter>().Select(letter => check[letter] switch { SmartAnswer.Present => 'P', SmartAnswer.Partial => 'p', SmartAnswer.Absent => '-', _ => '?' })));
        Assert.Equal(lints, string.Join(", ", check.Lints.Select(lint => lint.Code)));
        Assert.All(check.Lints, lint => Assert.True(lint.Message.Length > 20, lint.ToString()));

        // The sentence is the source's own, where its text lies beside the clone.
        string file = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "sources", $"{source}.txt"));
        if (File.Exists(file)) Assert.Contains(text, File.ReadAllText(file), StringComparison.Ordinal);
    }
}
