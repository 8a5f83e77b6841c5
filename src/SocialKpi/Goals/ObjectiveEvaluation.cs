using NodaTime;

namespace SocialKpi;

/// <summary>
/// Where an objective stands as of a day: the weighted mean of the scores that are known, how much of its weight that covers, its grade,
/// and the status by a named rule.
/// </summary>
/// <remarks>Scores are between 0 and 1, so that one key result beyond its target hides no other. Immutable and thread-safe.</remarks>
[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed class ObjectiveEvaluation : IDisplayed
{
    internal ObjectiveEvaluation(Objective objective, LocalDate asOf, IReadOnlyList<KeyResultEvaluation> keyResults, IReadOnlyList<ObjectiveEvaluation> contributing)
    {
        (Objective, AsOf, KeyResults, Contributing) = (objective, CommonEra.Iso(asOf), keyResults, contributing);
        Parts =
        [
            .. keyResults.Select(one => new ObjectivePart(one.KeyResult.Weight, one.Score, one.Score is null ? 0 : 1, one.Goal.ExpectedProgress, one.Goal.Elapsed, one.Goal.Status, one.Goal.Verdict, one.Goal.ObservedOn)),
            .. contributing.Select(one => new ObjectivePart(one.Objective.Terms.Weight, one.Score, one.Coverage ?? 0, one.ExpectedScore, one.Elapsed, one.Status, one.Verdict, one.ObservedOn)),
        ];
        ObjectivePart[] known = [.. Parts.Where(part => part.Score is not null)];
        Score = ObjectivePart.Mean(known, part => part.Score!.Value);
        Coverage = Parts.Count == 0 ? null : ObjectivePart.Share(Parts, part => part.Coverage, Parts);
        ObjectivePart[] expected = [.. Parts.Where(part => part.Expected is not null)];
        ExpectedScore = ObjectivePart.Mean(expected, part => part.Expected!.Value);
        Status = StatusRollUps.StatusOf(objective.Terms, Parts);
        Verdict = VerdictNow();
    }

    /// <summary>What was evaluated.</summary>
    public Objective Objective { get; }

    /// <summary>The last day that counted.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The key results, in their order.</summary>
    public IReadOnlyList<KeyResultEvaluation> KeyResults { get; }

    /// <summary>The key results as plain values, for libraries of charts and tables.</summary>
    public IReadOnlyList<KeyResultRow> Rows => [.. KeyResults.Select(KeyResultRow.Of)];

    /// <summary>The contributing objectives, in their order.</summary>
    public IReadOnlyList<ObjectiveEvaluation> Contributing { get; }

    /// <summary>The weighted mean of the scores that are known, 0 to 1. Null when none is, which is not 0.</summary>
    public decimal? Score { get; }

    /// <summary>The same of what is expected by now; null where nothing is.</summary>
    public decimal? ExpectedScore { get; }

    /// <summary>
    /// The part of the weight whose score is known, of contributing objectives the part of theirs: a mean that rises because somebody has not
    /// reported is seen here. Null without key results.
    /// </summary>
    public decimal? Coverage { get; }

    /// <summary>The grade of the score; null when there is none.</summary>
    public Grade? Grade => Score is { } score ? Objective.Terms.Grades.GradeOf(score) : null;

    /// <summary>How it is going.</summary>
    public GoalStatus Status { get; }

    /// <summary>The name of the rule by which the status is told: <c>Worst</c>, or <c>WeightedMean by GapPoints(5, 25)</c>.</summary>
    public string RuleName => Objective.Terms.RollUp == StatusRollUp.WeightedMean ? $"{Objective.Terms.RollUp} by {Objective.Terms.StatusRule.Name}" : $"{Objective.Terms.RollUp}";

    /// <summary>Whether it was achieved: by all of its parts, or by a score that its ambition calls a success. Pending while one of them is.</summary>
    public GoalVerdict Verdict { get; }

    /// <summary>What somebody said of it last, as far as it counts on the day; null when nobody did. It never changes the status.</summary>
    public CheckIn? CheckIn => SocialKpi.CheckIn.LatestOf(Objective.Terms.CheckIns, AsOf);

    /// <summary>What is unwise about the objective, and about its scores once it is over.</summary>
    public IReadOnlyList<ObjectiveLint> Lints =>
    [
        .. Objective.Lints,
        .. Verdict != GoalVerdict.Pending && Coverage == 1 && ObjectiveLints.OfScores(Objective.Name, [.. Parts.Select(part => part.Score).OfType<decimal>()]) is { } lint ? [lint] : Array.Empty<ObjectiveLint>(),
    ];

    internal IReadOnlyList<ObjectivePart> Parts { get; }

    internal decimal Elapsed => ObjectivePart.Mean(Parts, part => part.Elapsed) ?? 0;

    internal LocalDate? ObservedOn => Parts.Max(part => part.ObservedOn);

    /// <summary>One line: score, grade, status and rule; the same under every culture.</summary>
    public override string ToString() => DisplayText.Visible(ObjectiveText.Summary(this));

    /// <summary>The objective, a table of its key results, and what is unwise about it, as Markdown; the same under every culture.</summary>
    public string ToMarkdown() => ObjectiveDisplay.Markdown(this);

    /// <summary>The same as a self-contained HTML fragment, readable on light and dark pages, with a bar of each score and a mark where it should be.</summary>
    public string ToHtml() => ObjectiveDisplay.Html(this);

    /// <summary>
    /// The evaluation as JSON: the objective, the day, score, grade, status and verdict, what is unwise, and of each key result its score and the
    /// evaluation of its goal, with contributing objectives the same. <see cref="FromJson"/> reads it back, and writing that again gives the
    /// same text, byte by byte.
    /// </summary>
    public string ToJson() => JsonWriting.Write(writer => ObjectiveEvaluationJson.Write(writer, this));

    /// <summary>Reads an evaluation back. What it says must follow from its objective and evidence, so that nobody's pen changes a score.</summary>
    /// <param name="json">The text.</param>
    /// <param name="catalog">The KPIs that the text may name.</param>
    /// <exception cref="DefinitionException">The text is not JSON or not an evaluation, or says what does not follow; all issues are listed with their places.</exception>
    public static ObjectiveEvaluation FromJson(string json, Catalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return JsonText.Read(json, (root, issues) => JsonFields.Of(root, issues) is { } evaluation ? ObjectiveEvaluationJson.Read(evaluation, catalog) : null);
    }

    /// <summary>
    /// The objective in a new period: what is not achieved, from the measured figure on. What should rise or fall goes to the same level, and of a
    /// KPI that adds up to what is left of it; growth keeps its rate, and so comes to another level; limits, ranges and open steps stay as they were.
    /// What is achieved is left out, and so are check-ins and the ids of goals, which belong to the old period.
    /// </summary>
    /// <param name="during">The new period; it begins when the old ones are over.</param>
    /// <param name="id">The id of the new objective; contributing objectives have none. Each names the one it was carried from.</param>
    /// <exception cref="DefinitionException">It makes no sense: a key result is still open, nobody knows where it stands, nothing is left; all reasons are listed.</exception>
    public Objective CarryForward(Timeframe during, string id = "")
    {
        ArgumentNullException.ThrowIfNull(id);
        return ObjectiveCarrying.Next(this, during, id);
    }

    private GoalVerdict VerdictNow()
    {
        if (Parts.Any(part => part.Verdict == GoalVerdict.Pending)) return GoalVerdict.Pending;
        if (Score is null) return GoalVerdict.Unknown;
        bool allPassed = Parts.All(part => part.Verdict is GoalVerdict.Achieved or GoalVerdict.AchievedLate);
        if (allPassed) return Parts.Any(part => part.Verdict == GoalVerdict.AchievedLate) ? GoalVerdict.AchievedLate : GoalVerdict.Achieved;

        // What nobody knows at the deadline may be anything: only what its best and its worst would both give can be said.
        decimal atWorst = ObjectivePart.Share(Parts.Where(part => part.Verdict != GoalVerdict.Unknown), part => part.Score ?? 0, Parts);
        decimal atBest = atWorst + ObjectivePart.Share(Parts.Where(part => part.Verdict == GoalVerdict.Unknown), _ => 1, Parts);
        if (atWorst >= Objective.Terms.Ambition.SuccessAt) return GoalVerdict.Achieved;
        return atBest >= Objective.Terms.Ambition.SuccessAt ? GoalVerdict.Unknown : GoalVerdict.NotAchieved;
    }
}
