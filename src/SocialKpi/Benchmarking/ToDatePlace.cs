using NodaTime;

namespace SocialKpi;

/// <summary>Whether what is counted since a year or quarter began is compared at the same place of it: January to date is not December to date.</summary>
internal static class ToDatePlace
{
    private const int MonthsOfQuarter = 3;
    private const int MonthsOfYear = 12;

    /// <summary>Whether two times end at the same place of each longer period that a formula reads to date; of weeks and the like, at one less than half of them apart.</summary>
    public static bool IsSame(Formula formula, Timeframe one, Timeframe other)
    {
        if (one == other || one is not { Start: { } start, End: { } end } || other.End is not { } otherEnd) return true;
        long length = Hours(start, end);
        return formula.Contexts.OfType<ToDateContext>().All(toDate => 2 * Apart(end, otherEnd, toDate.Grain) < length);
    }

    /// <summary>How many hours a time is from the nearest one that is whole periods away from another; wherever such periods begin.</summary>
    private static long Apart(LocalDateTime from, LocalDateTime to, Grain grain)
    {
        int months = grain switch
        {
            Grain.Year => MonthsOfYear,
            Grain.Quarter => MonthsOfQuarter,
            Grain.Month => 1,
            _ => 0,
        };
        if (months == 0)
        {
            long period = grain == Grain.Week ? NodaConstants.HoursPerWeek : grain == Grain.Day ? NodaConstants.HoursPerDay : 1, rest = Hours(from, to) % period;
            return Math.Min(rest, period - rest);
        }

        int periods = (((to.Year - from.Year) * MonthsOfYear) + to.Month - from.Month) / months;
        return new[] { periods - 1, periods, periods + 1 }.Min(count => Hours(CommonEra.PlusMonths(from.Date, count * months) is { } day ? day.At(from.TimeOfDay) : LocalDateTime.MinIsoValue, to));
    }

    private static long Hours(LocalDateTime one, LocalDateTime other) => Math.Abs(Period.Between(one, other, PeriodUnits.Hours).Hours);
}
