namespace SocialKpi.Import;

/// <summary>Reads one dimension; equal values are one string.</summary>
internal sealed class DimensionColumn : ColumnReader
{
    private readonly FieldMapping _mapping;
    private readonly CellReader _cell;
    private readonly List<string?> _values = [];
    private readonly HashSet<string> _distinct = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private string? _read;

    public DimensionColumn(FieldMapping mapping, CellReader cell)
    {
        (_mapping, _cell) = (mapping, cell);
        _lookup = _distinct.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public override Problem? Read(CsvRecord record)
    {
        ReadOnlySpan<char> text = record.Cell(_cell.Index);
        _read = null;
        if (_cell.IsBlank(text) || _lookup.TryGetValue(text, out _read)) return null;
        _read = text.ToString();
        return null;
    }

    public override void Accept(long line)
    {
        if (_read is not null) _distinct.Add(_read);
        _values.Add(_read);
    }

    public override void Describe(FactColumns facts) => facts.Dimension(_mapping.Name, _values);
}
