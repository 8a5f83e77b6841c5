using System.Globalization;
using CsvHelper;

namespace SocialKpi.Import;

/// <summary>One import: header, rows, columns, report.</summary>
internal sealed class CsvImporter(CsvMapping mapping, string file, bool strict)
{
    private const int TotalsNamed = 5;

    private readonly List<string> _notes = [];
    private readonly List<Rejection> _rejections = [];
    private CsvMalformedRecord? _malformed;

    public CsvImport Read(Stream stream)
    {
        using SourceText source = new(stream, file, mapping.Layout.Encoding);
        string origin = source.HasMark ? "said by its byte order mark" : mapping.Layout.Encoding is null ? "assumed: there is no byte order mark, and every byte fits" : "said by the mapping";
        CsvHeader header = new CsvHeaderReader(source, file, mapping.Layout, [.. mapping.Columns], _notes).Read();
        _notes.Insert(0, $"Encoding {source.Encoding.Name} {origin}.");
        if (mapping.Signs != NumberSigns.Invariant) _notes.Add($"Numbers were read in the number culture '{mapping.Signs.Culture}'.");

        CsvColumns columns = CsvColumns.Bind(mapping, header, file, _notes);
        int accepted = ReadRows(source, header, columns);
        columns.Finish(file, _notes);
        if (accepted + _rejections.Count == 0) _notes.Add("The file has a header and no rows.");

        Facts facts = Facts.FromColumns(columns.Describe);
        ImportReport report = new(file, source.Encoding.Name, header.Separator, accepted, facts.DuplicatesDropped, _rejections, _notes);
        return new CsvImport(facts, report);
    }

    private int ReadRows(SourceText source, CsvHeader header, CsvColumns columns)
    {
        using CsvReader reader = CsvReader.Create(source, CsvHeader.ReaderOptions(header.Separator, record => _malformed = record), leaveOpen: true);
        CsvRecord record = new(reader, header.LastLine);
        int accepted = 0;
        int emptyLines = 0;
        List<long> totals = [];
        while (Next(reader, header))
        {
            if (reader.RawRecord.IsEmpty)
            {
                emptyLines++;
                continue;
            }

            if ((Malformed(reader, record) ?? WrongFieldCount(reader, header) ?? columns.Read(record)) is { } problem)
            {
                Reject(record, problem, header);
                continue;
            }

            columns.Accept(record.Line);
            accepted = checked(accepted + 1);
            if (IsTotal(record.Cell(0))) totals.Add(record.Line);
        }

        if (totals.Count > 0)
        {
            string lines = string.Join(", ", totals.Take(TotalsNamed).Select(line => line.ToString(CultureInfo.InvariantCulture)));
            _notes.Add($"Rows that begin with 'Total' were read as rows like any other (line {lines}{(totals.Count > TotalsNamed ? ", …" : "")}): if they sum other rows, remove them from the file, or they count twice.");
        }

        if (emptyLines > 0) _notes.Add(string.Create(CultureInfo.InvariantCulture, $"Empty lines, which are no rows: {emptyLines}."));
        return accepted;
    }

    /// <summary>Some exports write a sum of all rows among them; reading one silently would double every figure.</summary>
    private static bool IsTotal(ReadOnlySpan<char> firstCell) =>
        firstCell.Equals("Total", StringComparison.OrdinalIgnoreCase)
        || firstCell.Equals("Grand total", StringComparison.OrdinalIgnoreCase)
        || firstCell.StartsWith("Total:", StringComparison.OrdinalIgnoreCase);

    private bool Next(CsvReader reader, CsvHeader header)
    {
        _malformed = null;
        try
        {
            if (!reader.Read()) return false;
        }
        catch (CsvFormatException exception)
        {
            throw TooLong(exception.LineNumber + header.LastLine);
        }

        // A record in the buffer may be longer than the parser would wait for.
        if (reader.RawRecord.Length > SourceText.MaxLength && System.Text.Encoding.UTF8.GetCharCount(reader.RawRecord) > SourceText.MaxLength)
            throw TooLong(reader.LineNumber + header.LastLine);
        return true;
    }

    private ImportException TooLong(long line) => new(
        file, line, null,
        $"The record that begins here is longer than {SourceText.MaxLength.ToString("N0", CultureInfo.InvariantCulture)} characters: probably a quote opens here that is never closed.");

    private Problem? Malformed(CsvReader reader, CsvRecord record)
    {
        switch (_malformed?.Reason)
        {
            case null:
                return null;
            case CsvMalformedReason.UnterminatedQuote:
                throw new ImportException(file, LineOfOpenQuote(reader, record.Line), null, "A quote opens here and is never closed: close it, or write a quote that is text twice inside quotes.");
            case CsvMalformedReason.TextAfterClosingQuote:
                return new Problem(MisplacedQuote(reader), $"has text behind a closing quote{Span(reader, record)}: a quote inside a quoted field is written twice", IsOfRow: true);
            default:
                return new Problem(MisplacedQuote(reader), "has a quote inside an unquoted field: put the field in quotes and write the quote twice", IsOfRow: true);
        }
    }

    /// <summary>The first field with a quote where none may stand; the parser says only that there is one.</summary>
    private static int MisplacedQuote(CsvReader reader)
    {
        int index = 0;
        while (index < reader.FieldCount - 1 && !IsMisquoted(reader.GetRawSpan(index))) index++;
        return index;
    }

    private static bool IsMisquoted(ReadOnlySpan<byte> field)
    {
        if (field.IsEmpty || field[0] != '"') return field.Contains((byte)'"');
        int i = 1;
        while (i < field.Length && (field[i] != '"' || (i + 1 < field.Length && field[i + 1] == '"'))) i += field[i] == '"' ? 2 : 1;
        return i != field.Length - 1;
    }

    /// <summary>A quote that was never closed may have swallowed lines: says which.</summary>
    private static string Span(CsvReader reader, CsvRecord record)
    {
        int breaks = LineBreaks(reader.Current.ToString());
        return breaks == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" (the record runs to line {record.Line + breaks}; a quote may be missing before)");
    }

    private static long LineOfOpenQuote(CsvReader reader, long line)
    {
        // Only the last field can be open, and its first character is the quote.
        string record = reader.Current.ToString();
        int open = record.Length - System.Text.Encoding.UTF8.GetCharCount(reader.GetRawSpan(reader.FieldCount - 1));
        return line + LineBreaks(record[..open]);
    }

    private static int LineBreaks(string text)
    {
        int breaks = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) breaks++;
        }

        return breaks;
    }

    private static Problem? WrongFieldCount(CsvReader reader, CsvHeader header)
    {
        (int found, int wanted) = (reader.FieldCount, header.Names.Count);
        if (found == wanted) return null;
        string first = found < wanted
            ? string.Create(CultureInfo.InvariantCulture, $"column {found + 1}, '{CsvRecord.Shorten(header.Names[found])}', is the first that is missing")
            : string.Create(CultureInfo.InvariantCulture, $"column {wanted + 1}, '{CsvRecord.Shorten(reader.GetString(wanted))}', is the first that is surplus");
        return new Problem(
            Math.Min(found, wanted), string.Create(CultureInfo.InvariantCulture, $"has {found} {(found == 1 ? "field" : "fields")} where the header has {wanted}: {first}"), IsOfRow: true);
    }

    private void Reject(CsvRecord record, Problem problem, CsvHeader header)
    {
        Rejection rejection = new(
            file, record.Line, problem.Column + 1, problem.Column < header.Names.Count ? header.Names[problem.Column] : null,
            problem.IsOfRow ? record.Shown() : record.Shown(problem.Column), problem.Reason);
        if (strict) throw new ImportException(file, rejection.Line, rejection.Column, $"'{rejection.Text}' {rejection.Reason}.");
        _rejections.Add(rejection);
    }
}
