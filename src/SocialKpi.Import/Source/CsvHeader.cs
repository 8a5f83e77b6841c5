using CsvHelper;

namespace SocialKpi.Import;

/// <summary>The header of a file: where it begins and ends, what separates its fields, and their names in order.</summary>
internal sealed record CsvHeader(long Line, long LastLine, char Separator, IReadOnlyList<string> Names)
{
    /// <summary>The column a mapping names, or -1 with the reason.</summary>
    public int Find(ColumnName column, out string problem)
    {
        problem = "";
        int[] positions = [.. Enumerable.Range(0, Names.Count).Where(i => Names[i] == column.Name)];
        if (positions.Length == 0)
        {
            problem = $"is not a column of this file.{Similar.Hint(column.Name, Names)} Its columns are: {Listed()}.";
            return -1;
        }

        string places = string.Join(" and ", positions.Select(position => Number(position + 1)));
        if (column.Occurrence is not { } occurrence)
        {
            if (positions.Length == 1) return positions[0];
            problem = $"stands in the header {Number(positions.Length)} times, as columns {places}: say which one with {{ \"column\": \"{column.Name}\", \"occurrence\": 2 }}.";
            return -1;
        }

        if (occurrence <= positions.Length) return positions[occurrence - 1];
        problem = $"has no occurrence {Number(occurrence)}: it stands in the header as column {places}.";
        return -1;
    }

    private string Listed()
    {
        const int most = 50;
        string listed = string.Join(", ", Names.Take(most).Select(name => $"'{CsvRecord.Shorten(name)}'"));
        return Names.Count <= most ? listed : $"{listed} and {Number(Names.Count - most)} more";
    }

    /// <summary>Reads the fields of a header text; null when it is malformed.</summary>
    public static IReadOnlyList<string>? NamesIn(string text, char separator)
    {
        bool malformed = false;
        using CsvReader reader = CsvReader.FromText(text, ReaderOptions(separator, _ => malformed = true));
        return reader.Read() && !malformed ? [.. reader.Current.ToArray().Select(name => name.Trim().Trim('\uFEFF'))] : null;
    }

    /// <summary>The parser's options: everything is read as it stands, and what is malformed is said.</summary>
    public static CsvReaderOptions ReaderOptions(char separator, Action<CsvMalformedRecord> malformed) => new()
    {
        HasHeader = false,
        Separator = separator,
        DetectSeparatorHint = false,
        SkipEmptyLines = false,
        TrackLineNumbers = true,
        TrimWhitespace = false,
        MaxRecordSize = 4 * SourceText.MaxLength,
        OnMalformedRecord = malformed,
    };

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
