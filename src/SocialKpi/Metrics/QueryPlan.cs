namespace SocialKpi;

/// <summary>
/// A query worked out into scans: what a source must gather, cell by cell, so that merging and dividing can follow.
/// Sources only gather states; they never divide.
/// </summary>
public sealed class QueryPlan
{
    private readonly List<Scan> _scans = [];

    private QueryPlan(KpiQuery query)
    {
        Query = query;
        ScanShape shape = new(query.Dimensions, query.Filters, []);
        _ = ScanOf(shape);
        Kpis = [.. query.Kpis.Select(kpi => PlanOf(kpi, shape))];
    }

    /// <summary>The query.</summary>
    public KpiQuery Query { get; }

    /// <summary>The passes over the facts; the first one makes the cells of the table, the others are contexts.</summary>
    public IReadOnlyList<Scan> Scans => _scans.AsReadOnly();

    internal IReadOnlyList<KpiPlan> Kpis { get; }

    internal static QueryPlan Of(KpiQuery query) => new(query);

    private KpiPlan PlanOf(Kpi kpi, ScanShape shape)
    {
        List<PlanSlot> leaves = [];
        List<PlanSlot> coverage = [];

        // A stock is not read row by row: it has no say in which rows the others read.
        Formula? flows = kpi.Formula.PartOf(measure => measure.Per is null);
        Collect(kpi.Formula, shape, context: null, term: null, isPart: false);

        PlanSlot? orphans = null;
        if (CountRatio.Of(kpi.Formula) is { } ratio && !Query.SumsIndependently)
        {
            Measure numerator = ratio.Numerator as Measure ?? Measure.Sum("numerator_without_denominator", Unit.Number, ratio.Numerator);
            orphans = new PlanSlot(0, _scans[0].StateOf(new StateRequest(numerator, _scans[0].RuleOf(kpi.Formula), WhereZero: ratio.Denominator)), Context: null);
        }

        return new KpiPlan(kpi, leaves, coverage, orphans);

        void Collect(Formula formula, ScanShape around, string? context, Formula? term, bool isPart)
        {
            switch (formula)
            {
                case Measure measure:
                    bool isStock = measure.Per is not null;
                    int scan = ScanOf(isStock ? StockShape(measure, around) : around);
                    int rule = _scans[scan].RuleOf(Query.SumsIndependently || isStock ? measure : flows!);
                    leaves.Add(new PlanSlot(scan, _scans[scan].StateOf(new StateRequest(measure, rule, isStock ? null : term)), context));
                    PlanSlot counted = new(scan, rule, context);
                    if (!isStock && !coverage.Contains(counted)) coverage.Add(counted);
                    break;
                case BinaryFormula binary:
                    // A product or quotient that is one part of a sum applies to rows of its own; beside a constant it is not a part.
                    bool isSum = binary.IsSum && binary.Left.HasMeasures && binary.Right.HasMeasures;
                    if (isPart && !binary.IsSum && !Query.SumsIndependently && binary.PartOf(measure => measure.Per is null) is { } product) term = term is null ? product : term * product;
                    Collect(binary.Left, around, context, term, isSum);
                    Collect(binary.Right, around, context, term, isSum);
                    break;
                case ContextFormula inContext:
                    string words = inContext.Context.Describe();
                    Collect(inContext.Inner, inContext.Context.Widen(around), context is null ? words : $"{context}, {words}", term, isPart);
                    break;
            }
        }
    }

    /// <summary>
    /// The leaves that read one stock at several moments: only what is known at all of them can be compared. A grouping that the
    /// cells do not have is not dropped there, so that a total is compared as the whole is.
    /// </summary>
    internal IReadOnlyList<int[]> MomentsOf(KpiPlan kpi, IReadOnlyList<string> dimensions) =>
    [
        .. Enumerable.Range(0, kpi.Leaves.Count)
            .Where(leaf => StateOf(kpi.Leaves[leaf]).Measure.Per is not null)
            .GroupBy(leaf => (StateOf(kpi.Leaves[leaf]).Measure, _scans[kpi.Leaves[leaf].Scan].Shape.Rows(dimensions)))
            .Where(same => same.Select(leaf => kpi.Leaves[leaf].Scan).Distinct().Count() > 1)
            .Select(same => same.ToArray()),
    ];

    private StateRequest StateOf(PlanSlot leaf) => _scans[leaf.Scan].States[leaf.Index];

    /// <summary>A stock looks back from where its cell ends; over everything there is nothing to look back to.</summary>
    private ScanShape StockShape(Measure measure, ScanShape around)
    {
        bool isEverything = Query.Grain is null && Query.Timeframe == Timeframe.Always && around.Windows.Count == 0;
        return isEverything ? around : around.In(new StockContext(((SnapshotAggregation)measure.Aggregation).StaleAfterDays));
    }

    private int ScanOf(ScanShape shape)
    {
        int index = _scans.FindIndex(scan => scan.Shape.Equals(shape));
        if (index >= 0) return index;
        _scans.Add(new Scan(shape, Query));
        return _scans.Count - 1;
    }
}
