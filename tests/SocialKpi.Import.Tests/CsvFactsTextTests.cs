using System.Text;

namespace SocialKpi.Import.Tests;

/// <summary>Encodings, separators, quotes, lines and headers.</summary>
public class CsvFactsTextTests
{
    private const string Two = """{ "dimensions": { "text": "Text" }, "measures": { "clicks": "Clicks" } }""";

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\r\n \n")]
    [InlineData("sep=,\n")]
    public void Read_NothingInTheFile_IsRefused(string text) => Csv.Refused(text);

    [Fact]
    public void Read_Utf8Mark_IsNoPartOfTheFirstName()
    {
        CsvImport import = Csv.Read("\uFEFFClicks\n1\n");

        Assert.Equal(1, import.Total("clicks"));
        Assert.Contains("Encoding utf-8 said by its byte order mark.", import.Report.Notes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_Utf16WithAnnouncedSeparatorAndTitle_IsRead(bool bigEndian)
    {
        Encoding encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("sep=,\n\"Views 😀\"\n\"Date\",\"Clicks\"\n\"2025-01-01T01:00:00\",\"16\"\n")];
        CsvImport import = Csv.Read(bytes, """{ "headerLine": 3, "time": { "column": "Date", "format": "uuuu-MM-dd'T'HH:mm:ss" }, "measures": { "clicks": "Clicks" } }""");

        Assert.Equal(16, import.In(Timeframe.Day(2025, 1, 1), Grain.Day));
        Assert.Equal(bigEndian ? "utf-16BE" : "utf-16", import.Report.Encoding);
        Assert.Contains("Separator ',' announced by line 1.", import.Report.Notes);
        Assert.Contains("The header is line 3.", import.Report.Notes);
    }

    [Fact]
    public void Read_Utf16WithoutMark_NeedsTheMapping()
    {
        byte[] bytes = Encoding.Unicode.GetBytes("Clicks\n1\n");

        Assert.Contains("utf-16", Csv.Refused(bytes).Message, StringComparison.Ordinal);
        Assert.Equal(1, Csv.Read(bytes, """{ "encoding": "utf-16", "measures": { "clicks": "Clicks" } }""").Total("clicks"));
    }

    [Theory]
    [InlineData("iso-8859-1", 0xE9, "é")]
    [InlineData("windows-1252", 0x80, "€")]
    public void Read_SingleByteEncoding_NeedsTheMapping(string encoding, byte code, string expected)
    {
        byte[] bytes = [.. "Text,Clicks\n"u8, .. "ab"u8, code, .. ",1\n"u8];

        ImportException exception = Csv.Refused(bytes, Two);
        Assert.Equal(2, Assert.Single(exception.Issues).Line);
        Assert.Contains($"0x{code:X2} at offset 14", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, Csv.Read(bytes, Two.Insert(1, $"\"encoding\": \"{encoding}\",")).In("text", "ab" + expected));
    }

    [Fact]
    public void Read_WrongByteFarInTheFile_NamesItsOffsetAndLine()
    {
        string rows = string.Concat(Enumerable.Repeat("é,1\n", 20_000));
        byte[] bytes = [.. "Text,Clicks\n"u8, .. Encoding.UTF8.GetBytes(rows), 0xFF, .. ",1\n"u8];

        ImportException exception = Csv.Refused(bytes, Two);
        Assert.Equal(20_002, Assert.Single(exception.Issues).Line);
        Assert.Contains("at offset 100012", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FileThatEndsInsideACharacter_IsRefused() =>
        Assert.Contains("the file ends", Csv.Refused([.. "Text,Clicks\n"u8, .. "a,1\n"u8, 0xC3], Two).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_HalfASurrogatePair_IsRefused() =>
        Csv.Refused([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Text,Clicks\na"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("b,1\n")], Two);

    [Fact]
    public void Read_MarkAgainstTheMapping_IsRefused() =>
        Assert.Contains("byte order mark", Csv.Refused("\uFEFFClicks\n1\n", """{ "encoding": "iso-8859-1", "measures": { "clicks": "Clicks" } }""").Message, StringComparison.Ordinal);

    [Fact]
    public void Read_Binary_IsRefused()
    {
        Assert.Contains("NUL", Csv.Refused([.. "Clicks\n1\n"u8, 0, 1, 2]).Message, StringComparison.Ordinal);
        Assert.Contains("Excel", Csv.Refused([.. "PK\x03\x04"u8, 20, 0, 6]).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void Read_Separator_IsFoundFromTheHeader(char separator)
    {
        CsvImport import = Csv.Read($"Text{separator}Clicks\na{separator}1\n", Two);

        Assert.Equal(separator, import.Report.Separator);
        Assert.Equal(1, import.In("text", "a"));
    }

    [Fact]
    public void Read_SeveralSeparatorsInTheHeader_TakesTheOneThatGivesTheMappedColumns() =>
        Assert.Equal(';', Csv.Read("Text;Clicks;Likes, shares\na;1;2\n", Two).Report.Separator);

    [Fact]
    public void Read_AmbiguousSeparator_IsRefusedAndCanBeSaid()
    {
        const string text = "a;b,Clicks\n1;2,3\n";

        // Under ',' the columns are 'a;b' and 'Clicks'; under ';' they are 'a' and 'b,Clicks'. None has 'Click'.
        Assert.Contains("ambiguous", Csv.Refused(text, """{ "measures": { "clicks": "Click" } }""").Message, StringComparison.Ordinal);
        Assert.Equal(3, Csv.Read(text, """{ "separator": ",", "measures": { "clicks": "Clicks" } }""").Total("clicks"));
    }

    [Fact]
    public void Read_AnnouncedSeparatorAgainstTheMapping_IsRefused() =>
        Csv.Refused("sep=;\nClicks;x\n1;2\n", """{ "separator": ",", "measures": { "clicks": "Clicks" } }""");

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Read_AnyLineBreak_EndsALineAndCounts(string newline)
    {
        CsvImport import = Csv.Read($"Text,Clicks{newline}\"a{newline}b\",1{newline}{newline}c,x{newline}d,2", Two);

        Assert.Equal(3, import.Total("clicks"));
        Assert.Equal(5, Assert.Single(import.Report.Rejections).Line);
        Assert.Contains("Empty lines, which are no rows: 1.", import.Report.Notes);
    }

    [Fact]
    public void Read_QuotedCells_AreText()
    {
        CsvImport import = Csv.Read("\"Text\",\"Clicks\"\n\"a \"\"b\"\", c\",\"1\"\n\"\",\"2\"\n", Two);

        Assert.Equal(1, import.In("text", "a \"b\", c"));
        Assert.Equal(2, import.In("text", null));
    }

    [Fact]
    public void Read_QuotedEmptyOnlyCell_IsARowAndAnEmptyLineIsNone()
    {
        CsvImport import = Csv.Read("Clicks\n\"\"\n\n1\n");

        Assert.Equal(2, import.Report.RowsAccepted);
    }

    [Theory]
    [InlineData("a\"b,1", "quote inside an unquoted field", 1, "Text")]
    [InlineData("a,1\"", "quote inside an unquoted field", 2, "Clicks")]
    [InlineData("\"a\"b,1", "behind a closing quote", 1, "Text")]
    [InlineData("\"a\"\",\",\"1\"x", "behind a closing quote", 2, "Clicks")]
    [InlineData("a,b,\"c\"d", "behind a closing quote", 3, null)]
    [InlineData("a", "has 1 field where the header has 2: column 2, 'Clicks', is the first that is missing", 2, "Clicks")]
    [InlineData("a,1,x,y", "has 4 fields where the header has 2: column 3, 'x', is the first that is surplus", 3, null)]
    public void Read_MalformedRow_IsRejectedAtItsColumn(string row, string reason, int position, string? column)
    {
        Rejection rejection = Csv.Rejection($"Text,Clicks\nx,1\n{row}\ny,2\n", Two);

        Assert.Equal(3, rejection.Line);
        Assert.Equal((position, column), (rejection.Position, rejection.Column));
        Assert.Equal(row, rejection.Text);
        Assert.Contains(reason, rejection.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TrailingSeparatorOnEveryLine_IsAnUnnamedColumn() =>
        Assert.Equal(3, Csv.Read("Text,Clicks,\na,1,\nb,2,\n", Two).Total("clicks"));

    [Fact]
    public void Read_QuoteNeverClosed_NamesTheLineWhereItOpens()
    {
        ImportException exception = Csv.Refused("Text,Clicks\na,1\n\"b\nc\",\"2\nd,3\n", Two);

        Assert.Equal(4, Assert.Single(exception.Issues).Line);
        Assert.Contains("never closed", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_QuoteClosedByALaterRow_SaysHowManyLinesAreLost()
    {
        Rejection rejection = Csv.Rejection("Text,Clicks\n\"a,1\nb,2\n\"c\",3\nd,4\n", Two);

        Assert.Equal(2, rejection.Line);
        Assert.Contains("runs to line 4", rejection.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_QuoteNeverClosedInTheHeader_IsRefused() => Csv.Refused("\"Text,Clicks\na,1\n", Two);

    [Fact]
    public void Read_HeaderNameWithALineBreak_IsFound()
    {
        CsvImport import = Csv.Read("\"Te\nxt\",Clicks\na,x\n", """{ "dimensions": { "text": "Te\nxt" }, "measures": { "clicks": "Clicks" } }""");

        Assert.Equal(3, Assert.Single(import.Report.Rejections).Line);
    }

    [Fact]
    public void Read_LineOfTenMegabytes_IsRefused()
    {
        byte[] bytes = new byte[10_000_000];
        Array.Fill(bytes, (byte)'x');

        Assert.Contains("1,000,000 characters", Csv.Refused(bytes).Message, StringComparison.Ordinal);
        Assert.Equal(2, Csv.Refused([.. "Clicks\n"u8, .. bytes]).Issues[0].Line);
    }

    [Fact]
    public void Read_QuotedFieldOfTenMegabytes_NamesTheLineWhereItBegins()
    {
        string text = "Clicks\n1\n\"" + string.Concat(Enumerable.Repeat("0123456789\n", 1_000_000));

        ImportException exception = Csv.Refused(text);
        Assert.Equal(3, exception.Issues[0].Line);
        Assert.Contains("quote", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LongButAllowedLine_IsRead() =>
        Assert.Equal(1, Csv.Read($"Text,Clicks\n{new string('x', 900_000)},1\n", Two).Total("clicks"));

    [Fact]
    public void Read_UnknownColumns_AreNamedAllAtOnceWithTheNearest()
    {
        ImportException exception = Csv.Refused("Text,Clicks\na,1\n", """{ "dimensions": { "text": "Txt" }, "measures": { "clicks": "clicks", "likes": "Likes" } }""");

        Assert.Equal(["Txt", "clicks", "Likes"], exception.Issues.Select(issue => issue.Column));
        Assert.Contains("Did you mean 'Text'?", exception.Issues[0].Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'Clicks'?", exception.Issues[1].Message, StringComparison.Ordinal);
        Assert.Contains("'Text', 'Clicks'", exception.Issues[2].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_UnknownColumnAmongVeryMany_KeepsTheMessageReadable()
    {
        string header = string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"c{i}"));

        Assert.InRange(Csv.Refused(header + "\n").Message.Length, 100, 1_000);
    }

    [Fact]
    public void Read_DuplicateHeader_MattersOnlyWhereItIsMapped()
    {
        const string text = "Views,Clicks,Views\n1,2,4\n";

        ImportException exception = Csv.Refused(text, """{ "measures": { "impressions": "Views" } }""");
        Assert.Contains("columns 1 and 3", exception.Message, StringComparison.Ordinal);
        Assert.Contains(Csv.Read(text).Report.Notes, note => note.Contains("2 columns named 'Views'", StringComparison.Ordinal));
        Assert.Equal(4, Csv.Read(text, """{ "measures": { "impressions": { "column": "Views", "occurrence": 2 } } }""").Total("impressions"));
        Csv.Refused(text, """{ "measures": { "impressions": { "column": "Views", "occurrence": 3 } } }""");
    }

    [Fact]
    public void Read_HeaderLineBehindTheEnd_IsRefused() =>
        Assert.Contains("ends after line 2", Csv.Refused("Clicks\n1\n", """{ "headerLine": 5, "measures": { "clicks": "Clicks" } }""").Message, StringComparison.Ordinal);

    public static TheoryData<byte[], string> BinaryFiles => new()
    {
        { [0x89, .. "PNG\r\n\x1A\n"u8, 0, 0, 0, 13], "PNG image" },
        { [.. "GIF89a"u8, 1, 0], "GIF image" },
        { [0xFF, 0xD8, 0xFF, 0xE0], "JPEG image" },
        { [.. "%PDF-1.7\n%"u8, 0xE2, 0xE3], "PDF document" },
        { [0x1F, 0x8B, 8, 0], "gzip file" },
        { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "old Excel workbook" },
    };

    [Theory]
    [MemberData(nameof(BinaryFiles))]
    public void Read_WhatIsNoText_SaysWhatItSeemsToBe(byte[] bytes, string kind)
    {
        foreach (string mapping in new[] { Csv.Clicks, """{ "encoding": "windows-1252", "measures": { "clicks": "Clicks" } }""" })
        {
            string message = Csv.Refused(bytes, mapping).Message;
            Assert.Contains(kind, message, StringComparison.Ordinal);
            Assert.DoesNotContain("windows-1252", message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Read_ManyControlBytesThatAreNoUtf8_AreSaidToBeNoText(int lowest)
    {
        byte[] bytes = [.. Enumerable.Range(0, 2000).Select(i => (byte)(((i + 1) * 37 % (256 - lowest)) + lowest))];

        string message = Csv.Refused(bytes).Message;
        Assert.Contains("no text file", message, StringComparison.Ordinal);
        Assert.DoesNotContain("windows-1252", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ControlCharactersInCells_AreText() =>
        Assert.Equal(1, Csv.Read("Text,Clicks\n\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000E\u000F\u0010,1\n", Two).Total("clicks"));

    [Fact]
    public void Read_Utf16OfAnotherScript_IsText() =>
        Assert.Equal(1, Csv.Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Ссылка и текст,Clicks\nпривет,1\n")]).Total("clicks"));
}
