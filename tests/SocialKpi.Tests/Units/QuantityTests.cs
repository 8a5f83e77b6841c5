namespace SocialKpi.Tests.Units;

public sealed class QuantityTests
{
    [Fact]
    public void Subtract_TwoRatios_GivesPercentagePoints() =>
        Assert.Equal(1.3m.PercentagePoints(), 4.5m.Percent() - 3.2m.Percent());

    [Fact]
    public void Divide_AChangeByItsRatio_GivesARelativeChange() =>
        Assert.Equal(25.Percent(), (5.Percent() - 4.Percent()) / 4.Percent());

    [Fact]
    public void Divide_MoneyByCount_GivesMoneyPerItem() =>
        Assert.Equal(0.25m.Of(Currency.EUR), 10.Of(Currency.EUR) / 40.AsCount());

    [Fact]
    public void Multiply_CountByDuration_GivesDuration() =>
        Assert.Equal(2.Minutes(), 4.AsCount() * 30.Seconds());

    [Fact]
    public void Operators_WithADecimal_KeepTheUnit()
    {
        Assert.Equal(6.Percent(), 3.Percent() * 2m);
        Assert.Equal(6.Percent(), 2m * 3.Percent());
        Assert.Equal(3.Points(), 6.Points() / 2m);
        Assert.Equal((-2).Of(Currency.SEK), -2.Of(Currency.SEK));
    }

    [Fact]
    public void Add_TwoCurrencies_IsRefusedWithBothAmountsAndTheRemedy()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => 12.4m.Of(Currency.EUR) + 3.Of(Currency.USD));
        Assert.StartsWith(
            "12.40 EUR + 3.00 USD has no meaning: different currencies never add up (money:EUR and money:USD): " +
            "convert with dated rates first.",
            refusal.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Divide_ByZero_Throws()
    {
        Assert.Throws<DivideByZeroException>(() => 1.Of(Currency.EUR) / 0.AsCount());
        Assert.Throws<DivideByZeroException>(() => 1.Percent() / 0m);
    }

    [Fact]
    public void Divide_WithoutAUnit_IsRefusedEvenByZero() =>
        Assert.Throws<ArgumentException>(() => 1.AsCount() / 0.Of(Currency.EUR));

    [Fact]
    public void Add_OutsideDecimal_Overflows()
    {
        Assert.Throws<OverflowException>(() => decimal.MaxValue.AsNumber() + 1.AsNumber());
        Assert.Throws<OverflowException>(() => decimal.MaxValue.AsNumber() * 2m);
    }

    [Fact]
    public void Compare_OneUnit_OrdersByValue()
    {
        Assert.True(3.Percent() < 4.Percent());
        Assert.True(4.Percent() <= 4.Percent());
        Assert.True(5.Percent() > 4.Percent());
        Assert.True(4.Percent() >= 4.Percent());
        Assert.False(4.Percent() < 4.Percent());
        Assert.False(4.Percent() > 4.Percent());
        Assert.Equal([1.Points(), 2.Points()], new[] { 2.Points(), 1.Points() }.Order());
    }

    [Fact]
    public void Compare_DifferentUnits_IsRefusedNamingBoth()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>("other", () => _ = 3.Percent() < 3.Of(Currency.EUR));
        Assert.Contains("ratio", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("money:EUR", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Equality_NeedsTheSameUnit_NotTheSameDecimals()
    {
        Assert.Equal(1.0m.Points(), 1.00m.Points());
        Assert.NotEqual(1.Points(), 1.AsNumber());
        Assert.Equal(0.AsNumber(), default);
    }
}
