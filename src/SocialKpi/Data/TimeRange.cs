using System.Globalization;
using NodaTime;

namespace SocialKpi;

/// <summary>The years that facts may lie in: every period around a time must lie in the calendar too.</summary>
internal static class TimeRange
{
    private const int FirstYear = 2;
    private const int LastYear = 9997;

    /// <summary>Adds every row whose time no report can hold, such as the 9999-12-31 that some systems write for "never".</summary>
    public static void Check(TimeColumn time, int length, List<FactsIssue> issues)
    {
        for (int row = 0; row < length; row++)
        {
            LocalDateTime moment = time.At(row);
            if (moment.Year is < FirstYear or > LastYear)
                issues.Add(new("time", row, string.Create(CultureInfo.InvariantCulture, $"{MachineText.Write(moment)} lies outside the years {FirstYear} to {LastYear}; leave the row out when its time is not known")));
        }
    }
}
