using NodaTime;

namespace SocialKpi;

/// <summary>What is unwise about the figures of a goal, which is allowed all the same. It leaves nothing open, so it takes nothing from a letter but where nobody can reach what is asked.</summary>
internal static class FigureLints
{
    // A February is a tenth shorter than a January, and a year as long as four quarters.
    private const decimal AsLong = 0.2m;

    public static IEnumerable<SmartLint> Of(GoalDraft draft)
    {
        if (draft is { IsMovement: true, BaselinePeriod: { IsBounded: true } period, Start: { } start })
        {
            if (draft.LastDay is { } last && draft.AddsUp && IsOfOtherLength(period, start, last))
                yield return Unwise("baseline-period-differs", $"its baseline is of {period}, while {draft.Kpi!.Id} adds up from {TimeframeText.Write(start)} to {TimeframeText.Write(last)}; give the figure of a time as long");
            if (period.End!.Value.Date > start.PlusDays(1))
                yield return Unwise("baseline-after-start", $"its baseline is of {period}, which is not over when it begins on {TimeframeText.Write(start)}; give a figure from before");
        }

        if (draft.Kpi is { } kpi && kpi.Range() is { } range)
        {
            foreach (Quantity figure in FiguresOf(draft).Where(figure => figure.Unit == kpi.Unit && Unreachable(draft.Shape, figure.Value, range) is not null).Distinct())
            {
                string ends = range.Highest is { } highest ? $"is {new Quantity(range.Lowest, kpi.Unit)} to {new Quantity(highest, kpi.Unit)}" : $"begins at {new Quantity(range.Lowest, kpi.Unit)}";
                yield return new("impossible-target", SmartLetter.Achievable, $"{kpi.Id} {ends}, so nobody {Unreachable(draft.Shape, figure.Value, range)} {figure}; look at the number again")
                {
                    AtMost = SmartAnswer.Absent,
                };
            }
        }

        static SmartLint Unwise(string code, string message) => new(code, SmartLetter.Measurable, message) { AtMost = SmartAnswer.Present };
    }

    /// <summary>What nobody does with a figure outside the range of a KPI, or at an end of it that is to be passed; null where somebody can.</summary>
    private static string? Unreachable(GoalShape? shape, decimal figure, (decimal Lowest, decimal? Highest) range) => shape switch
    {
        GoalShape.KeepBelow when figure <= range.Lowest => "is below",
        GoalShape.KeepAbove when figure >= range.Highest => "is above",
        GoalShape.KeepAtOrAbove or GoalShape.KeepAbove or GoalShape.InRange when figure < range.Lowest => "is below",
        GoalShape.KeepAtOrBelow or GoalShape.KeepBelow or GoalShape.InRange when figure > range.Highest => "is above",
        _ => figure < range.Lowest || figure > range.Highest ? "reaches" : null,
    };

    /// <summary>Whether a period is so much longer or shorter than some days that sums over them do not compare.</summary>
    public static bool IsOfOtherLength(Timeframe period, LocalDate first, LocalDate last)
    {
        decimal days = Period.DaysBetween(period.Start!.Value.Date, period.End!.Value.Date), others = Period.DaysBetween(first, last) + 1;
        return others > 0 && Math.Abs(days - others) > AsLong * Math.Max(days, others);
    }

    private static IEnumerable<Quantity> FiguresOf(GoalDraft draft) =>
        new[] { draft.Level, draft.IsKept ? draft.Amount?.Quantity : null, draft.Commit, draft.Stretch, draft.Lower?.Quantity, draft.Upper?.Quantity }.OfType<Quantity>();
}
