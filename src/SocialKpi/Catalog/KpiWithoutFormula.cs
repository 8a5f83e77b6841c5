namespace SocialKpi;

/// <summary>
/// A KPI that sources name without saying how it is calculated. There is no formula for it here, and none is made up:
/// define your own, or read the standard KPIs that stand in for it.
/// </summary>
public sealed class KpiWithoutFormula
{
    internal KpiWithoutFormula(string id, string label, string reason, string source, IReadOnlyList<Kpi> proxies) =>
        (Id, Label, Reason, Source, Proxies) = (id, label, reason, source, proxies);

    /// <summary>The id, free for a definition of one's own: no standard KPI has it.</summary>
    public string Id { get; }

    /// <summary>The name people read.</summary>
    public string Label { get; }

    /// <summary>Why it has no formula.</summary>
    public string Reason { get; }

    /// <summary>Who names it.</summary>
    public string Source { get; }

    /// <summary>How it is called in a language, with the reason as its description.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the languages.</exception>
    public KpiText TextIn(Language language) => language switch
    {
        Language.English => new KpiText(Label, EnglishShortNames.Kpis.GetValueOrDefault(Id), Reason),
        Language.Dutch => DutchTexts.Kpis[Id],
        Language.Swedish => SwedishTexts.Kpis[Id],
        Language.Polish => PolishTexts.Kpis[Id],
        _ => throw OutOfRange.Of(language, "The languages are English, Dutch, Swedish and Polish."),
    };

    /// <summary>The KPIs that its sources measure in its place.</summary>
    public IReadOnlyList<Kpi> Proxies { get; }

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
