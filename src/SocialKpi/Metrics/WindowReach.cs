using NodaTime;

namespace SocialKpi;

/// <summary>How far a scan must look for its cells' windows, and in which pieces.</summary>
internal static class WindowReach
{
    /// <summary>The stretch of time that holds every window, and the length of pieces that no window cuts.</summary>
    /// <exception cref="DefinitionException">A window cuts an hour.</exception>
    public static (Timeframe Timeframe, Grain Pieces) Of(Scan scan, KpiQuery query)
    {
        Timeframe horizon = query.Horizon;

        // Facts without end or start are read whole: nobody knows yet which periods there are.
        List<Timeframe> windows = [];
        if (scan.WindowOf(null, lastDay: null) is { } whole) windows.Add(whole);
        if (horizon.IsBounded && query.Grain is { } grain)
            windows.AddRange(query.Calendar.Split(horizon, grain).Select(period => scan.WindowOf(period, lastDay: null)).OfType<Timeframe>());

        LocalDateTime?[] edges = [horizon.Start, horizon.End, .. windows.SelectMany(window => new[] { window.Start, window.End })];
        if (edges.Any(edge => edge is { } moment && moment.TimeOfDay != new LocalTime(moment.Hour, 0)))
            throw new DefinitionException([new("query", $"its timeframe {query.Timeframe} cuts an hour, so other times cannot be compared with it; let it begin and end on a full hour")]);

        bool byHour = query.Grain == Grain.Hour || scan.Shape.Windows.Any(window => window is TrailingContext { Grain: Grain.Hour } or AgoContext { Grain: Grain.Hour })
            || edges.Any(edge => edge is { } moment && moment.TimeOfDay != LocalTime.Midnight);

        // No context looks forward: what lies after the query's end is never read.
        bool isBounded = horizon.IsBounded && windows.Count > 0;
        Timeframe reach = isBounded ? Timeframe.Between(windows.Min(window => window.Start!.Value), windows.Max(window => window.End!.Value))
            : Timeframe.TryBetween(null, horizon.End)!.Value;
        return (reach, byHour ? Grain.Hour : Grain.Day);
    }
}
