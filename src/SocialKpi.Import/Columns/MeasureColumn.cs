namespace SocialKpi.Import;

/// <summary>Reads one measure.</summary>
internal sealed class MeasureColumn(MeasureMapping mapping, NumberReader source, CurrencyReader? currency) : ColumnReader
{
    private readonly DecimalColumn _numbers = new();
    private ExactNumber? _read;

    public override string? Misfit => _numbers.Misfit is { } misfit ? $"The numbers of '{mapping.Measure.Id}' do not fit one column: {misfit}" : null;

    public override IEnumerable<string> Notes => source.Cells
        .SelectMany(cell => mapping.Measure.Unit == Unit.Count ? cell.GroupNotes.Concat(cell.FractionNotes) : cell.GroupNotes)
        .Concat(source.Notes);

    public override Problem? Read(CsvRecord record) =>
        source.Read(record, out _read) ?? currency?.Read(record, isNeeded: _read is not null);

    public override void Accept(long line)
    {
        source.Accept(line);
        _numbers.Add(_read, line);
        currency?.Accept(line);
    }

    public override void Describe(FactColumns facts)
    {
        if (currency is null) facts.Measure(mapping.Measure, _numbers, mapping.Blank);
        else facts.Measure(mapping.Measure, _numbers, currency.Found, mapping.Blank);
    }
}
