using System.Numerics;

namespace SocialKpi.Tests.Metrics;

public sealed class QuantileTests
{
    // quantile(1:10, p, type = t) of R 4, whose help page takes the nine definitions from Hyndman and Fan, "Sample Quantiles in
    // Statistical Packages", The American Statistician 50 (1996), 361–365; worked out by the formulas there.
    [Theory]
    [InlineData(QuantileType.InverseDistribution, "3", "5", "9")]
    [InlineData(QuantileType.AveragedInverseDistribution, "3", "5.5", "9.5")]
    [InlineData(QuantileType.NearestEven, "2", "5", "9")]
    [InlineData(QuantileType.InterpolatedDistribution, "2.5", "5", "9")]
    [InlineData(QuantileType.Hazen, "3", "5.5", "9.5")]
    [InlineData(QuantileType.Weibull, "2.75", "5.5", "9.9")]
    [InlineData(QuantileType.Linear, "3.25", "5.5", "9.1")]
    [InlineData(QuantileType.MedianUnbiased, "2.916666666666666666666666667", "5.5", "9.633333333333333333333333333")]
    [InlineData(QuantileType.NormalUnbiased, "2.9375", "5.5", "9.6")]
    public void At_OfOneToTen_GivesWhatEachDefinitionSays(QuantileType type, string quarter, string half, string ninety)
    {
        decimal[] oneToTen = [.. Enumerable.Range(1, 10)];
        Assert.Equal(
            [Number(quarter), Number(half), Number(ninety)],
            ((decimal[])[25, 50, 90]).Select(percent => Read(Quantile.At(percent, type), oneToTen)));
    }

    // In order 10, 20, 28, 40, 50, and n × p = 1.6: type 5 stands at 2.1 and so at 20 + 0.1 × 8, type 7 at 2.28, type 8 at 2.04.
    [Theory]
    [InlineData(QuantileType.InverseDistribution, "20")]
    [InlineData(QuantileType.AveragedInverseDistribution, "20")]
    [InlineData(QuantileType.NearestEven, "20")]
    [InlineData(QuantileType.InterpolatedDistribution, "16")]
    [InlineData(QuantileType.Hazen, "20.8")]
    [InlineData(QuantileType.Weibull, "19.2")]
    [InlineData(QuantileType.Linear, "22.24")]
    [InlineData(QuantileType.MedianUnbiased, "20.32")]
    [InlineData(QuantileType.NormalUnbiased, "20.44")]
    public void At_OfFiveUnevenValues_InterpolatesAsTheDefinitionSays(QuantileType type, string expected) =>
        Assert.Equal(Number(expected), Read(Quantile.At(32, type), [50, 10, 20, 40, 28]));

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public void At_TheEnds_IsTheLeastAndTheGreatestForEveryType(int percent) => Assert.All(
        Enum.GetValues<QuantileType>(), type => Assert.Equal(percent == 0 ? -4 : 9, Read(Quantile.At(percent, type), [3, -4, 9, 3])));

    [Fact]
    public void At_OfOneValue_IsThatValueForEveryTypeAndPercentage() => Assert.All(
        Enum.GetValues<QuantileType>(), type => Assert.All((decimal[])[0, 0.001m, 37, 50, 99.9m, 100], percent => Assert.Equal(7.25m, Read(Quantile.At(percent, type), [7.25m]))));

    [Fact]
    public void At_APercentageThatBinaryFractionsMiss_FallsExactlyOnAValue()
    {
        // 0.07 × 100 in binary floating point is 7.000000000000001, whose next value would be the eighth.
        Assert.Equal(7, Read(Quantile.At(7, QuantileType.InverseDistribution), [.. Enumerable.Range(1, 100)]));
        Assert.Equal(7.5m, Read(Quantile.At(7, QuantileType.AveragedInverseDistribution), [.. Enumerable.Range(1, 100)]));
    }

    [Fact]
    public void At_WithTrailingZeros_IsTheSame()
    {
        Assert.Equal(Quantile.At(90), Quantile.At(90.00m));
        Assert.Equal("90 (type 7)", Quantile.At(90.00m).ToString());
        Assert.Equal("99.5 (type 8)", Quantile.At(99.5m, QuantileType.MedianUnbiased).ToString());
    }

    [Fact]
    public void Default_IsTheLeastValue()
    {
        Assert.Equal(Quantile.At(0), default);
        Assert.Equal(2, Read(default, [5, 2, 9]));
    }

    [Fact]
    public void At_OutsideZeroToAHundred_IsRefused()
    {
        Assert.Equal("percent", Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.At(-0.1m)).ParamName);
        Assert.Equal("percent", Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.At(100.1m)).ParamName);
        Assert.Equal("type", Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.At(50, (QuantileType)9)).ParamName);
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static decimal Read(Quantile quantile, decimal[] values) => QuantileState
        .Of(quantile, values.Select(value => KeyValuePair.Create((BigInteger)(value * 100), 1L)), 2).Finalise().Value;
}
