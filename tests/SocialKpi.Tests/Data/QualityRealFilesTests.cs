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
        Facts facts = Facts.FromRows(Exports.TikTok("Overview.csv"), row => row
            .Time(day => day.Date)
            .Measure(Views, day => Exports.Number(day.Cells["Video Views"]))
            .Measure(Measures.Comments, day => Exports.Number(day.Cells["Comments"])));
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
        Facts facts = Facts.FromRows(Exports.TikTok("FollowerHistory.csv"), row => row.Time(day => day.Date).Measure(Measures.Followers, day => Exports.Number(day.Cells["Followers"])));
        QualityReport report = facts.Quality(Daily);
        QualityFinding unknown = Assert.Single(report.Of(QualityKind.UnknownDays));
        Assert.Equal((25L, Timeframe.Days(new(2025, 2, 28), new(2025, 3, 24))), (unknown.Count, unknown.When));
        Assert.Empty(report.Of(QualityKind.MissingDays));
    }

    [SharedFact]
    public void TikTokFollowerHistory_Jumps_AreThoseThatANaiveSearchFinds()
    {
        decimal?[] followers = [.. Exports.TikTok("FollowerHistory.csv").Select(day => Exports.Number(day.Cells["Followers"]))];
        decimal[] changes = [.. followers.Zip(followers.Skip(1), (before, after) => after - before).OfType<decimal>().Select(Math.Abs)];
        decimal[] sizes = [.. changes.Where(change => change != 0).Order()];
        decimal median = (sizes[(sizes.Length - 1) / 2] + sizes[sizes.Length / 2]) / 2;
        Assert.Equal(3, median);

        Facts facts = Facts.FromRows(Exports.TikTok("FollowerHistory.csv"), row => row.Time(day => day.Date).Measure(Measures.Followers, day => Exports.Number(day.Cells["Followers"])));
        Assert.Equal(12, changes.Count(change => change > 20 * median));
        Assert.Equal(12, facts.Quality(Daily).Of(QualityKind.Jump).Count);
    }

    [SharedFact]
    public void FacebookPostsUci_ImpossibleFigures_AreFoundByStandardLimits()
    {
        Facts facts = Facts.FromRows(Exports.Rows("facebook-posts-uci/dataset_Facebook.csv", ';'), row => row
            .Measure(Measures.PostReach, post => Exports.Number(post["Lifetime Post Total Reach"]))
            .Measure(Measures.Impressions, post => Exports.Number(post["Lifetime Post Total Impressions"]))
            .Measure(Measures.Clicks, post => Exports.Number(post["Lifetime Post Consumptions"]))
            .Measure(Measures.Engagements, post => Exports.Number(post["Total Interactions"]))
            .Measure(Measures.Likes, post => Exports.Number(post["like"]))
            .Measure(Measures.Comments, post => Exports.Number(post["comment"]))
            .Measure(Measures.Shares, post => Exports.Number(post["share"])));
        Assert.Equal(500, facts.RowCount);
        QualityReport report = facts.Quality();
        Assert.Equal(["clicks 6", "post_reach 4"], report.Findings.Select(finding => $"{finding.Column} {finding.Count}"));
        Assert.All(report.Findings, finding => Assert.Equal(QualityKind.PartAboveWhole, finding.Kind));
    }

    [SharedFact]
    public void MetaPosts_TwoReachMorePeopleThanTheyHaveViews()
    {
        Facts facts = Facts.FromRows(Exports.Rows("platform-exports/meta-business-suite/Jan-14-2025_Apr-14-2025_1396269028466733.csv", ','), row => row
            .Measure(Views, post => Exports.Number(post["Views"]))
            .Measure(Measures.PostReach, post => Exports.Number(post["Reach"])));
        QualityFinding finding = Assert.Single(facts.Quality(QualityRules.Default.With(QualityLimit.Of(Views, Measures.PostReach))).Findings);
        Assert.Equal((QualityKind.PartAboveWhole, "post_reach", 2L), (finding.Kind, finding.Column, finding.Count));
        Assert.Equal([175, 201], finding.FirstRows);
        Assert.Contains("by up to 72", finding.Message, StringComparison.Ordinal);
    }
}
