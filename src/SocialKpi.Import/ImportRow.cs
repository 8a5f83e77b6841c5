using System.Text;

namespace SocialKpi.Import;

/// <summary>The account of an import as plain values, for libraries of charts and tables.</summary>
/// <param name="File">The file, as it was named to the reader.</param>
/// <param name="Encoding">The encoding it was read in.</param>
/// <param name="Separator">The character between two fields, as a text.</param>
/// <param name="RowsRead">The rows under the header.</param>
/// <param name="RowsAccepted">Those that were understood.</param>
/// <param name="RowsRejected">Those that were not.</param>
/// <param name="DuplicatesDropped">The accepted rows that are not in the facts because another has the same key.</param>
/// <param name="Notes">What was found or assumed while reading, with semicolons between the sentences; empty when nothing was.</param>
public sealed record ImportRow(string File, string Encoding, string Separator, long RowsRead, long RowsAccepted, long RowsRejected, long DuplicatesDropped, string Notes)
{
    internal static ImportRow Of(ImportReport report) => new(
        report.File, report.Encoding, report.Separator.ToString(), report.RowsRead, report.RowsAccepted, report.RowsRejected, report.DuplicatesDropped, string.Join("; ", report.Notes));

    private bool PrintMembers(StringBuilder text) => new RecordText(text)
        .Part(File).Part(Encoding).Part(Separator).Part(RowsRead).Part(RowsAccepted).Part(RowsRejected).Part(DuplicatesDropped).Part(Notes)
        .IsWritten;
}
