namespace SocialKpi;

/// <summary>Where a value lies against both quartiles, whichever way the KPI gets better. A value at a quartile lies between them.</summary>
public enum QuartileBand
{
    /// <summary>Below the first quartile: in the lowest quarter.</summary>
    Lowest = -1,

    /// <summary>From the first quartile to the third: in the middle half.</summary>
    Middle = 0,

    /// <summary>Above the third quartile: in the highest quarter.</summary>
    Highest = 1,
}
