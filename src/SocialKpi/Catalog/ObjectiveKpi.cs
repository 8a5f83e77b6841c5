namespace SocialKpi;

/// <summary>What sources say of one KPI for a type of objective: to track it, or that it is vanity there and why.</summary>
public sealed class ObjectiveKpi
{
    private readonly Phrase? _reason;

    internal ObjectiveKpi(Kpi kpi, IReadOnlyList<string> sources, Phrase? vanity = null) => (Kpi, Sources, _reason) = (kpi, sources, vanity);

    /// <summary>The KPI.</summary>
    public Kpi Kpi { get; }

    /// <summary>Who says so: of this type of objective, or of what it is about.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary><see cref="KpiRelevance.Key"/> or <see cref="KpiRelevance.Vanity"/>.</summary>
    public KpiRelevance Relevance => _reason is null ? KpiRelevance.Key : KpiRelevance.Vanity;

    /// <summary>Why it is vanity for this type of objective, in one sentence; null for a key KPI.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the languages.</exception>
    public string? ReasonIn(Language language) => _reason?.In(language);

    /// <summary>The id of the KPI and its relevance.</summary>
    public override string ToString() => $"{Kpi} ({(Relevance == KpiRelevance.Key ? "key" : "vanity")})";
}
