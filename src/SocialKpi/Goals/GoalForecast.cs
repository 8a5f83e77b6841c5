using System.Text;
using NodaTime;

namespace SocialKpi;

/// <summary>What comes of a goal if it goes on as it did so far, and what it would take to reach it from now.</summary>
/// <remarks>
/// Progress ÷ expected progress is taken to stay what it is, so the forecast follows the goal's own curve: a straight line, a rate, a season.
/// It says what follows from the figures so far and nothing about chance.
/// </remarks>
public sealed record GoalForecast
{
    private GoalForecast()
    {
    }

    /// <summary>The figure at the deadline.</summary>
    public Quantity AtDeadline { get; private init; }

    /// <summary>How much the figure must change in each further period as long as the last observed one, from the end of what the current figure is of; of a ratio in percentage points; null when the target is reached, or the change is too large to hold.</summary>
    public Quantity? NeededPerPeriod { get; private init; }

    /// <summary>How many days these periods have.</summary>
    public int PeriodDays { get; private init; }

    /// <summary>The day on which the target is arrived at; null when it is reached, when it never will be like this, or after the deadline of a curve that ends there.</summary>
    public LocalDate? ArrivesOn { get; private init; }

    /// <summary>The forecast of an evaluation, or null and why not; without a reason where the goal is not one that has a forecast.</summary>
    internal static GoalForecast? Of(GoalEvaluation evaluation, out string? why)
    {
        Goal goal = evaluation.Goal;
        int needed = goal.Terms.DataPolicy.ForecastFrom;
        why = null;
        if (!goal.IsMovement || evaluation.Parts.Count > 0 || evaluation.Status is GoalStatus.NotStarted or GoalStatus.NoData || evaluation.Day >= goal.LastDay) return null;
        why = evaluation.IsEarly ? "it is too early"
            : evaluation.IsStale ? "the last observation is too old"
            : Observed(evaluation) is var observed && observed < needed ? $"it takes {needed} observations, and there {(observed == 1 ? "is" : "are")} {observed}"
            : evaluation.ExpectedProgress is null or 0 ? "nothing is expected before the deadline" : null;
        if (why is not null) return null;

        // Who is just on the curve stays on it: the last digit of a division is no pace.
        if (evaluation.Pace is { } pace && evaluation.FigureAt(ExactNumber.Settled(pace)) is { } atDeadline) return Of(evaluation, pace, atDeadline);
        why = "the figure would be too large to hold";
        return null;
    }

    /// <summary>How many observations there are; where months are compared with months, how many of those, however many days were read.</summary>
    private static int Observed(GoalEvaluation evaluation) =>
        evaluation.Goal.GrowsByPeriods ? Math.Min(evaluation.Evidence.Observed, evaluation.Goal.PeriodsBy(evaluation.Due)) : evaluation.Evidence.Observed;

    private static GoalForecast Of(GoalEvaluation evaluation, decimal pace, Quantity atDeadline)
    {
        Goal goal = evaluation.Goal;
        int days = goal.JudgesPeriods ? ReadingDays.Of(evaluation.Current!.Timeframe).Length : evaluation.Evidence.LastLength;
        bool isReached = evaluation.RawProgress >= 1;
        Unit unit = goal.Level!.Value.Unit;
        decimal? needed = isReached ? null : GoalEvaluation.Held(() => (goal.Level.Value.Value - evaluation.Current!.Value) * days / (goal.LastDay - evaluation.Due));
        return new GoalForecast
        {
            AtDeadline = atDeadline,
            NeededPerPeriod = needed is { } change ? new Quantity(change, unit.Kind == UnitKind.Ratio ? Unit.PercentagePoints : unit) : null,
            PeriodDays = days,
            ArrivesOn = isReached ? null : Arrival(goal, evaluation.Day, pace),
        };
    }

    private static LocalDate? Arrival(Goal goal, int today, decimal pace)
    {
        if (pace <= 0) return null;
        if (goal.Curve == ExpectedCurve.Linear)
        {
            // A straight line goes on beyond the deadline, as far as the calendar does.
            if (GoalEvaluation.Held(() => Math.Ceiling(ExactNumber.Settled(goal.DaysInAll / pace))) is not { } days) return null;
            if (days >= 1_000_000) return null;
            LocalDate tomorrow = ReadingDays.Day(today + 1);
            return CommonEra.PlusDays(ReadingDays.Day(goal.FirstDay), (int)days - (goal.DaysPassed(goal.FirstDay))) is not { } day ? null : day > tomorrow ? day : tomorrow;
        }

        if (!GoalPosition.IsAtLeast(pace, 1)) return null;
        (int low, int high) = (today + 1, goal.LastDay);
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (GoalPosition.IsAtLeast((goal.Expected(middle, goal.Elapsed(middle)) ?? 0) * pace, 1)) high = middle;
            else low = middle + 1;
        }

        return ReadingDays.Day(low);
    }

    private bool PrintMembers(StringBuilder text) => new RecordText(text).Part(AtDeadline).Part(NeededPerPeriod).Part(PeriodDays).Part(ArrivesOn).IsWritten;
}
