namespace SocialKpi.Import;

/// <summary>Reads one row value that is not a measure.</summary>
internal sealed class ValueColumn(FieldMapping mapping, CellReader cell) : ColumnReader
{
    private readonly DecimalColumn _numbers = new();
    private ExactNumber? _read;

    public override string? Misfit => _numbers.Misfit is { } misfit ? $"The numbers of '{mapping.Name}' do not fit one column: {misfit}" : null;

    public override IEnumerable<string> Notes => cell.GroupNotes;

    public override Problem? Read(CsvRecord record) => cell.Read(record, out _read);

    public override void Accept(long line)
    {
        cell.Accept(line);
        _numbers.Add(_read, line);
    }

    public override void Describe(FactColumns facts) => facts.Value(mapping.Name, _numbers, mapping.Blank);
}
