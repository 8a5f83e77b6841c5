namespace SocialKpi.Tests.Units;

public sealed class UnitTests
{
    public static TheoryData<string, UnitKind> Texts => new()
    {
        { "number", UnitKind.Number },
        { "count", UnitKind.Count },
        { "ratio", UnitKind.Ratio },
        { "percentage_points", UnitKind.PercentagePoints },
        { "points", UnitKind.Points },
        { "money", UnitKind.Money },
        { "money:EUR", UnitKind.Money },
        { "money:XXX", UnitKind.Money },
        { "duration", UnitKind.Duration },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Parse_MachineText_GivesTheUnitThatWritesIt(string text, UnitKind kind)
    {
        Unit unit = Unit.Parse(text);
        Assert.Equal(kind, unit.Kind);
        Assert.Equal(text, unit.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Ratio")]
    [InlineData("percent")]
    [InlineData("money:")]
    [InlineData("money:eur")]
    [InlineData("ratio:EUR")]
    public void Parse_AnyOtherText_SaysWhatIsAllowed(string text)
    {
        Assert.False(Unit.TryParse(text, out Unit unit));
        Assert.Equal(Unit.Number, unit);
        FormatException refusal = Assert.Throws<FormatException>(() => Unit.Parse(text));
        Assert.Contains("percentage_points", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>("text", () => Unit.Parse(null!));
        Assert.False(Unit.TryParse(null, out _));
    }

    [Fact]
    public void Default_IsAPlainNumber() => Assert.Equal(Unit.Number, default);

    [Fact]
    public void Money_Generic_IsNotMoneyOfUnspecifiedCurrency()
    {
        Assert.NotEqual(Unit.MoneyIn(Currency.Unspecified), Unit.Money);
        Assert.True(Unit.Money.IsGenericMoney);
        Assert.False(Unit.MoneyIn(Currency.Unspecified).IsGenericMoney);
        Assert.Equal(Currency.EUR, Unit.MoneyIn(Currency.EUR).Currency);
    }

    [Fact]
    public void IsDimensionless_AllButMoneyAndDuration() =>
        Assert.Equal(
            ["number", "count", "ratio", "percentage_points", "points"],
            UnitArbitraries.AllUnits.Where(unit => unit.IsDimensionless).Select(unit => unit.ToString()));
}
