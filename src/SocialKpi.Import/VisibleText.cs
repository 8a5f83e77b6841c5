using System.Buffers;

namespace SocialKpi.Import;

/// <summary>Text of a file as a message may show it: on one line, and without the characters that steer a terminal or turn the reading direction.</summary>
internal static class VisibleText
{
    private const char Replacement = '\uFFFD';

    private static readonly SearchValues<char> Steering = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(code => (char)code), .. "\u061C\u200E\u200F\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"]);

    /// <summary>A name of a file, isolated where something in it is written from right to left.</summary>
    public static string Name(string name) => DisplayText.Name(Of(name));

    /// <summary>A sentence, its words that are written from right to left isolated.</summary>
    public static string Sentence(string text) => DisplayText.Visible(Of(text));

    /// <summary>The text with control pictures (␛ for escape) in place of ASCII controls, and � in place of other ones.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny(Steering)) return text;
        return string.Create(text.Length, text, (shown, from) =>
        {
            for (int i = 0; i < from.Length; i++)
            {
                char c = from[i];
                shown[i] = c < ' ' ? (char)('\u2400' + c) : c == '\x7F' ? '\u2421' : Steering.Contains(c) ? Replacement : c;
            }
        });
    }
}
