using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace SocialKpi.Tests.Units;

public sealed class ExactNumberLaws
{
    [Fact]
    public void A_double_is_the_decimal_of_its_shortest_text() => Prop.ForAll<int, int, double>((digits, decimals, any) =>
    {
        double few = digits / Math.Pow(10, Math.Abs(decimals % 8));
        double[] values = [few, few * 1e6, few * 1e10, any, Math.BitIncrement(few), Math.BitDecrement(few), digits, (double)digits * digits * digits, Math.Round(any, 2)];
        Assert.All(values, AssertShortest);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0)]
    [InlineData(-0.0)]
    [InlineData(1e15)]
    [InlineData(999_999_999_999_999)]
    [InlineData(99_999_999_999.9999)]
    [InlineData(9_007_199_254_740_993)]
    [InlineData(0.30000000000000004)]
    [InlineData(1e-5)]
    [InlineData(4.35)]
    [InlineData(1.005)]
    [InlineData(double.Epsilon)]
    [InlineData(double.MaxValue)]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void A_double_at_an_edge_is_the_decimal_of_its_shortest_text(double value) => AssertShortest(value);

    private static void AssertShortest(double value)
    {
        bool isExact = double.IsFinite(value)
            & decimal.TryParse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal expected) && (double)expected == value;
        Assert.Equal((value, isExact), (value, ExactNumber.TryFromDouble(value, out decimal exact)));
        if (isExact) Assert.Equal(expected, exact);
    }
}
