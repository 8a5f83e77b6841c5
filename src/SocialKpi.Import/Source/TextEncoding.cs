using System.Buffers;
using System.Text;

namespace SocialKpi.Import;

/// <summary>The encodings a file may be in, each decoding strictly and saying how far it came.</summary>
internal sealed class TextEncoding
{
    private readonly Decode _decode;

    private TextEncoding(string name, byte[] mark, Decode decode)
    {
        Name = name;
        Mark = mark;
        _decode = decode;
    }

    /// <summary>Decodes as far as it can; false at bytes that are no character, which begin at <paramref name="bytesUsed"/>.</summary>
    private delegate bool Decode(ReadOnlySpan<byte> bytes, Span<char> chars, out int bytesUsed, out int charsUsed);

    public static TextEncoding Utf8 { get; } = new("utf-8", [0xEF, 0xBB, 0xBF], DecodeUtf8);

    public static TextEncoding Utf16 { get; } = new("utf-16", [0xFF, 0xFE], (b, c, out u, out n) => DecodeUtf16(b, c, 0, out u, out n));

    public static TextEncoding Utf16BigEndian { get; } = new("utf-16BE", [0xFE, 0xFF], (b, c, out u, out n) => DecodeUtf16(b, c, 1, out u, out n));

    public static TextEncoding Latin1 { get; } = SingleByte("iso-8859-1", Encoding.Latin1);

    public static TextEncoding Windows1252 { get; } = SingleByte("windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!);

    /// <summary>The encodings a mapping may name.</summary>
    public static IReadOnlyList<TextEncoding> All { get; } = [Utf8, Utf16, Utf16BigEndian, Latin1, Windows1252];

    public string Name { get; }

    /// <summary>The byte order mark; empty where the encoding has none.</summary>
    public byte[] Mark { get; }

    /// <summary>The encoding whose byte order mark these bytes begin with, or null.</summary>
    public static TextEncoding? OfMark(ReadOnlySpan<byte> start)
    {
        foreach (TextEncoding encoding in All)
        {
            if (encoding.Mark.Length > 0 && start.StartsWith(encoding.Mark)) return encoding;
        }

        return null;
    }

    public bool TryDecode(ReadOnlySpan<byte> bytes, Span<char> chars, out int bytesUsed, out int charsUsed) =>
        _decode(bytes, chars, out bytesUsed, out charsUsed);

    private static bool DecodeUtf8(ReadOnlySpan<byte> bytes, Span<char> chars, out int bytesUsed, out int charsUsed) =>
        System.Text.Unicode.Utf8.ToUtf16(bytes, chars, out bytesUsed, out charsUsed, replaceInvalidSequences: false, isFinalBlock: false) != OperationStatus.InvalidData;

    private static bool DecodeUtf16(ReadOnlySpan<byte> bytes, Span<char> chars, int high, out int bytesUsed, out int charsUsed)
    {
        (bytesUsed, charsUsed) = (0, 0);
        while (bytes.Length - bytesUsed >= 2 && charsUsed < chars.Length - 1)
        {
            char first = At(bytes, bytesUsed);
            if (char.IsLowSurrogate(first)) return false;
            if (char.IsHighSurrogate(first))
            {
                if (bytes.Length - bytesUsed < 4) return true;
                char second = At(bytes, bytesUsed + 2);
                if (!char.IsLowSurrogate(second)) return false;
                chars[charsUsed++] = first;
                chars[charsUsed++] = second;
                bytesUsed += 4;
            }
            else
            {
                chars[charsUsed++] = first;
                bytesUsed += 2;
            }
        }

        return true;

        char At(ReadOnlySpan<byte> from, int index) => (char)((from[index + 1 - high] << 8) | from[index + high]);
    }

    private static TextEncoding SingleByte(string name, Encoding encoding) => new(name, [], (bytes, chars, out bytesUsed, out charsUsed) =>
    {
        bytesUsed = Math.Min(bytes.Length, chars.Length);
        charsUsed = encoding.GetChars(bytes[..bytesUsed], chars);
        return true;
    });
}
