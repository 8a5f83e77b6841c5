using System.Globalization;
using NodaTime;

namespace SocialKpi;

/// <summary>
/// Lays a table out as HTML: rows and totals as in its text, the change from period to period (or, without periods, a bar) beside
/// each figure, and the course over time beside the totals.
/// </summary>
internal sealed class TableHtml
{
    private const int MostColumns = 8;

    private readonly KpiTable _table;
    private readonly bool _isTotalOnly;
    private readonly bool _isNarrow;
    private readonly TableNotes _notes = new();
    private readonly HtmlTable _html;

    private TableHtml(KpiTable table)
    {
        _table = table;
        _isTotalOnly = table.Query.Grain is null && table.Query.Dimensions.Count == 0;

        // Many columns leave a page; one line a reading reads better then, and for a lone row always.
        _isNarrow = _isTotalOnly || table.Query.Kpis.Count > MostColumns;
        IEnumerable<HtmlColumn> labels = TableLabels.Headings(table.Query).Select(heading => new HtmlColumn(Markup.Name(heading)));
        _html = new HtmlTable([.. labels, .. _isNarrow
            ? [new HtmlColumn(Markup.Text("KPI")), new HtmlColumn(Markup.Text("value"), true)]
            : table.Query.Kpis.Select(kpi => new HtmlColumn(Markup.Name(kpi.ShortName), true))]);
    }

    public static string Write(KpiTable table)
    {
        TableHtml html = new(table);
        html.AddAll();
        string leftOut = TableText.LeftOutNote(table, CultureInfo.InvariantCulture);
        return HtmlSheet.Write(html._html.ToMarkup(), HtmlSheet.NumberedNotes(html._notes.Texts), leftOut.Length == 0 ? default : HtmlSheet.Note(leftOut));
    }

    private void AddAll()
    {
        bool hasPeriods = _table.Query.Grain is not null;
        if (!_isTotalOnly)
        {
            Add(_table.Rows, isTotal: false, hasPeriods ? Changes(_table.Rows) : Bars(_table.Rows));
            Add(_table.PeriodTotals, isTotal: true, Changes(_table.PeriodTotals));
            Add(_table.SegmentTotals, isTotal: true, Courses(_table.Rows));
        }

        // The course of the whole is that of the totals of the periods, which are the rows where there are no segments.
        IReadOnlyList<KpiRow> periods = _table.Query.Dimensions.Count > 0 ? _table.PeriodTotals : _table.Rows;
        Add([_table.Total], isTotal: !_isTotalOnly, hasPeriods ? Courses(periods) : (_, _) => default);
    }

    private void Add(IReadOnlyList<KpiRow> rows, bool isTotal, Func<KpiRow, int, Markup> beside)
    {
        bool isFirst = isTotal;
        foreach (KpiRow row in rows.Take(HtmlTable.MostRows))
        {
            HtmlCell[] labels = [.. TableLabels.Of(_table, row).Select(label => new HtmlCell(label == TableLabels.All ? Markup.Element("span", Look.Quiet, Markup.Text(label)) : Markup.Name(label)))];
            HtmlCell[] figures = [.. row.Readings.Select((reading, at) => FigureHtml.Cell(reading, _notes, beside(row, at)))];
            if (!_isNarrow)
            {
                _html.Add([.. labels, .. figures], isTotal, isFirst);
            }
            else
            {
                for (int at = 0; at < figures.Length; at++)
                    _html.Add([.. labels, new HtmlCell(Markup.Name(row.Readings[at].Kpi.ShortName)), figures[at]], isTotal, isFirst && at == 0);
            }

            isFirst = false;
        }

        _html.AddMore(rows.Count - HtmlTable.MostRows);
    }

    /// <summary>Beside a figure its change against the same segment in the period that ends where this one begins.</summary>
    private static Func<KpiRow, int, Markup> Changes(IReadOnlyList<KpiRow> rows)
    {
        Dictionary<(Segment, LocalDateTime?), KpiRow> byEnd = rows.ToDictionary(row => (row.Segment, row.Period?.End));
        return (row, at) => FigureHtml.Change(byEnd.GetValueOrDefault((row.Segment, row.Period?.Start))?.Readings[at], row.Readings[at]);
    }

    private Func<KpiRow, int, Markup> Bars(IReadOnlyList<KpiRow> rows)
    {
        decimal?[] largest = [.. _table.Query.Kpis.Select((_, at) => FigureHtml.Largest(rows.Select(row => row.Readings[at])))];
        return (row, at) => FigureHtml.Bar(row.Readings[at], largest[at]);
    }

    private static Func<KpiRow, int, Markup> Courses(IReadOnlyList<KpiRow> rows)
    {
        ILookup<Segment, KpiRow> bySegment = rows.ToLookup(row => row.Segment);
        return (row, at) => FigureHtml.Course(bySegment[row.Segment].Select(period => period.Readings[at]));
    }
}
