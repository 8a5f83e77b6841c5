using System.Collections.Concurrent;
using NodaTime;

namespace SocialKpi;

/// <summary>Turns the merged states of one cell into readings. Nothing is merged after this, and nothing divided before.</summary>
internal sealed class Finaliser(QueryPlan plan, IReadOnlyList<string> dimensions, LocalDate? lastDay, IReadOnlyList<TimeBasis>[] timeBases)
{
    private readonly Dictionary<KpiPlan, IReadOnlyList<int[]>> _moments =
        plan.Kpis.ToDictionary<KpiPlan, KpiPlan, IReadOnlyList<int[]>>(kpi => kpi, kpi => plan.MomentsOf(kpi, dimensions), ReferenceEqualityComparer.Instance);

    /// <summary>The KPIs of which some leaf is a stock.</summary>
    private readonly HashSet<KpiPlan> _haveStocks =
        new(plan.Kpis.Where(kpi => kpi.Leaves.Any(leaf => plan.Scans[leaf.Scan].States[leaf.Index].Measure.IsStock)), ReferenceEqualityComparer.Instance);

    private readonly Timeframe _horizon = plan.Query.Horizon;

    // What is the same for every segment of a period is worked out once.
    private readonly ConcurrentDictionary<Timeframe, string> _labels = new();
    private readonly ConcurrentDictionary<(int Scan, Timeframe Period), Timeframe?> _frames = new();

    /// <summary>What was asked for as a whole; a timeframe without end ends with what is read.</summary>
    private readonly Timeframe _asked = plan.Query.Timeframe.End is null ? plan.Query.Horizon : plan.Query.Timeframe;

    /// <summary>The reading of one KPI from the cell of every scan.</summary>
    /// <param name="kpi">What is read.</param>
    /// <param name="cells">The cell of every scan.</param>
    /// <param name="period">The period, or a stretch of several; null for the whole.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="isPeriod">Whether it is one of the query's periods, which have names in its calendar.</param>
    public Reading Read(KpiPlan kpi, IReadOnlyList<Cell> cells, Timeframe? period, Segment segment, bool isPeriod = true)
    {
        Figure[] figures = new Figure[kpi.Leaves.Count];
        Stock?[] stocks = StocksOf(kpi, cells, period);
        for (int i = 0; i < figures.Length; i++) figures[i] = FigureOf(kpi.Leaves[i], cells, stocks.Length == 0 ? null : stocks[i]);

        Figure result = FormulaEvaluation.Evaluate(kpi.Kpi.Formula, figures);
        if (BelowMinimum(kpi, cells) is { Length: > 0 } tooLittle && !(result.Absence == Absence.NoRows && tooLittle.All(minimum => minimum.Volume.Absence == Absence.NoRows)))
            return Suppressed(kpi, period, segment, [.. tooLittle.Select(minimum => CaveatText.BelowMinimum(minimum.Minimum, minimum.Volume.Absence))], isPeriod);
        long rowsUsed = kpi.OwnCoverage.Count > 0 ? OwnRows(kpi, cells) : kpi.Leaves.Zip(stocks).DistinctBy(pair => pair.First).Sum(pair => pair.Second!.UsedEntities);
        IReadOnlyList<Caveat> caveats = HasCaveats(kpi, cells, period) ? [.. Caveats(kpi, cells, period, stocks, isPeriod)] : [];
        return new Reading(kpi.Kpi, period ?? _asked, segment, result, new CellInputs(plan, kpi, figures), rowsUsed, caveats) { PeriodLabel = isPeriod ? LabelOf(period) : null };
    }

    /// <summary>The reading of a cell that holds too little to be shown: neither its figures nor its rows are.</summary>
    private Reading Suppressed(KpiPlan kpi, Timeframe? period, Segment segment, Caveat[] tooLittle, bool isPeriod)
    {
        Figure suppressed = Figure.Absent(Absence.Suppressed);
        return new Reading(kpi.Kpi, period ?? _asked, segment, suppressed, new CellInputs(plan, kpi, [.. kpi.Leaves.Select(_ => suppressed)]), 0, [.. tooLittle, .. PartialPeriod(period, isPeriod)])
        {
            PeriodLabel = isPeriod ? LabelOf(period) : null,
        };
    }

    /// <summary>Summed by hand: asking a lambda for it costs most readings more than all the rest.</summary>
    private static long OwnRows(KpiPlan kpi, IReadOnlyList<Cell> cells)
    {
        long rows = 0;
        for (int i = 0; i < kpi.OwnCoverage.Count; i++) rows += CoverageOf(kpi.OwnCoverage[i], cells).Used;
        return rows;
    }

    /// <summary>Which of the query's minimums are not held where the KPI is read, or not known to be, and how much is held.</summary>
    private (MinimumVolume Minimum, Figure Volume)[] BelowMinimum(KpiPlan kpi, IReadOnlyList<Cell> cells) => kpi.Volumes.Count == 0
        ? []
        : [.. plan.Query.Minimums.Zip(kpi.Volumes, (minimum, slot) => (Minimum: minimum, Volume: FigureOf(slot, cells, stock: null)))
            .Where(pair => pair.Volume.Absence is not null || pair.Volume.Value < pair.Minimum.Amount)];

    private string? LabelOf(Timeframe? period) => period is { } known ? _labels.GetOrAdd(known, _ => plan.Query.Calendar.Label(known, plan.Query.Grain!.Value)) : null;

    private Figure FigureOf(PlanSlot leaf, IReadOnlyList<Cell> cells, Stock? stock)
    {
        Cell cell = cells[leaf.Scan];
        int rule = RequestOf(leaf).Rule;
        return cell.CoverageAt(rule).Absence is { } absence ? Figure.Absent(absence) : stock?.Figure() ?? cell.StateAt(leaf.Index).Finalise();
    }

    /// <summary>What the cell knows of each leaf that is a stock; those that are compared with each other are paired. Empty where none is one.</summary>
    private Stock?[] StocksOf(KpiPlan kpi, IReadOnlyList<Cell> cells, Timeframe? period)
    {
        if (!_haveStocks.Contains(kpi)) return [];
        Stock?[] stocks = new Stock?[kpi.Leaves.Count];
        for (int i = 0; i < stocks.Length; i++)
        {
            PlanSlot leaf = kpi.Leaves[i];
            if (cells[leaf.Scan].StateAt(leaf.Index) is SnapshotState state)
                stocks[i] = new Stock(RequestOf(leaf).Measure, leaf.Context, state, FrameOf(leaf.Scan, period), lastDay);
        }

        foreach ((int leaf, PlanSlot slot) in kpi.Lists) stocks[leaf]!.Replace((SnapshotState)cells[slot.Scan].StateAt(slot.Index));
        foreach ((int leaf, PlanSlot slot) in kpi.Owners) stocks[leaf]!.Expect((DistinctState)cells[slot.Scan].StateAt(slot.Index));
        foreach (int[] moments in _moments[kpi]) Stock.Pair([.. moments.Select(leaf => stocks[leaf]!)]);
        return stocks;
    }

    /// <summary>Where a cell stands in a scan; no period is always.</summary>
    private Timeframe? FrameOf(int scan, Timeframe? period) => _frames.GetOrAdd((scan, period ?? Timeframe.Always), _ => plan.Scans[scan].OwnFrameOf(period, lastDay));

    private StateRequest RequestOf(PlanSlot leaf) => plan.Scans[leaf.Scan].States[leaf.Index];

    /// <summary>Most readings have none, and finding that out must cost next to nothing.</summary>
    private bool HasCaveats(KpiPlan kpi, IReadOnlyList<Cell> cells, Timeframe? period)
    {
        if (plan.Query.SumsIndependently || (period is not null && _horizon != Timeframe.Always) || _asked != _horizon) return true;
        foreach (PlanSlot slot in kpi.Coverage)
        {
            RowCoverage coverage = CoverageOf(slot, cells);
            if (coverage.Used != coverage.Rows || coverage.Young > 0) return true;
        }

        foreach (PlanSlot leaf in kpi.Leaves)
        {
            if (cells[leaf.Scan].StateAt(leaf.Index) is SnapshotState or UniqueState { IsGross: true }) return true;
        }

        if (HasMixedTimeBasis(kpi)) return true;
        return kpi.Orphans is { } orphans && cells[orphans.Scan].StateAt(orphans.Index).Rows > 0;
    }

    private IEnumerable<Caveat> Caveats(KpiPlan kpi, IReadOnlyList<Cell> cells, Timeframe? period, Stock?[] stocks, bool isPeriod)
    {
        // Measures that are summed independently may each say the same of the same rows.
        foreach (Caveat caveat in kpi.Coverage.SelectMany(slot => CaveatText.Of(CoverageOf(slot, cells), plan.Scans[slot.Scan].Rules[slot.Index], Where(slot))).Distinct())
            yield return caveat;

        foreach (PlanSlot leaf in kpi.Leaves.Distinct())
        {
            if (cells[leaf.Scan].StateAt(leaf.Index) is UniqueState { IsGross: true } people) yield return CaveatText.GrossPeople(RequestOf(leaf).Measure, people, leaf.Context);
        }

        IEnumerable<Stock> different = kpi.Leaves.Zip(stocks).DistinctBy(pair => pair.First).Select(pair => pair.Second).OfType<Stock>();
        foreach (Caveat caveat in StockCaveats.Of([.. different])) yield return caveat;
        if (plan.Query.SumsIndependently && kpi.Coverage.Count > 0 && kpi.Leaves.Count > 1)
            yield return CaveatText.SummedIndependently(kpi.Coverage.Select(slot => (plan.Scans[slot.Scan].Rules[slot.Index], CoverageOf(slot, cells).Used)));
        if (kpi.Orphans is { } orphans && cells[orphans.Scan].StateAt(orphans.Index) is { Rows: > 0 } state)
            yield return CaveatText.NumeratorWithoutDenominator(RequestOf(orphans), state);
        if (HasMixedTimeBasis(kpi)) yield return CaveatText.MixedTimeBasis;
        foreach (Caveat caveat in PartialPeriod(period, isPeriod)) yield return caveat;
    }

    /// <summary>Whether figures of a period meet figures so far of what was published in it. A stock is of its moment whatever else.</summary>
    private bool HasMixedTimeBasis(KpiPlan kpi)
    {
        TimeBasis? first = null;
        foreach (PlanSlot slot in kpi.Coverage)
        {
            foreach (TimeBasis basis in timeBases[slot.Scan])
            {
                first ??= basis;
                if (basis != first) return true;
            }
        }

        return false;
    }

    private IEnumerable<Caveat> PartialPeriod(Timeframe? period, bool isPeriod)
    {
        Timeframe whole = period ?? _asked;
        if (_horizon.Intersect(whole) is { } part && part != whole)
            yield return CaveatText.PartialPeriod((isPeriod ? LabelOf(period) : null) ?? whole.ToString(), part);
    }

    /// <summary>Which rows a caveat speaks of: of which table, where there are several, and in which context.</summary>
    private string? Where(PlanSlot slot)
    {
        if (plan.Tables.Count == 1) return slot.Context;
        string table = plan.Tables[plan.Scans[slot.Scan].Table];
        return slot.Context is null ? table : $"{table}, {slot.Context}";
    }

    private static RowCoverage CoverageOf(PlanSlot slot, IReadOnlyList<Cell> cells) => cells[slot.Scan].CoverageAt(slot.Index);
}
