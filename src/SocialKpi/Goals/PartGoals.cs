namespace SocialKpi;

/// <summary>How the evaluations of several segments make that of their goal.</summary>
internal static class PartGoals
{
    // What endangers a goal comes before what is not known of it, and that before what is well.
    private static readonly GoalStatus[] FromWorst =
        [GoalStatus.AtRisk, GoalStatus.Behind, GoalStatus.Stale, GoalStatus.NoData, GoalStatus.TooEarly, GoalStatus.NotStarted, GoalStatus.OnTrack];

    public static GoalStatus Worst(IReadOnlyList<GoalEvaluation> parts) => FromWorst.First(status => parts.Any(part => part.Status == status));

    /// <summary>The least progress; not known when that of any part is not, as nobody can say that it is not less.</summary>
    public static decimal? Weakest(IReadOnlyList<GoalEvaluation> parts) => parts.All(part => part.RawProgress is not null) ? parts.Min(part => part.RawProgress) : null;

    /// <summary>The mean of clamped progress, so that one part beyond its target hides no other; of the parts of which it is known.</summary>
    public static decimal? Mean(IReadOnlyList<GoalEvaluation> parts) => parts.Average(part => part.Progress);

    /// <summary>All must pass: one miss is a miss, whatever the others wait for.</summary>
    public static GoalVerdict VerdictOfAll(IReadOnlyList<GoalEvaluation> parts)
    {
        GoalVerdict[] fromWorst = [GoalVerdict.NotAchieved, GoalVerdict.Pending, GoalVerdict.Unknown, GoalVerdict.Partial, GoalVerdict.AchievedLate, GoalVerdict.Achieved];
        return fromWorst.First(verdict => parts.Any(part => part.Verdict == verdict));
    }

    /// <summary>Each passes by itself: some of them are a part.</summary>
    public static GoalVerdict VerdictOfEach(IReadOnlyList<GoalEvaluation> parts)
    {
        if (parts.Any(part => part.Verdict == GoalVerdict.Pending)) return GoalVerdict.Pending;
        if (parts.All(part => part.Verdict == parts[0].Verdict)) return parts[0].Verdict;
        bool passed = parts.Any(part => part.Verdict is GoalVerdict.Achieved or GoalVerdict.AchievedLate or GoalVerdict.Partial);
        if (parts.All(part => part.Verdict is GoalVerdict.Achieved or GoalVerdict.AchievedLate)) return GoalVerdict.AchievedLate;
        return passed ? GoalVerdict.Partial : GoalVerdict.Unknown;
    }
}
