namespace SocialKpi;

/// <summary>How a table is laid out for people.</summary>
public enum TableShape
{
    /// <summary>One line a period and segment, one column a KPI.</summary>
    Wide,

    /// <summary>One line a reading: period, segment, KPI, value and notes.</summary>
    Narrow,
}
