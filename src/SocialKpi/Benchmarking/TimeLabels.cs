using System.Globalization;
using NodaTime;

namespace SocialKpi;

/// <summary>The hours of a day and the days of a week as people write them, and which of them a table is by.</summary>
internal static class TimeLabels
{
    /// <summary>The cells that name a segment of hours or weekdays: <c>Monday</c>, <c>14:00–14:59</c>.</summary>
    public static IEnumerable<string> Labels(IReadOnlyList<string> dimensions, Segment segment) => dimensions.Select(dimension => Label(dimension, segment[dimension]));

    /// <exception cref="ArgumentException">The table is neither by hour of day nor by weekday.</exception>
    public static void Check(KpiTable table, Kpi kpi)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(kpi);
        _ = table[kpi];
        if (!IsBy(table, TimeDimension.HourOfDay) && !IsBy(table, TimeDimension.Weekday))
            throw new ArgumentException("The query is neither by hour of day nor by weekday. Ask for By(TimeDimension.HourOfDay), By(TimeDimension.Weekday) or both.", nameof(table));
    }

    public static bool IsBy(KpiTable table, string dimension) => table.Query.Dimensions.Contains(dimension, StringComparer.Ordinal);

    private static string Label(string dimension, string? value)
    {
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number)) return Segment.Named(value);
        return (dimension, number) switch
        {
            (TimeDimension.Weekday, >= 1 and <= 7) => ((IsoDayOfWeek)number).ToString(),
            (TimeDimension.HourOfDay, >= 0 and <= 23) => string.Create(CultureInfo.InvariantCulture, $"{number:00}:00–{number:00}:59"),
            _ => Segment.Named(value),
        };
    }
}
