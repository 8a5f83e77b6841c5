namespace SocialKpi.Tests.Units;

public sealed class QuantitiesTests
{
    [Fact]
    public void Percent_IsHeldAsAFraction()
    {
        Assert.Equal(new Quantity(0.032m, Unit.Ratio), 3.2m.Percent());
        Assert.Equal(new Quantity(0.03m, Unit.Ratio), 3.Percent());
        Assert.Equal(new Quantity(0.004m, Unit.PercentagePoints), 0.4m.PercentagePoints());
        Assert.Equal(new Quantity(0.02m, Unit.PercentagePoints), 2.PercentagePoints());
    }

    [Fact]
    public void PlainFigures_KeepTheirValue()
    {
        Assert.Equal(new Quantity(8.3m, Unit.Points), 8.3m.Points());
        Assert.Equal(new Quantity(-100, Unit.Points), (-100).Points());
        Assert.Equal(new Quantity(5, Unit.Count), 5.AsCount());
        Assert.Equal(new Quantity(5_000_000_000, Unit.Count), 5_000_000_000L.AsCount());
        Assert.Equal(new Quantity(2.5m, Unit.Count), 2.5m.AsCount());
        Assert.Equal(new Quantity(9.5m, Unit.Number), 9.5m.AsNumber());
        Assert.Equal(new Quantity(9, Unit.Number), 9.AsNumber());
        Assert.Equal(new Quantity(12.40m, Unit.MoneyIn(Currency.EUR)), 12.40m.Of(Currency.EUR));
        Assert.Equal(new Quantity(12, Unit.MoneyIn(Currency.EUR)), 12.Of(Currency.EUR));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-3)]
    public void Durations_AreHeldInSeconds(int length)
    {
        Assert.Equal(new Quantity(length, Unit.Duration), length.Seconds());
        Assert.Equal(new Quantity(length * 60, Unit.Duration), length.Minutes());
        Assert.Equal(new Quantity(length * 3_600, Unit.Duration), length.Hours());
        Assert.Equal(new Quantity(length * 86_400, Unit.Duration), length.Days());
        Assert.Equal(30.Minutes(), 0.5m.Hours());
        Assert.Equal(36.Hours(), 1.5m.Days());
        Assert.Equal(90.Seconds(), 1.5m.Minutes());
    }

    [Fact]
    public void Durations_OutsideDecimal_Overflow() =>
        Assert.Throws<OverflowException>(() => decimal.MaxValue.Minutes());
}
