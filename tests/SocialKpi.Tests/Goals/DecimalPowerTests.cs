namespace SocialKpi.Tests.Goals;

public sealed class DecimalPowerTests
{
    [Theory]
    [InlineData(4, 0.5, 2)]
    [InlineData(0.25, 0.5, 0.5)]
    [InlineData(1_000_000, 0.5, 1_000)]
    [InlineData(8, 0.3333333333333, 1.99999999999986)]
    [InlineData(1.21, 0.5, 1.1)]
    [InlineData(7, 0, 1)]
    [InlineData(7, 1, 7)]
    [InlineData(1, 0.3, 1)]
    public void Of_APart_IsTheRoot(double number, double power, double result) =>
        Assert.Equal((decimal)result, decimal.Round(DecimalPower.Of((decimal)number, (decimal)power), 14));

    [Fact]
    public void Of_APart_AgreesWithTheRuntimeAsFarAsADoubleGoes()
    {
        for (double number = 1e-9; number < 1e12; number *= 7.3)
        {
            for (double power = 0.05; power < 1; power += 0.1)
            {
                double expected = Math.Pow(number, power);
                Assert.Equal(1.0, (double)DecimalPower.Of((decimal)number, (decimal)power) / expected, 12);
            }
        }
    }

    [Fact]
    public void Of_AWholePower_IsExact() => Assert.Equal(3.138428376721m, DecimalPower.Of(1.1m, 12));
}
