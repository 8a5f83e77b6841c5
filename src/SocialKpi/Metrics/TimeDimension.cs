namespace SocialKpi;

/// <summary>Dimensions that facts with a time have of themselves, unless a column has the same name.</summary>
public static class TimeDimension
{
    /// <summary>The day of the week on the local clock: <c>1</c> is Monday, <c>7</c> Sunday.</summary>
    public const string Weekday = "weekday";

    /// <summary>The hour of the day on the local clock: <c>00</c> to <c>23</c>.</summary>
    public const string HourOfDay = "hour_of_day";
}
