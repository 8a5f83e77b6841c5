using System.Globalization;
using System.Text;

namespace SocialKpi.Import;

/// <summary>
/// The characters of a stream, decoded strictly, with the guards that keep a bad file from being read wrongly or for
/// ever: bytes that are no character, NUL characters and endless lines stop it with their place.
/// </summary>
internal sealed class SourceText : TextReader
{
    /// <summary>The longest line, and the longest record, in characters.</summary>
    public const int MaxLength = 1_000_000;

    private const int BlockSize = 32 * 1024;

    private readonly Stream _stream;
    private readonly string _file;
    private readonly byte[] _bytes = new byte[BlockSize];
    private readonly string? _seemsBinary;
    private readonly char[] _chars = new char[BlockSize];
    private int _byteCount;
    private int _charCount;
    private int _position;
    private bool _ended;

    // Where the decoded text has come to, for the guards.
    private long _offset;
    private long _line = 1;
    private int _lineLength;
    private bool _afterReturn;

    /// <summary>Opens the stream, which stays open, and settles its encoding from the first bytes.</summary>
    public SourceText(Stream stream, string file, TextEncoding? given)
    {
        _stream = stream;
        _file = file;
        while (_byteCount < BinaryContent.SampleSize && FillBytes())
        {
        }

        // However the stream is cut, the same bytes are looked at.
        ReadOnlySpan<byte> start = _bytes.AsSpan(0, Math.Min(_byteCount, BinaryContent.SampleSize));
        TextEncoding? marked = TextEncoding.OfMark(start);
        if (BinaryContent.Known(start) is { } known) throw new ImportException(file, null, null, known);
        if (marked is not null && given is not null && marked != given && !(given == TextEncoding.Utf16 && marked == TextEncoding.Utf16BigEndian))
        {
            throw new ImportException(
                file, 1, null, $"The file begins with the byte order mark of {marked.Name}, but the mapping says \"encoding\": \"{given.Name}\": leave the encoding out of the mapping.");
        }

        Encoding = marked ?? given ?? TextEncoding.Utf8;
        HasMark = marked is not null;

        // In UTF-16 bytes below 32 are halves of ordinary characters.
        if (Encoding != TextEncoding.Utf16 && Encoding != TextEncoding.Utf16BigEndian) _seemsBinary = BinaryContent.Unknown(start);
        if (marked is not null) Consume(marked.Mark.Length);
    }

    public TextEncoding Encoding { get; }

    public bool HasMark { get; }

    /// <summary>The next line with its line break; null at the end.</summary>
    public string? NextLine()
    {
        StringBuilder line = new();
        for (int c = Read(); c >= 0; c = Read())
        {
            line.Append((char)c);
            if (c == '\n') break;
            if (c == '\r')
            {
                if (Peek() == '\n') line.Append((char)Read());
                break;
            }
        }

        return line.Length == 0 ? null : line.ToString();
    }

    public override int Peek() => _position < _charCount || Fill() ? _chars[_position] : -1;

    public override int Read() => _position < _charCount || Fill() ? _chars[_position++] : -1;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (_position == _charCount && !Fill()) return 0;
        int taken = Math.Min(_charCount - _position, buffer.Length);
        _chars.AsSpan(_position, taken).CopyTo(buffer);
        _position += taken;
        return taken;
    }

    private bool Fill()
    {
        while (true)
        {
            if (_byteCount == 0 && !FillBytes()) return false;
            bool valid = Encoding.TryDecode(_bytes.AsSpan(0, _byteCount), _chars, out int used, out _charCount);
            _position = 0;
            Guard(_chars.AsSpan(0, _charCount));
            Consume(used);
            if (_charCount > 0) return true;
            if (!valid) throw Undecodable("is not");
            if (!FillBytes()) throw Undecodable("begins, and the file ends within,");
        }
    }

    private bool FillBytes()
    {
        if (_ended) return false;
        int read = _stream.Read(_bytes, _byteCount, _bytes.Length - _byteCount);
        _byteCount += read;
        _ended = read == 0;
        return read > 0;
    }

    private void Consume(int count)
    {
        _bytes.AsSpan(count, _byteCount - count).CopyTo(_bytes);
        _byteCount -= count;
        _offset += count;
    }

    private void Guard(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (c == '\n' && _afterReturn)
            {
                _afterReturn = false;
                continue;
            }

            _afterReturn = c == '\r';
            if (c is '\r' or '\n')
            {
                _line++;
                _lineLength = 0;
            }
            else if (c == '\0')
            {
                throw new ImportException(
                    _file, _line, null,
                    _seemsBinary ?? "There is a NUL character here: the file is binary, or it is UTF-16 without a byte order mark (then say \"encoding\": \"utf-16\").");
            }
            else if (++_lineLength > MaxLength)
            {
                throw new ImportException(
                    _file, _line, null,
                    $"The line is longer than {MaxLength.ToString("N0", CultureInfo.InvariantCulture)} characters: this is no table of rows, or its line breaks are lost.");
            }
        }
    }

    private ImportException Undecodable(string relation)
    {
        if (_seemsBinary is not null) return new ImportException(_file, _line, null, _seemsBinary);
        string remedy = Encoding == TextEncoding.Utf8
            ? "Say what it is, for instance \"encoding\": \"windows-1252\"."
            : "Leave the encoding out of the mapping, or name another.";
        return new ImportException(_file, _line, null, string.Create(
            CultureInfo.InvariantCulture,
            $"Byte 0x{_bytes[0]:X2} at offset {_offset} {relation} a character of {Encoding.Name}. {remedy}"));
    }
}
