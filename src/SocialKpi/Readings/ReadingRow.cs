using System.Text;
using NodaTime;

namespace SocialKpi;

/// <summary>A reading as plain values, for libraries of charts and tables: each property is a text, a number or a time, and none throws.</summary>
/// <param name="Kpi">The id of the KPI.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Period">What the period is called; empty when it is all time.</param>
/// <param name="From">When the period begins, in local time; null when it is open.</param>
/// <param name="Until">When it ends, which is no part of it; null when it is open.</param>
/// <param name="Segment">The segment, <c>platform = linkedin</c>; empty for the whole.</param>
/// <param name="Value">The value in the unit, a ratio as a fraction; null when there is none.</param>
/// <param name="Lower">Where the true figure lies at the least, when it has bounds; else null.</param>
/// <param name="Upper">Where it lies at the most; else null.</param>
/// <param name="Unit">The unit, as in JSON: <c>ratio</c>, <c>money:EUR</c>.</param>
/// <param name="Absence">Why there is no value, as in JSON: <c>not_reported</c>; empty when there is one.</param>
/// <param name="RowsUsed">On how many rows it rests.</param>
/// <param name="Text">The figure as text, with its unit; the same under every culture.</param>
public sealed record ReadingRow(
    string Kpi, string Label, string Period, DateTime? From, DateTime? Until, string Segment,
    decimal? Value, decimal? Lower, decimal? Upper, string Unit, string Absence, long RowsUsed, string Text)
{
    internal static ReadingRow Of(Reading reading) => new(
        reading.Kpi.Id,
        reading.Kpi.Label,
        reading.Timeframe == Timeframe.Always ? "" : reading.When,
        Plain(reading.Timeframe.Start),
        Plain(reading.Timeframe.End),
        reading.Segment.IsWhole ? "" : reading.Segment.Plain,
        reading.HasValue ? reading.Value : null,
        reading.Bounds?.Lower,
        reading.Bounds?.Upper,
        reading.Unit.ToString(),
        reading.Absence?.Code() ?? "",
        reading.RowsUsed,
        reading.ToString());

    /// <summary>A local time as the framework has it; null for an open side.</summary>
    internal static DateTime? Plain(LocalDateTime? moment) => moment?.ToDateTimeUnspecified();

    private bool PrintMembers(StringBuilder text) => new RecordText(text)
        .Part(Kpi).Part(Label).Part(Period).Part(From).Part(Until).Part(Segment).Part(Value).Part(Lower).Part(Upper).Part(Unit).Part(Absence)
        .Part(RowsUsed).Part(Text)
        .IsWritten;
}
