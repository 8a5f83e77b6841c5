using System.Buffers;
using System.Text;

namespace SocialKpi;

/// <summary>
/// Text that is written from right to left, shut off from what stands beside it: between U+2068 and U+2069 its direction is its own affair, and
/// figures after it stay where they are. Text without any is left as it is, byte for byte.
/// </summary>
internal static class Isolates
{
    public const char First = '\u2068';
    public const char Last = '\u2069';

    /// <summary>Signs that belong to the words on both sides of them, where those are written from right to left.</summary>
    private const string Joining = "-'\"";

    private static readonly SearchValues<char> Turning = SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>Whether it turns the reading order, or ends that.</summary>
    public static bool IsTurning(Rune rune) => rune.IsBmp && Turning.Contains((char)rune.Value);

    /// <summary>Whether an isolate begins here that is closed before anything else turns the reading order.</summary>
    public static bool BeginsAt(string text, int at) =>
        text[at] == First && text.AsSpan(at + 1).IndexOfAny(Turning) is >= 0 and int length && text[at + 1 + length] == Last;

    /// <summary>A name as one isolate, where something in it is written from right to left; what has isolates already is a sentence of such names.</summary>
    public static string Around(string name) =>
        name.Contains(First, StringComparison.Ordinal) ? Within(name) : name.EnumerateRunes().Any(IsRightToLeft) ? $"{First}{name}{Last}" : name;

    /// <summary>A sentence in which every word that is written from right to left is shut off, words that follow one another together.</summary>
    public static string Within(string sentence)
    {
        StringBuilder text = new(sentence.Length);
        for (int at = 0, length; at < sentence.Length; at += length)
        {
            length = sentence[at] == First ? sentence.AsSpan(at).IndexOf(Last) + 1 : 0;
            if (length > 0)
            {
                text.Append(sentence.AsSpan(at, length));
            }
            else if (RunAt(sentence, at) is > 0 and int run)
            {
                text.Append(First).Append(sentence.AsSpan(at, length = run)).Append(Last);
            }
            else
            {
                text.Append(sentence[at]);
                length = 1;
            }
        }

        return text.ToString();
    }

    /// <summary>The text without the signs around its isolates.</summary>
    public static string Without(string text) =>
        text.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);

    /// <summary>Whether the start of a text ends within an isolate.</summary>
    public static bool IsOpenAfter(string start) => start.LastIndexOf(First) > start.LastIndexOf(Last);

    /// <summary>How long the words are that begin here and are written from right to left; 0 where none begins.</summary>
    private static int RunAt(string text, int at)
    {
        int end = at;
        for (int next = at, length; next < text.Length && text[next] != First; next += length)
        {
            _ = Rune.DecodeFromUtf16(text.AsSpan(next), out Rune rune, out length);
            bool isOfThem = IsRightToLeft(rune) || (end > at && next == end && DisplayText.IsZeroWidth(rune));
            if (isOfThem) end = next + length;
            else if (end == at || !(Rune.IsWhiteSpace(rune) || (next == end && Joining.Contains(text[next], StringComparison.Ordinal)))) break;
        }

        return end - at;
    }

    /// <summary>The scripts from Hebrew to Arabic and those of old, and the marks U+061C and U+200F that count as a letter of theirs.</summary>
    private static bool IsRightToLeft(Rune rune) => rune.Value is (>= 0x0590 and <= 0x08FF) or 0x200F or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC)
        or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
