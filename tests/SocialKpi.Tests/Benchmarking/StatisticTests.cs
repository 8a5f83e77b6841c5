namespace SocialKpi.Tests.Benchmarking;

public sealed class StatisticTests
{
    [Theory]
    [InlineData("mean", StatisticKind.Mean, 0, "mean")]
    [InlineData("median", StatisticKind.Quantile, 50, "median")]
    [InlineData("p50", StatisticKind.Quantile, 50, "median")]
    [InlineData("q1", StatisticKind.Quantile, 25, "p25")]
    [InlineData("d9", StatisticKind.Quantile, 90, "p90")]
    [InlineData("p2.50", StatisticKind.Quantile, 2.5, "p2.5")]
    [InlineData("peer", StatisticKind.Peer, 0, "peer")]
    [InlineData("unspecified", StatisticKind.Unspecified, 0, "unspecified")]
    [InlineData("yoy_change_of_median", StatisticKind.Unspecified, 0, "yoy_change_of_median")]
    [InlineData("aggregate", StatisticKind.Unspecified, 0, "aggregate")]
    [InlineData("p0", StatisticKind.Unspecified, 0, "p0")]
    [InlineData("p100", StatisticKind.Unspecified, 0, "p100")]
    public void Read_Word_KeepsWhatItSays(string text, StatisticKind kind, double percent, string written)
    {
        Statistic statistic = Statistic.Read(text, out _);

        Assert.Equal((kind, (decimal)percent, written), (statistic.Kind, statistic.Percent, statistic.ToString()));
    }

    [Theory]
    [InlineData("mediam", "median")]
    [InlineData("Mean", "mean")]
    [InlineData("MEDIAN", "median")]
    [InlineData("P25", "p25")]
    [InlineData("average", "mean")]
    [InlineData("Avg", "mean")]
    [InlineData("decile 9", "d9")]
    [InlineData("9th decile", "d9")]
    [InlineData("90th percentile", "p90")]
    [InlineData("percentile_75", "p75")]
    [InlineData("Q 3", "q3")]
    [InlineData("3rd quartile", "q3")]
    [InlineData("upper quartile", "q3")]
    [InlineData("decile 11", null)]
    [InlineData("top quartile", null)]
    public void Read_MistypedWord_IsNotTakenForAnotherStatistic(string text, string? suggestion)
    {
        Assert.Equal(StatisticKind.Unspecified, Statistic.Read(text, out string? found).Kind);
        Assert.Equal(suggestion, found);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(-1)]
    public void Quantile_OutsideTheCohort_IsRefused(int percent) => Assert.Throws<ArgumentOutOfRangeException>(() => Statistic.Quantile(percent));

    [Fact]
    public void Default_IsUnspecified() => Assert.Equal((StatisticKind.Unspecified, "unspecified"), (default(Statistic).Kind, default(Statistic).ToString()));
}
