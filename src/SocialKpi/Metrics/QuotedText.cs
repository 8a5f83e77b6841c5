using System.Text;

namespace SocialKpi;

/// <summary>Text in double quotes, with <c>\"</c> and <c>\\</c> for a quote and a backslash inside.</summary>
internal static class QuotedText
{
    public static string Write(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

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
