using NodaTime;

namespace SocialKpi;

/// <summary>Continues in a new period what an objective left undone.</summary>
internal static class ObjectiveCarrying
{
    public static Objective Next(ObjectiveEvaluation evaluation, Timeframe during, string id)
    {
        List<DefinitionIssue> issues = [];
        Objective? next = Next(evaluation, during, id, issues);
        if (next is null && issues.Count == 0) issues.Add(new DefinitionIssue($"objective {evaluation.Objective}", "nothing of it is left to carry forward; make a new objective"));
        DefinitionException.ThrowIfAny(issues);
        return next!;
    }

    private static Objective? Next(ObjectiveEvaluation evaluation, Timeframe during, string id, List<DefinitionIssue> issues)
    {
        Objective objective = evaluation.Objective;
        KeyResult[] left = [.. evaluation.KeyResults.Select(one => Next(one, during, id, issues)).OfType<KeyResult>()];
        Objective[] contributing = [.. evaluation.Contributing.Select(one => Next(one, during, "", issues)).OfType<Objective>()];
        if (issues.Count > 0 || left.Length + contributing.Length == 0) return null;
        try
        {
            return Objective.Of(objective.Name, left, objective.Terms with { Id = id, Contributing = contributing, CheckIns = [], CarriedFrom = objective.Id });
        }
        catch (DefinitionException refusal)
        {
            issues.AddRange(refusal.Issues);
            return null;
        }
    }

    /// <summary>What is left of a key result; null when it is done, and with issues when it does not continue.</summary>
    private static KeyResult? Next(KeyResultEvaluation one, Timeframe during, string id, List<DefinitionIssue> issues)
    {
        Goal goal = one.KeyResult.Goal;
        if (one.Goal.Verdict is GoalVerdict.Achieved or GoalVerdict.AchievedLate) return null;
        if (Refusal(one.Goal, during) is { } refusal)
        {
            issues.Add(new DefinitionIssue($"key result '{one.KeyResult}'", refusal));
            return null;
        }

        GoalTerms terms = goal.Terms with
        {
            Id = "",
            Objective = goal.Terms.Objective.Length > 0 ? id : "",
            CheckIns = [.. goal.Terms.CheckIns.Where(during.Contains)],
        };
        if (Left(one.Goal, goal.Parts with { Period = during, Terms = terms }) is not { } parts) return null;
        int before = issues.Count;
        _ = GoalRules.Check(parts, issues);
        return issues.Count == before ? new KeyResult(Goal.Make(parts), one.KeyResult.Weight) : null;
    }

    private static string? Refusal(GoalEvaluation evaluation, Timeframe during)
    {
        Goal goal = evaluation.Goal;
        if (evaluation.Verdict == GoalVerdict.Pending) return $"it is still open as of {TimeframeText.Write(evaluation.AsOf)}; carry it forward when it has a verdict";
        if (during.Start < goal.Period.End) return $"{during} begins before its period {goal.Period} ended; begin later";
        if (goal.HasSteps || goal.IsKept || goal.Shape == GoalShape.EstablishBaseline) return null;
        if (evaluation.Parts.Count > 0) return "its segments stand each elsewhere, and a goal has one baseline; make a goal of each segment";
        if (evaluation.Verdict == GoalVerdict.Unknown || evaluation.Current is not { HasValue: true }) return "no figure is known at its deadline, so nobody knows where it stands; evaluate it with readings up to there";
        return AddsUp(goal) && goal.Shape == GoalShape.InRange ? "its figure adds up from zero, so a range for one period does not continue in another; make a new goal" : null;
    }

    /// <summary>The goal from where it stands; null when nothing is left.</summary>
    private static GoalParts? Left(GoalEvaluation evaluation, GoalParts parts)
    {
        Goal goal = evaluation.Goal;
        if (goal.HasSteps)
        {
            Milestone[] open = [.. goal.Steps.Where(step => !(step.DoneOn <= evaluation.AsOf))
                .Select(step => step with { Due = step.Due is { } due && parts.Period.Contains(due) ? due : null })];
            return open.Length > 0 ? parts with { Steps = open } : null;
        }

        if (goal.IsKept || goal.Shape == GoalShape.EstablishBaseline) return parts;
        Reading current = evaluation.Current!;
        if (goal.IsMovement && goal.Shape != GoalShape.RecurringGrowth)
        {
            parts = parts with { Target = AddsUp(goal) ? Less(goal, current.Value) : Levels(goal, current.Value) };
            if (AddsUp(goal)) return parts with { Baseline = Baseline.Assumed(current.Quantity with { Value = 0 }, source: $"what is left of {goal.Level}") };
        }

        return goal.Baseline is null ? parts : parts with { Baseline = Baseline.Of(current) };
    }

    /// <summary>What is to be reached as levels: a gain or a change of the old baseline would be another figure from the new one.</summary>
    private static GoalTarget Levels(Goal goal, decimal current)
    {
        bool hasCommit = goal.Target!.CommitLevel is { } commit && (goal.Shape == GoalShape.Increase ? current < commit.Value : current > commit.Value);
        return hasCommit ? goal.Target : goal.Level!.Value;
    }

    /// <summary>What is left to add up.</summary>
    private static GoalTarget Less(Goal goal, decimal done)
    {
        Quantity Left(Quantity whole) => whole with { Value = whole.Value - done };
        return goal.Target is { CommitLevel: { } commit, StretchLevel: { } stretch } && commit.Value > done
            ? GoalTarget.Zones(Left(commit), Left(goal.Level!.Value), Left(stretch))
            : Left(goal.Level!.Value);
    }

    private static bool AddsUp(Goal goal) => goal.Figures.Nature == KpiNature.Accumulating && goal.Current != CurrentFigure.LatestPeriod;
}
