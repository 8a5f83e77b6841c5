using SocialKpi.Tests.Support;

namespace SocialKpi.Import.Tests;

/// <summary>Exports as the platforms wrote them, with what is odd in each.</summary>
public class ExportsTests
{
    [SharedFact]
    public void MetaDailySeries_Utf16WithTitle_IsRead()
    {
        CsvImport import = Read(
            "meta-business-suite/Views.csv",
            """{ "headerLine": 3, "time": { "column": "Date", "format": "uuuu-MM-dd'T'HH:mm:ss" }, "measures": { "impressions": "Primary" } }""");

        Assert.Equal("utf-16", import.Report.Encoding);
        Assert.Equal((0, 16), (import.Report.RowsRejected, (int)import.In(Timeframe.Day(2025, 1, 1), Grain.Day, "impressions")!));
    }

    [SharedFact]
    public void MetaPosts_RowsWithFewerFields_AreRejectedAndCounted()
    {
        CsvImport import = Read("meta-business-suite/Jan-14-2025_Apr-14-2025_1396269028466733.csv", """{ "measures": { "impressions": "Views" } }""");

        Assert.Equal(261, import.Report.RowsRead);
        Assert.Equal(5, import.Report.RowsRejected);
        Assert.All(import.Report.Rejections, rejection => Assert.Contains("has 27 fields where the header has 31", rejection.Reason, StringComparison.Ordinal));
    }

    [SharedFact]
    public void MetaPosts_TwoColumnsNamedViews_NeedAChoice()
    {
        const string file = "meta-business-suite/Mar-18-2025_Apr-14-2025_553302954456165.csv";

        Assert.Throws<ImportException>(() => Read(file, """{ "measures": { "impressions": "Views" } }"""));
        Assert.Equal(48, Read(file, """{ "measures": { "impressions": { "column": "Views", "occurrence": 1 } } }""").Report.RowsRead);
    }

    [SharedFact]
    public void TikTok_Undefined_IsBlankOnlyWhenTheMappingSaysSo()
    {
        Assert.Contains("\"blanks\"", Read("tiktok/FollowerHistory.csv", """{ "measures": { "n": { "column": "Followers", "unit": "count" } } }""").Report.Rejections[0].Reason, StringComparison.Ordinal);
        Assert.Empty(Read("tiktok/FollowerHistory.csv", """{ "blanks": ["undefined"], "measures": { "n": { "column": "Followers", "unit": "count" } } }""").Report.Rejections);
    }

    [SharedFact]
    public void GoogleAds_TitleLinesThousandsAndPercents_AreReadOrRejected()
    {
        const string file = "google-ads/Campaign report.csv";
        CsvImport import = Read(
            file,
            """{ "headerLine": 3, "blanks": ["--"], "dimensions": { "campaign": "Campaign" }, "measures": { "impressions": "Impr.", "spend": { "column": "Cost", "currencyColumn": "Currency code" } } }""");

        Assert.Equal(25_881, import.In("campaign", "Video views - 2025-07-19", "impressions"));
        Assert.Contains(import.Report.Notes, note => note.Contains("'Total'", StringComparison.Ordinal) && note.Contains("line 6, 7, 8, 9", StringComparison.Ordinal));
        Assert.Contains(Read(file, """{ "headerLine": 3, "measures": { "n": { "column": "Interaction rate", "unit": "ratio" } } }""").Report.Rejections, rejection => rejection.Reason.Contains("percentage", StringComparison.Ordinal));
    }

    [SharedFact]
    public void YouTube_RowsWithoutTime_AreRejectedAndTheTotalIsOneOfThem()
    {
        CsvImport import = Read("youtube-studio/Table data.csv", """{ "time": { "column": "Video publish time", "format": "MMM d, yyyy" }, "measures": { "impressions": "Views" } }""");

        Assert.Equal([2, 66, 69, 73], import.Report.Rejections.Select(rejection => rejection.Line));
        Assert.All(import.Report.Rejections, rejection => Assert.Equal("Video publish time", rejection.Column));
    }

    [SharedFact]
    public void X_TimesWithOffsetAndDashes_AreRead()
    {
        CsvImport import = Read(
            "x-tweet-activity/gerardtieng_2019_1.csv",
            """
            {
              "blanks": ["-"],
              "time": { "column": "time", "format": "yyyy-MM-dd HH:mm o<+HHmm>", "zone": "UTC" },
              "measures": { "impressions": "impressions", "engagements": "engagements", "n": { "column": "promoted impressions", "unit": "count", "blank": "not_applicable" } },
              "key": { "columns": ["Tweet id"], "duplicates": "refuse" }
            }
            """);

        Assert.Equal((100, 0), (import.Report.RowsAccepted, import.Report.RowsRejected));
        Assert.Null(import.Total("n"));
    }

    private static CsvImport Read(string file, string mapping) => CsvFacts.Read(SharedData.Path($"platform-exports/{file}"), CsvMapping.Parse(mapping));
}
