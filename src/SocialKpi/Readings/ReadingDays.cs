using NodaTime;

namespace SocialKpi;

/// <summary>Of which days a reading is, as days since 1970-01-01.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day of which its source knows anything; that of the period where it knows nothing of it.</param>
/// <param name="IsWhole">Whether all of the period is known.</param>
internal readonly record struct ReadingDays(int First, int Last, bool IsWhole)
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    /// <summary>The days of a reading whose period is bounded.</summary>
    public static ReadingDays Of(Reading reading, Timeframe known, Timeframe complete)
    {
        Timeframe period = reading.Timeframe;
        return Of(known.Intersect(period) ?? period) with { IsWhole = complete.Contains(period) };
    }

    /// <summary>The days of a bounded time, all of it known.</summary>
    public static ReadingDays Of(Timeframe time) => new(Number(time.Start!.Value.Date), Number(time.End!.Value.PlusTicks(-1).Date), IsWhole: true);

    /// <summary>How many days.</summary>
    public int Length => Last - First + 1;

    /// <summary>The number of a day.</summary>
    public static int Number(LocalDate day) => Period.DaysBetween(Epoch, CommonEra.Iso(day));

    /// <summary>The day of a number.</summary>
    public static LocalDate Day(int number) => Epoch.PlusDays(number);
}
