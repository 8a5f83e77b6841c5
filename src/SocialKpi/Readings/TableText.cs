using System.Globalization;

namespace SocialKpi;

/// <summary>Lays a table out for people: rows, totals a level, and numbered notes for caveats and absences.</summary>
internal sealed class TableText
{
    private readonly KpiTable _table;
    private readonly IFormatProvider _culture;
    private readonly TableNotes _notes = new();
    private readonly List<Line> _lines = [];

    private TableText(KpiTable table, TableShape shape, CultureInfo? culture)
    {
        (_table, _culture) = (table, culture ?? CultureInfo.InvariantCulture);
        bool totalOnly = table.Query.Grain is null && table.Query.Dimensions.Count == 0;
        if (!totalOnly)
        {
            Add(table.Rows, shape, afterRule: false);
            Add(table.PeriodTotals, shape, afterRule: true);
            Add(table.SegmentTotals, shape, afterRule: true);
        }

        Add([table.Total], shape, afterRule: !totalOnly);
    }

    private KpiQuery Query => _table.Query;

    public static string Text(KpiTable table, TableShape shape, CultureInfo? culture, int? width)
    {
        (TableText text, Grid grid) = LaidOut(table, width is { } columns ? Fitting(table, shape, culture, columns) : shape, culture);
        return text._notes.AppendTo(grid.ToText(width), "\n", DisplayText.Visible, width) + LeftOut(table, text._culture, width);
    }

    /// <summary>The shape that was asked for or else the narrower one, with whole names where they fit; where neither does, the one that has the readings of a row together.</summary>
    private static TableShape Fitting(KpiTable table, TableShape shape, CultureInfo? culture, int width)
    {
        (TableShape Shape, Grid Grid)[] shapes = [.. new[] { shape, TableShape.Narrow }.Select(one => (one, LaidOut(table, one, culture).Grid))];
        foreach (bool shortened in new[] { false, true })
        {
            foreach ((TableShape one, Grid grid) in shapes)
            {
                if (grid.FitsInto(width, shortened)) return one;
            }
        }

        return TableShape.Wide;
    }

    private static (TableText Text, Grid Grid) LaidOut(KpiTable table, TableShape shape, CultureInfo? culture)
    {
        TableText text = new(table, shape, culture);
        return (text, text.ToGrid(shape, lanes: true));
    }

    public static string Markdown(KpiTable table, TableShape shape, CultureInfo? culture)
    {
        TableText text = new(table, shape, culture);
        return text._notes.AppendTo(text.ToGrid(shape, lanes: false).ToMarkdown(), "\n\n", MarkdownTable.Escape) + LeftOut(table, text._culture, width: null);
    }

    private void Add(IReadOnlyList<KpiRow> rows, TableShape shape, bool afterRule)
    {
        foreach (KpiRow row in rows)
        {
            string[] labels = [.. TableLabels.Of(_table, row)];
            IEnumerable<Line> lines = shape == TableShape.Wide
                ? [new Line(labels, [.. row.Readings.Select(Write)], afterRule)]
                : row.Readings.Select((reading, index) => new Line([.. labels, reading.Kpi.ShortName], [Write(reading)], afterRule && index == 0));
            _lines.AddRange(lines);
            afterRule = false;
        }
    }

    private Grid ToGrid(TableShape shape, bool lanes)
    {
        List<GridColumn> columns = [.. TableLabels.Headings(Query).Select(heading => new GridColumn(heading))];
        if (shape == TableShape.Narrow) columns.Add(new GridColumn("KPI"));
        columns.AddRange(shape == TableShape.Narrow ? [new GridColumn("value", true)] : Query.Kpis.Select(kpi => new GridColumn(kpi.ShortName, true)));

        // Marks stand in a lane of their own, so that the figures of a column stay under one another.
        int[] widths = [.. _lines[0].Figures.Select((_, column) => lanes ? _lines.Max(line => line.Figures[column].Marks.Length) : 0)];
        Grid grid = new(columns);
        foreach (Line line in _lines)
        {
            string[] cells = [.. line.Labels, .. line.Figures.Select((cell, column) => cell.Figure + cell.Marks.PadRight(widths[column]))];
            _ = line.AfterRule ? grid.AddAfterRule(cells) : grid.Add(cells);
        }

        return grid;
    }

    private (string Figure, string Marks) Write(Reading reading)
    {
        string figure = reading.HasValue ? reading.ToString(null, _culture) : "–";
        string marks = _notes.MarksOf(reading);
        return (figure, marks.Length == 0 ? "" : $" {marks}");
    }

    /// <summary>That KPIs are left out, as a sentence; empty when none is.</summary>
    public static string LeftOutNote(KpiTable table, IFormatProvider culture) => table.Lacking.Count switch
    {
        0 => "",
        1 => "1 KPI is left out, as the facts lack what it needs: Lacking lists it",
        var count => $"{count.ToString("N0", culture)} KPIs are left out, as the facts lack what they need: Lacking lists them",
    };

    private static string LeftOut(KpiTable table, IFormatProvider culture, int? width)
    {
        string note = LeftOutNote(table, culture);
        return note.Length == 0 ? "" : $"\n\n{(width is { } columns ? string.Join('\n', DisplayText.Wrapped(note, columns, "")) : note)}";
    }

    private sealed record Line(IReadOnlyList<string> Labels, IReadOnlyList<(string Figure, string Marks)> Figures, bool AfterRule);
}
