namespace SocialKpi;

/// <summary>
/// Something that holds facts and can gather the cell states of a plan: rows in memory, a database. It only gathers;
/// merging and dividing are the same for every source, so every source gives the same digits.
/// </summary>
public abstract class FactSource
{
    /// <summary>Answers a query.</summary>
    /// <exception cref="DefinitionException">The facts lack a measure, dimension or time that the query needs, or for <see cref="KpiQuery.Every"/> can feed none of its KPIs; all are listed.</exception>
    public KpiTable Read(KpiQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (!query.IsSelective) return Read(query, lacking: []);

        // What is wrong with the query itself is wrong whatever the facts have.
        _ = query.Plan();
        LackingKpi[] kpis = [.. query.Kpis.Select(kpi => new LackingKpi(kpi, Lacks(kpi)))];
        if (kpis.All(kpi => kpi.Reasons.Count > 0))
            throw new DefinitionException([.. kpis.SelectMany(kpi => kpi.Reasons.Select(reason => new DefinitionIssue($"KPI {kpi.Kpi.Id}", reason)))]);

        // What no KPI can be read by is wrong with the query, and reading says so; what only some can is what the others lack.
        LackingKpi[] here = [.. kpis.Select(kpi => kpi.Reasons.Count > 0 ? kpi : new LackingKpi(kpi.Kpi, LacksFor(query.Only([kpi.Kpi]))))];
        if (here.All(kpi => kpi.Reasons.Count > 0)) here = kpis;
        if (query.Ranking is { By: var by } && Array.Find(here, kpi => kpi.Kpi == by && kpi.Reasons.Count > 0) is { } ranking)
            throw new DefinitionException([.. ranking.Reasons.Select(reason => new DefinitionIssue($"query, ranked by KPI {by.Id}", reason))]);
        return Read(query.Only(here.Where(kpi => kpi.Reasons.Count == 0).Select(kpi => kpi.Kpi)), [.. here.Where(kpi => kpi.Reasons.Count > 0)]);
    }

    /// <summary>
    /// All that these facts lack for a KPI, one sentence each: measures, dimensions, fields of conditions, a time, or a measure
    /// recorded in another unit. Empty when they can feed it.
    /// </summary>
    public abstract IReadOnlyList<string> Lacks(Kpi kpi);

    /// <summary>What a KPI that can be fed lacks for this query of it alone: where facts are in several tables, one may lack a dimension of the query.</summary>
    internal virtual IReadOnlyList<string> LacksFor(KpiQuery query) => [];

    /// <summary>What this source must gather to answer a query.</summary>
    /// <exception cref="DefinitionException">Several tables of facts cannot answer it together; everything that is wrong is listed.</exception>
    public virtual QueryPlan Plan(KpiQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Plan();
    }

    /// <summary>Gathers the states of every scan of a plan.</summary>
    /// <exception cref="DefinitionException">The facts lack a measure, dimension or time that the plan needs; all are listed.</exception>
    public abstract IReadOnlyList<ScanResult> Execute(QueryPlan plan);

    private KpiTable Read(KpiQuery query, IReadOnlyList<LackingKpi> lacking)
    {
        QueryPlan plan = Plan(query);
        return KpiTable.From(plan, Execute(plan), lacking);
    }
}
