using System.Globalization;

namespace SocialKpi.Import;

/// <summary>The account of one import: every row that was read is either accepted or rejected.</summary>
/// <remarks><c>RowsRead = RowsAccepted + RowsRejected</c>. Lines without any character are no rows; a note counts them.</remarks>
[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed class ImportReport : IDisplayed
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

    /// <summary>The account as plain values, for libraries of charts and tables: one row. Those of the rejected rows are <see cref="Rejections"/>.</summary>
    public IReadOnlyList<ImportRow> Rows => [ImportRow.Of(this)];

    /// <summary>Every rejected row with its reason, in the order of the file.</summary>
    public IReadOnlyList<Rejection> Rejections { get; }

    /// <summary>What was found or assumed while reading, a sentence each. Control characters are shown as symbols (␛).</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The account as aligned lines, with the first 20 rejections; the same under every culture.</summary>
    public override string ToString() => string.Join('\n', Figures.Concat(Remarks).Select(line => $"{line.Name,-19} {DisplayText.Visible(line.Value)}"));

    /// <summary>The same as a Markdown table.</summary>
    public string ToMarkdown()
    {
        Grid grid = new([new GridColumn("import"), new GridColumn("", HasSentences: true)]);
        foreach ((string name, string value) in Figures.Concat(Remarks)) grid.Add(name, value);
        return grid.ToMarkdown();
    }

    /// <summary>The same as a self-contained HTML fragment, readable on light and dark pages.</summary>
    public string ToHtml()
    {
        HtmlTable table = new([new HtmlColumn(Markup.Text("import")), new HtmlColumn(Markup.Name(VisibleText.Of(File)))]);
        foreach ((string name, string value) in Figures.Skip(1)) table.Add([new HtmlCell(Markup.Text(name)), new HtmlCell(Markup.Name(value))]);
        return HtmlSheet.Write([table.ToMarkup(), .. Remarks.Select(line => HtmlSheet.Note($"{line.Name}: {line.Value}"))]);
    }

    private IEnumerable<(string Name, string Value)> Figures =>
    [
        ("file", VisibleText.Name(File)), ("encoding", Encoding), ("separator", SeparatorName.Of(Separator)),
        ("rows read", Number(RowsRead)), ("rows accepted", Number(RowsAccepted)), ("rows rejected", Number(RowsRejected)),
        ("duplicates dropped", Number(DuplicatesDropped)),
    ];

    private IEnumerable<(string Name, string Value)> Remarks =>
    [
        .. Notes.Select(note => ("note", note)),
        .. Rejections.Take(RejectionsShown).Select(rejection => ("rejected", rejection.ToString())),
        .. RowsRejected > RejectionsShown ? [("rejected", $"… and {Number(RowsRejected - RejectionsShown)} more")] : ((string, string)[])[],
    ];

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
