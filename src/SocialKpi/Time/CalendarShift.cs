using NodaTime;

namespace SocialKpi;

/// <summary>Moves by calendar periods: a month on from 31 January is the end of February, however many days that is.</summary>
internal static class CalendarShift
{
    internal static LocalDate Move(LocalDate day, int periods, Grain grain) => grain switch
    {
        Grain.Day => CommonEra.PlusDays(day, periods),
        Grain.Week => CommonEra.PlusDays(day, 7L * periods),
        Grain.Month => CommonEra.PlusMonths(day, periods),
        Grain.Quarter => CommonEra.PlusMonths(day, 3L * periods),
        Grain.Year => CommonEra.PlusMonths(day, 12L * periods),
        Grain.Hour => throw ReportingCalendar.HourOfDay(nameof(grain)),
        _ => throw ReportingCalendar.UnknownGrain(grain),
    } ?? throw CommonEra.Beyond(nameof(periods));

    internal static LocalDateTime Move(LocalDateTime moment, int periods, Grain grain) => grain == Grain.Hour
        ? CommonEra.PlusHours(moment, periods) ?? throw CommonEra.Beyond(nameof(periods))
        : Move(moment.Date, periods, grain) + moment.TimeOfDay;

    internal static Timeframe Move(Timeframe timeframe, int periods, Grain grain)
    {
        LocalDateTime? start = timeframe.Start is { } from ? Move(from, periods, grain) : null;
        LocalDateTime? end = timeframe.End is not { } until ? null
            : MovesByBoundaries(timeframe, grain) ? Move(until, periods, grain)
            : MoveLastDay(until, periods, grain);

        // Clipping can lay both boundaries on one day, out of order (30 March 10:00 to 31 March 09:00, a month back):
        // such a span keeps its length.
        if (start is { } moved && moved >= end)
            end = moved + Period.Between(timeframe.Start!.Value, timeframe.End!.Value, PeriodUnits.AllTimeUnits);

        return Timeframe.TryBetween(start, end) ?? throw CommonEra.Beyond(nameof(periods));
    }

    private static bool MovesByBoundaries(Timeframe timeframe, Grain grain) =>
        grain is Grain.Hour or Grain.Day or Grain.Week
        || ((timeframe.Start is not { } start || IsMonthStart(start)) && (timeframe.End is not { } end || IsMonthStart(end)));

    private static bool IsMonthStart(LocalDateTime moment) => moment.Day == 1 && moment.TimeOfDay == LocalTime.Midnight;

    // An end at midnight belongs to the day before it: that day moves, and the end follows it.
    private static LocalDateTime MoveLastDay(LocalDateTime end, int periods, Grain grain)
    {
        if (end.TimeOfDay != LocalTime.Midnight)
            return Move(end, periods, grain);

        LocalDate lastDay = Move(end.Date.PlusDays(-1), periods, grain);
        return (CommonEra.PlusDays(lastDay, 1) ?? throw CommonEra.Beyond(nameof(periods))).AtMidnight();
    }
}
