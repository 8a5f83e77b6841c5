namespace SocialKpi;

/// <summary>The readings of all KPIs of a query for one period and segment.</summary>
public sealed class KpiRow
{
    internal KpiRow(Timeframe? period, Segment segment, IReadOnlyList<Reading> readings) =>
        (Period, Segment, Readings) = (period, segment, readings);

    /// <summary>The period; null when the row covers all periods.</summary>
    public Timeframe? Period { get; }

    /// <summary>The segment; <see cref="Segment.Whole"/> when the row covers all segments, <see cref="Segment.Rest"/> when it covers those that are not named.</summary>
    public Segment Segment { get; }

    /// <summary>One reading a KPI, in the order of the query.</summary>
    public IReadOnlyList<Reading> Readings { get; }

    /// <summary>The reading of one KPI.</summary>
    /// <exception cref="ArgumentException">The query does not have this KPI, or has another definition of its id.</exception>
    public Reading this[Kpi kpi] => Readings.FirstOrDefault(reading => reading.Kpi == kpi)
        ?? throw new ArgumentException($"The query did not ask for {kpi} (definition {kpi?.Hash[..12]}). It has: {string.Join(", ", Readings.Select(reading => reading.Kpi.Id))}.", nameof(kpi));
}
