using System.Globalization;

namespace SocialKpi;

/// <summary>The readings of one KPI for one segment, period after period, with the reading of all periods together.</summary>
public sealed class KpiSeries
{
    internal KpiSeries(Kpi kpi, Segment segment, IReadOnlyList<Reading> readings, Reading total) =>
        (Kpi, Segment, Readings, Total) = (kpi, segment, readings, total);

    /// <summary>What was read.</summary>
    public Kpi Kpi { get; }

    /// <summary>For which part of the facts.</summary>
    public Segment Segment { get; }

    /// <summary>One reading a period that has rows, or every period of a dense query, in order of time.</summary>
    public IReadOnlyList<Reading> Readings { get; }

    /// <summary>The reading of the whole: merged from states, not from the readings.</summary>
    public Reading Total { get; }

    /// <summary>One line a period, then the total; the same under every culture.</summary>
    public override string ToString()
    {
        Grid grid = new([new GridColumn("period"), new GridColumn(Kpi.Label, true)]);
        foreach (Reading reading in Readings) grid.Add(reading.When, reading.ToString(null, CultureInfo.InvariantCulture));
        grid.AddAfterRule("total", Total.ToString(null, CultureInfo.InvariantCulture));
        return grid.ToText();
    }
}
