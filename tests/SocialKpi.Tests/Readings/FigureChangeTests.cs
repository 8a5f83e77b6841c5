namespace SocialKpi.Tests.Readings;

public sealed class FigureChangeTests
{
    private static readonly Kpi Ratio = Define(Measures.Clicks / Measures.Impressions, Unit.Ratio, Direction.HigherIsBetter);
    private static readonly Kpi Cost = Define(Measures.Spend / Measures.Clicks, Unit.Money, Direction.LowerIsBetter);
    private static readonly Kpi Number = Define(Measures.Clicks, Unit.Count, Direction.Neutral);

    [Theory]
    [InlineData("0.03", "0.035", "+0.50 pp ▲ better")]
    [InlineData("0.035", "0.03", "-0.50 pp ▼ worse")]
    [InlineData("0.03", "0.03", "unchanged")]
    [InlineData("0.03", "0.030001", "+0.0001 pp ▲ better")]
    [InlineData("-0.03", "0.03", "+6.00 pp ▲ better")]
    public void Between_Ratios_IsInPercentagePoints(string before, string now, string expected) => Assert.Equal(expected, Text(Ratio, before, now, Unit.Ratio));

    [Theory]
    [InlineData("2", "3", "+50.0 % ▲ worse")]
    [InlineData("3", "2", "-33.3 % ▼ better")]
    [InlineData("3", "0", "-100.0 % ▼ better")]
    [InlineData("1", "1.00001", "+0.001 % ▲ worse")]
    [InlineData("0", "2", null)]
    [InlineData("-1", "2", null)]
    [InlineData("1", "-2", null)]
    [InlineData("0.0000000000000000000000000001", "79228162514264337593543950335", null)]
    public void Between_Money_IsInPerCentOfTheEarlier(string before, string now, string? expected) => Assert.Equal(expected, Text(Cost, before, now, Unit.MoneyIn(Currency.EUR)));

    [Fact]
    public void Between_NeutralKpi_SaysUpOrDownWithoutAVerdict()
    {
        Assert.Equal("+10.0 % ▲", Text(Number, "10", "11", Unit.Count));
        Assert.Equal("-10.0 % ▼", Text(Number, "10", "9", Unit.Count));
    }

    [Fact]
    public void Between_MissingOrOtherCurrency_IsNothing()
    {
        Reading euros = Reading.Given(Cost, 2m.Of(Currency.EUR)), dollars = Reading.Given(Cost, 2m.Of(Currency.USD));
        Assert.Null(FigureChange.Between(euros, dollars));
        Assert.Null(FigureChange.Between(Reading.Given(Cost, null), euros));
        Assert.Null(FigureChange.Between(euros, Reading.Given(Cost, null)));
    }

    [Theory]
    [InlineData("clicks / clicks(previous period) - 1")]
    [InlineData("a share")]
    public void Within_OnlyAChange_HasAVerdict(string kind)
    {
        Formula formula = kind == "a share" ? Measures.Clicks / Measures.Impressions - 1 : Measures.Clicks / Measures.Clicks.At(Context.Previous) - 1;
        FigureChange? verdict = FigureChange.Within(Reading.Given(Define(formula, Unit.Ratio, Direction.LowerIsBetter), new Quantity(0.1m, Unit.Ratio)));
        Assert.Equal(kind == "a share" ? null : Tone.Bad, verdict?.Tone);
    }

    [Fact]
    public void Within_AudienceGrowthAndDifferences_AreChanges()
    {
        Assert.Equal(Tone.Good, FigureChange.Within(Reading.Given(Kpis.AudienceGrowthRate, 3m.Percent()))!.Tone);
        Kpi difference = Define(Measures.Clicks - Measures.Clicks.At(Context.Previous), Unit.Count, Direction.HigherIsBetter);
        Assert.Equal(Tone.Bad, FigureChange.Within(Reading.Given(difference, new Quantity(-3, Unit.Count)))!.Tone);
        Kpi share = Define(Measures.Mentions - Measures.Mentions.At(Context.Across("brand")), Unit.Count, Direction.HigherIsBetter);
        Assert.Null(FigureChange.Within(Reading.Given(share, new Quantity(-3, Unit.Count))));
    }

    private static Kpi Define(Formula formula, Unit unit, Direction direction) => Kpi.Define("of_a_test", formula, unit, direction);

    private static string? Text(Kpi kpi, string before, string now, Unit unit)
    {
        Quantity Of(string value) => new(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), unit);
        FigureChange? change = FigureChange.Between(Reading.Given(kpi, Of(before)), Reading.Given(kpi, Of(now)));
        return change is null ? null : System.Xml.Linq.XElement.Parse(change.ToMarkup().ToString()).Value;
    }

    [Fact]
    public void Between_FiguresThatMayBeTheSameWithinTheirBounds_IsNothing()
    {
        Kpi reach = Define(Measures.AccountReach, Unit.Count, Direction.HigherIsBetter);
        KpiTable table = OfDays(
            (1, 846), (2, 2_154), // January: 3,000 views of at least 2,154 people
            (32, 3_654), (33, 1_346), // February: 5,000 of at least 3,654
            (60, 2_000), (61, 2_000)).Read(KpiQuery.Of(reach).By(Grain.Month));
        (Reading january, Reading february, Reading march) = (table.Rows[0][reach], table.Rows[1][reach], table.Rows[2][reach]);

        Assert.Equal((new Bounds(2_154, 3_000), new Bounds(3_654, 5_000), new Bounds(2_000, 4_000)), (january.Bounds, february.Bounds, march.Bounds));
        Assert.Equal("+66.7 % ▲ better", System.Xml.Linq.XElement.Parse(FigureChange.Between(january, february)!.ToMarkup().ToString()).Value);
        Assert.Null(FigureChange.Between(february, march));
        Assert.Null(FigureChange.Between(january, march));
        Assert.Null(FigureChange.Between(Reading.Given(reach, 2_500.AsCount()), march));
        Assert.NotNull(FigureChange.Between(Reading.Given(reach, 1_999.AsCount()), march));
    }

    private static Facts OfDays(params (int Day, decimal Reach)[] days) => Facts.FromColumns(columns => columns
        .Time([.. days.Select(day => new NodaTime.LocalDate(2025, 12, 31).PlusDays(day.Day))])
        .Measure(Measures.AccountReach, [.. days.Select(day => (decimal?)day.Reach)]));
}
