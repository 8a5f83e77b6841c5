namespace SocialKpi;

/// <summary>What a name stands for in a catalogue: one KPI, several, or none with the names nearest to it. Nothing is guessed.</summary>
public sealed class NameMatch
{
    internal NameMatch(string name, IReadOnlyList<Kpi> kpis, IReadOnlyList<KpiWithoutFormula> withoutFormula, IReadOnlyList<string> suggestions) =>
        (Name, Kpis, WithoutFormula, Suggestions) = (name, kpis, withoutFormula, suggestions);

    /// <summary>The name that was looked up.</summary>
    public string Name { get; }

    /// <summary>Every KPI that is called so, in the order of the catalogue. An id names one KPI; "engagement rate" names many.</summary>
    public IReadOnlyList<Kpi> Kpis { get; }

    /// <summary>What is called so without a formula, with the KPIs that stand in for it.</summary>
    public IReadOnlyList<KpiWithoutFormula> WithoutFormula { get; }

    /// <summary>Where nothing is called so: the nearest names, at most three.</summary>
    public IReadOnlyList<string> Suggestions { get; }

    /// <summary>The KPI when one alone is called so; else null.</summary>
    public Kpi? Only => Kpis.Count == 1 ? Kpis[0] : null;

    /// <summary>What was found as one sentence, with the remedy when it was not one KPI.</summary>
    public override string ToString() => Kpis.Count switch
    {
        1 => $"'{Shown}' is {Kpis[0]}",
        > 1 => $"'{Shown}' is a name of {string.Join(", ", Kpis)}; use the id of the one you mean",
        _ when WithoutFormula.Count > 0 => string.Join("; ", WithoutFormula.Select(open =>
            $"'{Shown}' is {open}, which has no formula: {open.Reason} Define your own, or use {string.Join(", ", open.Proxies)}")),
        _ => $"there is no KPI '{Shown}'{(Suggestions.Count > 0 ? $"; did you mean {string.Join(", ", Suggestions.Select(name => $"'{DisplayText.Name(name)}'"))}?" : "")}",
    };

    private string Shown => DisplayText.Name(Name);
}
