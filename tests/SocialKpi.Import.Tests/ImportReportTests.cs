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
            rejected            test.csv:3, column 2 'Clicks', '5%': is a percentage: map the counts it was computed from, and let the KPI divide them
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

    [Fact]
    public void ToString_ControlCharactersOfTheFile_AreShownAsSymbols()
    {
        ImportReport report = Csv.Read("Cl\u001Bicks,x\u202Ey,x\u202Ey\n\u001B[31mred\u0007\u007F\u0085\u2066,,\n1.5,,\n\u001B\n", """{ "measures": { "clicks": "Cl\u001bicks" } }""").Report;

        Assert.Equal("Cl\u001Bicks", report.Rejections[0].Column);
        Assert.Equal("␛[31mred␇␡ �", report.Rejections[0].Text);
        Assert.Contains("column 1 'Cl␛icks', '␛[31mred␇␡ �'", report.ToString(), StringComparison.Ordinal);
        Assert.Contains("2 columns named 'x�y'", report.ToString(), StringComparison.Ordinal);
        Assert.All([.. report.Notes, .. report.Rejections.Select(rejection => rejection.Reason), report.ToString()], text => Assert.DoesNotContain(text, c => (char.IsControl(c) && c != '\n') || c is '\u202E' or '\u2066'));
    }

    [Fact]
    public void Message_ControlCharactersOfTheHeaderOrARow_AreShownAsSymbols()
    {
        foreach (ImportException exception in new[] { Csv.Refused("\u001B[31mred\u0007,\u202Ea\n1,2\n"), Csv.Refused("Clicks\n\u001B[31m\n", strict: true) })
        {
            Assert.Contains("␛[31m", exception.Message, StringComparison.Ordinal);
            Assert.Contains("␛[31m", exception.Issues[0].Message, StringComparison.Ordinal);
            Assert.DoesNotContain(exception.Message, c => char.IsControl(c) || c == '\u202E');
        }
    }

    [Fact]
    public void Rejection_NamesFileLineColumnTextAndReason() =>
        Assert.StartsWith("test.csv:3, column 2 'Clicks', 'x': is not a number", Csv.Rejection("Text,Clicks\na,1\nb,x\n").ToString(), StringComparison.Ordinal);

    [Fact]
    public void Rejection_SurplusField_IsNamedByItsPosition() =>
        Assert.StartsWith("test.csv:2, column 2, '1,x': has 2 fields where the header has 1", Csv.Rejection("Clicks\n1,x\n").ToString(), StringComparison.Ordinal);
}
