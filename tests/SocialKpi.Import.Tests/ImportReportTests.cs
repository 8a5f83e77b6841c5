namespace SocialKpi.Import.Tests;

public class ImportReportTests
{
    [Fact]
    public void ToString_Import_IsAligned()
    {
        const string expected = """
            file                test.csv
            encoding            utf-8
            separator           ';'
            rows read           2
            rows accepted       1
            rows rejected       1
            duplicates dropped  0
            note                Encoding utf-8 assumed: there is no byte order mark, and every byte fits.
            note                Separator ';' found from the header.
            rejected            line 3, column 'Clicks', '5%': is a percentage: map the counts it was computed from, and let the KPI divide them
            """;

        Assert.Equal(expected, Csv.Read("Text;Clicks\na;1\nb;5%\n").Report.ToString());
    }

    [Fact]
    public void ToString_ManyRejections_ShowsTwentyAndKeepsAll()
    {
        ImportReport report = Csv.Read("Clicks\n" + string.Concat(Enumerable.Repeat("x\n", 1234))).Report;

        Assert.Equal(1234, report.Rejections.Count);
        Assert.Equal(21, report.ToString().Split('\n').Count(line => line.StartsWith("rejected", StringComparison.Ordinal)));
        Assert.EndsWith("… and 1,214 more", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rejection_LongText_IsCutForDisplay()
    {
        Rejection rejection = Csv.Rejection($"Clicks\n\"line\nbreak {new string('x', 500)}\"\n");

        Assert.Equal(100, rejection.Text.Length);
        Assert.StartsWith("line break x", rejection.Text, StringComparison.Ordinal);
        Assert.EndsWith("…", rejection.Text, StringComparison.Ordinal);
    }
}
