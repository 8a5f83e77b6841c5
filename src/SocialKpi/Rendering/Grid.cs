namespace SocialKpi;

/// <summary>
/// Columns and rows of text, written as aligned text, Markdown, HTML or CSV. Cells hold any string whatever: each writer makes
/// them harmless in its own way. Mutable while rows are added; not thread-safe.
/// </summary>
internal sealed class Grid
{
    private readonly List<GridRow> rows = [];

    /// <exception cref="ArgumentException"><paramref name="columns"/> is empty.</exception>
    public Grid(params IReadOnlyList<GridColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        Columns = columns.Count > 0 ? [.. columns] : throw new ArgumentException("A grid has at least one column.", nameof(columns));
    }

    public IReadOnlyList<GridColumn> Columns { get; }

    public IReadOnlyList<GridRow> Rows => rows;

    public Grid Add(params IReadOnlyList<string> cells) => Add(cells, ruleBefore: false, startsTotals: false);

    /// <summary>Adds a row set off by a rule, with which the totals begin. Markdown and CSV have no rules.</summary>
    public Grid AddAfterRule(params IReadOnlyList<string> cells) => Add(cells, ruleBefore: true, startsTotals: true);

    /// <summary>Adds a row set off by a rule that is no total: the next of several groups of rows.</summary>
    public Grid AddGroup(params IReadOnlyList<string> cells) => Add(cells, ruleBefore: true, startsTotals: false);

    /// <summary>Aligned text for a fixed-width display; lines are separated by "\n", and the last one is not ended.</summary>
    /// <param name="width">
    /// The columns of the display, into which the names beside figures are shortened as far as they can be; where the columns do not fit even so, each row is written a
    /// line a figure. Where there are words alone, they are broken. Null for the table as wide as it is.
    /// </param>
    public string ToText(int? width = null) => TextTable.Write(this, width);

    /// <summary>Whether the table is text of so many columns at most, its names shortened or whole.</summary>
    public bool FitsInto(int width, bool shortened) => TextTable.FitsInto(this, width, shortened);

    /// <summary>A GitHub-flavoured Markdown table; lines are separated by "\n", and the last one is not ended.</summary>
    public string ToMarkdown() => MarkdownTable.Write(this);

    /// <summary>An HTML table; totals stand out.</summary>
    /// <param name="shown">What is shown instead of the text of a cell, by row and column; nothing for the text itself.</param>
    public Markup ToHtml(Func<int, int, Markup>? shown = null)
    {
        HtmlTable table = new([.. Columns.Select(column => new HtmlColumn(Markup.Name(column.Header), column.RightAligned))]);
        int inSection = 0;
        bool isTotal = false;
        for (int at = 0; at < rows.Count; at++)
        {
            GridRow row = rows[at];
            if (row.RuleBefore)
            {
                table.AddMore(inSection - HtmlTable.MostRows);
                (inSection, isTotal) = (0, isTotal || row.StartsTotals);
            }

            if (inSection++ < HtmlTable.MostRows)
                table.Add([.. row.Cells.Select((text, column) => Cell(at, column, text))], isTotal, row.RuleBefore);
        }

        return table.AddMore(inSection - HtmlTable.MostRows).ToMarkup();

        HtmlCell Cell(int row, int column, string text) =>
            new(shown?.Invoke(row, column) is { IsEmpty: false } own ? own : Columns[column].RightAligned ? Markup.Text(text) : Markup.Name(text));
    }

    /// <summary>CSV after RFC 4180, header first; "\r\n" ends every record, the last one too.</summary>
    public string ToCsv() => CsvText.Write(this);

    /// <inheritdoc cref="ToText"/>
    public override string ToString() => ToText();

    private Grid Add(IReadOnlyList<string> cells, bool ruleBefore, bool startsTotals)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (cells.Count != Columns.Count)
            throw new ArgumentException($"A row has {cells.Count} cells, the grid {Columns.Count} columns; they must be equal.", nameof(cells));
        rows.Add(new GridRow([.. cells.Select((cell, at) => Columns[at].HasSentences ? DisplayText.Visible(cell) : cell)], ruleBefore, startsTotals));
        return this;
    }
}
