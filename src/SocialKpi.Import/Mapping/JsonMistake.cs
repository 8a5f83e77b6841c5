using System.Globalization;
using System.Text;

namespace SocialKpi.Import;

/// <summary>Says what is wrong with a text that is no JSON, in words for someone who writes a mapping by hand.</summary>
internal static class JsonMistake
{
    /// <summary>The message, with line and column.</summary>
    /// <param name="json">The text.</param>
    /// <param name="line">The line at which the parser stopped, counted from 0.</param>
    /// <param name="bytePosition">The bytes of that line before the place, in UTF-8.</param>
    public static string Describe(string json, long line, long bytePosition)
    {
        int index = 0;
        for (long i = 0; i < line; i++)
        {
            int end = json.IndexOf('\n', index);
            if (end < 0) break;
            index = end + 1;
        }

        int lineStart = index;
        for (long bytes = 0; index < json.Length && bytes < bytePosition;)
        {
            Rune rune = Rune.GetRuneAt(json, index);
            bytes += rune.Utf8SequenceLength;
            index += rune.Utf16SequenceLength;
        }

        string place = string.Create(CultureInfo.InvariantCulture, $"line {line + 1}, column {index - lineStart + 1}");
        return $"is not JSON at {place}: {Cause(json, index)}";
    }

    private static string Cause(string json, int index)
    {
        if (string.IsNullOrWhiteSpace(json)) return "there is no text; a mapping begins with {.";
        if (json.AsSpan(index).Trim().IsEmpty) return "the text ends too early; a closing quote, ] or } is missing.";
        string found = Rune.GetRuneAt(json, index).ToString();
        bool isAfterComma = json.AsSpan(0, index).TrimEnd() is [.., ','];
        return found is "}" or "]" && isAfterComma
            ? $"there is a comma before '{found}'; remove it."
            : $"'{found}' cannot stand here; look for a missing or surplus comma, colon, quote or bracket at this place or just before it.";
    }
}
