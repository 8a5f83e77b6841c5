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
        Volumes = [.. query.Minimums.Select(minimum => new PlanSlot(0, _scans[0].StateOf(new StateRequest(minimum.Measure, _scans[0].RuleOf(minimum.Measure))), Context: null))];
    }

    /// <summary>The query.</summary>
    public KpiQuery Query { get; }

    /// <summary>The passes over the facts; the first one makes the cells of the table, the others are contexts.</summary>
    public IReadOnlyList<Scan> Scans => _scans.AsReadOnly();

    internal IReadOnlyList<KpiPlan> Kpis { get; }

    /// <summary>Where the measure of each of the query's minimums is gathered.</summary>
    internal IReadOnlyList<PlanSlot> Volumes { get; }

    internal static QueryPlan Of(KpiQuery query) => new(query);

    private KpiPlan PlanOf(Kpi kpi, ScanShape shape)
    {
        List<PlanSlot> leaves = [];
        List<PlanSlot> coverage = [];
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
                    int scan = ScanOf(around);
                    int rule = _scans[scan].RuleOf(Query.SumsIndependently ? measure : kpi.Formula);
                    leaves.Add(new PlanSlot(scan, _scans[scan].StateOf(new StateRequest(measure, rule, term)), context));
                    PlanSlot counted = new(scan, rule, context);
                    if (!coverage.Contains(counted)) coverage.Add(counted);
                    break;
                case BinaryFormula binary:
                    // A product or quotient that is one part of a sum applies to rows of its own; beside a constant it is not a part.
                    bool isSum = binary.IsSum && binary.Left.HasMeasures && binary.Right.HasMeasures;
                    if (isPart && !binary.IsSum && !Query.SumsIndependently) term = term is null ? binary : term * binary;
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

    private int ScanOf(ScanShape shape)
    {
        int index = _scans.FindIndex(scan => scan.Shape.Equals(shape));
        if (index >= 0) return index;
        _scans.Add(new Scan(shape, Query));
        return _scans.Count - 1;
    }
}
