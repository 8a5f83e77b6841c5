using System.Globalization;

namespace SocialKpi;

/// <summary>
/// Answers one query from facts that come in parts: chunk after chunk on one machine, or parts that others gathered and sent as
/// bytes. It keeps the mergeable states of the cells and nothing of the rows, so its memory grows with the groups, not with the rows
/// (medians and distinct ids grow with their different values). Parts in any number and order give the same table as all rows at once.
/// </summary>
/// <remarks>
/// Mutable, and not safe for several threads at once: give each thread its own, then merge them. A key with its rule for
/// duplicates holds within each part only; rows that two parts share count twice, so split rows in such a way that a key stays in one part.
/// </remarks>
public sealed class Aggregator
{
    private readonly QueryPlan _plan;
    private readonly ScanMerge[] _scans;
    private Int128 _rows;

    /// <summary>An aggregator for a query of one table of facts.</summary>
    /// <exception cref="ArgumentException">The query is <see cref="KpiQuery.Every"/>: parts might feed different KPIs.</exception>
    /// <exception cref="DefinitionException">The query's options do not go together; all issues are listed.</exception>
    public Aggregator(KpiQuery query)
        : this((query ?? throw new ArgumentNullException(nameof(query))).Plan())
    {
    }

    /// <summary>An aggregator for a plan, of one table of facts or of several: <c>new Aggregator(tables.Plan(query))</c>.</summary>
    /// <exception cref="ArgumentException">The query is <see cref="KpiQuery.Every"/>: parts might feed different KPIs.</exception>
    public Aggregator(QueryPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Query.IsSelective) throw new ArgumentException("The query asks for every KPI that facts can feed, and parts might feed different ones. Name the KPIs with KpiQuery.Of.", nameof(plan));
        _plan = plan;
        _scans = [.. plan.Scans.Select(scan => new ScanMerge(scan))];
    }

    /// <summary>What is asked.</summary>
    public KpiQuery Query => _plan.Query;

    /// <summary>Reads some facts and adds what they hold. The facts are not needed afterwards: memory that they borrow may change.</summary>
    /// <exception cref="DefinitionException">The facts lack a measure, dimension or time that the query needs; all are listed, and nothing was added.</exception>
    /// <exception cref="ArgumentException">The facts are of other tables than the plan, or gathered other states than it asks for; nothing was added.</exception>
    public void Add(FactSource facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        IReadOnlyList<ScanResult> results = facts.Execute(_plan);
        if (PlanFit.Problem(_plan, results) is { } problem) throw new ArgumentException(problem, nameof(facts));
        Merge(results, TooManyRows(nameof(facts)));
    }

    /// <summary>Adds what another aggregator of the same query holds.</summary>
    /// <exception cref="ArgumentException">The other answers another query; nothing was added.</exception>
    public void Merge(Aggregator other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!other._plan.IsLike(_plan)) throw OtherQuery(nameof(other));
        Merge(other.Results(), TooManyRows(nameof(other)));
    }

    /// <summary>Adds what a table that answers the same query holds.</summary>
    /// <exception cref="ArgumentException">The table answers another query; nothing was added.</exception>
    public void Merge(KpiTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (!table.Plan.IsLike(_plan)) throw OtherQuery(nameof(table));
        Merge(table.Results, TooManyRows(nameof(table)));
    }

    /// <summary>Adds what an aggregator of the same query wrote, in this process or another.</summary>
    /// <exception cref="StatesException">
    /// The bytes are not states of this query, were changed or cut off, or count more rows than there can be; nothing was added.
    /// </exception>
    public void Merge(ReadOnlySpan<byte> states) =>
        Merge(StatesForm.Read(_plan, states), () => new StatesException(0, $"with what is here already they count more rows than there can be, {MostRows}; leave out what was not written from rows"));

    /// <summary>
    /// What it holds as bytes, to be merged elsewhere by an aggregator of the same query. The same rows give the same bytes, however
    /// they were split. The bytes name their version and query and end with a hash.
    /// </summary>
    public byte[] ToStates() => StatesForm.Write(_plan, Results());

    /// <summary>The answer from all that was added so far; more can be added afterwards.</summary>
    /// <exception cref="DefinitionException">The query's options do not fit what was gathered, as for <see cref="KpiTable.From(QueryPlan, IReadOnlyList{ScanResult})"/>.</exception>
    public KpiTable Result() => KpiTable.From(_plan, Results());

    private static string MostRows => long.MaxValue.ToString(CultureInfo.InvariantCulture);

    private static ArgumentException OtherQuery(string name) =>
        new("It answers another query, or comes from other tables of facts; only answers to the same query from the same tables merge.", name);

    private ScanResult[] Results() => [.. _scans.Select(scan => scan.Result())];

    private static Func<Exception> TooManyRows(string name) => () => new ArgumentException($"With what is here already it counts more rows than there can be, {MostRows}.", name);

    /// <summary>Adds all of it or, when something throws, nothing.</summary>
    private void Merge(IReadOnlyList<ScanResult> results, Func<Exception> tooManyRows)
    {
        // As long as all rows together can be counted, so can those of any cell or total.
        Int128 rows = results.Aggregate(_rows, (sum, result) => sum + result.Source.MostRows);
        if (rows > long.MaxValue) throw tooManyRows();
        for (int i = 0; i < _scans.Length; i++) _scans[i].Add(results[i]);
        _rows = rows;
    }
}
