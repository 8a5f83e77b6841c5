using System.Numerics;

namespace SocialKpi.Tests.Readings.States;

public sealed class SumStateTests
{
    [Fact]
    public void Merge_OfDifferentDecimals_AddsExactly()
    {
        SumState sum = (SumState)SumState.Of(15, 1, 2).Merge(SumState.Of(25, 3, 1));
        Assert.Equal((new BigInteger(1525), 3, 3L), (sum.Scaled, sum.Decimals, sum.Rows));
    }

    [Fact]
    public void Merge_WithNoRows_ChangesNothing()
    {
        SumState sum = SumState.Of(15, 1, 2, Currency.EUR);
        Assert.Equal(sum, sum.Merge(SumState.Empty));
        Assert.Equal(sum, SumState.Empty.Merge(sum));
        Assert.Equal(SumState.Empty, CellState.OfNoRows(Aggregation.Count));
    }

    [Fact]
    public void Merge_OfTwoCurrencies_RemembersBoth()
    {
        SumState sum = (SumState)SumState.Of(1, 0, 1, Currency.USD).Merge(SumState.Of(1, 0, 1, Currency.EUR));
        Assert.Equal([Currency.EUR, Currency.USD], sum.Currencies);
    }

    [Fact]
    public void Merge_OfAnotherKind_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => SumState.Empty.Merge(MeanState.Empty));
        Assert.Throws<ArgumentException>(() => MeanState.Empty.Merge(SumState.Empty));
    }

    [Fact]
    public void Of_ImpossibleArguments_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SumState.Of(1, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SumState.Of(1, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SumState.Of(1, 19, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SumState.Of(1, 0, -1));
    }

    [Fact]
    public void Merge_BeyondAnyInteger_StaysExact()
    {
        BigInteger huge = BigInteger.Pow(10, 60);
        SumState sum = (SumState)SumState.Of(huge, 0, 1).Merge(SumState.Of(1 - huge, 0, 1));
        Assert.Equal(BigInteger.One, sum.Scaled);
    }

    [Fact]
    public void Merge_AddsDecimalsOnly_DoesNotChangeTheFigure()
    {
        CellState sum = SumState.Of(BigInteger.Parse("12345678901234567890123456789", System.Globalization.CultureInfo.InvariantCulture), 6, 1);
        CellState scaled = sum.Merge(SumState.Of(0, 8, 1));
        Assert.Equal(12345678901234567890123.456789m, scaled.Finalise().Value);
    }
}
