namespace SocialKpi;

/// <summary>
/// What no row can exceed: the parts, added up, are at most the whole. Clicks are at most impressions. Plain data, so that a
/// source with rules of its own adds them: <c>QualityLimit.Of(views, Measures.PostReach)</c>.
/// </summary>
/// <remarks>It is checked on rows where the whole and a part are known; parts that are not recorded or not known count as nothing.</remarks>
public sealed class QualityLimit
{
    private QualityLimit(Measure whole, IReadOnlyList<Measure> parts) => (Whole, Parts) = (whole, parts);

    /// <summary>
    /// What holds for every platform. Saves are not among the engagements: platforms differ in whether their total has them.
    /// A limit is used where the facts record its whole and a part of it.
    /// </summary>
    public static IReadOnlyList<QualityLimit> Standard { get; } =
    [
        new(Measures.Impressions, [Measures.Clicks]),
        new(Measures.Impressions, [Measures.PostReach]),
        new(Measures.Impressions, [Measures.AccountReach]),
        new(Measures.Engagements, [Measures.Likes]),
        new(Measures.Engagements, [Measures.Comments]),
        new(Measures.Engagements, [Measures.Shares]),
        new(Measures.Answers, [Measures.Promoters, Measures.Detractors]),
        new(Measures.Mentions, [Measures.PositiveMentions, Measures.NegativeMentions, Measures.NeutralMentions]),
    ];

    /// <summary>What the parts cannot exceed.</summary>
    public Measure Whole { get; }

    /// <summary>What is added up.</summary>
    public IReadOnlyList<Measure> Parts { get; }

    /// <summary>A limit of recorded measures of one unit.</summary>
    /// <param name="whole">What the parts cannot exceed.</param>
    /// <param name="parts">What is added up; one at least.</param>
    /// <exception cref="DefinitionException">No part is given, a measure is not recorded, or units differ; all issues are listed.</exception>
    public static QualityLimit Of(Measure whole, params IEnumerable<Measure> parts)
    {
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(parts);
        Measure[] list = [.. parts];
        foreach (Measure part in list) ArgumentNullException.ThrowIfNull(part, nameof(parts));
        string subject = $"limit of {whole.Id}";
        List<DefinitionIssue> issues = [];
        if (list.Length == 0) issues.Add(new(subject, "it names no part; name at least one"));
        issues.AddRange(list.Prepend(whole).Where(measure => !measure.IsRecorded).Distinct()
            .Select(measure => new DefinitionIssue(subject, $"{measure.Id} is calculated, but rows are checked by what they record; name recorded measures")));
        issues.AddRange(list.Where(part => part.Unit != whole.Unit).Distinct()
            .Select(part => new DefinitionIssue(subject, $"{part.Id} is in {part.Unit} and {whole.Id} in {whole.Unit}; only figures of one unit can be compared")));
        DefinitionException.ThrowIfAny(issues);
        return new QualityLimit(whole, list.AsReadOnly());
    }

    /// <summary>The limit as a formula: <c>promoters + detractors ≤ answers</c>.</summary>
    public override string ToString() => $"{string.Join(" + ", Parts.Select(part => part.Id))} ≤ {Whole.Id}";
}
