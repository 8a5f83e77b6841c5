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

    /// <summary>
    /// Seven days without a year and an hour in a column of its own. The expected sums were computed apart from this library; that the file ends in
    /// 2026 is what its owner would know.
    /// </summary>
    [SharedFact]
    public void TikTok_ActiveFollowersWithoutAYear_SayWhenTheAudienceIsThere()
    {
        Kpi active = Kpi.Define("active_followers_on_average", Measure.Mean("mean_active_followers", Unit.Count, of: "active_followers"), Unit.Count, label: "Active followers");
        CsvImport import = Read(
            "tiktok/FollowerActivity.csv",
            $$"""
            {
              "time": { "column": "Date", "format": "MMMM d", "endsOn": "2026-02-27" },
              "dimensions": { "{{TimeDimension.HourOfDay}}": "Hour" },
              "values": { "active_followers": "Active followers" },
              "key": { "columns": ["Date", "Hour"], "duplicates": "refuse" }
            }
            """);
        AudienceActivity activity = AudienceActivity.Of(import.Facts.Read(KpiQuery.Of(active).By(TimeDimension.HourOfDay).By(TimeDimension.Weekday)), active);

        Assert.Equal((168, 0), (import.Report.RowsAccepted, import.Report.RowsRejected));
        Assert.Contains(import.Report.Notes, note => note.Contains("were read as 2026-02-21 to 2026-02-27", StringComparison.Ordinal));
        int[] hours = [13, 14, 12, 15, 16, 11, 17, 10, 9, 8, 20, 19, 18, 7, 21, 6, 22, 5, 23, 0, 1, 4, 2, 3];
        int[] sums = [8450, 8431, 8315, 8310, 8148, 7977, 7972, 7903, 7591, 7217, 7090, 6974, 6790, 6410, 6073, 4971, 4732, 3495, 3451, 3032, 2406, 2379, 2108, 2079];
        Assert.Equal(
            hours.Zip(sums, (hour, sum) => (hour.ToString(System.Globalization.CultureInfo.InvariantCulture), sum / 7m)),
            activity.Hours.Select(reading => (reading.Segment[TimeDimension.HourOfDay]!, reading.Value)));

        // From Monday 23 February: the Friday is the last day, of which the file has zeros from some hour on.
        (string, int)[] weekdays = [("1", 21_697), ("2", 21_456), ("4", 21_299), ("3", 21_183), ("7", 20_893), ("6", 20_472), ("5", 15_304)];
        Assert.Equal(weekdays.Select(day => (day.Item1, day.Item2 / 24m)), activity.Weekdays.Select(reading => (reading.Segment[TimeDimension.Weekday]!, reading.Value)));
        Assert.Equal(("13", "1"), (Assert.Single(activity.BusiestHours).Segment[TimeDimension.HourOfDay], Assert.Single(activity.BusiestWeekdays).Segment[TimeDimension.Weekday]));
        Assert.Contains("13:00–13:59", activity.ToString(), StringComparison.Ordinal);
    }

    [SharedFact]
    public void TikTok_YearOfDaysWithoutAYear_RunsOverNewYear()
    {
        CsvImport import = Read(
            "tiktok/FollowerHistory.csv",
            """
            {
              "blanks": ["undefined"], "time": { "column": "Date", "format": "MMMM d", "endsOn": "2026-02-27" },
              "measures": { "net_new_followers": { "column": "Difference in followers from previous day", "unit": "count" } },
              "key": { "columns": ["Date"], "duplicates": "refuse" }
            }
            """);
        Timeframe[] days = [.. import.Facts.Read(KpiQuery.Of(Kpi.Define("net", Measure.Sum("net_new_followers", Unit.Count), Unit.Count)).By(Grain.Day)).Rows.Select(row => row.Period!.Value)];

        Assert.Equal((365, Timeframe.Day(2025, 2, 28), Timeframe.Day(2026, 2, 27)), (days.Length, days[0], days[^1]));
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
