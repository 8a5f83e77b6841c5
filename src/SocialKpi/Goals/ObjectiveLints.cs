namespace SocialKpi;

/// <summary>What is unwise about an objective.</summary>
internal static class ObjectiveLints
{
    private const int MostKeyResults = 5;
    private const decimal TooGood = 0.9m;

    private static readonly string[] JoiningWords = ["and", "en", "och", "i", "oraz", "&", "+"];
    private static readonly string[] RangeWords = ["between", "tussen", "mellan", "między", "pomiędzy"];

    public static IEnumerable<ObjectiveLint> Of(Objective objective)
    {
        if (objective.KeyResults.Count == 0 && objective.Terms.Contributing.Count == 0)
            yield return new("no-key-result", objective.Name, "nothing shows whether it is reached; add a key result");
        if (objective.KeyResults.Count > MostKeyResults)
            yield return new("more-than-five-key-results", objective.Name, $"it has {objective.KeyResults.Count} key results; keep at most {MostKeyResults}, those that matter most");
        foreach (string name in objective.KeyResults.SelectMany(Names))
        {
            if (Words(name).Any(IsPlaceholder)) yield return new("placeholder-number", name, "a number is left open; write it");
            else if (HasLoneLetter(name)) yield return new("placeholder-number", name, "X or Y seems to stand for a number; write it, or the platform's name in full");
            if (HasTwoResults(name)) yield return new("two-results-in-one", name, "two numbers are asked for at once; make a key result of each");
        }
    }

    /// <summary>Scores that are all so high that nothing was dared.</summary>
    public static ObjectiveLint? OfScores(string name, IReadOnlyList<decimal> scores) => scores.Count > 0 && scores.All(score => score > TooGood)
        ? new("everything-above-0.9", name, "everything scores above 0.9; unless all of it was promised, aim higher next time")
        : null;

    private static IEnumerable<string> Names(KeyResult one) => one.Goal.Steps.Count > 1 ? [one.Goal.Name, .. one.Goal.Steps.Select(step => step.Name)] : [one.Goal.Name];

    /// <summary>XX or xx.</summary>
    private static bool IsPlaceholder(string word) => word.Length > 1 && word.All(letter => letter is 'x' or 'X');

    /// <summary>X or Y alone where no digit stands in the name, as X is a platform too.</summary>
    private static bool HasLoneLetter(string name) => !name.Any(char.IsAsciiDigit) && Words(name).Any(word => word is "X" or "Y");

    /// <summary>Two numbers, or places for them, with a joining word or a comma between; "between 2 and 4" and years are one.</summary>
    private static bool HasTwoResults(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int[] numbers = [.. Enumerable.Range(0, words.Length).Where(at => IsNumber(words[at]))];
        return numbers.Zip(numbers.Skip(1)).Any(pair => IsJoined(words[pair.First..pair.Second])
            && !(pair.First > 0 && RangeWords.Contains(words[pair.First - 1], StringComparer.OrdinalIgnoreCase)));
    }

    private static bool IsNumber(string word) => (word.Any(char.IsAsciiDigit) && !IsYear(word)) || Words(word).Any(IsPlaceholder);

    private static bool IsYear(string word) => word.Trim('(', ')', ',', '.', ';', ':') is { Length: 4 } digits && digits.All(char.IsAsciiDigit) && digits[..2] is "19" or "20";

    /// <summary>Whether a number and what follows it, up to the next number, end one result.</summary>
    private static bool IsJoined(string[] words) =>
        words.Skip(1).Any(word => JoiningWords.Contains(word, StringComparer.OrdinalIgnoreCase)) || words.Any(word => word.EndsWith(',') || word.EndsWith(';'));

    private static string[] Words(string name) => new string([.. name.Select(letter => char.IsLetter(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
