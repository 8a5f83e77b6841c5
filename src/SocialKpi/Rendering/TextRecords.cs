namespace SocialKpi;

/// <summary>Writes a grid for a display that its columns do not fit into. No line is wider than the display, and no figure is shortened.</summary>
internal static class TextRecords
{
    private const string Indent = "  ";

    /// <summary>What names a row in one line, and under it a line a figure.</summary>
    /// <param name="grid">The grid, which has figures.</param>
    /// <param name="header">The headings as they are shown.</param>
    /// <param name="body">The cells as they are shown.</param>
    /// <param name="width">The columns of the display.</param>
    public static string Figures(Grid grid, string[] header, string[][] body, int width)
    {
        int labels = grid.Columns.TakeWhile(column => !column.RightAligned).Count();
        string[] names = [.. header[labels..].Select(name => DisplayText.Shortened(name, Math.Max(width / 2, 1)))];
        int named = names.Max(DisplayText.Width);
        List<string?> lines = [.. Labels(header)];
        if (labels > 0) lines.Add(null);
        for (int row = 0; row < body.Length; row++)
        {
            if (grid.Rows[row].RuleBefore && row > 0) lines.Add(null);
            lines.AddRange(Labels(body[row]));
            for (int column = labels; column < header.Length; column++)
            {
                string figure = body[row][column].Trim(' ');
                if (figure.Length > 0) lines.AddRange(DisplayText.Wrapped($"{Indent}{Padded(names[column - labels], named)}{TextTable.Gap}{figure}", width, Indent + Indent));
            }
        }

        return Ruled(lines);

        IEnumerable<string> Labels(string[] cells)
        {
            string[] said = [.. cells[..labels].Where(cell => cell.Length > 0)];
            string line = string.Join(TextTable.Gap, said);
            return DisplayText.Width(line) <= width ? said.Length == 0 ? [] : [line] : said.Select(label => DisplayText.Shortened(label, width));
        }
    }

    /// <summary>Rows of words, broken between words: the first cell, and beside it what is said of that.</summary>
    public static string Words(Grid grid, string[] header, string[][] body, int width)
    {
        int named = body.Select(row => DisplayText.Width(row[0])).Append(0).Max();
        List<string?> lines = [.. DisplayText.Wrapped(string.Join(TextTable.Gap, header.Where(cell => cell.Length > 0)), width, Indent), null];
        for (int row = 0; row < body.Length; row++)
        {
            if (grid.Rows[row].RuleBefore && row > 0) lines.Add(null);
            string said = string.Join(TextTable.Gap, body[row].Skip(1).Prepend(Padded(body[row][0], named)));
            lines.AddRange(DisplayText.Wrapped(said.TrimEnd(' '), width, new string(' ', named + TextTable.Gap.Length)));
        }

        return Ruled(lines);
    }

    private static string Padded(string name, int width) => name + new string(' ', width - DisplayText.Width(name));

    private static string Ruled(List<string?> lines)
    {
        string rule = new('─', lines.OfType<string>().Select(DisplayText.Width).Append(1).Max());
        return string.Join('\n', lines.Select(line => line ?? rule));
    }
}
