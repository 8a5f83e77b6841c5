using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using FsCheck;
using FsCheck.Fluent;

namespace SocialKpi.Tests.Rendering;

public partial class GridLaws
{
    // Pieces that have broken tables before, so that few tries meet many of them.
    private static readonly string[] Pieces =
    [
        "a", "Z9", " ", ",", ";", "\"", "'", "|", "\\", "`", "_", "*", "<b>", "&", "$", "=", "+", "-", "@", "-1.5", "\t", "\r", "\n", "\r\n", "\0", "\u001b",
        "\u0085", "\u2028", "\u202E", "\u2066", "\u200B", "\u200D", "\u0301", "\u0903", "\u0D4E", "\u0600", "\uFE0F", "\uD800", "\uDC00",
        "東", "ﾊ", "\uFF9E", "한", "\u1161", "👍", "🏽", "👩‍👧", "🇩", "🇪", "❤\uFE0F",
    ];

    private static readonly Gen<string> Cell = Gen.OneOf(
        Gen.Elements(Pieces).ListOf().Select(string.Concat),
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""));

    private static readonly Gen<Grid> AnyGrid =
        from width in Gen.Choose(1, 4)
        from headers in Cell.ListOf(width)
        from right in ArbMap.Default.GeneratorFor<bool>().ListOf(width)
        from rows in Cell.ArrayOf(width).ListOf()
        from rules in ArbMap.Default.GeneratorFor<bool>().ListOf(rows.Count)
        select Fill(headers, right, rows, rules);

    [Fact]
    public void Every_line_of_a_text_table_is_as_wide_as_its_rule_when_the_last_column_ends_at_the_right() => Holds(grid =>
    {
        Grid closed = Fill([.. grid.Columns.Select(column => column.Header), "|"], [.. grid.Columns.Select(column => column.RightAligned), true],
            [.. grid.Rows.Select(row => row.Cells.Append("|").ToArray())], [.. grid.Rows.Select(row => row.RuleBefore)]);
        string[] lines = closed.ToText().Split('\n');
        return lines[1].All(sign => sign == '─')
            && lines.All(line => DisplayText.Width(line) == lines[1].Length)
            && lines.Length == closed.Rows.Count + 2 + closed.Rows.Skip(1).Count(row => row.RuleBefore);
    });

    [Fact]
    public void No_line_of_a_text_table_ends_in_a_space_or_is_wider_than_its_rule() => Holds(grid =>
        grid.ToText().Split('\n') is { } lines && lines.All(line => !line.EndsWith(' ') && DisplayText.Width(line) <= lines[1].Length));

    [Fact]
    public void No_cell_brings_a_control_or_bidirectional_character_into_text_or_Markdown() => Holds(grid =>
        !Moving().IsMatch(Isolated().Replace(grid.ToText(), "")) && !Moving().IsMatch(Isolated().Replace(grid.ToMarkdown(), "")));

    [Fact]
    public void Every_line_of_a_Markdown_table_has_one_bare_pipe_more_than_columns() => Holds(grid =>
        grid.ToMarkdown().Split('\n') is { } lines
        && lines.Length == grid.Rows.Count + 2
        && lines.All(line => BarePipes(line) == grid.Columns.Count + 1));

    [Fact]
    public void Csv_reads_back_as_the_same_cells_for_any_strings() => Holds(grid =>
        Read(grid.ToCsv()).Select(record => string.Join('\u0001', record.Select(Unguarded)))
            .SequenceEqual(Records(grid).Select(record => string.Join('\u0001', record.Select(AsUtf8)))));

    [Fact]
    public void No_csv_cell_starts_a_formula_unless_it_is_a_number() => Holds(grid =>
        Read(grid.ToCsv()).SelectMany(record => record).All(cell =>
            cell.Length == 0 || !"=+-@\t\r\n".Contains(cell[0], StringComparison.Ordinal) || decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _)));

    private static void Holds(Func<Grid, bool> law) => Prop.ForAll(AnyGrid.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static Grid Fill(List<string> headers, List<bool> right, List<string[]> rows, List<bool> rules)
    {
        Grid grid = new([.. headers.Select((header, column) => new GridColumn(header, right[column]))]);
        for (int row = 0; row < rows.Count; row++)
            _ = rules[row] ? grid.AddAfterRule(rows[row]) : grid.Add(rows[row]);
        return grid;
    }

    private static IEnumerable<IReadOnlyList<string>> Records(Grid grid) =>
        grid.Rows.Select(row => row.Cells).Prepend([.. grid.Columns.Select(column => column.Header)]);

    private static List<string[]> Read(string csv)
    {
        using CsvReader reader = CsvReader.FromText(csv, new CsvReaderOptions { Separator = ',', HasHeader = false });
        List<string[]> records = [];
        while (reader.Read())
            records.Add(reader.Current.ToArray());
        return records;
    }

    private static string Unguarded(string cell) => Guarded().IsMatch(cell) ? cell[1..] : cell;

    // A file holds UTF-8, which has no broken surrogates.
    private static string AsUtf8(string cell) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(cell));

    private static int BarePipes(string line) => EscapedPair().Replace(line, "").Count(sign => sign == '|');

    [GeneratedRegex(@"^'+[=+\-@\t\r\n＝＋－＠]")]
    private static partial Regex Guarded();

    [GeneratedRegex(@"\\.")]
    private static partial Regex EscapedPair();

    // What is written from right to left stands between these two, which move nothing outside of them.
    [GeneratedRegex(@"\u2068(?=[^\u2066-\u2069\u202A-\u202E]*\u2069)|(?<=\u2068[^\u2066-\u2069\u202A-\u202E]*)\u2069")]
    private static partial Regex Isolated();

    [GeneratedRegex(@"[\p{Cc}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069-[\n]]")]
    private static partial Regex Moving();
}
