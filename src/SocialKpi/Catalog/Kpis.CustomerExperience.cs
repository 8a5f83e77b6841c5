using static SocialKpi.Measures;

namespace SocialKpi;

/// <content>What people say and answer: sentiment, satisfaction, recommendation, effort.</content>
public static partial class Kpis
{
    private const string BoxDispute = "Scales and boxes differ: two of five, two or three of ten, the best of three, or the mean. This variant names its own.";
    private const string ScaleDispute = "Scales and boxes differ: two of five, two or three of ten, the best of three, or the mean. This variant names its own; scores outside its scale are no answers.";

    /// <summary>Positive mentions ÷ mentions.</summary>
    public static Kpi PositiveShare { get; } = Experience(
        "positive_share.of_mentions", PositiveMentions / Mentions, "Positive share", "Positive mentions as a share of all mentions.", "NSMA, Swedish list of 22 KPIs: sentiment; Black Box", "Others leave neutral mentions out.");

    /// <summary>Positive ÷ (positive + negative mentions).</summary>
    public static Kpi PositiveShareWithoutNeutral { get; } = Experience(
        "positive_share.without_neutral", PositiveMentions / (PositiveMentions + NegativeMentions), "Positive share without neutral",
        "Positive mentions as a share of those that are positive or negative.", "SentiOne: Brand Health Index", "Others divide by all mentions.");

    /// <summary>(Positive − negative mentions) ÷ all mentions, judged or not.</summary>
    public static Kpi NetSentiment { get; } = Define(
        "net_sentiment", (PositiveMentions - NegativeMentions) / Mentions, Unit.Ratio, Direction.HigherIsBetter,
        "Net sentiment", "Positive less negative mentions, as a share of all mentions.", "customer_experience", KpiTier.Outcome,
        "Hootsuite's types of objectives: social sentiment; Symanto, Black Box, Allears on net sentiment", ["Others divide by positive + negative + neutral, the mentions that were judged: net_sentiment.of_judged.", "Polarity leaves neutral mentions out of the denominator."]);

    /// <summary>(Positive − negative) ÷ (positive + negative + neutral mentions): mentions nobody judged are left out.</summary>
    public static Kpi NetSentimentOfJudged { get; } = Experience(
        "net_sentiment.of_judged", (PositiveMentions - NegativeMentions) / (PositiveMentions + NegativeMentions + NeutralMentions), "Net sentiment of judged mentions",
        "Positive less negative mentions, as a share of those that were judged.", "Symanto, Black Box, Allears on net sentiment: by the judged mentions", "Others divide by all mentions, judged or not: net_sentiment.");

    /// <summary>(Positive − negative) ÷ (positive + negative mentions).</summary>
    public static Kpi NetSentimentWithoutNeutral { get; } = Experience(
        "net_sentiment.without_neutral", (PositiveMentions - NegativeMentions) / (PositiveMentions + NegativeMentions), "Polarity",
        "Positive less negative mentions, as a share of those that are one or the other.", "Symanto, Black Box, Allears on net sentiment: polarity", "Others divide by all mentions.");

    /// <summary>100 × (positive − negative mentions) ÷ mentions, in points from −100 to 100.</summary>
    public static Kpi NetSentimentInPoints { get; } = Score(
        "net_sentiment.points", 100 * (PositiveMentions - NegativeMentions) / Mentions, "Net sentiment in points", "Positive less negative mentions per hundred mentions.",
        "Symanto, Black Box, Allears on net sentiment: from −100 to 100", "Others print it from −1 to 1.");

    /// <summary>Positive ÷ negative mentions.</summary>
    public static Kpi PositiveToNegative { get; } = PerItem(
        "net_sentiment.positive_to_negative", PositiveMentions / NegativeMentions, "Positive : negative", "Positive mentions per negative one.", "customer_experience",
        "Symanto, Black Box, Allears on net sentiment: positive to negative", ["Without a negative mention it has no value."], KpiTier.Outcome);

    /// <summary>Satisfied answers ÷ answers: the two best boxes of five.</summary>
    public static Kpi SatisfiedShare { get; } = Experience(
        "customer_satisfaction_score.top_two_box", SatisfiedAnswers / SatisfactionAnswers, "Customer satisfaction score", "Answers of 4 or 5 on a scale of five, as a share of all answers.",
        "Delighted: satisfied answers ÷ answers", BoxDispute);

    /// <summary>Scores of 4 and 5 ÷ scores, on a scale of 1 to 5.</summary>
    public static Kpi SatisfiedShareOfScoresOfFive { get; } = TopBox("customer_satisfaction_score.top_two_of_five", 4, 5, "Customer satisfaction score, 4–5 of 5", "Scores of 4 or 5 on a scale of 1 to 5, as a share of all scores.", "Delighted, AskNicely: answers of 4 and 5");

    /// <summary>Scores of 9 and 10 ÷ scores, on a scale of 1 to 10.</summary>
    public static Kpi SatisfiedShareOfTopTwoOfTen { get; } = TopBox("customer_satisfaction_score.top_two_of_ten", 9, 10, "Customer satisfaction score, 9–10 of 10", "Scores of 9 or 10 on a scale of 1 to 10, as a share of all scores.", "Wyapy: 9 and 10 of ten");

    /// <summary>Scores of 8 to 10 ÷ scores, on a scale of 1 to 10.</summary>
    public static Kpi SatisfiedShareOfTopThreeOfTen { get; } = TopBox("customer_satisfaction_score.top_three_of_ten", 8, 10, "Customer satisfaction score, 8–10 of 10", "Scores of 8 to 10 on a scale of 1 to 10, as a share of all scores.", "VoC Metrics on the scales of CSAT");

    /// <summary>Scores of 3 ÷ scores, on a scale of 1 to 3.</summary>
    public static Kpi SatisfiedShareOfScoresOfThree { get; } = TopBox("customer_satisfaction_score.top_of_three", 3, 3, "Customer satisfaction score, best of 3", "The best score on a scale of 1 to 3, as a share of all scores.", "VoC Metrics on the scales of CSAT");

    /// <summary>The mean satisfaction score, on the scale of the survey.</summary>
    public static Kpi MeanSatisfaction { get; } = Score(
        "customer_satisfaction_score.mean", Measure.Mean("mean_satisfaction_score", Unit.Number, of: "satisfaction_score"), "Customer satisfaction score, mean", "The mean score, on the scale of the survey.", "AskNicely: mean of 1 to 5", BoxDispute);

    /// <summary>Sum of scores ÷ (5 × scores), on a scale of 1 to 5.</summary>
    public static Kpi SatisfactionOfMaximumOfFive { get; } = Experience(
        "customer_satisfaction_score.of_maximum_of_five", SatisfactionScore.Where(OnScaleTo(5), id: "satisfaction_score_on_5") / (5 * SatisfactionScores(5)), "Customer satisfaction score, share of the maximum of 5", "The scores as a share of what they would be if every one were a 5.", "SurveySparrow: the scores by their maximum", ScaleDispute);

    /// <summary>100 × (promoters − detractors) ÷ answers, in points from −100 to 100.</summary>
    public static Kpi NetPromoterScore { get; } = Define(
        "net_promoter_score", 100 * (Promoters - Detractors) / Answers, Unit.Points, Direction.HigherIsBetter,
        "Net promoter score", "Share of promoters (9–10) less share of detractors (0–6), in points.", "customer_experience", KpiTier.Outcome,
        "Reichheld 2003", ["Rounding the shares first can shift it by a point."]);

    /// <summary>(Promoters − detractors) ÷ answers, from −1 to 1.</summary>
    public static Kpi NetPromoterScoreAsFraction { get; } = Experience(
        "net_promoter_score.fraction", (Promoters - Detractors) / Answers, "Net promoter score from −1 to 1", "Share of promoters (9–10) less share of detractors (0–6).", "The R package NPS", "Most print it in points, from −100 to 100.");

    /// <summary>The mean effort score, on the scale of the survey. Its wording says which way it is better.</summary>
    public static Kpi MeanEffort { get; } = Define(
        "customer_effort_score.mean", Measure.Mean("mean_effort_score", Unit.Number, of: "effort_score"), Unit.Points, Direction.Neutral,
        "Customer effort score", "The mean effort score, on the scale of the survey; its wording says which way it is better.", "customer_experience", KpiTier.Outcome,
        "Dixon, Freeman and Toman, Harvard Business Review 2010", ["Others print the share that agrees that it was easy."]);

    /// <summary>Answers that agree that it was easy ÷ answers.</summary>
    public static Kpi EffortAgreement { get; } = Experience(
        "customer_effort_score.agreeing", EffortAgreements / EffortAnswers, "Customer effort score, agreeing", "Answers that agree that it was easy.", "CEB, Customer Effort Score 2.0: those who agree", "Others print the mean score.");

    /// <summary>How many positive reviews and testimonials.</summary>
    public static Kpi TestimonialCount { get; } = Total(
        "customer_testimonials", Testimonials, "Customer testimonials", "Positive reviews and testimonials received.", "customer_experience", tier: KpiTier.Outcome, source: "dlvr.it", disputes: ["Others print the average rating."]);

    /// <summary>The mean rating of reviews, on the scale of the source.</summary>
    public static Kpi AverageRating { get; } = Score(
        "customer_testimonials.average_rating", Measure.Mean("mean_rating", Unit.Number, of: "rating"), "Average rating", "The mean rating of reviews, on the scale of the source.", "Google Business Profile: average rating", "Others count positive reviews.");

    private static Kpi[] OfCustomerExperience =>
    [
        PositiveShare, PositiveShareWithoutNeutral, NetSentiment, NetSentimentOfJudged, NetSentimentWithoutNeutral, NetSentimentInPoints,
        PositiveToNegative, SatisfiedShare, SatisfiedShareOfScoresOfFive, SatisfiedShareOfTopTwoOfTen, SatisfiedShareOfTopThreeOfTen,
        SatisfiedShareOfScoresOfThree, MeanSatisfaction, SatisfactionOfMaximumOfFive, NetPromoterScore, NetPromoterScoreAsFraction,
        MeanEffort, EffortAgreement, TestimonialCount, AverageRating,
    ];

    private static Kpi Experience(string id, Formula formula, string label, string description, string source, string dispute) =>
        Rate(id, formula, label, description, "customer_experience", source, [dispute]);

    private static Kpi Score(string id, Formula formula, string label, string description, string source, string dispute) =>
        Define(id, formula, Unit.Points, Direction.HigherIsBetter, label, description, "customer_experience", KpiTier.Outcome, source, [dispute]);

    private static Kpi TopBox(string id, int lowest, int highest, string label, string description, string source)
    {
        Measure satisfied = Measure.Count("satisfaction_scores", of: "satisfaction_score")
            .Where(Condition.Between("satisfaction_score", lowest, highest), id: FormattableString.Invariant($"satisfaction_scores_{lowest}_to_{highest}"));
        return Experience(id, satisfied / SatisfactionScores(highest), label, description, source, ScaleDispute);
    }

    /// <summary>The scores that lie on a scale from 1: what lies outside is no answer on it.</summary>
    private static Measure SatisfactionScores(int highest) =>
        Measure.Count("satisfaction_scores", of: "satisfaction_score").Where(OnScaleTo(highest), id: FormattableString.Invariant($"satisfaction_scores_on_{highest}"));

    private static Condition OnScaleTo(int highest) => Condition.Between("satisfaction_score", 1, highest);
}
