using NodaTime;

namespace SocialKpi;

/// <summary>The stretch of time that a context looks from, and how far one step back from it is.</summary>
/// <param name="Frame">The stretch of time.</param>
/// <param name="Steps">How many periods make one step back.</param>
/// <param name="Step">The length of these periods.</param>
internal readonly record struct ContextFrame(Timeframe Frame, int Steps, Grain Step)
{
    /// <summary>What the stretch is a part of, when the query's timeframe or the day it is read as of cuts a period; else the stretch itself.</summary>
    public Timeframe Whole { get; private init; } = Frame;

    /// <summary>Where a cell stands: its period as far as the query reads, or the whole timeframe so far. Null when they do not meet.</summary>
    /// <param name="period">The period, or a stretch of several of them; null for the whole.</param>
    /// <param name="query">The query.</param>
    /// <param name="lastDay">The last day of the facts, where it is known: a whole without end ends with it.</param>
    public static ContextFrame? Of(Timeframe? period, KpiQuery query, LocalDate? lastDay)
    {
        Timeframe horizon = query.Horizon;
        if (period is { } one)
        {
            if (horizon.Intersect(one) is not { } part) return null;
            bool isPeriod = query.Calendar.Containing(one.Start!.Value, query.Grain!.Value) == one;
            return isPeriod ? new ContextFrame(part, 1, query.Grain.Value) { Whole = one } : OfWhole(one) with { Frame = part };
        }

        if (horizon.End is null && lastDay is { } last) horizon = horizon.Intersect(Timeframe.Until(last.PlusDays(1))) ?? horizon;

        // A timeframe that is not over yet is still as long as it was asked for: a step back from a March so far leads to February.
        return OfWhole(query.Timeframe.IsBounded ? query.Timeframe : horizon) with { Frame = horizon };
    }

    /// <summary>
    /// The frame some periods earlier; null when it is open to one side, where nothing is before. A period that is not over
    /// yet leads to as many days of the other one.
    /// </summary>
    public ContextFrame? Before(int count, Grain grain, ReportingCalendar calendar)
    {
        if (Frame is not { Start: { } start, End: { } end }) return null;
        Timeframe whole = WholeBefore(count, grain, calendar);
        LocalDateTime newStart = start == Whole.Start ? whole.Start!.Value
            : IsWeek(calendar) ? start.PlusDays(Period.DaysBetween(Whole.Start!.Value.Date, whole.Start!.Value.Date))
            : calendar.Shift(Frame, -count, grain).Start!.Value;
        if (end == Whole.End) return this with { Frame = Timeframe.Between(newStart, whole.End!.Value), Whole = whole };

        LocalDateTime sameLength = newStart + Period.Between(start, end, PeriodUnits.Days | PeriodUnits.AllTimeUnits);
        return this with { Frame = Timeframe.Between(newStart, LocalDateTime.Min(sameLength, whole.End!.Value)), Whole = whole };
    }

    /// <summary>A week a month or year before is the week that holds the day then: shifting its ends would make it longer or shorter.</summary>
    private Timeframe WholeBefore(int count, Grain grain, ReportingCalendar calendar) => IsWeek(calendar) && grain is (Grain.Month or Grain.Quarter or Grain.Year)
        ? calendar.Containing(calendar.Shift(Whole.Start!.Value.Date.PlusDays(3), -count, grain), Grain.Week)
        : calendar.Shift(Whole, -count, grain);

    private bool IsWeek(ReportingCalendar calendar) => Step == Grain.Week && calendar.Containing(Whole.Start!.Value, Grain.Week) == Whole;

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
