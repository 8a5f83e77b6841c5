using CsvHelper;

namespace SocialKpi.Import;

/// <summary>Reads benchmarks from CSV: one row a figure, in columns with the names of <see cref="BenchmarkRow.KnownNames"/>, in any order.</summary>
public static class CsvBenchmarks
{
    private static readonly string[] Needed = ["source", "statistic", "value", "unit"];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, in UTF-8, or in UTF-16 with a byte order mark.</param>
    /// <param name="catalog">Where KPIs are looked up; null for <see cref="Catalog.Standard"/>.</param>
    /// <param name="variants">What a source means: its definition, word for word, and the KPI that it is.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="ImportException">The file cannot be used; all its issues are listed, each with line and column.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static BenchmarkSet Read(string path, Catalog? catalog = null, IReadOnlyDictionary<string, Kpi>? variants = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        return Read(stream, catalog, variants, path);
    }

    /// <summary>Reads a stream, which is left open.</summary>
    /// <param name="stream">The bytes, from where the stream stands.</param>
    /// <param name="catalog">Where KPIs are looked up; null for <see cref="Catalog.Standard"/>.</param>
    /// <param name="variants">What a source means: its definition, word for word, and the KPI that it is.</param>
    /// <param name="name">What to call the stream in messages.</param>
    /// <exception cref="ArgumentNullException">The stream or its name is null.</exception>
    /// <exception cref="ImportException">As for a file.</exception>
    public static BenchmarkSet Read(Stream stream, Catalog? catalog = null, IReadOnlyDictionary<string, Kpi>? variants = null, string name = "stream")
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        using SourceText source = new(stream, name, given: null);
        CsvHeader header = new CsvHeaderReader(source, name, new CsvLayout(null, null, null), [.. Needed.Select(column => new ColumnName(column, null, new HashSet<string>()))], []).Read();
        List<ImportIssue> issues = [.. HeaderIssues(header)];
        HashSet<string?> wrong = [.. issues.Select(issue => issue.Column)];
        List<(long Line, BenchmarkRow Row)> rows = ReadRows(source, header, issues);
        try
        {
            BenchmarkSet set = BenchmarkSet.FromRows(rows.Select(row => row.Row), catalog, variants);
            return issues.Count == 0 ? set : throw new ImportException(name, issues);
        }
        catch (BenchmarkException problem)
        {
            // What follows from the header is said there, not again of every row; rows contradict each other only where the header tells them apart.
            issues.AddRange(problem.Issues.Where(issue => wrong.Count == 0 || !(issue.Field is null || wrong.Contains(issue.Field))).Select(issue => new ImportIssue(issue.Row is { } row ? rows[row].Line : null, issue.Field, issue.Message)));
            throw new ImportException(name, [.. issues.OrderBy(issue => issue.Line)]);
        }
    }

    private static IEnumerable<ImportIssue> HeaderIssues(CsvHeader header)
    {
        foreach (string column in header.Names.Distinct().Where(column => !BenchmarkRow.KnownNames.Contains(column)))
            yield return new ImportIssue(header.Line, column, $"is not a column of benchmarks.{Similar.Hint(column, BenchmarkRow.KnownNames)} Known are: {string.Join(", ", BenchmarkRow.KnownNames)}.");
        foreach (IGrouping<string, string> repeated in header.Names.GroupBy(column => column).Where(group => group.Count() > 1))
            yield return new ImportIssue(header.Line, repeated.Key, "stands in the header more than once: remove or rename one.");
        foreach (string column in Needed.Where(column => !header.Names.Contains(column)))
            yield return new ImportIssue(header.Line, column, "is missing from the header.");
        if (!header.Names.Contains("kpi") && !header.Names.Contains("metric"))
            yield return new ImportIssue(header.Line, "kpi", "is missing from the header: name the KPI of each figure in it, or in 'metric' what the source calls it.");
    }

    private static List<(long Line, BenchmarkRow Row)> ReadRows(SourceText source, CsvHeader header, List<ImportIssue> issues)
    {
        bool isMalformed = false;
        using CsvReader reader = CsvReader.Create(source, CsvHeader.ReaderOptions(header.Separator, _ => isMalformed = true), leaveOpen: true);
        List<(long Line, BenchmarkRow Row)> rows = [];
        while (reader.Read())
        {
            long line = reader.LineNumber + header.LastLine;
            if (isMalformed) issues.Add(new ImportIssue(line, null, "A quote is misplaced or never closed: put the field in quotes, and write a quote that is text twice."));
            else if (reader.RawRecord.IsEmpty) continue;
            else if (reader.FieldCount != header.Names.Count) issues.Add(new ImportIssue(line, null, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The row has {reader.FieldCount} fields where the header has {header.Names.Count}.")));
            else rows.Add((line, new BenchmarkRow(header.Names.Select((column, at) => KeyValuePair.Create(column, (string?)reader.GetString(at))).DistinctBy(field => field.Key))));
            isMalformed = false;
        }

        return rows;
    }
}
