namespace SocialKpi;

/// <summary>What is unwise about an objective.</summary>
internal static class ObjectiveLints
{
    private const int MostKeyResults = 5;
    private const decimal TooGood = 0.9m;

    public static IEnumerable<ObjectiveLint> Of(Objective objective)
    {
        if (objective.KeyResults.Count == 0 && objective.Terms.Contributing.Count == 0)
            yield return new("no-key-result", objective.Name, "nothing shows whether it is reached; add a key result");
        if (objective.KeyResults.Count > MostKeyResults)
            yield return new("more-than-five-key-results", objective.Name, $"it has {objective.KeyResults.Count} key results; keep at most {MostKeyResults}, those that matter most");
        foreach (string name in objective.KeyResults.SelectMany(Names))
        {
            if (GoalWords.IsOpen(name)) yield return new("placeholder-number", name, "a number is left open; write it");
            else if (GoalWords.SeemsOpen(name)) yield return new("placeholder-number", name, "X, Y or N seems to stand for a number; write it, or the platform's name in full");
            if (GoalWords.HasTwoResults(name)) yield return new("two-results-in-one", name, "two results are asked for at once; make a key result of each");
        }

        foreach (Goal goal in objective.KeyResults.Select(one => one.Goal))
        {
            foreach (SmartLint lint in FigureLints.Of(GoalDraft.Of(goal))) yield return new(lint.Code, goal.Name, lint.Message);
        }
    }

    /// <summary>Scores that are all so high that nothing was dared.</summary>
    public static ObjectiveLint? OfScores(string name, IReadOnlyList<decimal> scores) => scores.Count > 0 && scores.All(score => score > TooGood)
        ? new("everything-above-0.9", name, "everything scores above 0.9; unless all of it was promised, aim higher next time")
        : null;

    private static IEnumerable<string> Names(KeyResult one) => one.Goal.Steps.Count > 1 ? [one.Goal.Name, .. one.Goal.Steps.Select(step => step.Name)] : [one.Goal.Name];
}
