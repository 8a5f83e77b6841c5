namespace SocialKpi;

/// <summary>Makes the status of an objective from those of its parts.</summary>
internal static class StatusRollUps
{
    private static readonly GoalStatus[] FromWorst = [GoalStatus.AtRisk, GoalStatus.Behind, GoalStatus.OnTrack];
    private static readonly GoalStatus[] Unjudged = [GoalStatus.Stale, GoalStatus.TooEarly, GoalStatus.NoData, GoalStatus.NotStarted];

    public static GoalStatus StatusOf(ObjectiveTerms terms, IReadOnlyList<ObjectivePart> parts)
    {
        ObjectivePart[] judged = [.. parts.Where(part => part.IsJudged)];
        if (judged.Length == 0) return Unjudged.FirstOrDefault(status => parts.Any(part => part.Status == status), GoalStatus.NoData);
        return terms.RollUp switch
        {
            StatusRollUp.WeightedMean => OfMean(terms.StatusRule, judged),
            StatusRollUp.RoundedMean => Rounded(judged),
            StatusRollUp.Latest => Latest(judged),
            _ => Worst(judged) is var worst && worst == GoalStatus.OnTrack && parts.Any(part => part.Status == GoalStatus.Stale) ? GoalStatus.Stale : worst,
        };
    }

    private static GoalStatus Worst(IEnumerable<ObjectivePart> judged) => FromWorst.First(status => judged.Any(part => part.Status == status));

    private static GoalStatus OfMean(StatusRule rule, ObjectivePart[] judged)
    {
        // A goal each of whose segments must pass may be judged by the worst while the weakest is not known.
        ObjectivePart[] scored = [.. judged.Where(part => part.Score is not null)];
        if (scored.Length == 0) return Worst(judged);

        // What is judged without an expectation was done: it counts as expected in full.
        decimal expected = ObjectivePart.Mean(scored, part => part.Expected ?? 1)!.Value;
        return rule.StatusOf(ObjectivePart.Mean(scored, part => part.Score!.Value)!.Value, expected, ObjectivePart.Mean(scored, part => part.Elapsed));
    }

    private static GoalStatus Rounded(ObjectivePart[] judged)
    {
        decimal mean = judged.Sum(part => part.Weight * Array.IndexOf(FromWorst, part.Status)) / judged.Sum(part => part.Weight);
        return FromWorst[(int)decimal.Ceiling(mean - 0.5m)];
    }

    private static GoalStatus Latest(ObjectivePart[] judged)
    {
        NodaTime.LocalDate? last = judged.Max(part => part.ObservedOn);
        return Worst(judged.Where(part => part.ObservedOn == last));
    }
}
