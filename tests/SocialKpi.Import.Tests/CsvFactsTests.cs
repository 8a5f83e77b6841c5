using System.Text;

namespace SocialKpi.Import.Tests;

public class CsvFactsTests
{
    [Fact]
    public void Read_BasisAndExportOfTheMapping_AreThoseOfTheFacts()
    {
        const string Mapping = """
            {
              "time": { "column": "Date", "format": "yyyy-MM-dd" }, "measures": { "clicks": "Clicks" },
              "basis": "lifetime-at-publish", "exported": "2026-03-31", "youngUnderDays": 7
            }
            """;
        CsvImport import = Csv.Read("Date,Clicks\n2026-03-01,100\n2026-03-25,20\n", Mapping);

        Assert.Equal((TimeBasis.LifetimeAtPublish, new NodaTime.LocalDate(2026, 3, 31), 7), (import.Facts.TimeBasis, import.Facts.ExportedOn, import.Facts.YoungUnderDays));
        Reading clicks = import.Facts.Read(KpiQuery.Of(Kpis.ClickCount))[Kpis.ClickCount];
        Assert.Equal((120m, CaveatKind.YoungPosts), (clicks.Value, Assert.Single(clicks.Caveats).Kind));
        Assert.Equal((TimeBasis.PerPeriod, (NodaTime.LocalDate?)null), (Csv.Read("Clicks\n1\n").Facts.TimeBasis, Csv.Read("Clicks\n1\n").Facts.ExportedOn));
    }

    [Fact]
    public void Read_ExportOfEachRow_DecidesWhichRowOfAKeyStays()
    {
        const string Mapping = """
            { "measures": { "clicks": "Clicks" }, "exported": { "column": "Exported", "format": "d-M-yyyy" }, "key": { "columns": ["Id"], "duplicates": "keep-last" } }
            """;
        CsvImport import = Csv.Read("Id,Exported,Clicks\na,2-4-2026,20\na,1-4-2026,10\nb,,5\nc,31-2-2026,5\n", Mapping);

        Assert.Equal((20m, new NodaTime.LocalDate(2026, 4, 2)), (import.Total("clicks"), import.Facts.ExportedOn));
        Assert.Equal(["is blank, and a row needs the day of its export", "cannot be read as 'd-M-yyyy': there is no such date or time"], import.Report.Rejections.Select(rejection => rejection.Reason));
        Assert.Equal(("Exported", 4L), (import.Report.Rejections[0].Column, import.Report.Rejections[0].Line));
    }

    [Fact]
    public void Read_SmallFile_SumsAndReports()
    {
        CsvImport import = Csv.Read("Platform;Clicks\nx;1\ny;2\nx;4\n", """{ "dimensions": { "platform": "Platform" }, "measures": { "clicks": "Clicks" } }""");

        Assert.Equal(7, import.Total("clicks"));
        Assert.Equal(5, import.In("platform", "x"));
        Assert.Equal(3, import.Report.RowsRead);
        Assert.Equal(3, import.Report.RowsAccepted);
        Assert.Equal(0, import.Report.RowsRejected);
        Assert.Equal(';', import.Report.Separator);
        Assert.Contains("Separator ';' found from the header.", import.Report.Notes);
    }

    [Fact]
    public void Read_BadRows_ReadIsAcceptedPlusRejected()
    {
        CsvImport import = Csv.Read("Clicks\n1\nx\n3\n");

        Assert.Equal(4, import.Total("clicks"));
        Assert.Equal(3, import.Report.RowsRead);
        Assert.Equal(2, import.Report.RowsAccepted);
        Rejection rejection = Assert.Single(import.Report.Rejections);
        Assert.Equal(("test.csv", 3, "Clicks", "x"), (rejection.File, rejection.Line, rejection.Column, rejection.Text));
        Assert.Contains("not a number", rejection.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Strict_ThrowsOnTheFirstRejection()
    {
        ImportException exception = Csv.Refused("Clicks\n1\nx\ny\n", strict: true);

        ImportIssue issue = Assert.Single(exception.Issues);
        Assert.Equal((3, "Clicks"), (issue.Line, issue.Column));
        Assert.Contains("'x'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HeaderOnly_GivesNoRowsAndANote()
    {
        CsvImport import = Csv.Read("Clicks\n");

        Assert.Equal(0, import.Facts.RowCount);
        Assert.Null(import.Total("clicks"));
        Assert.Contains("The file has a header and no rows.", import.Report.Notes);
    }

    [Fact]
    public void Read_BlankCell_IsUnknownUnlessTheMappingSaysZero()
    {
        const string text = "Clicks,Likes\n1,\n2,5\n";
        CsvImport unknown = Csv.Read(text, """{ "measures": { "clicks": "Clicks", "likes": "Likes" } }""");
        CsvImport zero = Csv.Read(text, """{ "measures": { "clicks": "Clicks", "likes": { "column": "Likes", "blank": "zero" } } }""");
        KpiQuery query = KpiQuery.Of(Kpi.Define("ratio", Measure.Sum("likes", Unit.Count) / Measure.Sum("clicks", Unit.Count), Unit.Ratio));

        Assert.Equal(2.5m, unknown.Facts.Read(query).Total.Readings[0].Value);
        Assert.Equal(1, unknown.Facts.Read(query).Total.Readings[0].Caveats.Single(caveat => caveat.Kind == CaveatKind.RowsLeftOut).Amount);
        Assert.Equal(5m / 3m, zero.Facts.Read(query).Total.Readings[0].Value);
    }

    [Fact]
    public void Read_BlankWords_CountAsBlankInNumbersAndDimensions()
    {
        CsvImport import = Csv.Read(
            "Network,Country,Clicks\n--,NA,1\nx,NA,undefined\n",
            """
            {
              "blanks": ["--", "undefined", "NA"],
              "dimensions": { "network": "Network", "country": { "column": "Country", "blanks": [] } },
              "measures": { "clicks": "Clicks" }
            }
            """);

        Assert.Empty(import.Report.Rejections);
        Assert.Equal(1, import.In("network", null));
        Assert.Equal(1, import.In("country", "NA"));
    }

    [Fact]
    public void Read_UnnamedBlankWord_IsRejectedWithTheRemedy() =>
        Assert.Contains("\"blanks\"", Csv.Rejection("Clicks\n--\n").Reason, StringComparison.Ordinal);

    [Fact]
    public void Read_CountOfRowsAndConditions_CountsRows()
    {
        CsvImport import = Csv.Read(
            "score,mood\n9,good\n10,bad\n6,\n,good\n",
            """
            {
              "measures": {
                "answers": { "count": { "column": "score", "between": [0, 10] } },
                "promoters": { "count": { "column": "score", "atLeast": 9 } },
                "detractors": { "count": { "column": "score", "atMost": 6 } },
                "tens": { "unit": "count", "count": { "column": "score", "in": [10, 11] } },
                "good": { "unit": "count", "count": { "column": "mood", "equals": "good" } },
                "moody": { "unit": "count", "count": { "column": "mood", "in": ["good", "bad"] } },
                "silent": { "unit": "count", "count": { "column": "mood", "missing": true } },
                "rows": { "unit": "count", "count": true }
              }
            }
            """);

        Assert.Equal(3, import.Total("answers"));
        Assert.Equal(2, import.Total("promoters"));
        Assert.Equal(1, import.Total("detractors"));
        Assert.Equal(1, import.Total("tens"));
        Assert.Equal(2, import.Total("good"));
        Assert.Equal(3, import.Total("moody"));
        Assert.Equal(1, import.Total("silent"));
        Assert.Equal(4, import.Total("rows"));
    }

    [Fact]
    public void Read_CountOverABlankCell_IsUnknownAndNotZero()
    {
        CsvImport import = Csv.Read("score\n\"\"\n", """{ "measures": { "promoters": { "count": { "column": "score", "atLeast": 9 } } } }""");

        Assert.Null(import.Total("promoters"));
    }

    [Fact]
    public void Read_SumOfColumns_IsUnknownWhenAPartIs()
    {
        const string text = "like,share\n1,0.5\n,4\n,\n";
        static string Mapping(string blank) => $$"""{ "measures": { "engagements": { "sum": ["like", "share"], "blank": "{{blank}}" } } }""";

        Assert.Equal(1.5m, Csv.Read(text, Mapping("unknown")).Total("engagements"));
        Assert.Equal(5.5m, Csv.Read(text, Mapping("zero")).Total("engagements"));
        Assert.Equal(5.5m, Csv.Read(text, Mapping("not_applicable")).Total("engagements"));
    }

    [Fact]
    public void Read_Key_KeepsTheFirstOrTheLast()
    {
        const string text = "id,Clicks\na,1\nb,2\na,4\n";
        static string Mapping(string rule) => $$"""{ "measures": { "clicks": "Clicks" }, "key": { "columns": ["id"], "duplicates": "{{rule}}" } }""";

        CsvImport first = Csv.Read(text, Mapping("keep-first"));
        Assert.Equal(3, first.Total("clicks"));
        Assert.Equal(3, first.Report.RowsAccepted);
        Assert.Equal(1, first.Report.DuplicatesDropped);
        Assert.Equal(6, Csv.Read(text, Mapping("keep-last")).Total("clicks"));

        ImportException refused = Csv.Refused(text, Mapping("refuse"));
        Assert.Contains(refused.Issues, issue => issue.Line == 4 && issue.Message.Contains("line 2", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_KeyOfTwoColumns_DoesNotRunThemTogether()
    {
        const string mapping = """{ "measures": { "clicks": "Clicks" }, "key": { "columns": ["a", "b"], "duplicates": "refuse" } }""";

        Assert.Equal(2, Csv.Read("a,b,Clicks\nx,yz,1\nxy,z,1\n", mapping).Report.RowsAccepted);
    }

    [Fact]
    public void Read_BlankKey_IsRejected() =>
        Assert.Contains("key", Csv.Rejection("id,Clicks\n,1\n", """{ "measures": { "clicks": "Clicks" }, "key": { "columns": ["id"], "duplicates": "refuse" } }""").Reason, StringComparison.Ordinal);

    [Fact]
    public void Read_OwnMeasure_IsRecordedUnderItsId()
    {
        CsvMapping mapping = CsvMapping.Parse("""{ "measures": { "page_likes": { "column": "Page total likes", "unit": "count" } } }""");
        using MemoryStream stream = new(Encoding.UTF8.GetBytes("Page total likes\n3\n4\n"));

        Assert.Equal("page_likes", Assert.Single(mapping.Measures).Id);
        Assert.Equal(7, CsvFacts.Read(stream, mapping).Total("page_likes"));
    }

    [Fact]
    public void Read_DimensionText_LosesOnlyTheSpacesAroundIt()
    {
        CsvImport import = Csv.Read("p,Clicks\n x y ,1\nx y,2\nX Y,4\n", """{ "dimensions": { "platform": "p" }, "measures": { "clicks": "Clicks" } }""");

        Assert.Equal(3, import.In("platform", "x y"));
        Assert.Equal(4, import.In("platform", "X Y"));
    }

    [Fact]
    public void Read_NonSeekableStreamByteByByte_GivesTheSame()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("Land;Clicks\r\n\"Zo\r\në\";1\r\n😀;2\r\n")];
        using OneByteStream stream = new(bytes);
        CsvImport import = CsvFacts.Read(stream, CsvMapping.Parse("""{ "dimensions": { "country": "Land" }, "measures": { "clicks": "Clicks" } }"""));

        Assert.Equal(1, import.In("country", "Zo\r\në"));
        Assert.Equal(2, import.In("country", "😀"));
    }

    [Fact]
    public void Read_Stream_IsLeftOpen()
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes("Clicks\n1\n"));
        CsvFacts.Read(stream, CsvMapping.Parse(Csv.Clicks));

        Assert.True(stream.CanRead);
    }

    [Fact]
    public void Read_MissingFile_IsTheUsualException() =>
        Assert.Throws<FileNotFoundException>(() => CsvFacts.Read(Path.Combine(Path.GetTempPath(), "no such file of SocialKpi.csv"), CsvMapping.Parse(Csv.Clicks)));

    [Fact]
    public void Read_NullArguments_AreNamed()
    {
        Assert.Throws<ArgumentNullException>("path", () => CsvFacts.Read((string)null!, CsvMapping.Parse(Csv.Clicks)));
        Assert.Throws<ArgumentNullException>("stream", () => CsvFacts.Read((Stream)null!, CsvMapping.Parse(Csv.Clicks)));
        Assert.Throws<ArgumentNullException>("mapping", () => CsvFacts.Read(Stream.Null, null!));
    }

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("pl-PL")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Read_UnderAnyCurrentCulture_GivesTheSame(string culture)
    {
        static string All()
        {
            CsvImport import = Csv.Read(
                "Date;Id;Clicks;Spend\n2/24/2015 11:35;I;1,234;-1.5\n2/30/2015 11:35;i;1;1\nx;y;z;1,2,3\n2/24/2015 11:35;ı;--;5%\n",
                """{ "time": { "column": "Date", "format": "M/d/yyyy H:mm", "zone": "Europe/Amsterdam" }, "dimensions": { "id": "Id" }, "measures": { "clicks": "Clicks", "spend": { "column": "Spend", "currency": "EUR" } } }""");
            return $"{import.Report}\n{FormattableString.Invariant($"{import.Total("clicks")} {import.Total("spend", Unit.Money)}")}";
        }

        Assert.Equal(All(), UnderCulture.Run(culture, All));
    }

    [Fact]
    public void Read_AMillionDistinctDimensionValues_KeepsThemAll()
    {
        StringBuilder text = new("id,Clicks\n");
        for (int i = 0; i < 1_000_000; i++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"post-{i},1\n");
        CsvImport import = Csv.Read(text.ToString(), """{ "dimensions": { "post": "id" }, "measures": { "clicks": "Clicks" } }""");

        Assert.Equal(1_000_000, import.Report.RowsAccepted);
        Assert.Equal(1_000_000, import.Total("clicks"));
    }

    [Theory]
    [InlineData("""{ "column": "mood", "equals": "Good" }""", "No row has 'Good' in column 'mood'.")]
    [InlineData("""{ "column": "mood", "in": ["fine", "great"] }""", "No row has 'fine' or 'great' in column 'mood'.")]
    [InlineData("""{ "column": "score", "equals": 11 }""", "No row has 11 in column 'score'.")]
    public void Read_CountOfAValueThatNoRowHas_IsNoted(string count, string expected) =>
        Assert.Contains(expected, Csv.Read("mood,score\ngood,9\n,\n", $$"""{ "measures": { "mentions": { "count": {{count}} } } }""").Report.Notes);

    [Theory]
    [InlineData("""{ "column": "mood", "equals": "good" }""", "good,9\nbad,\n")]
    [InlineData("""{ "column": "score", "in": [9, 11] }""", "good,9\n,8\n")]
    [InlineData("""{ "column": "score", "atLeast": 100 }""", "good,9\n")]
    [InlineData("""{ "column": "mood", "equals": "good" }""", "")]
    public void Read_CountThatMatchesOrNamesNoValue_IsNotNoted(string count, string rows) =>
        Assert.DoesNotContain(Csv.Read("mood,score\n" + rows, $$"""{ "measures": { "mentions": { "count": {{count}} } } }""").Report.Notes, note => note.StartsWith("No row has", StringComparison.Ordinal));
}
