using CsvHelper;

namespace SocialKpi.Import;

/// <summary>The current record of a reader, cell by cell, without allocating.</summary>
internal sealed class CsvRecord(CsvReader reader, long lineOffset)
{
    private char[] _buffer = new char[256];

    /// <summary>The line of the file on which the record begins.</summary>
    public long Line => reader.LineNumber + lineOffset;

    /// <summary>A cell without the spaces around it; valid until the next cell is asked for.</summary>
    public ReadOnlySpan<char> Cell(int index)
    {
        // A field has at most as many characters as bytes.
        int bytes = reader.GetRawSpan(index).Length;
        if (_buffer.Length < bytes) _buffer = new char[bytes];
        return _buffer.AsSpan(0, reader.GetChars(index, _buffer)).Trim();
    }

    /// <summary>The cell as it stands in the file, for messages.</summary>
    public string Shown(int index) => Shorten(reader.GetString(index));

    /// <summary>The whole record as it stands in the file, for messages.</summary>
    public string Shown() => Shorten(reader.Current.ToString());

    /// <summary>A text for messages: on one line, cut, with its control characters shown.</summary>
    public static string Shorten(string text)
    {
        const int longest = 100;
        text = VisibleText.Of(text.ReplaceLineEndings(" "));
        if (text.Length <= longest) return text;
        int cut = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return $"{text.AsSpan(0, cut)}…";
    }
}
