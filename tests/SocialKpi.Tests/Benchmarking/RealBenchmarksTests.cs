using System.Globalization;
using NodaTime;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Benchmarking;

/// <summary>Real exports against their own figures.</summary>
public sealed class RealBenchmarksTests
{
    private static readonly Kpi MedianPost = Kpi.Define(
        "engagement_rate.median_post", Measure.Median("median_post_rate", Unit.Ratio, of: Measures.Engagements / Measures.PostReach), Unit.Ratio, Direction.HigherIsBetter,
        label: "Median post");

    // 500 posts of a page in 2014: Total Interactions / Lifetime Post Total Reach of each post.
    private static KpiTable Posts(string dimension, string column)
    {
        Dictionary<string, string>[] posts = [.. Exports.Rows("facebook-posts-uci/dataset_Facebook.csv", ';')];
        int[] Numbers(string name) => [.. posts.Select(post => int.Parse(post[name], CultureInfo.InvariantCulture))];
        return Facts.FromColumns(columns => columns
            .Dimension(dimension, [.. posts.Select(post => post[column])])
            .Measure(Measures.Engagements, Numbers("Total Interactions"))
            .Measure(Measures.PostReach, Numbers("Lifetime Post Total Reach"))).Read(KpiQuery.Of(MedianPost).By(dimension));
    }

    [SharedFact]
    public void FacebookPosts_Types_StandAgainstThePagesOwnMedian()
    {
        KpiTable posts = Posts("type", "Type");
        Benchmark own = Benchmark.FromReading(posts[MedianPost], "the page's own median");
        Dictionary<string, Standing> standings = posts.Rows.ToDictionary(row => row.Segment["type"]!, row => own.Compare(row[MedianPost]));

        Assert.Equal(2.1234194526m, decimal.Round(100 * own.Figures[0].Value, 10));
        Assert.Equal(["Link", "Photo", "Status", "Video"], standings.Keys);
        Assert.All(standings.Values, standing => Assert.Equal(standing.Reading.Value - posts[MedianPost].Value, standing.Difference!.Value.Value));

        // Worked out from the file apart from this library.
        Assert.Equal(
            ["Link 0.6810 32.1 Worse", "Photo 2.4524 115.5 Better", "Status 1.5305 72.1 Worse", "Video 0.5458 25.7 Worse"],
            standings.Select(each => FormattableString.Invariant($"{each.Key} {100 * each.Value.Reading.Value:F4} {each.Value.Index:F1} {each.Value.Verdict}")));
    }

    [SharedFact]
    public void FacebookPosts_Hours_StandAgainstThePagesOwnMedian()
    {
        KpiTable posts = Posts("hour", "Post Hour");
        Benchmark own = Benchmark.FromReading(posts[MedianPost], "the page's own median");
        Standing[] standings = [.. posts.Rows.Select(row => own.Compare(row[MedianPost]))];

        Assert.Equal(22, standings.Length);
        Assert.All(standings, standing => Assert.Equal(standing.Difference!.Value.Value.CompareTo(0m), (int)standing.Verdict - (int)Verdict.Level));
        Assert.Equal(posts[MedianPost].Value, standings[0].Centre!.Value.Value);
    }

    // The control's 5 August has spend and no outcome: over the days on which both are known 4.4072290746, where dividing all spend
    // by all known purchases gives 4.5282633072.
    [SharedFact]
    public void CampaignAbTest_TheTestStandsAgainstTheControlOfTheDaysThatAreKnown()
    {
        Benchmark control = Benchmark.FromReading(CostPerAction("control"), "the control campaign");
        Standing test = control.Compare(CostPerAction("test"));

        Assert.Equal(4.4072290746m, decimal.Round(test.Centre!.Value.Value, 10));
        Assert.Equal("89.6", test.Index!.Value.ToString("F1", CultureInfo.InvariantCulture));
        Assert.Equal(Verdict.Worse, test.Verdict);
        Assert.Equal(0.5100824302m, decimal.Round(test.Difference!.Value.Value, 10));
    }

    private static Reading CostPerAction(string group)
    {
        Dictionary<string, string>[] days = [.. Exports.Rows($"campaign-ab-test/{group}_group.csv", ',')];
        decimal?[] Numbers(string name) => [.. days.Select(day => Exports.Number(day[name]))];
        return Facts.FromColumns(columns => columns
            .Measure(Measures.Spend, Numbers("Spend [USD]"), Currency.USD)
            .Measure(Measures.Conversions, Numbers("# of Purchase"))).Read(KpiQuery.Of(Kpis.CostPerAction))[Kpis.CostPerAction];
    }
}
