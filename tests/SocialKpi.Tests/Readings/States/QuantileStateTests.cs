using System.Numerics;

namespace SocialKpi.Tests.Readings.States;

public sealed class QuantileStateTests
{
    [Fact]
    public void Merge_OfDifferentDecimals_ReadsAllValuesTogether()
    {
        CellState both = Median([(15, 1), (40, 2)], decimals: 1).Merge(Median([(225, 2), (400, 1)], decimals: 2));

        // 1.5, 2.25, 2.25, 4.0, 4.0, 4.00
        Assert.Equal(6, both.Rows);
        Assert.Equal(3.125m, both.Finalise().Value);
        Assert.Equal([new(150, 1), new(225, 2), new(400, 3)], ((QuantileState)both).Counts);
    }

    [Fact]
    public void Finalise_OfMoneyInTwoCurrencies_HasNoFigure()
    {
        CellState both = Median([(1, 1)], 0, Currency.USD).Merge(Median([(1, 1)], 0, Currency.EUR));
        Assert.Equal([Currency.EUR, Currency.USD], ((QuantileState)both).Currencies);
        Assert.Equal(Absence.MixedCurrencies, both.Finalise().Absence);
    }

    [Fact]
    public void Finalise_WithoutRows_TellsWhetherAnyWereOutside()
    {
        Assert.Equal(Absence.NotApplicable, QuantileState.OfNoRows(Quantile.Median).Finalise().Absence);
        Assert.Equal(Absence.NoRows, QuantileState.Of(Quantile.Median, [], 2, [Currency.EUR], outside: 3).Finalise().Absence);
    }

    [Fact]
    public void Finalise_BetweenValuesBeyondTwentyEightDigits_IsRoundedOnceHalfEven()
    {
        // 0.333…3 of the way (28 threes) from 0 to 1.000000000000000001 is 0.33333333333333333366666666663…
        Assert.Equal(0.3333333333333333336666666666m, Between(0, BigInteger.Pow(10, 18) + 1, 18, 33.33333333333333333333333333m).Finalise().Value);

        // Halfway between two integers of 28 digits is one of 29 digits, which a decimal still holds.
        BigInteger odd = BigInteger.Pow(10, 27) + 1;
        Assert.Equal(1_000_000_000_000_000_000_000_000_001.5m, Between(odd, odd + 1, 0, 50).Finalise().Value);
    }

    [Fact]
    public void Finalise_TooLargeOrTooSmallForADecimal_IsOutOfRange()
    {
        BigInteger huge = BigInteger.Pow(10, 30);
        Assert.Equal(Absence.OutOfRange, Between(huge, huge, 0, 50).Finalise().Absence);
        Assert.Equal(Absence.OutOfRange, Between(0, 1, 18, 0.0000000000000000000000001m).Finalise().Absence);
        Assert.Equal(0m, Between(-huge, huge, 0, 50).Finalise().Value);
    }

    [Fact]
    public void Merge_OfAnotherKindOrPercentage_IsRefused()
    {
        QuantileState median = Median([(1, 1)], 0);
        Assert.Throws<ArgumentException>(() => median.Merge(SumState.Empty));
        Assert.Throws<ArgumentException>(() => DistinctState.Empty.Merge(median));
        Assert.Contains("percentile 90 (type 7)", Assert.Throws<ArgumentException>(() => median.Merge(QuantileState.OfNoRows(Quantile.At(90)))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => median.Merge(QuantileState.OfNoRows(Quantile.At(50, QuantileType.Hazen))));
    }

    [Fact]
    public void Of_ImpossibleArguments_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Median([(1, 0)], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Median([(1, 1)], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Median([(1, 1)], 19));
        Assert.Throws<ArgumentOutOfRangeException>(() => QuantileState.Of(Quantile.Median, [], 0, outside: -1));
        Assert.Equal(3, Median([(1, 1), (1, 2)], 0).Rows);
    }

    private static QuantileState Between(BigInteger lower, BigInteger upper, int decimals, decimal percent) =>
        QuantileState.Of(Quantile.At(percent), [new(lower, 1), new(upper, 1)], decimals);

    private static QuantileState Median((int Value, long Rows)[] counts, int decimals, Currency? currency = null) =>
        QuantileState.Of(Quantile.Median, counts.Select(pair => KeyValuePair.Create((BigInteger)pair.Value, pair.Rows)), decimals, currency is { } known ? [known] : []);
}
