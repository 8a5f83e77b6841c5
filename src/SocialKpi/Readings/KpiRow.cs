using System.Collections.ObjectModel;

namespace SocialKpi;

/// <summary>The readings of all KPIs of a query for one period and segment.</summary>
public sealed class KpiRow
{
    // Of most rows few readings are asked for, of many rows none: each is made when somebody does.
    private readonly Level _level;
    private readonly IReadOnlyList<Segment>? _rest;
    private ReadOnlyCollection<Reading>? _readings;

    /// <param name="level">Where its cells are.</param>
    /// <param name="period">The period.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="rest">The segments that it covers, where these are the rest of a top.</param>
    internal KpiRow(Level level, Timeframe? period, Segment segment, IReadOnlyList<Segment>? rest = null) =>
        (_level, Period, Segment, _rest) = (level, period, segment, rest);

    /// <summary>The period; null when the row covers all periods.</summary>
    public Timeframe? Period { get; }

    /// <summary>The segment; <see cref="Segment.Whole"/> when the row covers all segments, <see cref="Segment.Rest"/> when it covers those that are not named.</summary>
    public Segment Segment { get; }

    /// <summary>One reading a KPI, in the order of the query.</summary>
    public IReadOnlyList<Reading> Readings => _readings ??= Array.AsReadOnly(_level.Read(Period, Segment, _rest, 0, _level.Kpis.Count));

    /// <summary>The reading of one KPI.</summary>
    /// <exception cref="ArgumentException">The query does not have this KPI, or has another definition of its id.</exception>
    public Reading this[Kpi kpi]
    {
        get
        {
            for (int at = 0; at < _level.Kpis.Count; at++)
            {
                if (_level.Kpis[at] == kpi) return _readings?[at] ?? _level.Read(Period, Segment, _rest, at, 1)[0];
            }

            throw new ArgumentException($"The query did not ask for {kpi} (definition {kpi?.Hash[..12]}). It has: {string.Join(", ", _level.Kpis.Select(own => own.Id))}.", nameof(kpi));
        }
    }

    /// <summary>Where it is and its figures, in one line that is the same under every culture: <c>2026-03, platform = x: CTR 1.2 %, clicks 1,200</c>.</summary>
    public override string ToString() => DisplayText.Visible($"{Readings[0].Where}: {string.Join(", ", Readings.Select(reading => $"{reading.Kpi.ShortName} {reading}"))}");
}
