namespace SocialKpi.Tests.Benchmarking;

public sealed class CohortTests
{
    [Theory]
    [InlineData("10K-50K", 10_000, 50_000L, "10K-50K")]
    [InlineData("0-1K", 0, 1_000L, "0-1K")]
    [InlineData("1-5K", 1_000, 5_000L, "1K-5K")]
    [InlineData("500-1K", 500, 1_000L, "500-1K")]
    [InlineData("1.5k–2M", 1_500, 2_000_000L, "1500-2M")]
    [InlineData("500K+", 500_000, null, "500K+")]
    [InlineData("12500", 12_500, 12_501L, "12500")]
    public void FollowerBand_Text_IsReadAndWritten(string text, long from, long? until, string written)
    {
        Assert.True(FollowerBand.TryParse(text, out FollowerBand band));
        Assert.Equal((from, until, written), (band.From, band.Until, band.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("many")]
    [InlineData("5K-1K")]
    [InlineData("5K-5K")]
    [InlineData("-5")]
    [InlineData("1.5")]
    [InlineData("1-2-3")]
    [InlineData("99999999999999999999M+")]
    public void FollowerBand_OtherText_IsNone(string? text) => Assert.False(FollowerBand.TryParse(text, out _));

    [Fact]
    public void FollowerBand_UpperEnd_NoLongerBelongs()
    {
        FollowerBand band = FollowerBand.Between(10_000, 50_000);

        Assert.True(band.Contains(FollowerBand.Exactly(10_000)));
        Assert.True(band.Contains(FollowerBand.Exactly(49_999)));
        Assert.False(band.Contains(FollowerBand.Exactly(50_000)));
        Assert.True(default(FollowerBand).Contains(FollowerBand.AtLeast(5)));
        Assert.False(band.Contains(FollowerBand.AtLeast(20_000)));
    }

    [Fact]
    public void FollowerBand_OutOfOrder_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FollowerBand.Between(5, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => FollowerBand.AtLeast(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => FollowerBand.Exactly(-1));
    }

    [Fact]
    public void Of_Segment_TakesTheDimensionsThatAreTraits() =>
        Assert.Equal(Cohort.Of(platform: "instagram", format: "reels"), Cohort.Of(Segment.Of("platform", "instagram").And("campaign", "spring").And("format", "reels")));

    [Fact]
    public void ToString_NamesTheTraits() => Assert.Equal(
        "platform = instagram, followers = 10K-50K", Cohort.Of(platform: " instagram ", followers: FollowerBand.Between(10_000, 50_000), industry: "").ToString());

    [Fact]
    public void Compare_TakesTheCohortThatFitsBestAndSaysWhatWasGivenUp()
    {
        BenchmarkSet set = BenchmarkSet.Of(
            Of(1, platform: "instagram"), Of(2, platform: "instagram", industry: "retail"), Of(3, platform: "instagram", followers: FollowerBand.Between(10_000, 50_000)),
            Of(4, platform: "tiktok", industry: "retail"), Of(5, platform: "instagram", industry: "retail", format: "reels"), Of(6));

        Cohort mine = Cohort.Of("Instagram", "Retail", FollowerBand.Exactly(12_500), region: "NL");
        Standing standing = Assert.Single(set.Compare(Reading.Given(Kpis.ClickThroughRate, 1m.Percent()), mine));

        // Industry matters more than the number of followers; a benchmark of reels is not of everything.
        Assert.Equal(2m.Percent(), standing.Centre);
        Assert.Equal([CohortTrait.Followers, CohortTrait.Region], standing.Relaxed);
        Assert.Contains("report (instagram, retail), any followers, region", standing.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_DoesNotTakeAnotherPlatformUnlessAllowed()
    {
        BenchmarkSet set = BenchmarkSet.Of(Of(6), Of(4, platform: "tiktok"));
        Reading reading = Reading.Given(Kpis.ClickThroughRate, 1m.Percent());

        Refusal refusal = Assert.Single(Assert.Single(set.Compare(reading, Cohort.Of(platform: "instagram"))).Refusals);
        Assert.Equal("no benchmark of click_through_rate is of this cohort (platform = instagram); there are: all; platform = tiktok; the platform of a cohort must be met; ComparisonRules.Keeping() without it allows a wider one", refusal.Text);
        Assert.Equal([CohortTrait.Platform], Assert.Single(set.Compare(reading, Cohort.Of(platform: "instagram"), ComparisonRules.Default.Keeping())).Relaxed);
    }

    private static Benchmark Of(int percent, string? platform = null, string? industry = null, FollowerBand? followers = null, string? format = null) =>
        Benchmark.FromFigures(Kpis.ClickThroughRate, [(Statistic.Median, percent.Percent())], "report", Cohort.Of(platform, industry, followers, format));

    [Fact]
    public void Equals_CohortsThatDifferInCaseAlone_AreTheSame()
    {
        Cohort one = Cohort.Of("LinkedIn", "Retail", FollowerBand.AtLeast(5), "Reels", "NL"), other = Cohort.Of("linkedin", "retail", FollowerBand.AtLeast(5), "reels", "nl");

        Assert.True(one == other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, Cohort.Of("linkedin", "retail", FollowerBand.AtLeast(6), "reels", "nl"));
        Assert.NotEqual(Cohort.Of(platform: "x"), Cohort.Of(industry: "x"));
        Assert.NotEqual(Cohort.Everyone, Cohort.Of(region: "nl"));
    }

    [Fact]
    public void Of_All_LeavesTheTraitOpen()
    {
        Assert.Equal(Cohort.Everyone, Cohort.Of(platform: "all", industry: " All industries "));
        Assert.Equal(Cohort.Of(industry: "retail"), Cohort.Of(Segment.Of("platform", "all").And("industry", "retail")));
    }
}
