using System.Text;

namespace SocialKpi;

/// <summary>
/// Writes a grid as aligned text: two spaces between columns, a rule under the header and before rows that ask for one.
/// No line ends in a space, so a left-aligned last column is as ragged as its cells.
/// </summary>
internal static class TextTable
{
    private const string Gap = "  ";

    public static string Write(Grid grid)
    {
        string[] header = [.. grid.Columns.Select(column => DisplayText.Visible(column.Header))];
        string[][] body = [.. grid.Rows.Select(row => row.Cells.Select(DisplayText.Visible).ToArray())];
        int[] widths = [.. header.Select((heading, column) => body.Select(row => row[column]).Append(heading).Max(DisplayText.Width))];
        string rule = new('─', widths.Sum() + Gap.Length * (widths.Length - 1));

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
