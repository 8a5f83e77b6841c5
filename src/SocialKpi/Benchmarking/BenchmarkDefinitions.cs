namespace SocialKpi;

/// <summary>Which KPI a source means by its own words: what the caller says they mean, or a formula that exactly one KPI of the catalogue has.</summary>
internal sealed class BenchmarkDefinitions(Catalog catalog, IReadOnlyDictionary<string, Kpi>? variants)
{
    private readonly Dictionary<string, Kpi?> _found = new(StringComparer.Ordinal);

    public Catalog Catalog => catalog;

    /// <summary>The KPI; null when the words name no known variant. Nothing is guessed from words that only resemble one.</summary>
    public Kpi? Find(string definition)
    {
        if (_found.TryGetValue(definition, out Kpi? known)) return known;
        return _found[definition] = variants is not null && variants.TryGetValue(definition, out Kpi? said) ? said : OfFormula(definition);
    }

    private Kpi? OfFormula(string definition)
    {
        try
        {
            Formula formula = catalog.Parse(definition);

            // A measure alone is a name, and a name is what publishers give to different things.
            Kpi[] same = formula is Measure ? [] : [.. catalog.Kpis.Where(kpi => kpi.Formula == formula).Take(2)];
            return same.Length == 1 ? same[0] : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
