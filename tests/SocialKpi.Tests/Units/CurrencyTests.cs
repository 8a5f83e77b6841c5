namespace SocialKpi.Tests.Units;

public sealed class CurrencyTests
{
    [Fact]
    public void Default_IsUnspecified_XXX()
    {
        Assert.Equal("XXX", default(Currency).Code);
        Assert.Equal(Currency.Of("XXX"), default);
        Assert.Equal(Currency.Unspecified, default);
        Assert.NotEqual(Currency.EUR, default);
    }

    [Theory]
    [InlineData("EUR", 2)]
    [InlineData("JPY", 0)]
    [InlineData("KWD", 3)]
    [InlineData("CLF", 4)]
    [InlineData("HRK", 2)]
    [InlineData("XXX", 2)]
    public void MinorDigits_OfACode_AreThoseOfTheStandard(string code, int digits) =>
        Assert.Equal(digits, Currency.Of(code).MinorDigits);

    [Theory]
    [InlineData("eur", "write EUR")]
    [InlineData(" EUR ", "write EUR")]
    [InlineData("BTC", "three upper-case letters")]
    [InlineData("", "three upper-case letters")]
    [InlineData("€", "three upper-case letters")]
    public void Of_NoCode_SaysWhatToDo(string text, string remedy)
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>("code", () => Currency.Of(text));
        Assert.Contains($"'{text}'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Null_IsRefused() => Assert.Throws<ArgumentNullException>("code", () => Currency.Of(null!));

    [Theory]
    [InlineData(null)]
    [InlineData("usd")]
    [InlineData("USDX")]
    public void TryParse_NoCode_IsFalseAndUnspecified(string? text)
    {
        Assert.False(Currency.TryParse(text, out Currency currency));
        Assert.Equal(Currency.Unspecified, currency);
    }

    [Fact]
    public void Codes_All_AreThreeLettersAToZAndRoundTrip()
    {
        Assert.InRange(CurrencyCodes.MinorDigits.Count, 170, 200);
        Assert.All(CurrencyCodes.MinorDigits.Keys, code =>
        {
            Assert.Matches("^[A-Z]{3}$", code);
            Assert.Equal(code, Currency.Of(code).ToString());
        });
    }

    [Fact]
    public void NamedCurrencies_Each_HaveTheirOwnCode()
    {
        var named = typeof(Currency).GetProperties()
            .Where(p => p.PropertyType == typeof(Currency) && p.Name != nameof(Currency.Unspecified))
            .ToList();

        Assert.NotEmpty(named);
        Assert.All(named, p => Assert.Equal(Currency.Of(p.Name), p.GetValue(null)));
    }
}
