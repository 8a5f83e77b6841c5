using System.Globalization;

namespace SocialKpi;

/// <summary>Measures and KPIs by id: the standard ones, and own ones beside them.</summary>
public sealed class Catalog
{
    internal const string IdTaken = "another definition has this id already; give the new one an id of its own";

    private readonly Dictionary<string, Measure> _measures;
    private readonly Dictionary<string, Kpi> _kpis;
    private readonly Dictionary<string, Measure> _known;

    private Catalog(Dictionary<string, Measure> measures, Dictionary<string, Kpi> kpis)
    {
        (_measures, _kpis, _known) = (measures, kpis, new(measures, StringComparer.Ordinal));
        foreach (Measure measure in kpis.Values.SelectMany(kpi => kpi.Formula.Leaves())) _known.TryAdd(measure.Id, measure);
    }

    /// <summary>The standard measures and KPIs.</summary>
    public static Catalog Standard { get; } = new Catalog([], []).With(SocialKpi.Measures.All, SocialKpi.Kpis.All);

    /// <summary>The measures, in the order in which they were added.</summary>
    public IReadOnlyList<Measure> Measures => [.. _measures.Values];

    /// <summary>The KPIs, in the order in which they were added.</summary>
    public IReadOnlyList<Kpi> Kpis => [.. _kpis.Values];

    /// <summary>This catalogue with more measures and KPIs. A standard definition never changes silently: a change needs a new id.</summary>
    /// <exception cref="DefinitionException">An id is taken by another definition, or by the same one with other names or notes; all are listed.</exception>
    public Catalog With(IEnumerable<Measure> measures, IEnumerable<Kpi> kpis)
    {
        ArgumentNullException.ThrowIfNull(measures);
        ArgumentNullException.ThrowIfNull(kpis);
        List<DefinitionIssue> issues = [];
        Dictionary<string, Measure> allMeasures = Merge(_measures, measures, measure => measure.Id, (there, given) => there.Equals(given), "measure", issues);
        Dictionary<string, Kpi> allKpis = Merge(_kpis, kpis, kpi => kpi.Id, (there, given) => there == given && there.SaysTheSameAs(given), "KPI", issues);
        MeasureConflicts.Find("catalogue", [.. allMeasures.Values, .. allKpis.Values.SelectMany(kpi => kpi.Formula.Leaves())], issues);
        DefinitionException.ThrowIfAny(issues);
        return new Catalog(allMeasures, allKpis);
    }

    /// <summary>
    /// The definitions of a JSON text beside those of another catalogue, as <see cref="With"/> adds them. A text written by hand
    /// needs little: <c>{ "kpis": [{ "id": "saves_per_post", "formula": "saves / posts", "unit": "number" }] }</c>.
    /// </summary>
    /// <param name="json">An object with <c>measures</c> and <c>kpis</c>; comments are allowed. At most 10 million characters, so untrusted text is safe.</param>
    /// <param name="beside">What the definitions stand beside; null for <see cref="Standard"/>.</param>
    /// <exception cref="DefinitionException">Something cannot be read, contradicts itself or what is there, or has another hash; all issues are listed, each with its line.</exception>
    public static Catalog FromJson(string json, Catalog? beside = null) => CatalogJson.Read(json, beside ?? Standard);

    /// <summary>The measures and KPIs as JSON, each KPI with its hash: <see cref="FromJson"/> reads it back, and writing that gives the same bytes.</summary>
    /// <param name="beside">Its definitions are left out; null to write all.</param>
    public string ToJson(Catalog? beside = null) => CatalogJson.Write(
        [.. Measures.Where(measure => beside?.FindMeasure(measure.Id) != measure)], [.. Kpis.Where(kpi => beside?.FindKpi(kpi.Id) != kpi)], _measures);

    /// <summary>The measure of this id; null when there is none.</summary>
    public Measure? FindMeasure(string id) => _measures.GetValueOrDefault(id);

    /// <summary>The KPI of this id; null when there is none.</summary>
    public Kpi? FindKpi(string id) => _kpis.GetValueOrDefault(id);

    /// <summary>
    /// Every KPI that is called so: by its id, an alias, its label or short name, in any language or in one. Case, hyphens and
    /// blanks do not matter. An id stands for one KPI; a name that several share gives all of them, and nothing is guessed.
    /// </summary>
    /// <param name="name">Such as <c>CTR</c>, <c>engagement rate</c> or <c>betrokkenheidsgraad</c>.</param>
    /// <param name="language">The language of labels and short names; null for all. Aliases are of no language.</param>
    public NameMatch Named(string name, Language? language = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        return KpiNames.Find(name, this, language);
    }

    /// <summary>
    /// The KPI of this label in a language, letter by letter; null when none has it, or when an own KPI shares it with another:
    /// <see cref="Named"/> gives both. A standard label belongs to one standard KPI.
    /// </summary>
    public Kpi? FindKpiByLabel(string label, Language language) =>
        _kpis.Values.Where(kpi => kpi.TextIn(language).Label == label).Take(2).ToArray() is [var only] ? only : null;

    /// <summary>The KPIs of this catalogue that are key for a type of objective, with all their variants.</summary>
    public IReadOnlyList<Kpi> KeyFor(ObjectiveType objective)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return [.. _kpis.Values.Where(kpi => objective.RelevanceOf(kpi) == KpiRelevance.Key)];
    }

    /// <summary>
    /// Reads a formula over the measures of this catalogue and those that its KPIs are made of, such as <c>median_response_time</c>:
    /// the formula text of each of its KPIs is read back as it is.
    /// </summary>
    /// <exception cref="FormatException">The text is not a formula; the message gives position, problem and remedy, of every unknown name at once.</exception>
    public Formula Parse(string formula) => Formula.Parse(formula, _known.Values);

    /// <summary>How much it holds, in one line: <c>3 KPIs of 2 measures</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{_kpis.Count:N0} {(_kpis.Count == 1 ? "KPI" : "KPIs")} of {_measures.Count:N0} {(_measures.Count == 1 ? "measure" : "measures")}");

    /// <summary>The measures, and those that stand in the formulas of the KPIs alone.</summary>
    internal IEnumerable<Measure> KnownMeasures => _known.Values;

    private static Dictionary<string, T> Merge<T>(Dictionary<string, T> existing, IEnumerable<T> added, Func<T, string> idOf, Func<T, T, bool> isSame, string kind, List<DefinitionIssue> issues)
        where T : class
    {
        Dictionary<string, T> merged = new(existing, StringComparer.Ordinal);
        foreach (T item in added)
        {
            ArgumentNullException.ThrowIfNull(item, nameof(added));
            if (merged.TryAdd(idOf(item), item)) continue;
            T there = merged[idOf(item)];
            if (!there.Equals(item)) issues.Add(new($"{kind} {idOf(item)}", IdTaken));
            else if (!isSame(there, item)) issues.Add(new($"{kind} {idOf(item)}", "it is there already, defined alike, with other names or notes, which would be lost; leave it out, or give it an id of its own"));
        }

        return merged;
    }
}
