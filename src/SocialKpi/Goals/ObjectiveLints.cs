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
        foreach ((string name, string shown) in objective.KeyResults.SelectMany(Names))
        {
            if (GoalWords.IsOpen(name)) yield return new("placeholder-number", name, "a number is left open; write it") { Shown = shown };
            else if (GoalWords.SeemsOpen(name)) yield return new("placeholder-number", name, "X, Y or N seems to stand for a number; write it, or the platform's name in full") { Shown = shown };
            if (GoalWords.HasTwoResults(name)) yield return new("two-results-in-one", name, "two results are asked for at once; make a key result of each") { Shown = shown };
        }

        foreach (Goal goal in objective.KeyResults.Select(one => one.Goal))
        {
            foreach (SmartLint lint in FigureLints.Of(GoalDraft.Of(goal))) yield return new(lint.Code, goal.Name, lint.Message) { Shown = goal.ToString() };
        }
    }

    /// <summary>Scores that are all so high that nothing was dared.</summary>
    public static ObjectiveLint? OfScores(string name, IReadOnlyList<decimal> scores) => scores.Count > 0 && scores.All(score => score > TooGood)
        ? new("everything-above-0.9", name, "everything scores above 0.9; unless all of it was promised, aim higher next time")
        : null;

    private static IEnumerable<(string Name, string Shown)> Names(KeyResult one) =>
        [(one.Goal.Name, one.Goal.ToString()), .. one.Goal.Steps.Count > 1 ? one.Goal.Steps.Select(step => (step.Name, DisplayText.Name(step.Name))) : []];
}
