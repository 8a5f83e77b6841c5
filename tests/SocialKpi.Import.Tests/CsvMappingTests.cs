using System.Diagnostics;
using System.Text;

namespace SocialKpi.Import.Tests;

public class CsvMappingTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{ "measures": {} }""")]
    [InlineData("""{ "measures": { "clicks": "\uD800" } }""")]
    public void Parse_WhatIsNoMapping_IsRefused(string json) => Assert.NotEmpty(Csv.Issues(json));

    [Fact]
    public void Parse_SeveralMistakes_AreAllReportedWithTheirPaths()
    {
        IReadOnlyList<MappingIssue> issues = Csv.Issues(
            """
            {
              "seperator": ";",
              "encoding": "utf8",
              "headerLine": 0,
              "culture": "xx-nowhere",
              "time": { "column": "Date", "format": "dd-mm-yyyy" },
              "dimensions": { "platform": { "colum": "Platform" } },
              "measures": {
                "impresions": "Impressions",
                "spend": "Spent",
                "revenue": { "column": "Revenue", "currency": "euro" },
                "clicks": { "column": "Clicks", "currency": "EUR", "blank": "nothing" },
                "promoters": { "count": { "column": "r", "between": [10, 9] } }
              },
              "key": { "columns": [] }
            }
            """);

        string[] expected =
        [
            "$.seperator", "$.encoding", "$.headerLine", "$.culture", "$.time.format", "$.dimensions.platform.colum", "$.dimensions.platform",
            "$.measures.impresions", "$.measures.spend", "$.measures.revenue.currency", "$.measures.clicks.blank", "$.measures.clicks.currency",
            "$.measures.promoters.count.between", "$.key.columns", "$.key",
        ];
        Assert.Equal(expected, issues.Select(issue => issue.Path));
        Assert.Contains("Did you mean 'separator'?", issues[0].Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'utf-8'?", issues[1].Message, StringComparison.Ordinal);
        Assert.Contains("minutes", issues[4].Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'impressions'?", issues[7].Message, StringComparison.Ordinal);
        Assert.Contains("currency", issues[8].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "basis": "lifetime", "measures": { "clicks": "c" } }""", "$.basis", "none of: per-period, lifetime-at-publish")]
    [InlineData("""{ "exported": "31-03-2026", "measures": { "clicks": "c" } }""", "$.exported", "is no day such as")]
    [InlineData("""{ "exported": 20260331, "measures": { "clicks": "c" } }""", "$.exported", "must be an object")]
    [InlineData("""{ "exported": { "column": "e" }, "measures": { "clicks": "c" } }""", "$.exported", "names no \"format\"")]
    [InlineData("""{ "exported": { "column": "e", "format": "yyyy-MM-dd HH:mm" }, "measures": { "clicks": "c" } }""", "$.exported.format", "must be one of days")]
    [InlineData("""{ "youngUnderDays": 7, "basis": "per-period", "measures": { "clicks": "c" } }""", "$.youngUnderDays", "needs a \"time\" and the day it was \"exported\" and the \"basis\" \"lifetime-at-publish\" too")]
    [InlineData("""{ "youngUnderDays": 0, "basis": "lifetime-at-publish", "exported": "2026-03-31", "time": { "column": "d", "format": "yyyy-MM-dd" }, "measures": { "clicks": "c" } }""", "$.youngUnderDays", "at least 1")]
    public void Parse_BasisThatCannotBe_IsRefused(string json, string path, string reason)
    {
        MappingIssue issue = Csv.Issues(json)[0];

        Assert.Equal(path, issue.Path);
        Assert.Contains(reason, issue.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MMMM d", "year")]
    [InlineData("yyyy-dd", "month")]
    [InlineData("yyyy-MM", "day of the month")]
    [InlineData("ddd MM yyyy", "day of the month")]
    [InlineData("yyyy-MM-dd hh:mm", "AM or PM")]
    [InlineData("yyyy-MM-dd ss", "without hours")]
    [InlineData("d", "is not a date format")]
    [InlineData("yyyy-MM-dd QQ", "is not a date format")]
    [InlineData("yyyy-MM-dd 'at", "is not a date format")]
    public void Parse_TimeFormatThatWouldGuess_IsRefused(string format, string reason)
    {
        MappingIssue issue = Assert.Single(Csv.Issues($$"""{ "time": { "column": "d", "format": "{{format}}" }, "measures": { "clicks": "c" } }"""));

        Assert.Equal("$.time.format", issue.Path);
        Assert.Contains(reason, issue.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "column": "d", "format": "yyyy-MM-dd", "zone": "Europe/Amsterdam" }""", "$.time.zone")]
    [InlineData("""{ "column": "d", "format": "yyyy-MM-dd HH:mm", "zone": "Europe/Amsterdm" }""", "$.time.zone")]
    [InlineData("""{ "column": "d", "format": "yyyy-MM-dd HH:mm o<+HHmm>" }""", "$.time")]
    [InlineData("""{ "column": "d" }""", "$.time")]
    [InlineData("""{ "format": "yyyy-MM-dd" }""", "$.time")]
    public void Parse_TimeThatDoesNotFitItsZone_IsRefused(string time, string path) =>
        Assert.Equal(path, Assert.Single(Csv.Issues($$"""{ "time": {{time}}, "measures": { "clicks": "c" } }""")).Path);

    [Theory]
    [InlineData("\"a\"")]
    [InlineData("\"\"")]
    [InlineData("\";;\"")]
    [InlineData("\"\\\"\"")]
    [InlineData("\"\\n\"")]
    [InlineData("\"€\"")]
    [InlineData("1")]
    public void Parse_WhatSeparatesNothing_IsRefused(string separator) =>
        Assert.Equal("$.separator", Assert.Single(Csv.Issues($$"""{ "separator": {{separator}}, "measures": { "clicks": "c" } }""")).Path);

    [Theory]
    [InlineData("""{ "unit": "count" }""")]
    [InlineData("""{ "column": "a", "count": true, "unit": "count" }""")]
    [InlineData("""{ "count": false, "unit": "count" }""")]
    [InlineData("""{ "count": { "column": "a" }, "unit": "count" }""")]
    [InlineData("""{ "count": { "column": "a", "equals": 1, "atLeast": 1 }, "unit": "count" }""")]
    [InlineData("""{ "count": { "column": "a", "in": [] }, "unit": "count" }""")]
    [InlineData("""{ "count": { "column": "a", "in": [1, "b"] }, "unit": "count" }""")]
    [InlineData("""{ "count": { "column": "a", "between": [1] }, "unit": "count" }""")]
    [InlineData("""{ "count": { "column": "a", "atLeast": 1e400 }, "unit": "count" }""")]
    [InlineData("""{ "sum": [], "unit": "count" }""")]
    [InlineData("""{ "sum": ["a"], "blanks": ["x"], "unit": "count" }""")]
    [InlineData("""{ "column": "a", "unit": "dozen" }""")]
    [InlineData("""{ "column": "a", "unit": "money:EUR", "currency": "EUR" }""")]
    [InlineData("""{ "column": "a", "unit": "money" }""")]
    [InlineData("""{ "column": "a", "unit": "money", "currency": "EUR", "currencyColumn": "b" }""")]
    [InlineData("""{ "column": "", "unit": "count" }""")]
    [InlineData("""{ "column": "a", "occurrence": 0, "unit": "count" }""")]
    [InlineData("5")]
    [InlineData("null")]
    public void Parse_MeasureThatSaysTooLittleOrTooMuch_IsRefused(string measure) =>
        Assert.All(Csv.Issues($$"""{ "measures": { "mine": {{measure}} } }"""), issue => Assert.StartsWith("$.measures.mine", issue.Path, StringComparison.Ordinal));

    [Fact]
    public void Parse_OwnMeasureWithAnUnusableId_IsRefused() => Csv.Issues("""{ "measures": { "Page likes": { "column": "a", "unit": "count" } } }""");

    [Fact]
    public void Parse_ValueWithAnUnusableId_IsRefused() => Csv.Issues("""{ "values": { "My response": "response" } }""");

    [Fact]
    public void Parse_StandardMeasureInAnotherUnit_IsRefused() =>
        Assert.Equal("$.measures.clicks.unit", Assert.Single(Csv.Issues("""{ "measures": { "clicks": { "column": "c", "unit": "duration" } } }""")).Path);

    [Fact]
    public void Parse_OneNameForTwoThings_IsRefused() =>
        Assert.Contains("'clicks'", Assert.Single(Csv.Issues("""{ "dimensions": { "clicks": "a" }, "measures": { "clicks": "b" } }""")).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_PropertyWrittenTwice_IsRefused() =>
        Assert.Equal("$.measures.clicks", Assert.Single(Csv.Issues("""{ "measures": { "clicks": "a", "clicks": "b" } }""")).Path);

    [Fact]
    public void Load_File_NamesItInItsIssues()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "{}");
            Assert.Equal(path, Assert.Throws<MappingException>(() => CsvMapping.Load(path)).Mapping);
            File.WriteAllText(path, "// a comment\n" + Csv.Clicks);
            Assert.Equal("clicks", Assert.Single(CsvMapping.Load(path).Measures).Id);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Load_LatinOneMapping_IsRefusedAtItsByte()
    {
        byte[] latin = Encoding.Latin1.GetBytes("{ \"measures\": {\n\"clicks\": { \"count\": { \"column\": \"p\", \"equals\": \"café\" } } } }");

        MappingIssue issue = Assert.Single(Assert.Throws<MappingException>(() => Load(latin)).Issues);
        Assert.Contains($"byte 0xE9 at offset {Array.IndexOf(latin, (byte)0xE9)} (line 2) is not a character of utf-8: save the mapping as UTF-8", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_MappingThatEndsInsideACharacter_IsRefusedAtItsByte() =>
        Assert.Contains("byte 0xC3 at offset 2", Assert.Throws<MappingException>(() => Load([.. "{}"u8, 0xC3])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Load_MappingWithAByteOrderMark_IsRead(string name)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        CsvMapping mapping = Load([.. encoding.GetPreamble(), .. encoding.GetBytes("""{ "dimensions": { "p": "é😀" }, "measures": { "clicks": "Clicks" } }""")]);

        using MemoryStream stream = new("é😀,Clicks\nx,1\n"u8.ToArray());
        Assert.Equal(1, CsvFacts.Read(stream, mapping).Report.RowsAccepted);
    }

    [Theory]
    [InlineData("", "line 1, column 1: there is no text")]
    [InlineData("{\n  \"measures\": {", "line 2, column 16: the text ends too early")]
    [InlineData("{ \"é\": [1,\n  ] }", "line 2, column 3: there is a comma before ']'; remove it")]
    [InlineData("{ \"é\": x }", "line 1, column 8: 'x' cannot stand here")]
    [InlineData("{} {}", "line 1, column 4: '{' cannot stand here")]
    public void Parse_WhatIsNoJson_SaysWhereInPlainWords(string json, string expected)
    {
        string message = Assert.Single(Csv.Issues(json)).Message;

        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.All(["reader options", "isFinalBlock", "LineNumber", "BytePosition"], word => Assert.DoesNotContain(word, message, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("yyyy-MM-dd QQ")]
    [InlineData("yyyy-MM-dd 'at")]
    [InlineData("yyyy-MM-dd yyyy")]
    public void Parse_UnusableTimeFormat_IsExplainedInPlainWords(string format)
    {
        string message = Assert.Single(Csv.Issues($$"""{ "time": { "column": "d", "format": "{{format}}" }, "measures": { "clicks": "c" } }""")).Message;

        Assert.Contains($"'{format}' is not a date format: build it from fields", message, StringComparison.Ordinal);
        Assert.EndsWith("such as 'T'.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_ControlCharactersInAMapping_AreShownAsSymbols() =>
        Assert.Contains("␛[31m", Assert.Throws<MappingException>(() => CsvMapping.Parse("""{ "\u001b[31m": 1, "measures": { "clicks": "c" } }""")).Message, StringComparison.Ordinal);

    /// <summary>The mode is settled when a process starts, so the test runs itself again in one that has it.</summary>
    [Fact]
    public void Parse_CultureWithoutCultureData_SaysThatTheRuntimeHasNone()
    {
        const string mode = "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT";
        if (Environment.GetEnvironmentVariable(mode) == "1")
        {
            string message = Assert.Single(Csv.Issues("""{ "culture": "nl-NL", "measures": { "clicks": "c" } }""")).Message;
            Assert.Contains("without culture data (globalization-invariant mode)", message, StringComparison.Ordinal);
            Assert.Contains(mode + "=0", message, StringComparison.Ordinal);
            Assert.DoesNotContain("such as \"nl-NL\"", message, StringComparison.Ordinal);
            return;
        }

        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { "vstest", typeof(CsvMappingTests).Assembly.Location, $"--Tests:{nameof(Parse_CultureWithoutCultureData_SaysThatTheRuntimeHasNone)}" },
            Environment = { [mode] = "1" },
            RedirectStandardOutput = true,
        };
        using Process child = Process.Start(start)!;
        string output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        Assert.True(child.ExitCode == 0 && output.Contains("Passed", StringComparison.Ordinal), output);
    }

    private static CsvMapping Load(byte[] bytes)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            return CsvMapping.Load(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
