using NodaTime;

namespace SocialKpi;

/// <summary>Whether what is counted since a year or quarter began is compared at the same place of it: January to date is not December to date.</summary>
internal static class ToDatePlace
{
    /// <summary>Times to date that are a tenth of themselves apart, as a month of 28 days and one of 31 are, count as equally long.</summary>
    private const int AsLong = 10;

    /// <summary>
    /// Whether two times end as long after each longer period began that a formula reads to date: after as many days or months, and of weeks and the like,
    /// of which few do, less than half of one apart and not by more than months of the calendar differ.
    /// </summary>
    public static bool IsSame(Formula formula, Timeframe one, Timeframe other, ReportingCalendar calendar)
    {
        if (one == other || one is not { Start: { } start, End: { } end } || other.End is not { } otherEnd) return true;
        long length = Hours(start, end);
        return formula.Contexts.OfType<ToDateContext>().All(toDate =>
            ToDate(end, toDate.Grain, calendar) is { } until && ToDate(otherEnd, toDate.Grain, calendar) is { } otherUntil
            && (Refusals.AreAsLong(until, otherUntil) || IsNear(until, otherUntil, length)));
    }

    /// <summary>From the start of the longer period that a time ends in; null at the ends of the common era, where there is no whole one.</summary>
    private static Timeframe? ToDate(LocalDateTime end, Grain grain, ReportingCalendar calendar) => end.Year > CommonEra.First.Year && end.Year < CommonEra.Last.Year
        ? Timeframe.Between(calendar.Containing(end.PlusTicks(-1), grain).Start!.Value, end)
        : null;

    private static bool IsNear(Timeframe one, Timeframe other, long length)
    {
        (LocalDateTime start, LocalDateTime end, LocalDateTime otherStart, LocalDateTime otherEnd) = (one.Start!.Value, one.End!.Value, other.Start!.Value, other.End!.Value);
        long apart = Hours(otherStart + Period.Between(start, end, PeriodUnits.Months | PeriodUnits.Days | PeriodUnits.Hours), otherEnd);
        return 2 * apart < length && AsLong * apart <= Math.Min(Hours(start, end), Hours(otherStart, otherEnd));
    }

    private static long Hours(LocalDateTime one, LocalDateTime other) => Math.Abs(Period.Between(one, other, PeriodUnits.Hours).Hours);
}
