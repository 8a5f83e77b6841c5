using System.Buffers;
using System.Text;

namespace SocialKpi;

/// <summary>Text that can be written down: half a surrogate pair has no bytes in UTF-8, so it would be lost in JSON and in hashes.</summary>
internal static class UnicodeText
{
    /// <summary>What is wrong with text that is not whole, and what to do.</summary>
    public const string Rule = "holds half of a character (a lone surrogate), which no file can keep; write the whole character or leave it out";

    /// <summary>Whether no half of a surrogate pair stands alone in it.</summary>
    public static bool IsWhole(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out int length) != OperationStatus.Done) return false;
            text = text[length..];
        }

        return true;
    }

    /// <summary>The text as it may stand in a message: shortened where it is long, and with no half character.</summary>
    public static string Shown(string text)
    {
        const int most = 100;
        string shown = text.Length <= most ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[most - 1]) ? most - 1 : most), "…");
        return IsWhole(shown) ? shown : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(shown));
    }

    /// <summary>Refuses an argument that is not whole.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void ThrowIfBroken(string? text, string name)
    {
        if (!IsWhole(text)) throw new ArgumentException($"The text {Rule}.", name);
    }
}
