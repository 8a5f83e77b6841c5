using System.Text;

namespace SocialKpi;

/// <summary>A finding of a quality report as plain values, for libraries of charts and tables.</summary>
/// <param name="Kind">What kind of finding: <c>missing_days</c>, <c>part_above_whole</c>, …</param>
/// <param name="Column">The measure or row value; empty when whole rows are concerned.</param>
/// <param name="Entity">Whom it concerns, <c>account = acme</c>; empty when it is about all rows.</param>
/// <param name="From">The first day concerned; null when it has no time.</param>
/// <param name="Until">The day after the last one; null when it has no time.</param>
/// <param name="Count">How many rows or days are concerned.</param>
/// <param name="Message">What is the matter and what to do.</param>
public sealed record QualityRow(string Kind, string Column, string Entity, DateTime? From, DateTime? Until, long Count, string Message)
{
    internal static QualityRow Of(QualityFinding finding) => new(
        MachineText.Code(finding.Kind), finding.Column ?? "", finding.Segment.IsWhole ? "" : finding.Segment.Plain,
        ReadingRow.Plain(finding.When?.Start), ReadingRow.Plain(finding.When?.End), finding.Count, finding.Message);

    private bool PrintMembers(StringBuilder text) => new RecordText(text)
        .Part(Kind).Part(Column).Part(Entity).Part(From).Part(Until).Part(Count).Part(Message)
        .IsWritten;
}
