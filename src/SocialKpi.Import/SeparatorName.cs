namespace SocialKpi.Import;

/// <summary>What may separate fields, and how it is written in messages.</summary>
internal static class SeparatorName
{
    /// <summary>An ASCII character that no number, word or quoted field is made of.</summary>
    public static bool IsSeparator(char c) => c == '\t' || (c > ' ' && c < '\x7F' && !char.IsAsciiLetterOrDigit(c) && c is not ('"' or '\\'));

    /// <summary>The separator in quotes; a tab, which would not be seen, by its name.</summary>
    public static string Of(char separator) => separator == '\t' ? "tab" : $"'{separator}'";
}
