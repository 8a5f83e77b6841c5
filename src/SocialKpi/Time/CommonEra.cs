using NodaTime;

namespace SocialKpi;

/// <summary>
/// The days that timeframes can cover, and calendar steps that stay on them: a step answers <c>null</c> where NodaTime would
/// overflow or run into the years before 1. Boundaries lie between 0001-01-01T00:00 and 9999-12-31T00:00.
/// </summary>
internal static class CommonEra
{
    internal static readonly LocalDate First = new(1, 1, 1);

    // Boundaries end at the start of the last day, not at its end, so that each is an instant in every zone: offsets reach 18 hours.
    internal static readonly LocalDate Last = new(9999, 12, 31);

    private static readonly int LastDayNumber = Period.DaysBetween(First, Last);

    /// <summary>The same day in the ISO calendar; NodaTime refuses to compare days of different calendars.</summary>
    internal static LocalDate Iso(LocalDate day) => day.Calendar == CalendarSystem.Iso ? day : day.WithCalendar(CalendarSystem.Iso);

    internal static LocalDateTime Iso(LocalDateTime moment) =>
        moment.Calendar == CalendarSystem.Iso ? moment : moment.WithCalendar(CalendarSystem.Iso);

    internal static LocalDate Day(LocalDate day, string argument)
    {
        LocalDate iso = Iso(day);
        return iso < First ? throw Beyond(argument) : iso;
    }

    internal static LocalDateTime Moment(LocalDateTime moment, string argument)
    {
        LocalDateTime iso = Iso(moment);
        return iso.Date < First ? throw Beyond(argument) : iso;
    }

    internal static bool IsBoundary(LocalDateTime moment) => moment.Date >= First && moment <= Last.AtMidnight();

    internal static LocalDate? PlusDays(LocalDate day, long days)
    {
        long number = Period.DaysBetween(First, day) + days;
        return number < 0 || number > LastDayNumber ? null : First.PlusDays((int)number);
    }

    /// <summary>The same day of another month, clipped to that month's last day.</summary>
    internal static LocalDate? PlusMonths(LocalDate day, long months)
    {
        long number = (12L * (day.Year - First.Year)) + day.Month - 1 + months;
        if (number < 0 || number >= 12L * Last.Year)
            return null;

        int year = (int)(number / 12) + First.Year, month = (int)(number % 12) + 1;
        return new LocalDate(year, month, Math.Min(day.Day, CalendarSystem.Iso.GetDaysInMonth(year, month)));
    }

    internal static LocalDateTime? PlusHours(LocalDateTime moment, long hours)
    {
        long hour = moment.Hour + hours;
        long days = (hour >= 0 ? hour : hour - 23) / 24;
        return PlusDays(moment.Date, days) is { } day ? day + moment.TimeOfDay.PlusHours(hours) : null;
    }

    internal static ArgumentOutOfRangeException Beyond(string argument) =>
        new(argument, "Timeframes lie between 0001-01-01T00:00 and 9999-12-31T00:00; this would reach beyond.");
}
