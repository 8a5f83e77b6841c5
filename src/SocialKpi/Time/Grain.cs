namespace SocialKpi;

/// <summary>
/// How finely time is cut: the size of the periods a KPI is read for. Where weeks, quarters and years begin is said by a
/// <see cref="ReportingCalendar"/>. The <c>default</c> is <see cref="Hour"/>.
/// </summary>
public enum Grain
{
    /// <summary>An hour of the local clock. Where the clock goes back, the hour that occurs twice is one period.</summary>
    Hour,

    /// <summary>A calendar day, midnight to midnight on the local clock.</summary>
    Day,

    /// <summary>Seven days from the calendar's <see cref="ReportingCalendar.WeekStart"/>.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>Three months, counted from the month the fiscal year starts in.</summary>
    Quarter,

    /// <summary>Twelve months from the month the fiscal year starts in.</summary>
    Year,
}
