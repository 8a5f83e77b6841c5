using System.Globalization;
using NodaTime;

namespace SocialKpi;

/// <summary>Weekday and hour of day, as dimensions made from the time of the facts.</summary>
internal static class TimeDimensionColumn
{
    /// <summary>Whether the facts have this dimension of themselves.</summary>
    public static bool Exists(Facts facts, string name) =>
        (name == TimeDimension.Weekday && facts.HasTime) || (name == TimeDimension.HourOfDay && facts.Time is { HasTimeOfDay: true });

    /// <summary>The dimension of this name; null when the name is another or the facts do not have the time for it.</summary>
    public static DimensionColumn? Of(Facts facts, string name) => (name, facts.Time) switch
    {
        (TimeDimension.Weekday, { } time) => Make(facts, time, moment => ((int)moment.DayOfWeek).ToString(CultureInfo.InvariantCulture)),
        (TimeDimension.HourOfDay, { HasTimeOfDay: true } time) => Make(facts, time, moment => moment.Hour.ToString("00", CultureInfo.InvariantCulture)),
        _ => null,
    };

    private static DimensionColumn Make(Facts facts, TimeColumn time, Func<LocalDateTime, string> textOf) =>
        DimensionColumn.From(row => textOf(time.At(row)), RowSelection.All(facts.RowCount));
}
