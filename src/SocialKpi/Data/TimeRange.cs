using System.Globalization;
using NodaTime;

namespace SocialKpi;

/// <summary>The years that facts may lie in: every period around a time must lie in the calendar too.</summary>
internal static class TimeRange
{
    private const int FirstYear = 2;
    private const int LastYear = 9997;

    private static readonly int FirstDay = DayNumbers.NumberOf(new LocalDate(FirstYear, 1, 1));
    private static readonly int LastDay = DayNumbers.NumberOf(new LocalDate(LastYear, 12, 31));

    /// <summary>Adds every row whose time no report can hold, such as the 9999-12-31 that some systems write for "never".</summary>
    public static void Check(TimeColumn time, List<FactsIssue> issues)
    {
        DayNumbers days = time.Days;
        if (days.Count == 0 || (days.First >= FirstDay && days.Last <= LastDay)) return;
        for (int row = 0; row < days.Count; row++)
        {
            if (days[row] < FirstDay || days[row] > LastDay)
                issues.Add(new("time", row, string.Create(CultureInfo.InvariantCulture, $"{MachineText.Write(time.At(row))} lies outside the years {FirstYear} to {LastYear}; leave the row out when its time is not known")));
        }
    }
}
