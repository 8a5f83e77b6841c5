using NodaTime;

namespace SocialKpi;

/// <summary>What a draft leaves open of its time; of several ways in which it says the end, the one that leaves least open counts.</summary>
internal static class SmartTimes
{
    public static IEnumerable<SmartLint> Of(GoalDraft draft)
    {
        bool recurs = draft.Per is not null || draft.IsKept || draft.Shape == GoalShape.RecurringGrowth;
        if (draft.Due is not null || (draft.Start is not null && draft.Length is not null)) yield break;
        if (draft.LastDay is { } last)
            yield return Open("deadline-day-assumed", $"it says {draft.DueIn} and no day; {TimeframeText.Write(last)} is taken, so write another if it is meant", SmartAnswer.Present);
        else if (draft.DueDay is { } day)
            yield return Open("deadline-year-missing", $"it is due on {TimeframeText.Write(day.InYear(2000))[5..]} without a year; write which");
        else if (draft.Length is { } length)
            yield return Open("start-anchor-missing", $"{Words(length)} have no beginning; write the first day");
        else if (recurs) yield return Open("end-missing", "it recurs without an end; write the last day");
        else yield return Open("deadline-missing", "it does not say by when; write the last day", SmartAnswer.Absent);

        static SmartLint Open(string code, string message, SmartAnswer atMost = SmartAnswer.Partial) => new(code, SmartLetter.TimeBound, message) { AtMost = atMost };
    }

    private static string Words(Period length)
    {
        (long Count, string Unit)[] parts = [(length.Years, "year"), (length.Months, "month"), (length.Weeks, "week"), (length.Days, "day")];
        string[] said = [.. parts.Where(part => part.Count != 0).Select(part => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{part.Count} {part.Unit}{(part.Count == 1 ? "" : "s")}"))];
        return said.Length > 0 ? string.Join(' ', said) : "no days";
    }
}
