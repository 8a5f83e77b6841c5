using System.Text;
using SocialKpi;

namespace KpiReport;

/// <summary>Text for a terminal: a line that is wider is broken between words, and goes on a little further in.</summary>
internal sealed class FittedWriter(TextWriter terminal, int width) : TextWriter
{
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => terminal.Encoding;

    public override void Write(char value)
    {
        if (value == '\r') return;
        if (value != '\n')
        {
            _line.Append(value);
            return;
        }

        string line = _line.ToString();
        _line.Clear();
        int start = line.Length - line.TrimStart(' ').Length;
        foreach (string part in DisplayText.Wrapped(line, width, new string(' ', start + 2))) terminal.WriteLine(part);
    }
}
