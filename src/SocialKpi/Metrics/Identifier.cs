namespace SocialKpi;

/// <summary>The ids of measures and KPIs: lower-case words, so that they are safe in formulas, files, URLs and columns.</summary>
internal static class Identifier
{
    private const int MaxLength = 100;

    /// <summary>A word: a letter a–z, then letters, digits and underscores.</summary>
    public static bool IsWord(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= MaxLength && text[0] is >= 'a' and <= 'z' && !text.ContainsAnyExcept(WordCharacters);

    /// <summary>Words joined by dots: <c>engagement_rate.by_impressions</c>.</summary>
    public static bool IsDotted(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > MaxLength) return false;
        foreach (Range part in text.AsSpan().Split('.'))
        {
            if (!IsWord(text.AsSpan(part))) return false;
        }

        return true;
    }

    public const string Rule = "an id is made of a–z, 0–9 and _, starts with a letter and has at most 100 characters";

    private static readonly System.Buffers.SearchValues<char> WordCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");
}
