using System.Text;

namespace SocialKpi;

/// <summary>
/// Writes a grid as aligned text: two spaces between columns, a rule under the header and before rows that ask for one.
/// No line ends in a space, so a left-aligned last column is as ragged as its cells.
/// </summary>
internal static class TextTable
{
    internal const string Gap = "  ";

    /// <summary>Narrower than this no column of names is made: a day fits in, and less of a name would say little.</summary>
    private const int LeastNames = 10;

    public static string Write(Grid grid, int? width = null)
    {
        (string[] header, string[][] body) = Cells(grid);
        int[] widths = Widths(header, body);
        if (width is { } columns)
        {
            bool hasFigures = grid.Columns.Any(column => column.RightAligned);
            if (hasFigures) Shrink(grid, widths, columns);
            if (WidthOf(widths) > columns) return hasFigures ? TextRecords.Figures(grid, header, body, columns) : TextRecords.Words(grid, header, body, columns);
            foreach (string[] cells in body.Prepend(header))
            {
                for (int column = 0; column < cells.Length; column++) cells[column] = DisplayText.Shortened(cells[column], widths[column]);
            }
        }

        string rule = new('─', WidthOf(widths));

        StringBuilder text = new();
        AppendLine(text, grid, header, widths);
        text.Append('\n').Append(rule);
        for (int row = 0; row < body.Length; row++)
        {
            // Above the first row there is the header's rule already.
            if (grid.Rows[row].RuleBefore && row > 0)
                text.Append('\n').Append(rule);
            text.Append('\n');
            AppendLine(text, grid, body[row], widths);
        }

        return text.ToString();
    }

    /// <summary>Whether a table fits into a display, its names shortened as far as they can be where that is allowed.</summary>
    public static bool FitsInto(Grid grid, int width, bool shortened)
    {
        (string[] header, string[][] body) = Cells(grid);
        int[] widths = Widths(header, body);
        if (shortened) Shrink(grid, widths, width);
        return WidthOf(widths) <= width;
    }

    private static (string[] Header, string[][] Body) Cells(Grid grid) =>
        ([.. grid.Columns.Select(column => DisplayText.Name(column.Header))], [.. grid.Rows.Select(row => row.Cells.Select(DisplayText.Name).ToArray())]);

    private static int[] Widths(string[] header, string[][] body) =>
        [.. header.Select((heading, column) => body.Select(row => row[column]).Append(heading).Max(DisplayText.Width))];

    private static int WidthOf(int[] widths) => widths.Sum() + (Gap.Length * (widths.Length - 1));

    /// <summary>Takes from the widest column of names what is too much; columns of figures stay whole.</summary>
    private static void Shrink(Grid grid, int[] widths, int width)
    {
        int[] names = [.. Enumerable.Range(0, widths.Length).Where(column => !grid.Columns[column].RightAligned && widths[column] > LeastNames)];
        for (int excess = WidthOf(widths) - width; excess > 0 && names.Length > 0; excess--)
        {
            int widest = names.MaxBy(column => widths[column]);
            if (widths[widest] == LeastNames) return;
            widths[widest]--;
        }
    }

    private static void AppendLine(StringBuilder text, Grid grid, string[] cells, int[] widths)
    {
        StringBuilder line = new();
        for (int column = 0; column < cells.Length; column++)
        {
            int padding = widths[column] - DisplayText.Width(cells[column]);
            bool right = grid.Columns[column].RightAligned;
            line.Append(column == 0 ? "" : Gap).Append(' ', right ? padding : 0).Append(cells[column]).Append(' ', right ? 0 : padding);
        }

        text.Append(line.ToString().AsSpan().TrimEnd(' '));
    }
}
