using System.Globalization;
using SocialKpi;

namespace KpiReport;

/// <summary>A file that is being read, saying per cent by per cent how far, in one line; the line is wiped when it is closed. Nothing is said in colour.</summary>
internal sealed class ProgressStream(Stream file, string name, TextWriter terminal, int width) : Stream
{
    private const string Most = ": 100 %";

    // The last column stays free: what is written there may begin a new line.
    private readonly string _name = DisplayText.Shortened(DisplayText.Name(name), Math.Max(width - Most.Length - 1, 1));

    private long _read;
    private int _said = -1;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => file.Length;

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        int count = file.Read(buffer);
        _read += count;
        int percent = (int)(100 * _read / Math.Max(1, file.Length));
        if (percent > _said) terminal.Write(string.Create(CultureInfo.InvariantCulture, $"\r{_name}: {_said = percent} %"));
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            terminal.Write($"\r{new string(' ', DisplayText.Width(_name) + Most.Length)}\r");
            file.Dispose();
        }

        base.Dispose(disposing);
    }
}
