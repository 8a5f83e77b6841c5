namespace SocialKpi;

/// <summary>How the evaluations of several segments make that of their goal.</summary>
internal static class PartGoals
{
    // What endangers a goal comes before what is not known of it, and that before what is well.
    private static readonly GoalStatus[] FromWorst =
        [GoalStatus.AtRisk, GoalStatus.Behind, GoalStatus.Stale, GoalStatus.NoData, GoalStatus.TooEarly, GoalStatus.NotStarted, GoalStatus.OnTrack];

    public static GoalStatus Worst(IEnumerable<GoalEvaluation> parts) => FromWorst.First(status => parts.Any(part => part.Status == status));

    /// <summary>What is expected of the parts together: the same of each, but where a sum is past its range.</summary>
    public static decimal? Expected(IReadOnlyList<GoalEvaluation> parts) =>
        parts.All(part => part.ExpectedProgress == parts[0].ExpectedProgress) ? parts[0].ExpectedProgress : parts.Average(part => part.ExpectedProgress);

    /// <summary>The part by which the whole is as bad as it is, of several that are judged the weakest and else the first; null where the mean of several decides.</summary>
    public static int? Deciding(GoalEvaluation whole)
    {
        bool isByMean = whole.Goal.Terms.Scope.Combination != ScopeCombination.Each && whole.Status.IsJudgement();
        if (isByMean) return null;
        int[] places = [.. Enumerable.Range(0, whole.Parts.Count).Where(at => whole.Parts[at].Status == whole.Status)];
        return whole.Status.IsJudgement() ? places.MinBy(at => whole.Parts[at].RawProgress) : places[0];
    }

    /// <summary>The mean progress of the parts that can be judged, by the goal's rule; what is well is not so while some of them cannot.</summary>
    public static GoalStatus StatusOfMean(Goal goal, IReadOnlyList<GoalEvaluation> parts)
    {
        GoalEvaluation[] judged = [.. parts.Where(part => part.Status.IsJudgement())];
        if (judged.Length == 0) return Worst(parts);
        GoalStatus status = Expected(judged) is { } expected
            ? goal.Terms.StatusRule.StatusOf(Mean(judged)!.Value, expected, judged[0].Elapsed)
            : GoalStatus.OnTrack;
        return status == GoalStatus.OnTrack && judged.Length < parts.Count ? Worst(parts.Except(judged)) : status;
    }

    /// <summary>The least progress; not known when that of any part is not, as nobody can say that it is not less.</summary>
    public static decimal? Weakest(IReadOnlyList<GoalEvaluation> parts) => parts.All(part => part.RawProgress is not null) ? parts.Min(part => part.RawProgress) : null;

    /// <summary>The mean of clamped progress, so that one part beyond its target hides no other; of the parts of which it is known.</summary>
    public static decimal? Mean(IEnumerable<GoalEvaluation> parts) => parts.Average(part => part.Progress);

    /// <summary>All must pass: one miss is a miss, whatever the others wait for.</summary>
    public static GoalVerdict VerdictOfAll(IReadOnlyList<GoalEvaluation> parts)
    {
        GoalVerdict[] fromWorst = [GoalVerdict.NotAchieved, GoalVerdict.Pending, GoalVerdict.Unknown, GoalVerdict.Partial, GoalVerdict.AchievedLate, GoalVerdict.Achieved];
        return fromWorst.First(verdict => parts.Any(part => part.Verdict == verdict));
    }

    /// <summary>
    /// Each passes by itself: some of them are a part. What nobody knows of one may be anything, so that a part is said only where another
    /// has passed and another has not, and nothing where what is not known decides.
    /// </summary>
    public static GoalVerdict VerdictOfEach(IReadOnlyList<GoalEvaluation> parts)
    {
        if (Any(GoalVerdict.Pending)) return GoalVerdict.Pending;
        bool passed = Any(GoalVerdict.Achieved) || Any(GoalVerdict.AchievedLate);
        if (Any(GoalVerdict.Partial) || (passed && Any(GoalVerdict.NotAchieved))) return GoalVerdict.Partial;
        if (Any(GoalVerdict.Unknown)) return GoalVerdict.Unknown;
        return Any(GoalVerdict.AchievedLate) ? GoalVerdict.AchievedLate : parts[0].Verdict;

        bool Any(GoalVerdict verdict) => parts.Any(part => part.Verdict == verdict);
    }
}
