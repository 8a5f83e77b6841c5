using System.Globalization;
using System.Text;

namespace SocialKpi;

/// <summary>Lays a table out for people: rows, totals a level, and numbered notes for caveats and absences.</summary>
internal static class TableText
{
    public static string Text(KpiTable table, TableShape shape, IFormatProvider? culture)
    {
        Notes notes = new();
        Grid grid = Layout(table, shape, culture ?? CultureInfo.InvariantCulture, notes);
        return notes.AppendTo(grid.ToText(), "\n");
    }

    public static string Markdown(KpiTable table, TableShape shape, IFormatProvider? culture)
    {
        Notes notes = new();
        Grid grid = Layout(table, shape, culture ?? CultureInfo.InvariantCulture, notes);
        return notes.AppendTo(grid.ToMarkdown(), "\n\n");
    }

    private static Grid Layout(KpiTable table, TableShape shape, IFormatProvider culture, Notes notes)
    {
        bool wide = shape == TableShape.Wide;
        List<GridColumn> columns = [];
        if (table.Query.Grain is { } grain) columns.Add(new GridColumn(GrainName(grain)));
        columns.AddRange(table.Query.Dimensions.Select(dimension => new GridColumn(dimension)));
        if (wide) columns.AddRange(table.Query.Kpis.Select(kpi => new GridColumn(kpi.Label, true)));
        else columns.AddRange([new GridColumn("KPI"), new GridColumn("value", true)]);

        // Without grain and dimensions there is only the total, and no column to call it so.
        bool totalOnly = table.Query.Grain is null && table.Query.Dimensions.Count == 0;
        Grid grid = new(columns);
        if (!totalOnly)
        {
            foreach (IReadOnlyList<KpiRow> level in new[] { table.Rows, table.PeriodTotals, table.SegmentTotals })
            {
                for (int i = 0; i < level.Count; i++) AddRow(level[i], afterRule: i == 0 && level != table.Rows);
            }
        }

        AddRow(table.Total, afterRule: !totalOnly);
        return grid;

        void AddRow(KpiRow row, bool afterRule)
        {
            List<string> cells = [];
            if (table.Query.Grain is not null) cells.Add(row.Period is { } period ? table.PeriodLabel(period) : "all");
            cells.AddRange(table.Query.Dimensions.Select(dimension => row.Segment.Names(dimension) ? row.Segment[dimension] ?? "(blank)" : "all"));
            if (wide)
            {
                Add([.. cells, .. row.Readings.Select(Write)]);
                return;
            }

            foreach (Reading reading in row.Readings)
            {
                Add([.. cells, reading.Kpi.Label, Write(reading)]);
                afterRule = false;
            }

            void Add(IReadOnlyList<string> line) => _ = afterRule ? grid.AddAfterRule(line) : grid.Add(line);
        }

        string Write(Reading reading)
        {
            string figure = reading.HasValue ? reading.ToString(null, culture) : "–";
            string marks = notes.MarksOf(reading);
            return marks.Length == 0 ? figure : $"{figure} {marks}";
        }
    }

    private static string GrainName(Grain grain) => grain.ToString().ToLowerInvariant();

    /// <summary>The notes under a table; equal texts share a number.</summary>
    private sealed class Notes
    {
        private readonly List<string> _texts = [];
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

        public string MarksOf(Reading reading)
        {
            List<string> texts = [.. reading.Caveats.Select(caveat => caveat.Text)];
            if (reading.Absence is { } absence) texts.Insert(0, absence.Describe());
            return string.Concat(texts.Select(text => $"[{Number(text).ToString(CultureInfo.InvariantCulture)}]"));
        }

        public string AppendTo(string table, string separator)
        {
            StringBuilder text = new(table.TrimEnd('\n'));
            for (int i = 0; i < _texts.Count; i++)
                text.Append(i == 0 ? "\n\n" : separator).Append(CultureInfo.InvariantCulture, $"[{i + 1}] {_texts[i]}");
            return text.ToString();
        }

        private int Number(string text)
        {
            if (_numbers.TryGetValue(text, out int number)) return number;
            _texts.Add(text);
            return _numbers[text] = _texts.Count;
        }
    }
}
