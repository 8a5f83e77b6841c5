using System.Globalization;

namespace SocialKpi.Import;

/// <summary>Recognises files that are no text from their first bytes, so that no encoding is proposed for them.</summary>
internal static class BinaryContent
{
    /// <summary>How many bytes are looked at.</summary>
    public const int SampleSize = 512;

    // A stray escape sequence in a cell is no reason to refuse a file.
    private const int FewControls = 8;

    private const string Save = "Save the table as CSV";

    private const string Export = "Export the table it shows as CSV";

    private static readonly (byte[] Mark, string Kind, string Remedy)[] Marks =
    [
        ([.. "PK\x03\x04"u8], "a zip file or an Excel workbook", Save),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Excel workbook (.xls) or another Office file", Save),
        ([0x1F, 0x8B], "a gzip file", "Decompress it and read the CSV inside"),
        ([.. "%PDF-"u8], "a PDF document", Export),
        ([0x89, .. "PNG\r\n\x1A\n"u8], "a PNG image", Export),
        ([.. "GIF87a"u8], "a GIF image", Export),
        ([.. "GIF89a"u8], "a GIF image", Export),
        ([0xFF, 0xD8, 0xFF], "a JPEG image", Export),
    ];

    /// <summary>What a file that begins so seems to be, with the remedy; null when no mark of another kind of file is there.</summary>
    public static string? Known(ReadOnlySpan<byte> start)
    {
        foreach ((byte[] mark, string kind, string remedy) in Marks)
        {
            if (start.StartsWith(mark)) return $"This is not a text file: it seems to be {kind}. {remedy}.";
        }

        return null;
    }

    /// <summary>
    /// Why a file that cannot be decoded is more likely no text than text in another encoding; null when it is not. Alone it is
    /// no reason to refuse a file, whose cells may hold anything.
    /// </summary>
    public static string? Unknown(ReadOnlySpan<byte> start)
    {
        // NUL is left out: it is every second byte of ordinary UTF-16.
        int controls = 0;
        foreach (byte b in start)
        {
            if (b is > 0 and < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r')) controls++;
        }

        return controls <= FewControls || controls * 20 <= start.Length ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"This seems to be no text file: {controls} of its first {start.Length} bytes are control characters, and it cannot be decoded. Export the table as CSV; if it is UTF-16 without a byte order mark, say \"encoding\": \"utf-16\".");
    }
}
