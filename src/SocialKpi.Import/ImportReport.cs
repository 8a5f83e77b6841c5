using System.Globalization;
using System.Text;

namespace SocialKpi.Import;

/// <summary>The account of one import: every row that was read is either accepted or rejected.</summary>
/// <remarks><c>RowsRead = RowsAccepted + RowsRejected</c>. Lines without any character are no rows; a note counts them.</remarks>
public sealed class ImportReport
{
    private const int RejectionsShown = 20;

    internal ImportReport(
        string file, string encoding, char separator, long rowsAccepted, long duplicatesDropped,
        IReadOnlyList<Rejection> rejections, IReadOnlyList<string> notes)
    {
        File = file;
        Encoding = encoding;
        Separator = separator;
        RowsAccepted = rowsAccepted;
        DuplicatesDropped = duplicatesDropped;
        Rejections = rejections;
        Notes = [.. notes.Select(VisibleText.Of)];
    }

    /// <summary>The file, as it was named to the reader.</summary>
    public string File { get; }

    /// <summary>The encoding the file was read in: <c>utf-8</c>, <c>utf-16</c>, <c>utf-16BE</c>, <c>iso-8859-1</c> or <c>windows-1252</c>.</summary>
    public string Encoding { get; }

    /// <summary>The character between two fields.</summary>
    public char Separator { get; }

    /// <summary>The rows under the header.</summary>
    public long RowsRead => RowsAccepted + RowsRejected;

    /// <summary>The rows that were understood; duplicates that were dropped afterwards are among them.</summary>
    public long RowsAccepted { get; }

    /// <summary>The rows that were not understood: one for each of <see cref="Rejections"/>.</summary>
    public long RowsRejected => Rejections.Count;

    /// <summary>The accepted rows that are not in the facts because another row has the same key.</summary>
    public long DuplicatesDropped { get; }

    /// <summary>Every rejected row with its reason, in the order of the file.</summary>
    public IReadOnlyList<Rejection> Rejections { get; }

    /// <summary>What was found or assumed while reading, a sentence each. Control characters are shown as symbols (␛).</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The account as aligned lines, with the first 20 rejections.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        Line("file", VisibleText.Of(File));
        Line("encoding", Encoding);
        Line("separator", SeparatorName.Of(Separator));
        Line("rows read", Number(RowsRead));
        Line("rows accepted", Number(RowsAccepted));
        Line("rows rejected", Number(RowsRejected));
        Line("duplicates dropped", Number(DuplicatesDropped));
        foreach (string note in Notes) Line("note", note);
        foreach (Rejection rejection in Rejections.Take(RejectionsShown)) Line("rejected", rejection.ToString());
        if (RowsRejected > RejectionsShown) Line("rejected", $"… and {Number(RowsRejected - RejectionsShown)} more");
        return text.ToString().TrimEnd('\n');

        void Line(string name, string value) => text.Append(CultureInfo.InvariantCulture, $"{name,-19} {value}\n");
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
