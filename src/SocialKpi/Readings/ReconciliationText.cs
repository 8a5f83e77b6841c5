using System.Globalization;

namespace SocialKpi;

/// <summary>Writes what comparing two sources gave.</summary>
internal static class ReconciliationText
{
    public static string ReasonOf(ReconciledReading cell) => cell.Outcome switch
    {
        ReconciliationOutcome.AbsentInFirst => cell.First!.Absence!.Value.Describe(),
        ReconciliationOutcome.AbsentInSecond => cell.Second!.Absence!.Value.Describe(),
        ReconciliationOutcome.AbsentInBoth => string.Join(" and ", new[] { cell.First, cell.Second }.Select(reading => (reading?.Absence ?? Absence.NoRows).Describe()).Distinct()),
        ReconciliationOutcome.Incomparable when cell.First!.Kpi != cell.Second!.Kpi => $"definitions {cell.First.Kpi.Hash[..12]} and {cell.Second.Kpi.Hash[..12]}",
        ReconciliationOutcome.Incomparable => $"{cell.First!.Unit} and {cell.Second!.Unit}",
        ReconciliationOutcome.Differs => string.Join("; ", new[]
        {
            GrossOf("first", cell.First!, "second", cell.Second!) ?? GrossOf("second", cell.Second!, "first", cell.First!),
            PartialOf("first", cell.First!, cell.Second!),
            PartialOf("second", cell.Second!, cell.First!),
        }.OfType<string>()),
        _ => "",
    };

    public static string Shape(KpiQuery query)
    {
        string[] parts = [.. query.Grain is { } grain ? [$"by {MachineText.Code(grain)}"] : (string[])[], .. query.Dimensions.Select(dimension => $"by {dimension}")];
        return parts.Length == 0 ? "of the whole" : string.Join(" and ", parts);
    }

    public static Grid Table(Reconciliation reconciliation)
    {
        List<GridColumn> columns = [];
        if (reconciliation.Grain is { } grain) columns.Add(new GridColumn(MachineText.Code(grain)));
        columns.AddRange(reconciliation.Dimensions.Select(dimension => new GridColumn(dimension)));
        Grid table = new([.. columns, new("KPI"), new("first", true), new("second", true), new("difference", true), new("ratio", true), new("outcome", HasSentences: true)]);
        foreach (ReconciledReading cell in reconciliation.Cells) table.Add(Row(reconciliation, cell));
        bool isFirst = true;
        foreach (ReconciledReading total in reconciliation.Totals)
        {
            _ = isFirst ? table.AddAfterRule(Row(reconciliation, total)) : table.Add(Row(reconciliation, total));
            isFirst = false;
        }

        return table;
    }

    public static string Summary(Reconciliation reconciliation)
    {
        string cells = Agreeing(reconciliation.Cells, "cell");
        return reconciliation.Totals.Count == 0 ? $"{cells} agree" : $"{cells} and {Agreeing(reconciliation.Totals, "total")} agree";
    }

    private static string[] Row(Reconciliation reconciliation, ReconciledReading cell)
    {
        List<string> labels = [];
        if (reconciliation.Grain is not null) labels.Add(cell.Period is { } period ? reconciliation.LabelOf(period) : TableLabels.All);
        labels.AddRange(reconciliation.Dimensions.Select(dimension => cell.Segment.Names(dimension) ? Segment.Named(cell.Segment[dimension]) : TableLabels.All));
        string outcome = Describe(cell.Outcome), reason = cell.Reason;
        return
        [
            .. labels, cell.Kpi.ShortName, Write(cell.First), Write(cell.Second),
            cell.Difference?.ToString(null, CultureInfo.InvariantCulture) ?? "",
            cell.Ratio?.ToString("#,0.0000", CultureInfo.InvariantCulture) ?? "",
            reason.Length == 0 ? outcome : $"{outcome} ({reason})",
        ];
    }

    /// <summary>People counted more than once explain a difference, as far as the other figure lies within what the true one can be.</summary>
    private static string? GrossOf(string name, Reading gross, string otherName, Reading other) => gross.Bounds is { } bounds && bounds.Contains(other.Value)
        ? $"{name} is gross: {Write(bounds.Lower, gross.Unit)} to {Write(bounds.Upper, gross.Unit)}, which the {otherName} lies in"
        : null;

    /// <summary>A period of which the other source read more, or another part, explains a difference. Of the same part in both it explains none.</summary>
    private static string? PartialOf(string name, Reading reading, Reading other) => PartOf(reading) is { } part && part != PartOf(other) ? $"{name}: {part}" : null;

    private static string? PartOf(Reading reading) => reading.Caveats.FirstOrDefault(caveat => caveat.Kind == CaveatKind.PartialPeriod)?.Text;

    private static string Write(decimal value, Unit unit) => new Quantity(value, unit).ToString(null, CultureInfo.InvariantCulture);

    private static string Write(Reading? reading) => reading is { HasValue: true } ? reading.ToString() : "–";

    private static string Agreeing(IReadOnlyList<ReconciledReading> cells, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{cells.Count(cell => cell.Agrees):#,0} of {cells.Count:#,0} {noun}{(cells.Count == 1 ? "" : "s")}");

    private static string Describe(ReconciliationOutcome outcome) => outcome switch
    {
        ReconciliationOutcome.Equal => "equal",
        ReconciliationOutcome.WithinTolerance => "within tolerance",
        ReconciliationOutcome.Differs => "differs",
        ReconciliationOutcome.OnlyInFirst => "only in first",
        ReconciliationOutcome.OnlyInSecond => "only in second",
        ReconciliationOutcome.AbsentInFirst => "absent in first",
        ReconciliationOutcome.AbsentInSecond => "absent in second",
        ReconciliationOutcome.AbsentInBoth => "absent in both",
        _ => "incomparable",
    };
}
