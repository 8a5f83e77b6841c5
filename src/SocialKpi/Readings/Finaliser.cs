namespace SocialKpi;

/// <summary>Turns the merged states of one cell into readings. Nothing is merged after this, and nothing divided before.</summary>
internal sealed class Finaliser(QueryPlan plan)
{
    /// <summary>The reading of one KPI from the cell of every scan.</summary>
    public Reading Read(KpiPlan kpi, IReadOnlyList<Cell> cells, Timeframe? period, Segment segment)
    {
        Figure[] figures = new Figure[kpi.Leaves.Count];
        for (int i = 0; i < figures.Length; i++) figures[i] = FigureOf(kpi.Leaves[i], cells);

        Figure result = FormulaEvaluation.Evaluate(kpi.Kpi.Formula, figures);
        long rowsUsed = CoverageOf(kpi.OwnCoverage, cells).Used;
        return new Reading(kpi.Kpi, period ?? plan.Query.Timeframe, segment, result, () => Inputs(kpi, figures), rowsUsed, HasCaveats(kpi, cells, period) ? [.. Caveats(kpi, cells, period)] : [])
        {
            PeriodLabel = LabelOf(period),
        };
    }

    private string? LabelOf(Timeframe? period) => period is { } known ? plan.Query.Calendar.Label(known, plan.Query.Grain!.Value) : null;

    private Figure FigureOf(PlanSlot leaf, IReadOnlyList<Cell> cells)
    {
        Cell cell = cells[leaf.Scan];
        int rule = plan.Scans[leaf.Scan].States[leaf.Index].Rule;
        return cell.Coverage[rule].Absence is { } absence ? Figure.Absent(absence) : cell.States[leaf.Index].Finalise();
    }

    /// <summary>The inputs are made when they are asked for: most readings are never explained.</summary>
    private IReadOnlyList<ReadingInput> Inputs(KpiPlan kpi, Figure[] figures) =>
        [.. kpi.Leaves.Select((leaf, index) => Input(plan.Scans[leaf.Scan].States[leaf.Index].Measure, figures[index], leaf.Context))];

    private static ReadingInput Input(Measure measure, Figure figure, string? context)
    {
        Unit unit = measure.Unit == Unit.Money && figure.Currency is { } currency ? Unit.MoneyIn(currency) : measure.Unit;
        return new ReadingInput(measure, figure.Absence is null ? new Quantity(figure.Value, unit) : null, figure.Absence, context);
    }

    /// <summary>Most readings have none, and finding that out must cost next to nothing.</summary>
    private bool HasCaveats(KpiPlan kpi, IReadOnlyList<Cell> cells, Timeframe? period)
    {
        if (plan.Query.SumsIndependently || (period is not null && plan.Query.Timeframe != Timeframe.Always)) return true;
        foreach (PlanSlot slot in kpi.Coverage)
        {
            RowCoverage coverage = CoverageOf(slot, cells);
            if (coverage.Used != coverage.Rows) return true;
        }

        return kpi.Orphans is { } orphans && cells[0].States[orphans.Index].Rows > 0;
    }

    private IEnumerable<Caveat> Caveats(KpiPlan kpi, IReadOnlyList<Cell> cells, Timeframe? period)
    {
        foreach (PlanSlot slot in kpi.Coverage)
        {
            foreach (Caveat caveat in CaveatText.Of(CoverageOf(slot, cells), plan.Scans[slot.Scan].Rules[slot.Index], slot.Context)) yield return caveat;
        }

        if (plan.Query.SumsIndependently && kpi.Leaves.Count > 1)
            yield return CaveatText.SummedIndependently(kpi.Coverage.Select(slot => (plan.Scans[slot.Scan].Rules[slot.Index], CoverageOf(slot, cells).Used)));
        if (kpi.Orphans is { } orphans && cells[0].States[orphans.Index] is { Rows: > 0 } state)
            yield return CaveatText.NumeratorWithoutDenominator(plan.Scans[0].States[orphans.Index], state);
        if (period is { } whole && plan.Query.Timeframe.Intersect(whole) is { } part && part != whole)
            yield return CaveatText.PartialPeriod(LabelOf(period)!, part);
    }

    private static RowCoverage CoverageOf(PlanSlot slot, IReadOnlyList<Cell> cells) => cells[slot.Scan].Coverage[slot.Index];
}
