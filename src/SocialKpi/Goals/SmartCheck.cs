namespace SocialKpi;

/// <summary>
/// How far a goal, or a draft of one, answers the five letters of SMART, and what it leaves open. It looks at what is said; words it reads only
/// for two results in one. It never says whether a goal is a good one.
/// </summary>
/// <remarks>The same draft, history and others give the same check, always. Immutable and thread-safe.</remarks>
[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed class SmartCheck : IDisplayed
{
    private SmartCheck(GoalDraft draft, IReadOnlyList<SmartLint> lints, Achievability? achievability, bool canAchieve)
    {
        (Draft, Lints, Achievability) = (draft, lints, achievability);
        Specific = Answer(SmartLetter.Specific);
        Measurable = Has("metric-missing") ? SmartAnswer.Absent : Answer(SmartLetter.Measurable);
        Achievable = Has("impossible-target") ? SmartAnswer.Absent : canAchieve ? Answer(SmartLetter.Achievable) : SmartAnswer.NotCheckable;
        Relevant = draft.Kpi is null ? SmartAnswer.NotCheckable : Answer(SmartLetter.Relevant);
        TimeBound = Answer(SmartLetter.TimeBound);
    }

    /// <summary>What was looked at.</summary>
    public GoalDraft Draft { get; }

    /// <summary>What is measured, of which part.</summary>
    public SmartAnswer Specific { get; }

    /// <summary>How much of it, from where.</summary>
    public SmartAnswer Measurable { get; }

    /// <summary>Whether what is asked can be set against what happened before: how it stands to that is in <see cref="Achievability"/>.</summary>
    public SmartAnswer Achievable { get; }

    /// <summary>Whether the KPI tells of the objective.</summary>
    public SmartAnswer Relevant { get; }

    /// <summary>By when.</summary>
    public SmartAnswer TimeBound { get; }

    /// <summary>What is asked per period, and how many earlier periods fell short of it; null when that is not known.</summary>
    public Achievability? Achievability { get; }

    /// <summary>What is open, letter by letter, always in the same order.</summary>
    public IReadOnlyList<SmartLint> Lints { get; }

    /// <summary>The answers as plain values, for libraries of charts and tables: one row a letter.</summary>
    public IReadOnlyList<SmartRow> Rows => [.. Enum.GetValues<SmartLetter>().Select(letter => SmartRow.Of(this, letter))];

    /// <summary>The answer to a letter.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the letters.</exception>
    public SmartAnswer this[SmartLetter letter] => letter switch
    {
        SmartLetter.Specific => Specific,
        SmartLetter.Measurable => Measurable,
        SmartLetter.Achievable => Achievable,
        SmartLetter.Relevant => Relevant,
        SmartLetter.TimeBound => TimeBound,
        _ => throw OutOfRange.Of(letter, "The letters are Specific, Measurable, Achievable, Relevant and TimeBound."),
    };

    /// <summary>Checks a draft. The codes of what it may leave open, letter by letter and in their order:</summary>
    /// <remarks>
    /// Specific: <c>metric-missing</c>, <c>metric-undefined</c>, <c>template-not-goal</c>, <c>two-results-in-one</c>, <c>platform-missing</c>,
    /// <c>scope-sum-or-each</c>, <c>sum-or-per-post</c>, <c>denominator-date-unstated</c>, <c>attribution-rule-missing</c>. Measurable:
    /// <c>quantity-missing</c>, <c>quantity-placeholder</c>, <c>quantity-ambiguous</c>, <c>compound-growth</c>, <c>direction-missing</c>,
    /// <c>relative-or-points</c>, <c>level-or-delta</c>, <c>frequency-missing</c>, <c>baseline-missing</c>, and as advice that leaves nothing open
    /// <c>baseline-period-differs</c>, <c>baseline-after-start</c>. Achievable: <c>impossible-target</c>, <c>no-history-to-judge-achievability</c>, <c>required-growth-open</c>, <c>short-history</c>. Relevant: <c>objective-missing</c>,
    /// <c>vanity-only</c>, <c>not-named-for-objective</c>. Time-bound: <c>deadline-day-assumed</c>, <c>deadline-year-missing</c>,
    /// <c>start-anchor-missing</c>, <c>end-missing</c>, <c>deadline-missing</c>.
    /// </remarks>
    /// <param name="draft">The draft.</param>
    /// <param name="history">Earlier readings of the KPI, of whole periods of one size; the last of them is where it stands now.</param>
    /// <param name="objective">What the goal is for.</param>
    /// <param name="peers">The KPI's figures of others, such as competitors, to set the level or limit against.</param>
    /// <exception cref="ArgumentException">The history is of another KPI or segment, or a figure of others in another unit than the KPI.</exception>
    public static SmartCheck Of(GoalDraft draft, KpiSeries? history = null, ObjectiveType? objective = null, IEnumerable<Quantity>? peers = null)
    {
        ArgumentNullException.ThrowIfNull(draft);
        Quantity[] others = [.. peers ?? []];
        if (draft.Kpi is { } kpi) Require(draft, kpi, history, others);
        else history = null;
        (Achievability? found, IEnumerable<SmartLint> open, bool canAchieve) = SmartHistory.Of(draft, history, draft.Kpi is null ? [] : others);
        SmartLint[] lints = [.. SmartLints.Of(draft, readsWords: true), .. FigureLints.Of(draft), .. open, .. Relevance(draft, objective)];
        return new SmartCheck(draft, [.. lints.OrderBy(lint => lint.Letter)], found, canAchieve);
    }

    /// <summary>The check as a table: each letter, its answer, and what is open or found; the same under every culture.</summary>
    public override string ToString() => SmartText.Table(this).ToText();

    /// <summary>The check as a Markdown table.</summary>
    public string ToMarkdown() => SmartText.Table(this).ToMarkdown();

    /// <summary>The check as a self-contained HTML fragment, readable on light and dark pages.</summary>
    public string ToHtml() => SmartText.Html(this);

    private static void Require(GoalDraft draft, Kpi kpi, KpiSeries? history, Quantity[] peers)
    {
        if (history is not null && history.Kpi != kpi) throw new ArgumentException($"The history is of {history.Kpi.Id}, the goal of {kpi.Id}; give readings of the same definition.", nameof(history));
        if (history is not null && draft.Segments is { Count: > 0 } segments && !segments.Append(Segment.Together(segments)).Contains(history.Segment))
            throw new ArgumentException($"The history is of '{history.Segment}', which is no segment of the goal ({string.Join("; ", segments)}); give that of one of them.", nameof(history));
        foreach (string problem in peers.Select(peer => Reading.GivenProblem(kpi, peer)).OfType<string>()) throw new ArgumentException($"{problem}.", nameof(peers));
    }

    private static IEnumerable<SmartLint> Relevance(GoalDraft draft, ObjectiveType? objective)
    {
        if (objective is null)
            yield return Open("objective-missing", $"it does not say what it is for; name a type of objective: {string.Join(", ", ObjectiveTypes.All)}", SmartAnswer.NotCheckable);
        else if (draft.Kpi is { } kpi && objective.RelevanceOf(kpi) is var relevance and not KpiRelevance.Key)
        {
            yield return relevance == KpiRelevance.Vanity
                ? Open("vanity-only", $"{kpi.Id} does not tell whether {objective} is reached; follow one of {Named(objective)} too", SmartAnswer.Absent)
                : Open("not-named-for-objective", $"no source names {kpi.Id} for {objective}; say how it serves it, or use one of {Named(objective)}", SmartAnswer.Partial);
        }

        static SmartLint Open(string code, string message, SmartAnswer atMost) => new(code, SmartLetter.Relevant, message) { AtMost = atMost };
    }

    private static string Named(ObjectiveType objective) => string.Join(", ", objective.Key.Take(3).Select(key => key.Kpi.Id));

    private SmartAnswer Answer(SmartLetter letter) => Lints.Where(lint => lint.Letter == letter).Select(lint => lint.AtMost).Append(SmartAnswer.Present).Min();

    private bool Has(string code) => Lints.Any(lint => lint.Code == code);
}
