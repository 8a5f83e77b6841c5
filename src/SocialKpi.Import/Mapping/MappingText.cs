using System.Globalization;

namespace SocialKpi.Import;

/// <summary>The text of a mapping file, decoded strictly: a replaced character would make a condition that matches nothing.</summary>
internal static class MappingText
{
    /// <summary>Decodes UTF-8, or what the byte order mark says; throws at the first byte that is no character.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string file)
    {
        TextEncoding? marked = TextEncoding.OfMark(bytes);
        TextEncoding encoding = marked ?? TextEncoding.Utf8;
        int start = marked is null ? 0 : marked.Mark.Length;

        // No character takes less than a byte; the decoder wants room for a surrogate pair at the end.
        char[] chars = new char[bytes.Length + 2];
        bool isValid = encoding.TryDecode(bytes[start..], chars, out int bytesUsed, out int charsUsed);
        int offset = start + bytesUsed;
        if (isValid && offset == bytes.Length) return new string(chars, 0, charsUsed);

        int line = 1 + chars.AsSpan(0, charsUsed).Count('\n');
        throw new MappingException(file, [new MappingIssue("$", string.Create(
            CultureInfo.InvariantCulture,
            $"byte 0x{bytes[offset]:X2} at offset {offset} (line {line}) is not a character of {encoding.Name}: save the mapping as UTF-8."))]);
    }
}
