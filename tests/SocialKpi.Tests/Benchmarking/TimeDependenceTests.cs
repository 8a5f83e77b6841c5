namespace SocialKpi.Tests.Benchmarking;

public sealed class TimeDependenceTests
{
    /// <summary>A sum by a stock is a sum still: what a follower does in half a month is half of what it does in a month.</summary>
    [Theory]
    [InlineData("engagements / followers", "grows with time")]
    [InlineData("100 * (likes + comments) / followers", "grows with time")]
    [InlineData("account_reach / followers", "grows with time")]
    [InlineData("engagements / ((followers + followers.at(opening)) / 2)", "grows with time")]
    [InlineData("followers - followers.at(opening)", "grows with time")]
    [InlineData("followers / followers.at(opening) - 1", "grows with time")]
    [InlineData("engagements * impressions / post_reach", "grows with time")]
    [InlineData("impressions - followers", "grows with time")]
    [InlineData("impressions / impressions.at(trailing(28, day))", "grows with time")]
    [InlineData("followers / posts", "shrinks with time")]
    [InlineData("engagements / impressions", null)]
    [InlineData("likes / impressions + comments / impressions", null)]
    [InlineData("(engagements / followers) / posts", null)]
    [InlineData("impressions / days", null)]
    [InlineData("followers", null)]
    [InlineData("followers.at(opening)", null)]
    [InlineData("1000 / followers.at(opening)", null)]
    [InlineData("follows / followers.at(opening)", "grows with time")]
    [InlineData("engagements / engagements.at(previous) - 1", null)]
    [InlineData("mentions / mentions.at(across(\"brand\"))", null)]
    [InlineData("engagements.at(trailing(28, day))", null)]
    public void Of_AFormula_FollowsTheSumsInIt(string formula, string? change) => Assert.Equal(change, TimeDependence.Of(Catalog.Standard.Parse(formula)));

    [Fact]
    public void Of_ManyTerms_IsDecidedAtOnce()
    {
        Formula sum = Enumerable.Range(0, 190).Aggregate((Formula)Measures.Followers, (all, _) => all + Measures.Followers);

        Assert.Null(TimeDependence.Of(sum));
        Assert.Equal("grows with time", TimeDependence.Of(sum + Measures.Likes));
    }
}
