using System.Text;

namespace SocialKpi;

/// <summary>Text in double quotes, with <c>\"</c> and <c>\\</c> for a quote and a backslash inside.</summary>
internal static class QuotedText
{
    private const string Separator = ", ";

    public static string Write(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>Several texts, each in quotes, with commas between.</summary>
    public static string WriteAll(IEnumerable<string> texts) => string.Join(Separator, texts.Select(Write));

    /// <summary>The texts that were written so.</summary>
    public static IReadOnlyList<string> ReadAll(string source)
    {
        List<string> texts = [];
        for (int position = 0; position < source.Length && Read(source, ref position) is { } text; position += Separator.Length) texts.Add(text);
        return texts;
    }

    /// <summary>Reads quoted text that starts at <paramref name="position"/> and moves behind it; null when its quote never closes.</summary>
    public static string? Read(string source, ref int position)
    {
        StringBuilder text = new();
        for (int at = position + 1; at < source.Length; at++)
        {
            char character = source[at];
            if (character == '"')
            {
                position = at + 1;
                return text.ToString();
            }

            if (character == '\\' && at + 1 < source.Length) character = source[++at];
            text.Append(character);
        }

        return null;
    }
}
