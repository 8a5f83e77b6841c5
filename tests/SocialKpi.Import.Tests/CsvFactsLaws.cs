using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace SocialKpi.Import.Tests;

public class CsvFactsLaws
{
    private const string Mapping =
        """
        {
          "time": { "column": "d", "format": "yyyy-MM-dd" },
          "dimensions": { "text": "t" },
          "measures": {
            "clicks": "c",
            "spend": { "column": "m", "currencyColumn": "k" },
            "likes": { "sum": ["c", "m"] },
            "promoters": { "count": { "column": "c", "between": [9, 10] } }
          },
          "key": { "columns": ["t"], "duplicates": "keep-last" }
        }
        """;

    private static readonly string[] Pieces =
    [
        ",", ",", ",", "\n", "\n", "\r\n", "\r", "\"", "\"\"", ";", "\t", " ", "", "0", "1", "9", "10", "1.5", "-2", "1,234", "1e400", "999999999999999999", "0.000000000000000001", "NaN", "5%",
        "2025-02-28", "2025-02-29", "9999-12-31", "0001-01-01", "EUR", "USD", "x", "é", "😀", "\uFEFF", "\0", "2025-01-01,a,1,2,EUR\n", "2025-01-02,b,3,,\n", "sep=,",
    ];

    [Fact]
    public void Every_row_of_any_text_under_a_header_is_accepted_or_rejected_or_the_file_is_refused() =>
        Prop.ForAll(Texts(), text => Holds(Encoding.UTF8.GetBytes("d,t,c,m,k\n" + text))).Check(Many);

    [Fact]
    public void Any_text_is_read_or_refused() =>
        Prop.ForAll(Texts(), text => Holds(Encoding.UTF8.GetBytes(text))).Check(Many);

    [Fact]
    public void Any_bytes_are_read_or_refused() =>
        Prop.ForAll<byte[]>(bytes => Holds(bytes) && Holds([.. "d,t,c,m,k\n"u8, .. bytes]) && Holds([0xFF, 0xFE, .. bytes])).Check(Many);

    [Fact]
    public void Any_text_is_a_mapping_or_a_mapping_exception()
    {
        string[] pieces = ["{", "}", "[", "]", ":", ",", "\"", "\"measures\"", "\"clicks\"", "\"column\"", "\"time\"", "\"count\"", "true", "null", "1", "1e999", "\"a\"", " "];
        Prop.ForAll(Gen.Elements(pieces).ArrayOf().Select(string.Concat).ToArbitrary(), json =>
        {
            try
            {
                CsvMapping.Parse(json);
            }
            catch (MappingException exception)
            {
                return exception.Issues.Count > 0;
            }

            return true;
        }).Check(Many);
    }

    [Fact]
    public void The_way_a_stream_is_cut_changes_nothing() =>
        Prop.ForAll(Texts(), text =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes("d,t,c,m,k\n" + text);
            CsvMapping mapping = CsvMapping.Parse(Mapping);
            return Outcome(new MemoryStream(bytes), mapping) == Outcome(new OneByteStream(bytes), mapping);
        }).Check(Many);

    [Fact]
    public void What_is_written_with_quotes_is_read_back() =>
        Prop.ForAll<NonNull<string>[]>(values =>
        {
            string[] texts = [.. values.Select(value => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value.Get)).Replace("\0", "", StringComparison.Ordinal))];
            string file = "t,c\n" + string.Concat(texts.Select(text => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\",1\n"));
            CsvImport import = Csv.Read(file, """{ "dimensions": { "text": "t" }, "measures": { "clicks": "c" } }""");
            return import.Report.RowsAccepted == texts.Length
                && texts.GroupBy(text => text.Trim()).All(group => import.In("text", group.Key.Length == 0 ? null : group.Key) == group.Count());
        }).Check(Many);

    [Fact]
    public void A_decimal_of_at_most_18_digits_is_read_exactly() =>
        Prop.ForAll(
            Gen.Choose(0, 999_999_999).Two().SelectMany(halves => Gen.Choose(-18, 18), (halves, scale) => (halves, scale)).ToArbitrary(),
            number =>
            {
                long units = (number.halves.Item1 * 1_000_000_000L) + number.halves.Item2;
                decimal value = new((int)units, (int)(units >> 32), 0, number.scale < 0, (byte)Math.Abs(number.scale));
                string text = value.ToString(System.Globalization.CultureInfo.InvariantCulture);
                return Csv.Read($"c\n{text}\n", """{ "measures": { "n": { "column": "c", "unit": "number" } } }""").Total("n", Unit.Number) == value;
            }).Check(Many);

    private static Config Many => Config.QuickThrowOnFailure.WithMaxTest(400);

    private static Arbitrary<string> Texts() => Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary();

    private static bool Holds(byte[] bytes)
    {
        try
        {
            ImportReport report = Csv.Read(bytes, Mapping).Report;
            return report.RowsRead == report.RowsAccepted + report.RowsRejected
                && report.Rejections.All(rejection => rejection.Line > 1 && rejection.Reason.Length > 0)
                && report.RowsRead <= bytes.Count(b => b is (byte)'\n' or (byte)'\r') + 1;
        }
        catch (ImportException exception)
        {
            return exception.Issues.Count > 0;
        }
    }

    private static string Outcome(Stream stream, CsvMapping mapping)
    {
        try
        {
            return CsvFacts.Read(stream, mapping).Report.ToString();
        }
        catch (ImportException exception)
        {
            return exception.Message;
        }
    }
}
