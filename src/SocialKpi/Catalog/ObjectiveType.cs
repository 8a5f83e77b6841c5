namespace SocialKpi;

/// <summary>
/// What social media are used for, such as brand awareness or leads: which KPIs sources name to track it, and which look good
/// and do not tell whether it is reached. The types are those of <see cref="ObjectiveTypes"/>.
/// </summary>
public sealed class ObjectiveType
{
    private readonly Phrase _label;
    private readonly Phrase? _advice;

    internal ObjectiveType(string id, Phrase label, IReadOnlyList<ObjectiveKpi> key, IReadOnlyList<ObjectiveKpi> vanity, Phrase? advice = null, params string[] withoutFormula)
    {
        (Id, _label, Key, Vanity, _advice) = (id, label, key, vanity, advice);
        WithoutFormula = [.. SocialKpi.Kpis.WithoutFormula.Where(kpi => withoutFormula.Contains(kpi.Id))];
    }

    /// <summary>The id, such as <c>awareness</c>.</summary>
    public string Id { get; }

    /// <summary>The name in English.</summary>
    public string Label => _label.English;

    /// <summary>What to track for it. Where a KPI has variants, one stands for all of them.</summary>
    public IReadOnlyList<ObjectiveKpi> Key { get; }

    /// <summary>What is vanity for it, each with the reason.</summary>
    public IReadOnlyList<ObjectiveKpi> Vanity { get; }

    /// <summary>KPIs that sources name for it without a formula.</summary>
    public IReadOnlyList<KpiWithoutFormula> WithoutFormula { get; }

    /// <summary>Who names KPIs for it.</summary>
    public IReadOnlyList<string> Sources => [.. Key.Concat(Vanity).SelectMany(kpi => kpi.Sources).Distinct()];

    /// <summary>The name in a language.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the languages.</exception>
    public string LabelIn(Language language) => _label.In(language);

    /// <summary>What its sources advise beside KPIs, such as milestones; null where they say nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the languages.</exception>
    public string? AdviceIn(Language language) => _advice?.In(language);

    /// <summary>
    /// Whether a KPI is key for this type of objective, vanity or neither. Variants of one name, which is the id up to its first dot,
    /// count alike: <c>virality_rate.by_impressions</c> is key where another virality rate is.
    /// </summary>
    public KpiRelevance RelevanceOf(Kpi kpi)
    {
        ArgumentNullException.ThrowIfNull(kpi);
        return Said(named => named.Kpi.Id == kpi.Id) ?? Said(named => NameOf(named.Kpi) == NameOf(kpi)) ?? KpiRelevance.Neither;
    }

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    private KpiRelevance? Said(Func<ObjectiveKpi, bool> isMeant) => Key.Concat(Vanity).FirstOrDefault(isMeant)?.Relevance;

    private static string NameOf(Kpi kpi) => kpi.Id.Split('.')[0];
}
