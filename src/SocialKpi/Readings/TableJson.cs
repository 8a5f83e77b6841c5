using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialKpi;

/// <summary>A table as JSON for machines. Source-generated: nothing here needs reflection at run time.</summary>
internal static class TableJson
{
    // Property names in the notes of other languages stay readable; the text is data for a parser, not for a page.
    private static readonly TableJsonContext Context = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(KpiTable table) => JsonSerializer.Serialize(Content(table), Context.JsonTable);

    public static void Write(KpiTable table, Stream stream) => JsonSerializer.Serialize(stream, Content(table), Context.JsonTable);

    /// <summary>The rows are made as they are written, so that a table of a million segments need not be text in memory.</summary>
    private static JsonTable Content(KpiTable table) => new(
        [.. table.Query.Kpis.Select(kpi => new JsonKpi(kpi.Id, kpi.Label, kpi.Formula.ToString(), kpi.Unit.ToString(), MachineText.Code(kpi.Direction), kpi.Hash))],
        [.. table.Lacking.Select(lacking => new JsonLacking(lacking.Kpi.Id, lacking.Reasons))],
        table.Query.Grain is { } grain ? MachineText.Code(grain) : null,
        table.Query.Dimensions,
        [.. table.Query.Filters.Select(filter => filter.ToString())],
        table.Query.Timeframe == Timeframe.Always ? null : table.Query.Timeframe.ToString(),
        table.Query.AsOfDay is { } day ? Timeframe.Day(day).ToString() : null,
        table.Query.SumsIndependently,
        [.. table.Query.Minimums.Select(minimum => new JsonMinimum(minimum.Measure.Id, minimum.Amount))],
        table.Query.Ranking is { } ranking ? new JsonTop(ranking.Count, ranking.By.Id) : null,
        table.Query.IsDense,
        table.Rows.Select(row => Row(table, row)),
        table.PeriodTotals.Select(row => Row(table, row)),
        table.SegmentTotals.Select(row => Row(table, row)),
        Row(table, table.Total));

    private static JsonRow Row(KpiTable table, KpiRow row) => new(
        row.Period is { } period ? table.PeriodLabel(period) : null,
        row.Period is { } from ? MachineText.Write(from.Start) : null,
        row.Period is { } until ? MachineText.Write(until.End) : null,
        row.Segment.Dimensions.ToDictionary(dimension => dimension, dimension => row.Segment[dimension], StringComparer.Ordinal),
        row.Segment.IsRest ? table.Rest.Count : null,
        [.. row.Readings.Select(reading => new JsonReading(
            reading.Kpi.Id,
            reading.HasValue ? reading.Value : null,
            reading.Bounds is { } bounds ? new JsonBounds(bounds.Lower, bounds.Upper) : null,
            reading.Unit.ToString(),
            reading.Absence?.Code(),
            reading.RowsUsed,
            [.. reading.Caveats.Select(caveat => new JsonCaveat(MachineText.Code(caveat.Kind), caveat.Amount, Isolates.Without(caveat.Text)))]))]);
}

internal sealed record JsonTable(
    IReadOnlyList<JsonKpi> Kpis,
    IReadOnlyList<JsonLacking> Lacking,
    string? Grain,
    IReadOnlyList<string> Dimensions,
    IReadOnlyList<string> Filters,
    string? Timeframe,
    string? AsOf,
    bool SummedIndependently,
    IReadOnlyList<JsonMinimum> AtLeast,
    JsonTop? Top,
    bool Dense,
    IEnumerable<JsonRow> Rows,
    IEnumerable<JsonRow> PeriodTotals,
    IEnumerable<JsonRow> SegmentTotals,
    JsonRow Total);

internal sealed record JsonKpi(string Id, string Label, string Formula, string Unit, string Direction, string Hash);

internal sealed record JsonLacking(string Kpi, IReadOnlyList<string> Reasons);

internal sealed record JsonMinimum(string Measure, decimal Amount);

internal sealed record JsonTop(int Count, string By);

internal sealed record JsonRow(
    string? Period,
    string? From,
    string? Until,
    Dictionary<string, string?> Segment,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? RestSegments,
    IReadOnlyList<JsonReading> Readings);

internal sealed record JsonReading(
    string Kpi,
    decimal? Value,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonBounds? Bounds,
    string Unit,
    string? Absence,
    long RowsUsed,
    IReadOnlyList<JsonCaveat> Caveats);

internal sealed record JsonBounds(decimal Lower, decimal Upper);

internal sealed record JsonCaveat(string Kind, decimal Amount, string Text);

[JsonSerializable(typeof(JsonTable))]
internal sealed partial class TableJsonContext : JsonSerializerContext;
