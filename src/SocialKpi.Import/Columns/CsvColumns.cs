using System.Globalization;

namespace SocialKpi.Import;

/// <summary>The columns of one import, bound to their places in the file.</summary>
internal sealed class CsvColumns
{
    private readonly List<ColumnReader> _columns = [];
    private readonly List<CellReader> _cells = [];
    private readonly bool _namesCulture;

    private CsvColumns(bool namesCulture) => _namesCulture = namesCulture;

    /// <summary>Finds every mapped column in the header; throws with all that are missing or doubtful.</summary>
    public static CsvColumns Bind(CsvMapping mapping, CsvHeader header, string file, List<string> notes)
    {
        List<ImportIssue> issues = [];
        HashSet<(string, int?)> faulty = [];
        CsvColumns columns = new(mapping.NamesCulture);

        if (mapping.Key is { } key) columns._columns.Add(new KeyColumn(key, [.. key.Columns.Select(Cell)], file));
        if (mapping.Time is { } time) columns._columns.Add(new TimeColumn(time, Cell(time.Column)));
        foreach (FieldMapping dimension in mapping.Dimensions) columns._columns.Add(new DimensionColumn(dimension, Cell(dimension.Column)));
        foreach (FieldMapping value in mapping.Values) columns._columns.Add(new ValueColumn(value, Cell(value.Column)));
        foreach (MeasureMapping measure in mapping.MeasureMappings)
        {
            CurrencyReader? currency = measure.Currency is { } source ? new CurrencyReader(source, source.Column is { } name ? Cell(name) : null, file) : null;
            columns._columns.Add(new MeasureColumn(measure, NumberReader.Of(measure.Source, measure.Blank, Cell), currency));
        }

        columns._columns.Add(new BasisColumn(mapping.Basis, mapping.Basis.Export?.PerRow is { } export ? Cell(export.Column) : null));
        if (issues.Count > 0) throw new ImportException(file, issues);
        foreach (IGrouping<string, string> repeated in header.Names.GroupBy(name => name).Where(group => group.Count() > 1))
            notes.Add($"The header has {repeated.Count().ToString(CultureInfo.InvariantCulture)} columns named '{repeated.Key}'{(mapping.Columns.Any(column => column.Name == repeated.Key) ? "; the mapping says which is read" : "; none is read")}.");
        return columns;

        CellReader Cell(ColumnName name)
        {
            int index = header.Find(name, out string problem);
            if (index < 0 && faulty.Add((name.Name, name.Occurrence))) issues.Add(new ImportIssue(header.Line, name.Name, problem));
            CellReader cell = new(name, index, mapping.Signs);
            columns._cells.Add(cell);
            return cell;
        }
    }

    /// <summary>Reads a record with every column; the first problem, or null.</summary>
    public Problem? Read(CsvRecord record)
    {
        foreach (ColumnReader column in _columns)
        {
            if (column.Read(record) is { } problem) return problem;
        }

        return null;
    }

    public void Accept(long line)
    {
        foreach (ColumnReader column in _columns) column.Accept(line);
    }

    /// <summary>What can only be said at the end: keys that repeat, numbers that do not fit one column, a file that does not end when it should, and the notes.</summary>
    public void Finish(string file, List<string> notes)
    {
        foreach (KeyColumn key in _columns.OfType<KeyColumn>()) key.Finish();
        List<ImportIssue> misfits = [.. _columns.Select(column => column.Misfit is { } misfit ? new ImportIssue(null, null, misfit) : null).OfType<ImportIssue>()];
        if (misfits.Count > 0) throw new ImportException(file, misfits);
        if (!_namesCulture && _cells.Where(cell => cell.FirstDecimalSign is not null).MinBy(cell => (cell.FirstDecimalSign, cell.Index)) is { } first)
        {
            notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"Numbers were read as invariant (25,881.5): the mapping names no culture. The first decimal sign is in column '{first.Name}' on line {first.FirstDecimalSign}."));
        }

        notes.AddRange(_columns.SelectMany(column => column.Notes).Distinct());
    }

    public void Describe(FactColumns facts)
    {
        foreach (ColumnReader column in _columns) column.Describe(facts);
    }
}
