using System.Globalization;

namespace SocialKpi;

/// <summary>A table as CSV for machines: one line a reading, full precision, invariant.</summary>
internal static class TableCsv
{
    private static readonly string[] Own = ["period", "from", "until", "rest_segments", "kpi", "value", "lower", "upper", "unit", "absence", "rows_used", "caveats"];

    public static string Write(KpiTable table)
    {
        List<GridColumn> columns = [];
        if (table.Query.Grain is not null) columns.AddRange([new("period"), new("from"), new("until")]);
        columns.AddRange(table.Query.Dimensions.Select(dimension => new GridColumn(Own.Contains(dimension) ? $"dimension {dimension}" : dimension)));
        if (table.Query.Ranking is not null) columns.Add(new("rest_segments"));
        columns.AddRange([new("kpi"), new("value")]);

        // Only people who were counted beforehand can be in two counts; the columns follow from the query, never from its figures.
        bool hasBounds = table.Query.Kpis.Any(kpi => kpi.Formula.Measures.Any(measure => measure.Aggregation == Aggregation.Unique));
        if (hasBounds) columns.AddRange([new("lower"), new("upper")]);
        columns.AddRange([new("unit"), new("absence"), new("rows_used"), new("caveats")]);

        Grid grid = new(columns);
        foreach (KpiRow row in table.Rows)
        {
            List<string> cells = [];
            if (row.Period is { } period) cells.AddRange([table.PeriodLabel(period), MachineText.Write(period.Start), MachineText.Write(period.End)]);
            cells.AddRange(table.Query.Dimensions.Select(dimension => row.Segment.IsRest ? row.Segment.ToString() : row.Segment[dimension] ?? ""));
            if (table.Query.Ranking is not null) cells.Add(row.Segment.IsRest ? table.Rest.Count.ToString(CultureInfo.InvariantCulture) : "");
            foreach (Reading reading in row.Readings)
            {
                grid.Add([.. cells,
                    reading.Kpi.Id,
                    reading.HasValue ? reading.Value.ToString(CultureInfo.InvariantCulture) : "",
                    .. hasBounds ? Bounds(reading) : [],
                    reading.Unit.ToString(),
                    reading.Absence?.Code() ?? "",
                    reading.RowsUsed.ToString(CultureInfo.InvariantCulture),
                    Isolates.Without(string.Join("; ", reading.Caveats))]);
            }
        }

        return grid.ToCsv();
    }

    private static string[] Bounds(Reading reading) => reading.Bounds is { } bounds
        ? [bounds.Lower.ToString(CultureInfo.InvariantCulture), bounds.Upper.ToString(CultureInfo.InvariantCulture)]
        : ["", ""];
}
