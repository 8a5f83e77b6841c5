using NodaTime;

namespace SocialKpi;

/// <summary>How many periods some days are, parts of one by their days: 15 July to 14 August is 17/31 + 14/31, one month. Exact, as a fraction.</summary>
internal readonly record struct PeriodCount(long Numerator, long Denominator)
{
    /// <summary>The periods from one day to before another, which comes later.</summary>
    public static PeriodCount Of(LocalDate from, LocalDate until, Grain per, ReportingCalendar calendar)
    {
        Timeframe time = Timeframe.Between(from, until);
        long whole = 0, parts = 0, of = 1;
        foreach (Timeframe period in calendar.Split(time, per))
        {
            // The first and the last reach beyond.
            int days = DaysOf(period), inside = DaysOf(period.Intersect(time)!.Value);
            if (inside == days) whole++;
            else (parts, of) = ((parts * days) + (inside * of), of * days);
        }

        return new((whole * of) + parts, of);
    }

    /// <summary>The count.</summary>
    public decimal Count => (decimal)Numerator / Denominator;

    /// <summary>What each period has of a sum over all of them.</summary>
    /// <exception cref="OverflowException">It is outside the range of a decimal.</exception>
    public decimal ShareOf(decimal sum) => sum * Denominator / Numerator;

    /// <summary>What each period grows by when all of them together multiply by a factor above zero.</summary>
    /// <exception cref="OverflowException">It is outside the range of a decimal.</exception>
    public decimal GrowthOf(decimal factor) => DecimalPower.Of(factor, (decimal)Denominator / Numerator) - 1;

    private static int DaysOf(Timeframe days) => Period.DaysBetween(days.Start!.Value.Date, days.End!.Value.Date);
}
