namespace SocialKpi;

/// <summary>The figures of the measures of a formula, as a cell held them.</summary>
internal sealed class CellInputs(QueryPlan plan, KpiPlan kpiPlan, Figure[] figures) : InputSource
{
    public override ReportingCalendar Calendar => plan.Query.Calendar;

    public override IReadOnlyList<ReadingInput> Inputs(Kpi kpi) =>
        [.. kpiPlan.Leaves.Zip(figures, (leaf, figure) => Input(plan.Scans[leaf.Scan].States[leaf.Index].Measure, figure, leaf.Context))];

    private static ReadingInput Input(Measure measure, Figure figure, string? context)
    {
        Unit unit = measure.Unit == Unit.Money && figure.Currency is { } currency ? Unit.MoneyIn(currency) : measure.Unit;
        return new ReadingInput(measure, figure.Absence is null ? new Quantity(figure.Value, unit) : null, figure.Absence, context);
    }
}
