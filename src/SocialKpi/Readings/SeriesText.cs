using System.Globalization;

namespace SocialKpi;

/// <summary>Lays a series out for people: one line a period, then the total, with notes under them.</summary>
internal static class SeriesText
{
    public static string Text(KpiSeries series)
    {
        TableNotes notes = new();
        return notes.AppendTo(ToGrid(series, notes).ToText(), "\n", DisplayText.Visible);
    }

    public static string Markdown(KpiSeries series)
    {
        TableNotes notes = new();
        return notes.AppendTo(ToGrid(series, notes).ToMarkdown(), "\n\n", MarkdownTable.Escape);
    }

    public static string Html(KpiSeries series)
    {
        TableNotes notes = new();
        HtmlTable table = new([new HtmlColumn(Markup.Text("period")), new HtmlColumn(Markup.Name(series.Kpi.ShortName), true)]);
        Reading? before = null;
        foreach (Reading reading in series.Readings.Take(HtmlTable.MostRows))
        {
            bool isNext = before is not null && before.Timeframe.End == reading.Timeframe.Start;
            table.Add([new HtmlCell(Markup.Text(reading.When)), FigureHtml.Cell(reading, notes, FigureHtml.Change(isNext ? before : null, reading))]);
            before = reading;
        }

        table.AddMore(series.Readings.Count - HtmlTable.MostRows);
        table.Add([new HtmlCell(Markup.Text("total")), FigureHtml.Cell(series.Total, notes)], isTotal: true, ruleBefore: true);
        Markup course = FigureHtml.Course(series.Readings, width: 280, height: 44);
        return HtmlSheet.Write(
            HtmlSheet.Title(series.Kpi.Label, series.Segment.IsWhole ? "" : series.Segment.ToString()),
            course.IsEmpty ? default : Markup.Element("div", "margin:0 0 4px", course),
            table.ToMarkup(),
            HtmlSheet.NumberedNotes(notes.Texts));
    }

    private static Grid ToGrid(KpiSeries series, TableNotes notes)
    {
        Grid grid = new([new GridColumn("period"), new GridColumn(series.Kpi.ShortName, true)]);
        foreach (Reading reading in series.Readings) grid.Add(reading.When, Write(reading));
        return grid.AddAfterRule("total", Write(series.Total));

        string Write(Reading reading) => $"{(reading.HasValue ? reading.ToString(null, CultureInfo.InvariantCulture) : "–")} {notes.MarksOf(reading)}".TrimEnd();
    }
}
