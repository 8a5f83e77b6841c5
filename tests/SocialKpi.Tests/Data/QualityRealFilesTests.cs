using System.Globalization;
using CsvHelper;
using NodaTime;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Data;

/// <summary>What is odd in real exports, found by their own figures.</summary>
public sealed class QualityRealFilesTests
{
    private static readonly QualityRules Daily = QualityRules.Default.Daily();

    private static readonly Measure Views = Measure.Sum("views", Unit.Count);

    [SharedFact]
    public void TikTokOverview_NetComments_AreBelowZeroOn35Days()
    {
        Facts facts = Facts.FromRows(TikTok("Overview.csv"), row => row
            .Time(day => day.Date)
            .Measure(Views, day => Number(day.Cells["Video Views"]))
            .Measure(Measures.Comments, day => Number(day.Cells["Comments"])));
        QualityReport report = facts.Quality(Daily);
        QualityFinding net = Assert.Single(report.Of(QualityKind.NetCount));
        Assert.Equal(("comments", 35L), (net.Column, net.Count));
        Assert.Contains("35 of 365 rows, down to -7", net.Message, StringComparison.Ordinal);
        Assert.Empty(report.Of(QualityKind.NegativeCount));
        Assert.Empty(report.Of(QualityKind.MissingDays));
        Assert.Empty(report.Of(QualityKind.UnknownDays));

        // The same file as lifetime figures would be impossible.
        Assert.Equal(35L, Assert.Single(facts.Quality().Of(QualityKind.NegativeCount)).Count);
    }

    [SharedFact]
    public void TikTokFollowerHistory_HasTwentyFiveUnknownDaysAtItsStart()
    {
        Facts facts = Facts.FromRows(TikTok("FollowerHistory.csv"), row => row.Time(day => day.Date).Measure(Measures.Followers, day => Number(day.Cells["Followers"])));
        QualityReport report = facts.Quality(Daily);
        QualityFinding unknown = Assert.Single(report.Of(QualityKind.UnknownDays));
        Assert.Equal((25L, Timeframe.Days(new(2025, 2, 28), new(2025, 3, 24))), (unknown.Count, unknown.When));
        Assert.Empty(report.Of(QualityKind.MissingDays));
    }

    [SharedFact]
    public void TikTokFollowerHistory_Jumps_AreThoseThatANaiveSearchFinds()
    {
        decimal?[] followers = [.. TikTok("FollowerHistory.csv").Select(day => Number(day.Cells["Followers"]))];
        decimal[] changes = [.. followers.Zip(followers.Skip(1), (before, after) => after - before).OfType<decimal>().Select(Math.Abs)];
        decimal[] sizes = [.. changes.Where(change => change != 0).Order()];
        decimal median = (sizes[(sizes.Length - 1) / 2] + sizes[sizes.Length / 2]) / 2;
        Assert.Equal(3, median);

        Facts facts = Facts.FromRows(TikTok("FollowerHistory.csv"), row => row.Time(day => day.Date).Measure(Measures.Followers, day => Number(day.Cells["Followers"])));
        Assert.Equal(12, changes.Count(change => change > 20 * median));
        Assert.Equal(12, facts.Quality(Daily).Of(QualityKind.Jump).Count);
    }

    [SharedFact]
    public void FacebookPostsUci_ImpossibleFigures_AreFoundByStandardLimits()
    {
        Facts facts = Facts.FromRows(Rows("facebook-posts-uci/dataset_Facebook.csv", ';'), row => row
            .Measure(Measures.PostReach, post => Number(post["Lifetime Post Total Reach"]))
            .Measure(Measures.Impressions, post => Number(post["Lifetime Post Total Impressions"]))
            .Measure(Measures.Clicks, post => Number(post["Lifetime Post Consumptions"]))
            .Measure(Measures.Engagements, post => Number(post["Total Interactions"]))
            .Measure(Measures.Likes, post => Number(post["like"]))
            .Measure(Measures.Comments, post => Number(post["comment"]))
            .Measure(Measures.Shares, post => Number(post["share"])));
        Assert.Equal(500, facts.RowCount);
        QualityReport report = facts.Quality();
        Assert.Equal(["clicks 6", "post_reach 4"], report.Findings.Select(finding => $"{finding.Column} {finding.Count}"));
        Assert.All(report.Findings, finding => Assert.Equal(QualityKind.PartAboveWhole, finding.Kind));
    }

    [SharedFact]
    public void MetaPosts_TwoReachMorePeopleThanTheyHaveViews()
    {
        Facts facts = Facts.FromRows(Rows("platform-exports/meta-business-suite/Jan-14-2025_Apr-14-2025_1396269028466733.csv", ','), row => row
            .Measure(Views, post => Number(post["Views"]))
            .Measure(Measures.PostReach, post => Number(post["Reach"])));
        QualityFinding finding = Assert.Single(facts.Quality(QualityRules.Default.With(QualityLimit.Of(Views, Measures.PostReach))).Findings);
        Assert.Equal((QualityKind.PartAboveWhole, "post_reach", 2L), (finding.Kind, finding.Column, finding.Count));
        Assert.Equal([175, 201], finding.FirstRows);
        Assert.Contains("by up to 72", finding.Message, StringComparison.Ordinal);
    }

    /// <summary>
    /// The daily files write days without a year ("February 28"), over a new year. The years are given here: the last of the 365
    /// days is taken to be 27 February 2026, and every day must then be called what the file calls it.
    /// </summary>
    private static IEnumerable<(LocalDate Date, Dictionary<string, string> Cells)> TikTok(string file)
    {
        Dictionary<string, string>[] rows = [.. Rows($"platform-exports/tiktok/{file}", ',')];
        LocalDate first = new LocalDate(2026, 2, 27).PlusDays(1 - rows.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            LocalDate day = first.PlusDays(i);
            Assert.Equal(day.ToString("MMMM d", CultureInfo.InvariantCulture), rows[i]["Date"]);
            yield return (day, rows[i]);
        }
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string file, char separator)
    {
        using CsvReader csv = CsvReader.FromText(File.ReadAllText(SharedData.Path(file)), new CsvReaderOptions { Separator = separator, HasHeader = false });
        string[]? header = null;
        while (csv.Read())
        {
            string[] record = [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];

            // Five records of one file have fewer fields than its header; what they lack is unknown.
            if (header is null) header = record;
            else yield return header.Select((name, at) => (name, text: at < record.Length ? record[at] : "")).ToDictionary(field => field.name, field => field.text);
        }
    }

    private static decimal? Number(string text) => text is "" or "undefined" ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
