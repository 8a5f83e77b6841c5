namespace SocialKpi;

/// <summary>One side of a comparison: what a table reads of a KPI, for one of its periods or for all of them.</summary>
/// <param name="Table">The table.</param>
/// <param name="Kpi">The KPI, or the same one in a context.</param>
/// <param name="Period">The period; null for all of them together.</param>
internal sealed record DriverSide(KpiTable Table, Kpi Kpi, Timeframe? Period)
{
    public Reading Total => Period is { } period ? Table[Kpi, period] : Table[Kpi];

    /// <summary>The segments that the table names there, in its order.</summary>
    public IEnumerable<Segment> Segments => (Period, Table.Query.Grain) switch
    {
        ({ } period, _) => Table.Rows.Where(row => row.Period == period).Select(row => row.Segment),
        (null, null) => Table.Rows.Select(row => row.Segment),
        _ => Table.SegmentTotals.Select(row => row.Segment),
    };

    public Reading Of(Segment segment) => Period is { } period ? Table[Kpi, period, segment] : Table[Kpi, segment];

    /// <exception cref="ArgumentException">The table is by no dimension.</exception>
    public void CheckSegments(string argument)
    {
        if (Table.Query.Dimensions.Count == 0)
            throw new ArgumentException("The query is by no dimension, so it has no segments. Ask for some with By(\"platform\"), for instance.", argument);
    }

    /// <summary>Why the segments of the table have no parts that add up to its total; null when they do.</summary>
    public string? Problem()
    {
        foreach (Measure measure in Kpi.Formula.Measures)
        {
            if (ProblemOf(measure) is { } problem) return problem;
        }

        string? across = Kpi.Formula.AcrossDimensions.FirstOrDefault(dimension => Table.Query.Dimensions.Contains(dimension, StringComparer.Ordinal));
        return across is null ? null
            : $"it reads across all {across}, which is the same for every {across}; the readings of the segments are their parts already, or ask by another dimension";
    }

    private string? ProblemOf(Measure measure) => measure.Aggregation switch
    {
        { AddsUp: true } => null,
        SnapshotAggregation stock => Table.SharedEntity(measure) is { } entity
            ? $"{measure.Id} is a stock, and {string.Join(" and ", stock.Per)} {entity} is in more than one segment with it, so the segments do not add up to the total; ask by {stock.Per[0]}, or by what never changes of one"
            : null,
        UniqueAggregation => $"{measure.Id} counts people, who may be in several segments, so segments never add up to the total; ask for a measure that adds up, such as impressions",
        DistinctAggregation => $"{measure.Id} counts different {measure.Dimension}, which may be in several segments, so segments never add up to the total; ask for a measure that adds up",
        MeanAggregation => $"{measure.Id} is a mean of rows, of which only the figure is known here; define it as a sum divided by a count, which has parts",
        _ => $"{measure.Id} is a {measure.Aggregation}, which has no parts that add up; compare the segments' own readings instead",
    };
}
