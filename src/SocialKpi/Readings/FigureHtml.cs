using System.Globalization;
using NodaTime;

namespace SocialKpi;

/// <summary>Readings as cells of an HTML table: the figure, and beside it its change, its size or its course, and the marks of its notes.</summary>
internal static class FigureHtml
{
    /// <summary>A reading and what stands beside it. The reason why there is no figure is among the notes.</summary>
    public static HtmlCell Cell(Reading reading, TableNotes notes, Markup beside = default)
    {
        string marks = notes.MarksOf(reading);
        Markup noted = marks.Length == 0 ? default : Markup.Element("span", $"{Look.Small};{Look.Quiet}", Markup.Text(marks));
        Markup gap = beside.IsEmpty || noted.IsEmpty ? default : Markup.Text(" ");
        return new HtmlCell(Markup.Text(reading.HasValue ? reading.ToString(null, CultureInfo.InvariantCulture) : "–"), beside + gap + noted);
    }

    /// <summary>Better or worse for a KPI that is a change itself; for any other its change against the reading just before, where there is one.</summary>
    public static Markup Change(Reading? before, Reading now) =>
        FigureChange.Within(now) is { } verdict ? Markup.Element("span", Look.Small, verdict.Verdict)
        : before is not null && FigureChange.Between(before, now) is { } change ? change.ToMarkup()
        : default;

    /// <summary>The largest figure of a column, which bars are measured by; null where they would say little: below zero, in several units, or one alone.</summary>
    public static decimal? Largest(IEnumerable<Reading> column)
    {
        Reading[] known = [.. column.Where(reading => reading.HasValue)];
        return known.Length > 1 && known.All(reading => reading.Value >= 0 && reading.Unit == known[0].Unit) ? known.Max(reading => reading.Value) : null;
    }

    /// <summary>How large a figure is beside the largest of its column.</summary>
    public static Markup Bar(Reading reading, decimal? largest)
    {
        if (!reading.HasValue || largest is not > 0) return default;
        double share = (double)reading.Value / (double)largest.Value;

        // What is not the largest is not said to be as large, and what is not zero not to be nothing.
        double percent = Math.Round(share * 100, 1);
        double told = percent >= 100 && reading.Value < largest ? 99.9 : percent == 0 && reading.Value > 0 ? 0.1 : percent;
        return InlineChart.Bar(share, string.Create(CultureInfo.InvariantCulture, $"{told:0.#} % of the largest"));
    }

    /// <summary>The course of readings in order of time; a period that is missing, cut or absent breaks the line.</summary>
    public static Markup Course(IEnumerable<Reading> readings, double width = 96, double height = 20)
    {
        List<double?> values = [];
        Reading? before = null;
        foreach (Reading reading in readings)
        {
            if (before is not null && before.Unit != reading.Unit) return default;
            if (before is not null && End(before) != reading.Timeframe.Start) values.Add(null);
            values.Add(reading.HasValue && !reading.IsCut ? (double)reading.Value : null);
            before = reading;
        }

        return before is null ? default : InlineChart.Sparkline(values, $"{before.Kpi.ShortName} over time, last {before}", width, height);

        static LocalDateTime? End(Reading reading) => reading.Timeframe.End;
    }
}
