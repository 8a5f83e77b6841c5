using System.Globalization;

namespace SocialKpi;

/// <summary>Rows of an HTML table, in sections that rules set apart. Mutable while rows are added; not thread-safe.</summary>
internal sealed class HtmlTable(params IReadOnlyList<HtmlColumn> columns)
{
    /// <summary>So many rows of a section are shown: a browser should not stand still because of a value somebody looked at.</summary>
    public const int MostRows = 500;

    private const string Reset = "border:0;background:none";
    private const string HeadStyle = $"{Reset};border-bottom:{Look.StrongRule}";
    private const string Gap = "18px";
    private const string NearGap = "6px";

    private readonly List<(IReadOnlyList<HtmlCell> Cells, bool IsTotal, bool RuleBefore)> _rows = [];

    public HtmlTable Add(IReadOnlyList<HtmlCell> cells, bool isTotal = false, bool ruleBefore = false)
    {
        if (cells.Count != columns.Count) throw new ArgumentException($"A row has {cells.Count} cells, the table {columns.Count} columns; they must be equal.", nameof(cells));
        _rows.Add((cells, isTotal, ruleBefore));
        return this;
    }

    /// <summary>Says how many rows of a section are not shown; nothing when there are none.</summary>
    public HtmlTable AddMore(int count)
    {
        if (count <= 0) return this;
        Markup more = Markup.Element("span", Look.Quiet, Markup.Text(string.Create(CultureInfo.InvariantCulture, $"… {count:N0} more")));
        return Add([new HtmlCell(more), .. columns.Skip(1).Select(_ => new HtmlCell())]);
    }

    public Markup ToMarkup()
    {
        bool[] hasBeside = [.. columns.Select((_, column) => _rows.Any(row => !row.Cells[column].Beside.IsEmpty))];
        Markup head = Markup.Join(columns.Select((column, at) =>
        {
            Markup heading = Heading(column.Header, column.HasFigures, hasBeside[at]);
            return hasBeside[at] ? heading + Markup.Element("td", HeadStyle, default(Markup)) : heading;
        }));
        Markup body = Markup.Join(_rows.Select((row, at) => Markup.Element("tr", "background:none", Cells(row.Cells, row.IsTotal, row.RuleBefore && at > 0, hasBeside))));
        return Markup.Element(
            "table", "border-collapse:collapse;border:0;margin:0;width:auto;table-layout:auto;font:inherit;font-variant-numeric:tabular-nums;color:inherit",
            Markup.Element("thead", "", Markup.Element("tr", "background:none", head)),
            Markup.Element("tbody", "", body));
    }

    private static Markup Heading(Markup header, bool hasFigures, bool hasBeside) => Markup.Element(
        "th",
        [("scope", "col"), ("style", $"{HeadStyle};padding:3px {(hasBeside ? NearGap : Gap)} 3px 0;text-align:{(hasFigures ? "right" : "left")};vertical-align:bottom;font-weight:600")],
        header);

    private Markup Cells(IReadOnlyList<HtmlCell> cells, bool isTotal, bool ruleBefore, bool[] hasBeside)
    {
        string common = $"{Reset};{(ruleBefore ? $"border-top:{Look.Rule};" : "")}vertical-align:top";
        return Markup.Join(cells.Select((cell, at) =>
        {
            bool hasFigures = columns[at].HasFigures;
            string style = $"{common};padding:2px {(hasBeside[at] ? NearGap : Gap)} 2px 0;text-align:{(hasFigures ? "right" : "left")};white-space:{(hasFigures ? "nowrap" : "normal")};font-weight:{(isTotal ? "600" : "400")}";
            Markup content = at == 0
                ? Markup.Element("th", [("scope", "row"), ("style", style)], cell.Content)
                : Markup.Element("td", style, cell.Content);
            return hasBeside[at] ? content + Markup.Element("td", $"{common};padding:2px {Gap} 2px 0;text-align:left;white-space:nowrap;font-weight:400", cell.Beside) : content;
        }));
    }
}
