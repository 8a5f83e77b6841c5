using System.Text;

namespace SocialKpi;

/// <summary>
/// Writes a grid as a GitHub-flavoured Markdown table in which every cell shows its text and nothing else: no markup, no
/// HTML, no formula. Every line begins with a pipe, so signs that matter only at the start of a line need no escape.
/// </summary>
internal static class MarkdownTable
{
    public static string Write(Grid grid)
    {
        IEnumerable<string> alignment = grid.Columns.Select(column => column.RightAligned ? "---:" : "---");
        IEnumerable<string> lines = grid.Rows.Select(row => Line(row.Cells.Select(EscapeName)))
            .Prepend(Line(alignment))
            .Prepend(Line(grid.Columns.Select(column => EscapeName(column.Header))));
        return string.Join('\n', lines);
    }

    private static string Line(IEnumerable<string> cells) => "| " + string.Join(" | ", cells) + " |";

    /// <summary>A sentence that Markdown shows as it is.</summary>
    public static string Escape(string sentence) => Escaped(DisplayText.Visible(sentence));

    /// <summary>A name that Markdown shows as it is.</summary>
    public static string EscapeName(string name) => Escaped(DisplayText.Name(name));

    private static string Escaped(string text)
    {
        StringBuilder escaped = new(text.Length);
        for (int at = 0; at < text.Length; at++)
        {
            _ = text[at] switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '_' when IsInsideWord(text, at) => escaped.Append('_'),
                '\\' or '|' or '`' or '*' or '_' or '~' or '[' or ']' or '$' => escaped.Append('\\').Append(text[at]),
                char plain => escaped.Append(plain),
            };
        }

        return escaped.ToString();
    }

    // Markdown reads snake_case as it stands; an escape would only make the source harder to read.
    private static bool IsInsideWord(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);
}
