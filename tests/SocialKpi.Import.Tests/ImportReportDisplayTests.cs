using System.Xml.Linq;

namespace SocialKpi.Import.Tests;

public class ImportReportDisplayTests
{
    [Fact]
    public void ToHtml_HostileFile_IsWellFormedAndEncoded()
    {
        ImportReport report = Csv.Read("Te<b>xt;Clicks\na;1\nb;<script>x</script>\n\u202Ec;\u001B5%\n").Report;
        string html = report.ToHtml();
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', html);
        Assert.DoesNotContain('\u001B', html);
        string text = XElement.Parse(html).Value;
        Assert.Contains("rows rejected2", text, StringComparison.Ordinal);
        Assert.Contains("'<script>x</script>'", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ToMarkdown_Import_IsATable()
    {
        string markdown = Csv.Read("Clicks\n1\n|x|\n").Report.ToMarkdown();
        Assert.StartsWith("| import |  |\n| --- | --- |\n| file | test.csv |\n", markdown, StringComparison.Ordinal);
        Assert.Contains(@"'\|x\|'", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_AreOne()
    {
        ImportRow row = Assert.Single(Csv.Read("Clicks\n1\nx\n2\n").Report.Rows);
        Assert.Equal(("test.csv", "utf-8", ",", 3L, 2L, 1L, 0L), (row.File, row.Encoding, row.Separator, row.RowsRead, row.RowsAccepted, row.RowsRejected, row.DuplicatesDropped));
    }

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("pl-PL")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Output_UnderAnyCulture_IsTheSame(string culture)
    {
        string[] before = Outputs();
        Assert.Equal(before, UnderCulture.Run(culture, Outputs));

        static string[] Outputs()
        {
            ImportReport report = Csv.Read("Clicks\n" + string.Concat(Enumerable.Repeat("x\n", 1234))).Report;
            return [report.ToString(), report.ToHtml(), report.ToMarkdown()];
        }
    }

    [Fact]
    public void Names_from_right_to_left_move_nothing_beside_them()
    {
        ImportReport report = CsvFacts.Read(
            new MemoryStream(System.Text.Encoding.UTF8.GetBytes("שלום 7,Clicks,אחר 8\nמרכז 12,1,\nצפון 34,x,\n")),
            CsvMapping.Parse("""{ "dimensions": { "שלום 7": "שלום 7" }, "measures": { "clicks": "Clicks" } }"""), name: "קובץ 5.csv").Report;
        foreach (string text in new[] { report.ToString(), report.ToMarkdown(), report.Rejections[0].ToString() })
            Assert.DoesNotMatch("[\u0590-\u05FF]", System.Text.RegularExpressions.Regex.Replace(text, "\u2068[^\u2068\u2069]*\u2069", ""));
        Assert.Contains("\u2068קובץ 5.csv\u2069:3, column 2 'Clicks', 'x'", report.ToString(), StringComparison.Ordinal);
        Assert.DoesNotMatch("[\u0590-\u05FF]", System.Text.RegularExpressions.Regex.Replace(report.ToHtml(), "<bdi[^>]*>[^<]*</bdi>", ""));
        Assert.Contains("<bdi>קובץ 5.csv</bdi>:3, column 2", report.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_from_right_to_left_move_nothing_beside_them_in_messages()
    {
        const string mapping = """{ "dimensions": { "עלות 3": "עלות 3" }, "measures": { "clicks": "קליקים" } }""";
        ImportException refused = Assert.Throws<ImportException>(() => Read("עלות 3,קליקים\nא,\"12,5\"\nא,\"13,5\"\n", strict: true));
        ImportException lacking = Assert.Throws<ImportException>(() => Read("עלות 4,קליקים\nא,1\n", strict: false));
        MappingException mapped = Assert.Throws<MappingException>(() => CsvMapping.Parse("""{ "dimensions": { "עלות 3": 5 }, "measures": { "clicks": "קליקים" }, "אחר 2": 1 }"""));
        string[] texts = [refused.Message, lacking.Message, mapped.Message, .. refused.Issues.Select(issue => issue.ToString()), .. mapped.Issues.Select(issue => issue.ToString())];
        foreach (string text in texts)
            Assert.DoesNotMatch("[\u0590-\u05FF]", System.Text.RegularExpressions.Regex.Replace(text, "\u2068[^\u2068\u2069]*\u2069", ""));
        Assert.StartsWith("\u2068קובץ 5.csv\u2069: line 2, column '\u2068קליקים\u2069': '12,5' ", refused.Message, StringComparison.Ordinal);

        static CsvImport Read(string text, bool strict) => CsvFacts.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), CsvMapping.Parse(mapping), strict, "קובץ 5.csv");
    }
}
