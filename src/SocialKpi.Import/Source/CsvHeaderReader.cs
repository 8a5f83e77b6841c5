using System.Globalization;
using System.Text;

namespace SocialKpi.Import;

/// <summary>Finds the header of a file and its separator, and leaves the source at the first line under it.</summary>
internal sealed class CsvHeaderReader(SourceText source, string file, CsvLayout layout, IReadOnlyList<ColumnName> mapped, List<string> notes)
{
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    private long _line;

    public CsvHeader Read()
    {
        string first = Next() ?? throw new ImportException(file, null, null, "The file is empty.");
        char? announced = AnnouncedSeparator(first);
        string? text = announced is null ? first : Next();

        if (layout.HeaderLine is { } headerLine)
        {
            if (announced is not null && headerLine == 1)
                throw new ImportException(file, 1, null, "The mapping says \"headerLine\": 1, but line 1 announces the separator: the header stands below it.");
            while (text is not null && _line < headerLine) text = Next();
        }
        else
        {
            while (text is not null && text.AsSpan().Trim().IsEmpty) text = Next();
        }

        if (text is null)
        {
            throw new ImportException(file, null, null, layout.HeaderLine is { } wanted
                ? string.Create(CultureInfo.InvariantCulture, $"The file ends after line {_line}, and the mapping says \"headerLine\": {wanted}.")
                : "The file holds no header.");
        }

        long line = _line;
        if (line > 1) notes.Add(string.Create(CultureInfo.InvariantCulture, $"The header is line {line}."));
        text = WithOpenQuotes(text, line);
        char separator = layout.Separator ?? announced ?? Found(text, line);
        if (announced is { } said && layout.Separator is { } given && said != given)
        {
            throw new ImportException(
                file, 1, null, $"The file announces the separator {SeparatorName.Of(said)}, but the mapping says {SeparatorName.Of(given)}: leave it out of the mapping.");
        }

        if (layout.Separator is null && announced is not null) notes.Add($"Separator {SeparatorName.Of(separator)} announced by line 1.");
        IReadOnlyList<string> names = CsvHeader.NamesIn(text, separator)
            ?? throw new ImportException(file, line, null, "The header has a quote inside a field or text behind a closing quote: write a quote inside a quoted field twice.");
        return new CsvHeader(line, _line, separator, names);
    }

    private string? Next()
    {
        string? line = source.NextLine();
        if (line is not null) _line++;
        return line;
    }

    /// <summary>The separator of a first line such as <c>sep=,</c>, which spreadsheets write and read.</summary>
    private static char? AnnouncedSeparator(string line)
    {
        ReadOnlySpan<char> text = line.AsSpan().TrimEnd("\r\n").Trim('"');
        return text.Length == 5 && text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && SeparatorName.IsSeparator(text[4]) ? text[4] : null;
    }

    /// <summary>Header names may hold line breaks inside quotes: the lines up to the closing quote belong to it.</summary>
    private string WithOpenQuotes(string text, long line)
    {
        if (text.Count(c => c == '"') % 2 == 0) return text;
        StringBuilder header = new(text);
        bool open = true;
        while (open)
        {
            string? next = Next();
            if (next is null || header.Length + next.Length > SourceText.MaxLength)
                throw new ImportException(file, line, null, "A quote opens in the header and is never closed.");
            header.Append(next);
            open = next.Count(c => c == '"') % 2 == 0;
        }

        return header.ToString();
    }

    private char Found(string text, long line)
    {
        char[] occurring = [.. Candidates.Where(candidate => CsvHeader.NamesIn(text, candidate) is { Count: > 1 })];
        if (occurring.Length == 0)
        {
            notes.Add("No separator in the header: the file has one column, and ',' would separate.");
            return ',';
        }

        char[] fitting = occurring.Length == 1 ? occurring : [.. occurring.Where(Fits)];
        if (fitting.Length == 1)
        {
            notes.Add($"Separator {SeparatorName.Of(fitting[0])} found from the header.");
            return fitting[0];
        }

        throw new ImportException(
            file, line, null,
            $"The separator is ambiguous: the header holds {string.Join(" and ", occurring.Select(SeparatorName.Of))}, and the mapped columns are found with {(fitting.Length == 0 ? "none" : "more than one")} of them. Say it in the mapping, such as \"separator\": \";\".");

        bool Fits(char candidate)
        {
            IReadOnlyList<string> names = CsvHeader.NamesIn(text, candidate)!;
            return mapped.All(column => names.Contains(column.Name));
        }
    }
}
