using System.Globalization;
using System.Text;

namespace SocialKpi;

/// <summary>Text as a fixed-width display shows it: on one line, in reading order, so many columns wide.</summary>
internal static class DisplayText
{
    // The wide ranges of Unicode's East Asian Width, neighbours merged where only unassigned or rare characters lie between.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x231A, 0x231B), (0x2329, 0x232A), (0x23E9, 0x23EC), (0x23F0, 0x23F0), (0x23F3, 0x23F3),
        (0x25FD, 0x25FE), (0x2614, 0x2615), (0x2648, 0x2653), (0x267F, 0x267F), (0x2693, 0x2693), (0x26A1, 0x26A1),
        (0x26AA, 0x26AB), (0x26BD, 0x26BE), (0x26C4, 0x26C5), (0x26CE, 0x26CE), (0x26D4, 0x26D4), (0x26EA, 0x26EA),
        (0x26F2, 0x26F3), (0x26F5, 0x26F5), (0x26FA, 0x26FA), (0x26FD, 0x26FD), (0x2705, 0x2705), (0x270A, 0x270B),
        (0x2728, 0x2728), (0x274C, 0x274C), (0x274E, 0x274E), (0x2753, 0x2755), (0x2757, 0x2757), (0x2795, 0x2797),
        (0x27B0, 0x27B0), (0x27BF, 0x27BF), (0x2B1B, 0x2B1C), (0x2B50, 0x2B50), (0x2B55, 0x2B55), (0x2E80, 0x303E),
        (0x3041, 0x4DBF), (0x4E00, 0xA4CF), (0xA960, 0xA97C), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE10, 0xFE19),
        (0xFE30, 0xFE6F), (0xFF01, 0xFF60), (0xFFE0, 0xFFE6), (0x16FE0, 0x18DFF), (0x1AFF0, 0x1B2FF), (0x1F004, 0x1F004),
        (0x1F0CF, 0x1F0CF), (0x1F18E, 0x1F18E), (0x1F191, 0x1F19A), (0x1F200, 0x1F265), (0x1F300, 0x1F64F),
        (0x1F680, 0x1F6FF), (0x1F7E0, 0x1F7F0), (0x1F90C, 0x1F9FF), (0x1FA70, 0x1FAFF), (0x20000, 0x3FFFD),
    ];

    /// <summary>
    /// A sentence with nothing in it that moves the cursor or turns the reading order: line breaks become ␊, other control
    /// characters their visible signs, bidirectional controls and broken surrogates �, and a mark without its letter stands on ◌.
    /// Words that are written from right to left are isolated, so that figures beside them keep their places.
    /// </summary>
    public static string Visible(string text) => IsPlain(text) ? text : Isolates.Within(Cleaned(text));

    /// <summary>The same of a name, which is isolated as a whole where something in it is written from right to left.</summary>
    public static string Name(string text) => IsPlain(text) ? text : Isolates.Around(Cleaned(text));

    /// <summary>The columns that visible text takes: two for a wide East Asian character or an emoji, none for a combining mark.</summary>
    public static int Width(string text)
    {
        if (IsPlain(text)) return text.Length;
        int width = 0;
        for (int at = 0, length; at < text.Length; at += length)
        {
            length = StringInfo.GetNextTextElementLength(text, at);
            width += ElementWidth(text.AsSpan(at, length));
        }

        return width;
    }

    /// <summary>Visible text in so many columns, at least one: where it is wider, its start and "…".</summary>
    public static string Shortened(string text, int width)
    {
        if (Width(text) <= width) return text;
        string start = text[..StartOf(text, width - 1)];
        return $"{start}…{(Isolates.IsOpenAfter(start) ? Isolates.Last : "")}";
    }

    /// <summary>Visible text as lines of so many columns, broken between words, and within one that is wider than a line.</summary>
    /// <param name="text">The text; spaces at its start stay.</param>
    /// <param name="width">The columns of a line.</param>
    /// <param name="indent">What lines after the first begin with; nothing where that would take half of a line.</param>
    public static IReadOnlyList<string> Wrapped(string text, int width, string indent)
    {
        if (Width(text) <= width) return [text];
        if (indent.Length * 2 > width) indent = "";
        List<string> lines = [];
        StringBuilder line = new();
        int taken = 0;
        for (int at = 0; at < text.Length;)
        {
            int word = at;
            while (word < text.Length && text[word] == ' ') word++;
            int end = text.IndexOf(' ', word) is >= 0 and int space ? space : text.Length;
            string gap = at == 0 && word * 2 > width ? "" : text[at..word], rest = text[word..end];
            if (lines.Count + at > 0 && line.Length > 0 && taken + gap.Length + Width(rest) > width) End();
            else Add(gap);
            while (taken + Width(rest) > width && rest.Length > 0)
            {
                int start = Math.Max(StartOf(rest, width - taken), StringInfo.GetNextTextElementLength(rest));
                Add(rest[..start]);
                rest = rest[start..];
                if (rest.Length > 0) End();
            }

            Add(rest);
            at = end;
        }

        lines.Add(line.ToString());
        return lines;

        void Add(string part)
        {
            line.Append(part);
            taken += Width(part);
        }

        // An isolate ends with its line, and what is left of it is one on the next.
        void End()
        {
            string ended = line.ToString().TrimEnd(' ');
            bool isOpen = Isolates.IsOpenAfter(ended);
            lines.Add(isOpen ? $"{ended}{Isolates.Last}" : ended);
            line.Clear();
            taken = 0;
            Add(isOpen ? $"{indent}{Isolates.First}" : indent);
        }
    }

    private static string Cleaned(string text)
    {
        StringBuilder cleaned = new(text.Length);
        // Without a letter of its own, a mark would join the space that separates it from the cell before.
        if (StringInfo.GetNextTextElementLength(" " + text) > 1)
            cleaned.Append('◌');
        string line = text.ReplaceLineEndings("\n");
        bool isOpen = false;
        for (int at = 0, length; at < line.Length; at += length)
        {
            _ = Rune.DecodeFromUtf16(line.AsSpan(at), out Rune rune, out length);
            bool isKept = isOpen ? rune.Value == Isolates.Last : Isolates.BeginsAt(line, at);
            isOpen ^= isKept;
            cleaned.Append(isKept ? rune : Visible(rune));
        }

        return cleaned.ToString();
    }

    /// <summary>How much of a text fits into so many columns.</summary>
    private static int StartOf(string text, int width)
    {
        int at = 0;
        for (int taken = 0, length; at < text.Length; at += length)
        {
            length = StringInfo.GetNextTextElementLength(text, at);
            taken += ElementWidth(text.AsSpan(at, length));
            if (taken > width) break;
        }

        return at;
    }

    // Most cells are printable ASCII, where a character is a column.
    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    private static int ElementWidth(ReadOnlySpan<char> element)
    {
        const int EmojiPresentation = 0xFE0F;
        int width = 0;
        foreach (Rune rune in element.EnumerateRunes())
        {
            if (IsWide(rune) || rune.Value == EmojiPresentation && width > 0)
                return 2;
            width += IsZeroWidth(rune) ? 0 : 1;
        }

        return width;
    }

    private static Rune Visible(Rune rune) => rune.Value switch
    {
        '\n' => new('␊'),
        < 0x20 => new(0x2400 + rune.Value),
        0x7F => new('␡'),
        >= 0x80 and <= 0x9F => Rune.ReplacementChar,
        _ => Isolates.IsTurning(rune) ? Rune.ReplacementChar : rune,
    };

    private static bool IsWide(Rune rune)
    {
        int low = 0, high = Wide.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (rune.Value < Wide[middle].First)
                high = middle - 1;
            else if (rune.Value > Wide[middle].Last)
                low = middle + 1;
            else
                return true;
        }

        return false;
    }

    // The vowels and final consonants of Hangul (1160–11FF) are drawn inside the block of the first consonant.
    public static bool IsZeroWidth(Rune rune) => rune.Value is >= 0x1160 and <= 0x11FF
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;
}
