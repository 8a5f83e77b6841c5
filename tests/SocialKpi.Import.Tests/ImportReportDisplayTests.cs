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
}
