namespace SocialKpi;

/// <summary>
/// A query worked out into scans: what a source must gather, cell by cell, so that merging and dividing can follow.
/// Sources only gather states; they never divide.
/// </summary>
public sealed class QueryPlan
{
    private readonly List<Scan> _scans = [];
    private readonly Func<Measure, int> _tableOf;
    private readonly Func<int, string, bool> _hasDimension;

    private QueryPlan(KpiQuery query, IReadOnlyList<string> tables, Func<Measure, int> tableOf, Func<int, string, bool> hasDimension)
    {
        (Query, Tables, _tableOf, _hasDimension) = (query, tables, tableOf, hasDimension);
        Scans = _scans.AsReadOnly();
        ScanShape shape = new(query.Dimensions, query.Filters, []);
        CellScans = [.. TablesOfCells(shape).Select(table => ScanOf(table, shape))];
        KpiPlan[] kpis = [.. query.Kpis.Select(kpi => PlanOf(kpi, shape))];
        Kpis = [.. kpis.Select(plan => plan with { Volumes = VolumesOf(plan.Kpi, shape) })];
    }

    /// <summary>The query.</summary>
    public KpiQuery Query { get; }

    /// <summary>The passes over the facts. The first ones, one for each table of facts, make the cells of the answer; the others are contexts.</summary>
    public IReadOnlyList<Scan> Scans { get; }

    /// <summary>The names of the tables of facts that feed it; one without a name where there is only one.</summary>
    public IReadOnlyList<string> Tables { get; }

    /// <summary>The indices of the scans that make the cells of the answer.</summary>
    internal IReadOnlyList<int> CellScans { get; }

    internal IReadOnlyList<KpiPlan> Kpis { get; }

    internal static QueryPlan Of(KpiQuery query) => new(query, [""], _ => 0, (_, _) => false);

    /// <summary>The plan over several tables of facts, of which each measure is in one, and which have dimensions of their own.</summary>
    internal static QueryPlan Of(KpiQuery query, IReadOnlyList<string> tables, Func<Measure, int> tableOf, Func<int, string, bool> hasDimension) =>
        new(query, tables, tableOf, hasDimension);

    /// <summary>Whether results of this plan merge with those of another: the same query over the same tables, each of which has the same of what it asks.</summary>
    internal bool IsLike(QueryPlan other) => other.Query == Query && other.Tables.SequenceEqual(Tables, StringComparer.Ordinal)
        && other.Scans.Count == Scans.Count && other.Scans.Zip(Scans).All(pair => pair.First.IsLike(pair.Second));

    /// <summary>The tables of which some measure is read by all dimensions and filters: their rows make cells. A table read across a dimension alone need not have it.</summary>
    private int[] TablesOfCells(ScanShape shape)
    {
        (Measure Measure, ScanShape Shape)[] leaves = [.. Query.Kpis.SelectMany(kpi => LeavesIn(kpi.Formula, shape)), .. Query.Minimums.Select(minimum => (minimum.Measure, shape))];
        int[] own = [.. leaves.Where(leaf => (leaf.Shape with { Windows = [] }).Equals(shape)).Select(leaf => _tableOf(leaf.Measure)).Distinct().Order()];
        return own.Length > 0 ? own : [.. leaves.Select(leaf => _tableOf(leaf.Measure)).Distinct().Order()];
    }

    private static IEnumerable<(Measure Measure, ScanShape Shape)> LeavesIn(Formula formula, ScanShape around) => formula switch
    {
        Measure measure => [(measure, around)],
        BinaryFormula binary => [.. LeavesIn(binary.Left, around), .. LeavesIn(binary.Right, around)],
        ContextFormula context => LeavesIn(context.Inner, context.Context.Widen(around)),
        _ => [],
    };

    /// <summary>
    /// Where the query's minimums are judged: in the cell itself, or at the other time of a KPI that reads nothing else. A moment, such as the
    /// start of the period, has no volume. One that looks across a dimension is judged in the cell, whether the query is by it or not.
    /// </summary>
    private PlanSlot[] VolumesOf(Kpi kpi, ScanShape own)
    {
        ScanShape[] read = [.. LeavesIn(kpi.Formula, own).Select(leaf => leaf.Shape).Distinct()];
        bool isElsewhere = !kpi.Formula.AcrossDimensions.Any() && read is [var only] && (only with { Windows = [] }).Equals(own) && !only.Windows.Contains(Context.Opening);
        ScanShape shape = isElsewhere ? read[0] : own;
        return [.. Query.Minimums.Select(minimum => VolumeOf(minimum.Measure, ScanOf(_tableOf(minimum.Measure), shape)))];
    }

    private PlanSlot VolumeOf(Measure measure, int scan) => new(scan, _scans[scan].StateOf(new StateRequest(measure, _scans[scan].RuleOf(measure))), Context: null);

    private KpiPlan PlanOf(Kpi kpi, ScanShape shape)
    {
        List<PlanSlot> leaves = [];
        List<PlanSlot> coverage = [];
        List<(int Leaf, PlanSlot Slot)> lists = [];
        Collect(kpi.Formula, shape, context: null, term: null, isPart: false);

        PlanSlot? orphans = null;
        if (CountRatio.Of(kpi.Formula) is { } ratio && !Query.SumsIndependently && kpi.Formula.Leaves().Select(_tableOf).Distinct().Count() == 1)
        {
            int scan = ScanOf(_tableOf(kpi.Formula.Leaves().First()), shape);
            Measure numerator = ratio.Numerator as Measure ?? Measure.Sum("numerator_without_denominator", Unit.Number, ratio.Numerator);
            orphans = new PlanSlot(scan, _scans[scan].StateOf(new StateRequest(numerator, _scans[scan].RuleOf(kpi.Formula), WhereZero: ratio.Denominator)), Context: null);
        }

        return new KpiPlan(kpi, leaves, coverage, orphans, lists, OwnersOf(leaves));

        void Collect(Formula formula, ScanShape around, string? context, Formula? term, bool isPart)
        {
            switch (formula)
            {
                case Measure measure:
                    bool isStock = measure.IsStock;
                    int table = _tableOf(measure);
                    int scan = ScanOf(table, isStock ? StockShape(measure, around) : around);
                    int rule = _scans[scan].RuleOf(Query.SumsIndependently || isStock ? measure : FlowsOf(kpi.Formula, table)!);
                    if (measure.PartDimensions is { Count: > 0 } parts) lists.Add((leaves.Count, ListsOf(measure, parts.Aggregate(around, (shape, part) => shape.Without(part)), context)));
                    leaves.Add(new PlanSlot(scan, _scans[scan].StateOf(new StateRequest(measure, rule, isStock || term is null ? null : FlowsOf(term, table))), context));
                    PlanSlot counted = new(scan, rule, context);
                    if (!isStock && !coverage.Contains(counted)) coverage.Add(counted);
                    break;
                case BinaryFormula binary:
                    // A product or quotient that is one part of a sum applies to rows of its own; a constant beside it does not change what it is a part of.
                    bool arePartsOfSum = binary.IsSum && (isPart || (binary.Left.HasMeasures && binary.Right.HasMeasures));
                    if (isPart && !binary.IsSum && !Query.SumsIndependently) term = term is null ? binary : term * binary;
                    Collect(binary.Left, around, context, term, arePartsOfSum);
                    Collect(binary.Right, around, context, term, arePartsOfSum);
                    break;
                case ContextFormula inContext:
                    string words = inContext.Context.Describe();
                    Collect(inContext.Inner, inContext.Context.Widen(around), context is null ? words : $"{context}, {words}", term, isPart);
                    break;
            }
        }
    }

    /// <summary>Where all parts of each whole are gathered, whatever parts a cell holds: only by them can be told that a later list has left one out.</summary>
    private PlanSlot ListsOf(Measure measure, ScanShape around, string? context)
    {
        int scan = ScanOf(_tableOf(measure), StockShape(measure, around));
        return new PlanSlot(scan, _scans[scan].StateOf(new StateRequest(measure, _scans[scan].RuleOf(measure))), context);
    }

    /// <summary>
    /// Where the entities with rows in another table are gathered, for each stock that it meets: an account with posts, of which
    /// nobody recorded the followers, has no row that could say so. Rows of more than the stock reads, across a dimension, say nothing.
    /// </summary>
    private List<(int Leaf, PlanSlot Slot)> OwnersOf(List<PlanSlot> leaves)
    {
        List<(int Leaf, PlanSlot Slot)> owners = [];
        for (int i = 0; i < leaves.Count; i++)
        {
            if (StateOf(leaves[i]).Measure is not { IsStock: true, Per: [var entity], Conditions.Count: 0 }) continue;
            Scan stock = _scans[leaves[i].Scan];
            foreach (PlanSlot leaf in leaves)
            {
                Scan flow = _scans[leaf.Scan];
                StateRequest request = StateOf(leaf);
                if (request.Measure.IsStock || flow.Table == stock.Table || !_hasDimension(flow.Table, entity)) continue;
                if (stock.Dimensions.Except(flow.Dimensions).Any() || stock.Filters.Except(flow.Filters).Any()) continue;
                owners.Add((i, new PlanSlot(leaf.Scan, flow.StateOf(new StateRequest(Measure.Distinct("entities_with_rows", of: entity), request.Rule)), leaf.Context)));
            }
        }

        return [.. owners.Distinct()];
    }

    /// <summary>
    /// The part of a formula that says which rows of a table are read: those on which every measure of it that the table has is known.
    /// A stock is not read row by row and has no say in it.
    /// </summary>
    private Formula? FlowsOf(Formula formula, int table) => formula.PartOf(measure => !measure.IsStock && _tableOf(measure) == table);

    /// <summary>
    /// The leaves that read one stock at several moments: only what is known at all of them can be compared. A grouping that the
    /// cells do not have is not dropped there, so that a total is compared as the whole is.
    /// </summary>
    internal IReadOnlyList<int[]> MomentsOf(KpiPlan kpi, IReadOnlyList<string> dimensions) =>
    [
        .. Enumerable.Range(0, kpi.Leaves.Count)
            .Where(leaf => StateOf(kpi.Leaves[leaf]).Measure.IsStock)
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

    private int ScanOf(int table, ScanShape shape)
    {
        int index = _scans.FindIndex(scan => scan.Table == table && scan.Shape.Equals(shape));
        if (index >= 0) return index;
        _scans.Add(new Scan(table, shape, Query));
        return _scans.Count - 1;
    }
}
