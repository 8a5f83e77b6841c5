using NodaTime;

namespace SocialKpi;

/// <summary>
/// Several tables of facts that answer one query together: posts and ads, posts and the daily follower count. Each is summed up by
/// itself and what they sum to is put together cell by cell, so no row is ever multiplied by rows of another table.
/// </summary>
/// <remarks>
/// A measure stands in one table only, and every table that a query needs has its dimensions, filters and time. Within one table a
/// formula reads the rows on which every measure it takes from that table is known. Immutable and thread-safe.
/// </remarks>
public sealed class FactTables : FactSource
{
    private readonly (string Name, Facts Facts)[] _tables;

    private FactTables((string Name, Facts Facts)[] tables) => _tables = tables;

    /// <summary>The names of the tables, in the order given.</summary>
    public IReadOnlyList<string> Names => [.. _tables.Select(table => table.Name)];

    /// <summary>Tables of facts by name: <c>FactTables.Of(("posts", posts), ("followers", daily))</c>. Names are used where something is wrong.</summary>
    /// <exception cref="ArgumentException">There is no table, a name is blank or repeats.</exception>
    public static FactTables Of(params IEnumerable<(string Name, Facts Facts)> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        (string Name, Facts Facts)[] list = [.. tables];
        if (list.Length == 0) throw new ArgumentException("There is no table; give at least one.", nameof(tables));
        foreach ((string name, Facts facts) in list)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(name, nameof(tables));
            ArgumentNullException.ThrowIfNull(facts, nameof(tables));
        }

        return list.Select(table => table.Name).Distinct(StringComparer.Ordinal).Count() == list.Length
            ? new FactTables(list)
            : throw new ArgumentException("Two tables have the same name; give each its own, so that messages can tell them apart.", nameof(tables));
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Lacks(Kpi kpi)
    {
        ArgumentNullException.ThrowIfNull(kpi);
        return LacksFor(KpiQuery.Of(kpi));
    }

    internal override IReadOnlyList<string> LacksFor(KpiQuery query)
    {
        return [.. new TableChoice(_tables).IssuesOf(query).Select(Reason)];

        // The KPI is known; the table, where one is meant, is not.
        static string Reason(DefinitionIssue issue) =>
            issue.Subject.Split(", ", 2) is [_, var table] ? $"{table}: {issue.Message}" : issue.Message;
    }

    /// <inheritdoc/>
    public override QueryPlan Plan(KpiQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);

        // What is wrong with the query itself is wrong whatever the tables have.
        _ = query.Plan();
        Dictionary<Measure, int> tableOf = new TableChoice(_tables).Of(query);
        return QueryPlan.Of(query, Names, measure => tableOf[measure], (table, dimension) => PlanCheck.HasDimension(_tables[table].Facts, dimension));
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ScanResult> Execute(QueryPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (!plan.Tables.SequenceEqual(Names, StringComparer.Ordinal))
            throw new ArgumentException("The plan was made for other tables; make it with Plan of these.", nameof(plan));

        // Other tables of the same names may lack what the plan asks for, or have it elsewhere.
        if (!Plan(plan.Query).IsLike(plan))
            throw new ArgumentException("The plan was made for tables of these names that have their measures or dimensions elsewhere; make it with Plan of these.", nameof(plan));

        // Of all tables, whatever the query reads of them: a reading must not depend on what is asked beside it.
        LocalDate? lastDay = _tables.Max(table => table.Facts.LastDay);
        Dictionary<Scan, ScanResult> results = new(ReferenceEqualityComparer.Instance);
        foreach (IGrouping<int, Scan> scans in plan.Scans.GroupBy(scan => scan.Table))
        {
            Scan[] own = [.. scans];
            foreach ((Scan scan, ScanResult result) in own.Zip(ScanRun.Execute(_tables[scans.Key].Facts, own, lastDay))) results.Add(scan, result);
        }

        return [.. plan.Scans.Select(scan => results[scan])];
    }
}
