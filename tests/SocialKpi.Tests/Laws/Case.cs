namespace SocialKpi.Tests.Laws;

/// <summary>Tables and a query on them: what the laws of the engine are about.</summary>
internal sealed record Case(IReadOnlyList<NaiveTable> Tables, KpiQuery Query)
{
    public IReadOnlyList<NaiveRow> Rows => [.. Tables.SelectMany(table => table.Rows)];

    public Naive Naive => new(Rows, Query);

    /// <summary>The engine's answer: each table read alone, then merged.</summary>
    public KpiTable Read() => Read(Query);

    public KpiTable Read(KpiQuery query) => Tables.Select(table => table.ToFacts().Read(query)).Aggregate((a, b) => a.Merge(b));

    public override string ToString() => $"""

        kpis: {string.Join("; ", Query.Kpis.Select(kpi => $"{kpi.Id} = {kpi.Formula} in {kpi.Unit}"))}
        measures: {string.Join("; ", Query.Kpis.SelectMany(kpi => kpi.Formula.Measures).Distinct().Where(m => m.Aggregation != Aggregation.Sum || !m.IsRecorded).Select(m => $"{m.Id} = {m.Aggregation.Definition} of {(object?)m.RowValue ?? m.Id} where {string.Join(" and ", m.Conditions)}"))}
        grain: {Query.Grain}, by: {string.Join(", ", Query.Dimensions)}, filters: {string.Join(" and ", Query.Filters)}, during: {Query.Timeframe}, as of: {Query.AsOfDay?.ToString("R", System.Globalization.CultureInfo.InvariantCulture)}, independently: {Query.SumsIndependently}, {string.Join(" and ", Query.Minimums)}
        {string.Join('\n', Tables)}
        """;
}
