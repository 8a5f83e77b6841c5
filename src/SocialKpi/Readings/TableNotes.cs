using System.Globalization;
using System.Text;

namespace SocialKpi;

/// <summary>The numbered notes under a table; equal texts share a number. Mutable while a table is written.</summary>
internal sealed class TableNotes
{
    private readonly List<string> _texts = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>The notes in order of their numbers, from 1.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>The marks of a reading, <c>[1][3]</c>: why it is absent, and each caveat.</summary>
    public string MarksOf(Reading reading)
    {
        IEnumerable<string> texts = reading.Caveats.Select(caveat => caveat.Text);
        if (reading.Absence is { } absence) texts = texts.Prepend(absence.Describe());
        return MarksOf(texts);
    }

    /// <summary>The marks of some notes.</summary>
    public string MarksOf(IEnumerable<string> texts) => string.Concat(texts.Select(text => $"[{NumberOf(text).ToString(CultureInfo.InvariantCulture)}]"));

    /// <summary>The table with the notes under it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="separator">What stands between two notes.</param>
    /// <param name="escape">How a note is written.</param>
    /// <param name="width">The columns of the display, into which notes are broken; null for a line each.</param>
    public string AppendTo(string table, string separator, Func<string, string> escape, int? width = null)
    {
        StringBuilder text = new(table);
        for (int i = 0; i < _texts.Count; i++)
        {
            string note = string.Create(CultureInfo.InvariantCulture, $"[{i + 1}] {escape(_texts[i])}");
            text.Append(i == 0 ? "\n\n" : separator).Append(width is { } columns ? string.Join('\n', DisplayText.Wrapped(note, columns, "    ")) : note);
        }

        return text.ToString();
    }

    private int NumberOf(string text)
    {
        if (_numbers.TryGetValue(text, out int number)) return number;
        _texts.Add(text);
        return _numbers[text] = _texts.Count;
    }
}
