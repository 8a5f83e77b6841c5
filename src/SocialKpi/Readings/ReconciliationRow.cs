using System.Text;

namespace SocialKpi;

/// <summary>What two sources read in one cell as plain values, for libraries of charts and tables.</summary>
/// <param name="Kpi">The id of the KPI.</param>
/// <param name="Period">What the period is called; empty when it is all time.</param>
/// <param name="From">When the period begins, in local time; null when it is open.</param>
/// <param name="Until">When it ends, which is no part of it; null when it is open.</param>
/// <param name="Segment">The segment, <c>platform = linkedin</c>; empty for the whole.</param>
/// <param name="First">What the first source reads; null when it has no value.</param>
/// <param name="Second">What the second reads; null when it has no value.</param>
/// <param name="Difference">The second less the first; null when they cannot be compared.</param>
/// <param name="Ratio">The second by the first; null when they cannot be compared or the first is zero.</param>
/// <param name="Unit">The unit of the first, or of the second where the first does not have the cell; as in JSON.</param>
/// <param name="Outcome">How they compare: <c>equal</c>, <c>differs</c>, <c>only_in_first</c>, …</param>
/// <param name="Reason">What there is to say beside the figures; empty when nothing is.</param>
public sealed record ReconciliationRow(
    string Kpi, string Period, DateTime? From, DateTime? Until, string Segment,
    decimal? First, decimal? Second, decimal? Difference, decimal? Ratio, string Unit, string Outcome, string Reason)
{
    internal static ReconciliationRow Of(ReconciledReading cell)
    {
        ReadingRow? first = cell.First?.Rows[0], second = cell.Second?.Rows[0];
        ReadingRow either = (first ?? second)!;
        return new ReconciliationRow(
            either.Kpi, either.Period, either.From, either.Until, either.Segment,
            first?.Value, second?.Value, cell.Difference?.Value, cell.Ratio, either.Unit, MachineText.Code(cell.Outcome), cell.Reason);
    }

    private bool PrintMembers(StringBuilder text) => new RecordText(text)
        .Part(Kpi).Part(Period).Part(From).Part(Until).Part(Segment).Part(First).Part(Second).Part(Difference).Part(Ratio).Part(Unit).Part(Outcome)
        .Part(Reason)
        .IsWritten;
}
