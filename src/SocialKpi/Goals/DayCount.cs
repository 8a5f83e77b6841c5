namespace SocialKpi;

/// <summary>How the days of a goal's period are counted, and so how much of it has passed.</summary>
public enum DayCount
{
    /// <summary>First day and day of the evaluation both count: 15 April in 1–30 April is 15/30 = 50 %, the last day 100 %.</summary>
    InclusiveBoth,

    /// <summary>The days between two dates: 15 April in 1–30 April is 14/29 = 48.3 %, the first day 0 %, the last day 100 %.</summary>
    DayDifference,
}
