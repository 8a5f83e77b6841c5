using System.Globalization;

namespace SocialKpi;

/// <summary>Goals and their evaluations in English words, invariant.</summary>
internal static class GoalText
{
    /// <summary>The goal as a sentence without a full stop, the names in it isolated where they are written from right to left.</summary>
    public static string Sentence(Goal goal) => Sentence(goal, DisplayText.Name, goal.Terms.Scope.ToString());

    /// <summary>The same with every name as it is.</summary>
    public static string Plain(Goal goal) => Sentence(goal, name => name, goal.Terms.Scope.Plain);

    public static string Summary(GoalEvaluation evaluation)
    {
        string progress = evaluation.RawProgress is { } raw ? $", {Percent(raw)}" : "";
        string expected = evaluation.ExpectedProgress is { } part ? $", expected {Percent(part)}" : "";
        string verdict = evaluation.Verdict == GoalVerdict.Pending ? "" : $"{evaluation.Verdict}; ";
        return $"{verdict}{evaluation.Status}{progress}{expected}, by rule {evaluation.RuleName}";
    }

    /// <summary>A part as a percentage with at most one decimal, halves away from zero; what is not all of it is never 100 %.</summary>
    public static string Percent(decimal part) => (part is < 1 and >= 0.9995m ? 0.999m : part).ToString("#,0.# %", CultureInfo.InvariantCulture);

    public static IEnumerable<string> Reasons(GoalEvaluation evaluation)
    {
        Goal goal = evaluation.Goal;
        string asOf = TimeframeText.Write(evaluation.AsOf);
        if (!evaluation.HasStarted) yield return $"it begins on {TimeframeText.Write(goal.Period.Start!.Value.Date)}, after {asOf}";
        foreach (string reason in evaluation.Parts.Count > 0 ? OfParts(evaluation) : OfFigure(evaluation)) yield return reason;
        if (evaluation.HasStarted) yield return $"status {evaluation.Status}: {WhyStatus(evaluation)}";
        yield return $"verdict {evaluation.Verdict}: {WhyVerdict(evaluation)}";
        if (evaluation.Forecast is { } forecast)
        {
            yield return $"if it goes on like this: {forecast.AtDeadline} on {TimeframeText.Write(goal.Deadline)}"
                + (forecast.ArrivesOn is { } day ? $", and {goal.Level} on {TimeframeText.Write(day)}" : "");
            if (forecast.NeededPerPeriod is { } needed) yield return $"it takes a change of {needed} every {(forecast.PeriodDays == 1 ? "day" : Days(forecast.PeriodDays))} from {(evaluation.Due == evaluation.Day ? "now" : $"{TimeframeText.Write(ReadingDays.Day(evaluation.Due + 1))} on")}";
        }
        else
        {
            _ = GoalForecast.Of(evaluation, out string? why);
            if (why is not null) yield return $"no forecast: {why}";
        }
    }

    private static string Sentence(Goal goal, Func<string, string> named, string part)
    {
        string what = named(goal.Kpi?.Label ?? "");
        string per = goal.Per is { } grain ? $" each {MachineText.Code(grain)}" : "";
        string text = goal.Shape switch
        {
            GoalShape.Increase or GoalShape.Decrease => $"{what} from {goal.Baseline!.Quantity} to {goal.Level}",
            GoalShape.RecurringGrowth => $"{what} growing by {goal.Rate}{per} from {goal.Baseline!.Quantity} to {goal.Level}",
            GoalShape.KeepAtOrAbove => $"{what} at or above {goal.Lower}{per}",
            GoalShape.KeepAbove => $"{what} above {goal.Lower}{per}",
            GoalShape.KeepAtOrBelow => $"{what} at or below {goal.Upper}{per}",
            GoalShape.KeepBelow => $"{what} below {goal.Upper}{per}",
            GoalShape.InRange => $"{what} between {goal.Lower} and {goal.Upper}",
            GoalShape.EstablishBaseline => $"first measurement of {what}",
            _ => named(goal.Terms.Name),
        };
        string scope = goal.Terms.Scope == GoalScope.Whole ? "" : $" for {part}";
        return $"{text}{scope} during {goal.Period}";
    }

    private static IEnumerable<string> OfParts(GoalEvaluation evaluation) => evaluation.Parts
        .Zip(evaluation.Goal.Terms.Scope.Segments, (part, segment) => $"{segment}: {part}")
        .Append(evaluation.Goal.Terms.Scope.Combination == ScopeCombination.Each
            ? "each must pass, so the weakest stands for all"
            : "each stands for itself, so progress is their mean and passing some is a part");

    private static IEnumerable<string> OfFigure(GoalEvaluation evaluation)
    {
        Goal goal = evaluation.Goal;
        GoalEvidence evidence = evaluation.Evidence;
        if (goal.HasSteps && evaluation.HasStarted)
        {
            Milestone[] done = [.. goal.Steps.Where(step => step.DoneOn <= evaluation.AsOf)];
            yield return $"{done.Length} of {goal.Steps.Count} steps done: {(done.Length == 0 ? "none" : string.Join(", ", done.Select(step => DisplayText.Name(step.Name))))}";
        }
        else if (goal.IsKept && evaluation.HasStarted)
        {
            yield return $"kept in {evidence.Met} of {evidence.Known} observed {MachineText.Code(goal.Per!.Value)}s; {evidence.Possible} {(evidence.Possible == 1 ? "has" : "have")} passed, and a missing one "
                + (goal.Terms.DataPolicy.MissingPeriods == MissingPeriods.Exclude ? "is left out" : "counts as a miss");
            if (evidence is { Known: 0, Current: { } unusable })
            {
                foreach (string reason in OfCurrent(evaluation, unusable)) yield return reason;
            }
        }
        else if (evidence.Current is { } current && evaluation.HasStarted)
        {
            foreach (string reason in OfCurrent(evaluation, current)) yield return reason;
        }
        else if (evaluation.HasStarted)
        {
            yield return evidence.Observed > 0 && goal.Current == CurrentFigure.LatestPeriod
                ? $"no whole {(goal.Per is { } per ? MachineText.Code(per) : "period")} is known in its period so far"
                : "there is no reading in its period so far";
        }

        if (evaluation.HasStarted && evaluation.ExpectedProgress is { } expected) yield return Expectation(evaluation, expected);
        if (evidence.Absent > 0) yield return $"{Readings(evidence.Absent)} without a value";
        if (evidence.After > 0) yield return $"{Readings(evidence.After)} of later days ignored";
        if (evidence.Cut > 0) yield return $"{Readings(evidence.Cut)} ignored that end{(evidence.Cut == 1 ? "s" : "")} after {TimeframeText.Write(evaluation.AsOf)}; read the data as of that day, or by shorter periods";
    }

    /// <summary>The current figure, or why it cannot be used, and what is to be known of it.</summary>
    private static IEnumerable<string> OfCurrent(GoalEvaluation evaluation, Reading current)
    {
        Goal goal = evaluation.Goal;
        yield return current.HasValue && !goal.IsIn(current.Unit)
            ? $"{current.Where}: {current}, but the goal is in {goal.Figures.Unit}; different currencies are not compared"
            : $"{DisplayText.Name(goal.Kpi!.Label)}, {current.Where}: {current}{Way(evaluation)}";
        if (current.Absence == Absence.NotMergeable && current.Caveats.Contains(CaveatText.TotalOfGiven))
        {
            yield return goal.Per is { } per ? $"given figures cannot be merged; give one number for each {MachineText.Code(per)}"
                : "given figures cannot be merged; give one number for all of the time so far, or look at CurrentFigure.LatestPeriod";
        }

        foreach (Caveat caveat in current.Caveats.Where(caveat => caveat.Kind != CaveatKind.Given)) yield return caveat.Text;
    }

    private static string Way(GoalEvaluation evaluation)
    {
        Goal goal = evaluation.Goal;
        if (evaluation.RawProgress is not { } raw) return "";
        return goal.IsMovement ? $", {Percent(raw)} of the way from {goal.Start} to {goal.Level}"
            : goal.Shape == GoalShape.InRange ? $", {(raw >= 1 ? "inside" : "outside")} {goal.Lower} to {goal.Upper}" : "";
    }

    private static string Expectation(GoalEvaluation evaluation, decimal expected)
    {
        Goal goal = evaluation.Goal;
        if (goal.HasSteps) return $"expected {Percent(expected)}: the weight of the steps that are due";
        if (evaluation.IsPastItsRange) return $"expected 100 %: a sum above {goal.Upper} does not come back";
        if (goal.IsKept || goal.Figures.ExpectsAllAtOnce) return "expected 100 % from the first day";
        string figure = evaluation.ExpectedFigure is { } quantity ? $", {quantity}" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"expected {Percent(expected)}{figure}: {goal.Curve}, {goal.DaysPassed(evaluation.Due)} of {goal.DaysInAll} days ({MachineText.Code(goal.Terms.DayCount).Replace('_', ' ')})");
    }

    private static string WhyStatus(GoalEvaluation evaluation) => evaluation.Parts.Count > 0 ? WhyStatusOfParts(evaluation) : evaluation.Status switch
    {
        GoalStatus.TooEarly when evaluation.IsEarly => $"{Percent(evaluation.Elapsed)} of the period has passed, and it is judged from {Percent(evaluation.Goal.Terms.DataPolicy.EarlyShare)} on",
        GoalStatus.TooEarly => "nothing is expected before the deadline",
        GoalStatus.NoData => "nothing is known that could be judged",
        GoalStatus.Stale => $"the last observation ends on {TimeframeText.Write(evaluation.Evidence.LastDay!.Value)}, more than {Days(evaluation.StaleAfterDays)} before",
        _ when evaluation.Gap is { } gap => $"{Points(gap)} what is expected, by rule {evaluation.RuleName}",
        _ => $"by rule {evaluation.RuleName}",
    };

    private static string WhyStatusOfParts(GoalEvaluation evaluation)
    {
        if (PartGoals.Deciding(evaluation) is { } at) return $"that of {evaluation.Goal.Terms.Scope.Segments[at]}, as {WhyStatus(evaluation.Parts[at])}";
        GoalEvaluation[] judged = [.. evaluation.Parts.Where(part => part.Status.IsJudgement())];
        string some = judged.Length == evaluation.Parts.Count ? "" : string.Create(CultureInfo.InvariantCulture, $" of the {judged.Length} that can be judged");
        return $"the mean{some} is {Percent(PartGoals.Mean(judged)!.Value)}, by rule {evaluation.RuleName}";
    }

    private static string WhyVerdict(GoalEvaluation evaluation)
    {
        Goal goal = evaluation.Goal;
        string reached = evaluation.ReachedOn is { } day ? $"reached by {TimeframeText.Write(day)}" : "reached";
        string deadline = TimeframeText.Write(goal.Deadline);
        if (evaluation.Parts.Count > 0) return goal.Terms.Scope.Combination == ScopeCombination.Each ? "each must pass" : "each passes by itself";
        return evaluation.Verdict switch
        {
            GoalVerdict.Pending when evaluation.AsOf <= goal.Deadline => $"the deadline is {deadline}",
            GoalVerdict.Pending when goal.Terms.DataPolicy.MaturationDays is > 0 and var days && ReadingDays.Number(evaluation.AsOf) <= goal.LastDay + days => $"figures of {deadline} are final after {Days(days)}",
            GoalVerdict.Pending when evaluation.WasReachedLate => $"{reached}, after {deadline}, and figures are final after {Days(goal.Terms.DataPolicy.MaturationDays)}",
            GoalVerdict.Pending => $"it may still be reached late, within {Days(goal.Terms.VerdictRule.LateDays)} after {deadline}",
            GoalVerdict.Achieved => $"{reached}, {goal.Terms.Ambition}",
            GoalVerdict.AchievedLate => $"{reached}, after {deadline} and within {Days(goal.Terms.VerdictRule.LateDays)} of it",
            GoalVerdict.Unknown => evaluation.IsStale ? "the last observation before the deadline was too old" : evaluation.LacksLastPeriod ? "the last period before the deadline is not known, which is not a miss" : "there is no figure at the deadline, which is not a miss",
            GoalVerdict.Partial when evaluation.Zone is { } zone => $"not at the target, but in the zone {zone}",
            _ => $"{Percent(evaluation.RawProgress!.Value)} at the deadline, {goal.Terms.Ambition}, {goal.Terms.VerdictRule}",
        };
    }

    private static string Points(decimal gap) => gap == 0 ? "just"
        : $"{(Math.Abs(gap) < 0.0005m ? "less than 0.1 points" : Percent(Math.Abs(gap)).Replace(" %", " points", StringComparison.Ordinal))} {(gap > 0 ? "behind" : "ahead of")}";

    private static string Readings(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} reading{(count == 1 ? "" : "s")}");

    private static string Days(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} day{(count == 1 ? "" : "s")}");
}
