using NodaTime;

namespace SocialKpi.Import;

/// <summary>What the mapping says about the time of the figures; reads the day of each row's export where a column has it.</summary>
internal sealed class BasisColumn(BasisMapping mapping, CellReader? cell) : ColumnReader
{
    private readonly List<LocalDate> _days = [];
    private LocalDate _day;

    public override Problem? Read(CsvRecord record)
    {
        if (cell is null) return null;
        ReadOnlySpan<char> text = record.Cell(cell.Index);
        if (cell.IsBlank(text)) return new Problem(cell.Index, "is blank, and a row needs the day of its export");
        return mapping.Export!.PerRow!.Format.Read(text.ToString(), out _day) is { } reason ? new Problem(cell.Index, reason) : null;
    }

    public override void Accept(long line)
    {
        if (cell is not null) _days.Add(_day);
    }

    public override void Describe(FactColumns facts)
    {
        facts.Basis(mapping.Basis);
        if (mapping.Export?.Day is { } day) facts.ExportedOn(day);
        if (cell is not null) facts.ExportedOn(_days);
        if (mapping.YoungUnderDays is { } days) facts.YoungUnder(days);
    }
}
