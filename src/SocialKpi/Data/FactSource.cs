namespace SocialKpi;

/// <summary>
/// Something that holds facts and can gather the cell states of a plan: rows in memory, a database. It only gathers;
/// merging and dividing are the same for every source, so every source gives the same digits.
/// </summary>
public abstract class FactSource
{
    /// <summary>Answers a query.</summary>
    /// <exception cref="DefinitionException">The facts lack a measure, dimension or time that the query needs; all are listed.</exception>
    public KpiTable Read(KpiQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        QueryPlan plan = Plan(query);
        return KpiTable.From(plan, Execute(plan));
    }

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
}
