using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace SocialKpi;

/// <summary>
/// Writes a grid as CSV after RFC 4180: commas, "\r\n" after every record, and quotes where a reader needs them.
/// </summary>
/// <remarks>
/// CSV is opened in spreadsheets, and names come from strangers: text that a spreadsheet would run as a formula (it begins
/// with = + - @, their full-width forms, a tab or a line break) gets a leading apostrophe. Numbers such as -0.5 stay numbers.
/// Text that already has apostrophes before such a sign gets one more, so taking one away always gives the text back.
/// </remarks>
internal static partial class CsvText
{
    private const string FormulaSigns = "=+-@\t\r\n＝＋－＠";

    // Spreadsheets of some countries split at semicolons or tabs; some readers trim spaces at the ends, unless quoted.
    private static readonly SearchValues<char> QuotedSigns = SearchValues.Create(",;\t\"\r\n");

    public static string Write(Grid grid)
    {
        StringBuilder text = new();
        AppendRecord(text, [.. grid.Columns.Select(column => column.Header)]);
        foreach (GridRow row in grid.Rows)
            AppendRecord(text, row.Cells);
        return text.ToString();
    }

    private static void AppendRecord(StringBuilder text, IReadOnlyList<string> cells)
    {
        // Readers skip an empty line, so a lone empty cell is quoted to stay a record.
        text.Append(cells is [""] ? "\"\"" : string.Join(',', cells.Select(Field))).Append("\r\n");
    }

    private static string Field(string cell)
    {
        string guarded = RunsAsFormula(cell) ? "'" + cell : cell;
        bool quoted = guarded.AsSpan().ContainsAny(QuotedSigns) || guarded.StartsWith(' ') || guarded.EndsWith(' ');
        return quoted ? "\"" + guarded.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : guarded;
    }

    private static bool RunsAsFormula(string cell)
    {
        ReadOnlySpan<char> start = cell.AsSpan().TrimStart('\'');
        return !start.IsEmpty && FormulaSigns.Contains(start[0], StringComparison.Ordinal) && !PlainNumber().IsMatch(cell);
    }

    [GeneratedRegex(@"^-[0-9]+(\.[0-9]+)?\z")]
    private static partial Regex PlainNumber();
}
