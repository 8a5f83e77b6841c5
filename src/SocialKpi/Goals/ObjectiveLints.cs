namespace SocialKpi;

/// <summary>What is unwise about an objective.</summary>
internal static class ObjectiveLints
{
    private const int MostKeyResults = 5;
    private const decimal TooGood = 0.9m;

    private static readonly string[] JoiningWords = ["and", "en", "och", "i", "oraz", "&", "+"];

    public static IEnumerable<ObjectiveLint> Of(Objective objective)
    {
        if (objective.KeyResults.Count == 0 && objective.Terms.Contributing.Count == 0)
            yield return new("no-key-result", objective.Name, "nothing shows whether it is reached; add a key result");
        if (objective.KeyResults.Count > MostKeyResults)
            yield return new("more-than-five-key-results", objective.Name, $"it has {objective.KeyResults.Count} key results; keep at most {MostKeyResults}, those that matter most");
        foreach (string name in objective.KeyResults.SelectMany(Names))
        {
            if (HasPlaceholder(name)) yield return new("placeholder-number", name, "a number is left open; write it");
            if (HasTwoResults(name)) yield return new("two-results-in-one", name, "two numbers are asked for at once; make a key result of each");
        }
    }

    /// <summary>Scores that are all so high that nothing was dared.</summary>
    public static ObjectiveLint? OfScores(string name, IReadOnlyList<decimal> scores) => scores.Count > 0 && scores.All(score => score > TooGood)
        ? new("everything-above-0.9", name, "every key result scores above 0.9; aim higher next time")
        : null;

    private static IEnumerable<string> Names(KeyResult one) => one.Goal.Steps.Count > 1 ? [one.Goal.Name, .. one.Goal.Steps.Select(step => step.Name)] : [one.Goal.Name];

    /// <summary>XX or xx anywhere; X or Y alone where no digit stands beside it in the name, as X is a platform too.</summary>
    private static bool HasPlaceholder(string name)
    {
        string[] words = Words(name);
        return words.Any(word => word.Length > 1 && word.All(letter => letter is 'x' or 'X'))
            || (!name.Any(char.IsAsciiDigit) && words.Any(word => word is "X" or "Y"));
    }

    /// <summary>A joining word between two numbers.</summary>
    private static bool HasTwoResults(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int[] numbers = [.. Enumerable.Range(0, words.Length).Where(at => words[at].Any(char.IsAsciiDigit))];
        return numbers.Zip(numbers.Skip(1)).Any(pair => words[(pair.First + 1)..pair.Second].Any(word => JoiningWords.Contains(word, StringComparer.OrdinalIgnoreCase)));
    }

    private static string[] Words(string name) => new string([.. name.Select(letter => char.IsLetter(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
