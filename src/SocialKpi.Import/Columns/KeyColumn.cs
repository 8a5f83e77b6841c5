using System.Globalization;

namespace SocialKpi.Import;

/// <summary>Reads the key of each row, and finds duplicates with their lines where they are refused.</summary>
internal sealed class KeyColumn(KeyMapping mapping, CellReader[] cells, string file) : ColumnReader
{
    private const int DuplicatesShown = 5;

    private readonly List<string> _keys = [];
    private readonly Dictionary<string, long> _lines = new(StringComparer.Ordinal);
    private readonly List<ImportIssue> _duplicates = [];
    private readonly string[] _parts = new string[cells.Length];
    private int _duplicateCount;

    public override Problem? Read(CsvRecord record)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            ReadOnlySpan<char> text = record.Cell(cells[i].Index);
            if (cells[i].IsBlank(text)) return new Problem(cells[i].Index, "is blank, and it is part of the key");
            _parts[i] = text.ToString();
        }

        return null;
    }

    public override void Accept(long line)
    {
        string key = Joined();
        _keys.Add(key);
        if (mapping.Duplicates != Duplicates.Refuse || _lines.TryAdd(key, line)) return;
        _duplicateCount++;
        if (_duplicates.Count == DuplicatesShown) return;
        _duplicates.Add(new ImportIssue(line, Names, string.Create(
            CultureInfo.InvariantCulture, $"The key '{CsvRecord.Shorten(string.Join("', '", _parts))}' stands on line {_lines[key]} already.")));
    }

    /// <summary>Throws when keys were to be unique and are not.</summary>
    public void Finish()
    {
        if (_duplicateCount == 0) return;
        string rest = string.Create(CultureInfo.InvariantCulture, $"{_duplicateCount} rows repeat a key{(_duplicateCount > DuplicatesShown ? $", of which the first {DuplicatesShown} are named here" : "")}.");
        throw new ImportException(file, [new ImportIssue(null, null, $"{rest} To drop them, say \"duplicates\": \"keep-first\" or \"keep-last\"."), .. _duplicates]);
    }

    public override void Describe(FactColumns facts) => facts.Key(_keys, mapping.Duplicates);

    private string Names => string.Join("', '", cells.Select(cell => cell.Name));

    /// <summary>The length of each part keeps the parts ("a", "bc") and ("ab", "c") apart.</summary>
    private string Joined() => _parts.Length == 1
        ? _parts[0]
        : string.Concat(_parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Length}:{part}")));
}
