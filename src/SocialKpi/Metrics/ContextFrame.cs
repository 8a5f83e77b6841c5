using NodaTime;

namespace SocialKpi;

/// <summary>The stretch of time that a context looks from, and how far one step back from it is.</summary>
/// <param name="Frame">The stretch of time.</param>
/// <param name="Steps">How many periods make one step back.</param>
/// <param name="Step">The length of these periods.</param>
internal readonly record struct ContextFrame(Timeframe Frame, int Steps, Grain Step)
{
    /// <summary>Where a cell stands: its period as far as the query reads, or the whole timeframe so far. Null when they do not meet.</summary>
    public static ContextFrame? Of(Timeframe? period, KpiQuery query)
    {
        Timeframe horizon = query.Horizon;

        // A timeframe that is not over yet is still as long as it was asked for: a step back from a March so far leads to February.
        if (period is not { } whole) return OfWhole(query.Timeframe.IsBounded ? query.Timeframe : horizon) with { Frame = horizon };
        return horizon.Intersect(whole) is { } part ? new ContextFrame(part, 1, query.Grain!.Value) : null;
    }

    /// <summary>The frame some periods earlier; null when it is open to one side, where nothing is before.</summary>
    public ContextFrame? Before(int count, Grain grain, ReportingCalendar calendar) =>
        Frame.IsBounded ? this with { Frame = calendar.Shift(Frame, -count, grain) } : null;

    /// <summary>A whole timeframe steps back by its own length: in months where it is made of months, else in days or hours.</summary>
    private static ContextFrame OfWhole(Timeframe timeframe)
    {
        if (timeframe is not { Start: { } start, End: { } end }) return new ContextFrame(timeframe, 1, Grain.Day);
        if (IsMonthStart(start) && IsMonthStart(end)) return new ContextFrame(timeframe, Period.Between(start, end, PeriodUnits.Months).Months, Grain.Month);
        return start.TimeOfDay == LocalTime.Midnight && end.TimeOfDay == LocalTime.Midnight
            ? new ContextFrame(timeframe, Period.DaysBetween(start.Date, end.Date), Grain.Day)
            : new ContextFrame(timeframe, (int)Math.Max(1, Period.Between(start, end, PeriodUnits.Hours).Hours), Grain.Hour);
    }

    private static bool IsMonthStart(LocalDateTime moment) => moment.Day == 1 && moment.TimeOfDay == LocalTime.Midnight;
}
