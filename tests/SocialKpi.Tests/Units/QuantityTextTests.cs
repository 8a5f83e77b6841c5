using System.Globalization;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Units;

public sealed class QuantityTextTests
{
    public static TheoryData<string, string, string> Examples => new()
    {
        { "0.03", "ratio", "3.00 %" },
        { "0.000178813366", "ratio", "0.0179 %" },
        { "0", "ratio", "0.00 %" },
        { "-0.184968496847", "ratio", "-18.50 %" },
        { "12.5", "ratio", "1,250.00 %" },
        { "0.00125", "ratio", "0.125 %" },
        { "0.0012", "ratio", "0.12 %" },
        { "0.000099996", "ratio", "0.01 %" },
        { "79228162514264337593543950335", "ratio", "7,922,816,251,426,433,759,354,395,033,500.00 %" },
        { "0.0000000000000000000000000001", "ratio", "0.00000000000000000000000001 %" },
        { "0.004", "percentage_points", "0.40 pp" },
        { "-0.013", "percentage_points", "-1.30 pp" },
        { "1234", "count", "1,234" },
        { "1234.0", "count", "1,234" },
        { "1234.567", "count", "1,234.57" },
        { "0.0021", "count", "0.0021" },
        { "177.9458917836", "number", "177.95" },
        { "9.5", "number", "9.5" },
        { "100", "number", "100" },
        { "0", "number", "0" },
        { "2.665", "number", "2.67" },
        { "-2.665", "number", "-2.67" },
        { "0.0012345", "number", "0.00123" },
        { "8.3182640145", "points", "8.32" },
        { "-100", "points", "-100" },
        { "12.4", "money:EUR", "12.40 EUR" },
        { "0.2750499087", "money:EUR", "0.275 EUR" },
        { "1234567.5", "money:EUR", "1,234,567.50 EUR" },
        { "-3", "money:EUR", "-3.00 EUR" },
        { "1500", "money:JPY", "1,500 JPY" },
        { "12.44", "money:JPY", "12.4 JPY" },
        { "1.5", "money:KWD", "1.500 KWD" },
        { "1.5381954660", "money:XXX", "1.54 ¤" },
        { "1.5381954660", "money", "1.54 ¤" },
        { "0", "duration", "0 s" },
        { "4.25", "duration", "4.25 s" },
        { "0.0051234", "duration", "0.00512 s" },
        { "304", "duration", "5 min 4 s" },
        { "300.005", "duration", "5 min 0.01 s" },
        { "4980", "duration", "1 h 23 min" },
        { "3605", "duration", "1 h 5 s" },
        { "59.999", "duration", "1 min" },
        { "-304", "duration", "-5 min 4 s" },
        { "4261281720", "duration", "1,183,689 h 22 min" },
        { "79228162514264337593543950335", "duration", "22,007,822,920,628,982,664,873,319 h 32 min 15 s" },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void ToString_Invariant_ReadsAsExpected(string value, string unit, string expected)
    {
        var quantity = new Quantity(decimal.Parse(value, CultureInfo.InvariantCulture), Unit.Parse(unit));

        Assert.Equal(expected, quantity.ToString());
        Assert.Equal(expected, quantity.ToString("", null));
        Assert.Equal(expected, quantity.ToString("G", CultureInfo.InvariantCulture));
    }

    [Theory]
    [MemberData(nameof(Cultures.Data), MemberType = typeof(Cultures))]
    public void ToString_UnderAnyCurrentCulture_StaysInvariant(string culture)
    {
        using var _ = Cultures.Use(culture);

        Assert.Equal("1,250.50 %", 1250.5m.Percent().ToString());
        Assert.Equal("-1,234.50 EUR", $"{(-1234.5m).Of(Currency.EUR)}");
        Assert.Equal("-0.40 pp", (-0.4m).PercentagePoints().ToString("G", null));
        Assert.Equal("-1 h 0.5 s", (-3600.5m).Seconds().ToString());
        Assert.Equal("1,234.5", 1234.5m.AsNumber().ToString("N1", null));
    }

    [Theory]
    [InlineData("nl-NL", "1.234,50 EUR")]
    [InlineData("tr-TR", "1.234,50 EUR")]
    [InlineData("pl-PL", "1\u00A0234,50 EUR")]
    [InlineData("sv-SE", "1\u00A0234,50 EUR")]
    public void ToString_MoneyInACulture_UsesItsSeparators(string culture, string expected) =>
        Assert.Equal(expected, 1234.5m.Of(Currency.EUR).ToString(null, CultureInfo.GetCultureInfo(culture)));

    [Theory]
    [InlineData("nl-NL", "3,20%", "0,40 pp")]
    [InlineData("pl-PL", "3,20%", "0,40 pp")]
    [InlineData("tr-TR", "%3,20", "0,40 pp")]
    [InlineData("sv-SE", "3,20 %", "0,40 pp")]
    public void ToString_PercentInACulture_UsesItsPattern(string culture, string ratio, string points)
    {
        CultureInfo provider = CultureInfo.GetCultureInfo(culture);
        Assert.Equal(ratio, 3.2m.Percent().ToString(null, provider).Replace('\u00A0', ' '));
        Assert.Equal(points, 0.4m.PercentagePoints().ToString(null, provider));
    }

    [Theory]
    [MemberData(nameof(Cultures.Data), MemberType = typeof(Cultures))]
    public void ToString_RatioInACulture_IsThatCulturesPercentage(string culture)
    {
        CultureInfo provider = CultureInfo.GetCultureInfo(culture);
        Assert.Equal((-12.345m).ToString("P2", provider), new Quantity(-12.345m, Unit.Ratio).ToString(null, provider));
    }

    [Theory]
    [MemberData(nameof(Cultures.Data), MemberType = typeof(Cultures))]
    public void ToString_NegativeDurationInACulture_StartsWithItsSign(string culture)
    {
        CultureInfo provider = CultureInfo.GetCultureInfo(culture);
        Assert.Equal(
            $"{provider.NumberFormat.NegativeSign}1 min 4{provider.NumberFormat.NumberDecimalSeparator}5 s",
            (-64.5m).Seconds().ToString(null, provider));
    }

    [Theory]
    [InlineData("N0", "2 %", "1 EUR", "4 s")]
    [InlineData("N1", "1.5 %", "1.2 EUR", "3.6 s")]
    [InlineData("N4", "1.5000 %", "1.2000 EUR", "3.6000 s")]
    public void ToString_FixedDecimals_ShowsExactlySoMany(string format, string ratio, string money, string duration)
    {
        Assert.Equal(ratio, 1.5m.Percent().ToString(format, null));
        Assert.Equal(money, 1.2m.Of(Currency.EUR).ToString(format, null));
        Assert.Equal(duration, 3.6m.Seconds().ToString(format, null));
    }

    [Fact]
    public void ToString_FixedDecimalsOfALongDuration_AreOfSeconds() =>
        Assert.Equal("3,723.0 s", 3723.Seconds().ToString("N1", null));

    [Fact]
    public void ToString_RoundedToZero_HasNoSign()
    {
        Assert.Equal("0.00 %", new Quantity(-0.000000001m, Unit.Ratio).ToString("N2", null));
        Assert.Equal("0 s", (-0.4m).Seconds().ToString("N0", null));
        Assert.Equal("0.00 %", new Quantity(-0.00m, Unit.Ratio).ToString());
    }

    [Theory]
    [InlineData("N")]
    [InlineData("N29")]
    [InlineData("N05")]
    [InlineData("n2")]
    [InlineData("N-1")]
    [InlineData("P2")]
    [InlineData("0.00")]
    [InlineData("N99999999999")]
    public void ToString_AnotherFormat_SaysWhatIsAllowed(string format)
    {
        FormatException refusal = Assert.Throws<FormatException>(() => 1.Percent().ToString(format, null));
        Assert.Contains("N0 to N28", refusal.Message, StringComparison.Ordinal);
    }
}
