namespace SocialKpi.Tests.Metrics;

public sealed class FormulaParserTests
{
    private static readonly Measure Clicks = Measure.Sum("clicks", Unit.Count);
    private static readonly Measure Impressions = Measure.Sum("impressions", Unit.Count);
    private static readonly Measure Spend = Measure.Sum("spend", Unit.Money);

    [Theory]
    [InlineData("1000*spend/impressions")]
    [InlineData("  1000\t*\n spend  /\r\nimpressions ")]
    [InlineData("1000 × spend ÷ impressions")]
    [InlineData("((1000) * (spend)) / (impressions)")]
    [InlineData("1000.00 * spend / impressions")]
    public void Parse_OneFormulaWrittenInManyWays_GivesOneTree(string text) =>
        Assert.Equal(1000 * Spend / Impressions, Read(text));

    [Theory]
    [InlineData("clicks - 1")]
    [InlineData("clicks − 1")]
    public void Parse_BothMinusSigns_Subtract(string text) => Assert.Equal(Clicks - 1, Read(text));

    [Theory]
    [InlineData("-2.5 * clicks")]
    [InlineData("−2.5 * clicks")]
    public void Parse_AMinusBeforeANumber_IsANegativeConstant(string text) => Assert.Equal(-2.5m * Clicks, Read(text));

    [Fact]
    public void Parse_WithoutParentheses_MultipliesBeforeItAdds() =>
        Assert.Equal(Clicks + (2 * Impressions) - (Clicks / Impressions), Read("clicks + 2 * impressions - clicks / impressions"));

    [Fact]
    public void Parse_WithoutParentheses_GroupsFromTheLeft() =>
        Assert.Equal((Clicks - Impressions) - (Clicks / Impressions / Clicks), Read("clicks - impressions - clicks / impressions / clicks"));

    [Theory]
    [InlineData("clicks / clicks.at(across(\"brand\"))", "brand")]
    [InlineData("clicks / clicks . at ( across ( \"brand\" ) )", "brand")]
    [InlineData("clicks / clicks.at(across(\"a \\\"b\\\" \\\\ c\"))", "a \"b\" \\ c")]
    [InlineData("clicks / clicks.at(across(\")*+-\"))", ")*+-")]
    [InlineData("clicks / clicks.at(across(\"märke 品牌\"))", "märke 品牌")]
    public void Parse_Across_ReadsTheQuotedDimension(string text, string dimension) =>
        Assert.Equal(Clicks / Clicks.At(Context.Across(dimension)), Read(text));

    [Fact]
    public void Parse_AContextOnParentheses_IsReadWhole() =>
        Assert.Equal((Clicks / Impressions).At(Context.Across("brand")), Read("(clicks / impressions).at(across(\"brand\"))"));

    [Theory]
    [InlineData("clicks / impresions", 10, "there is no measure 'impresions'", "did you mean 'impressions'?")]
    [InlineData("clicks / zebra", 10, "there is no measure 'zebra'", "known measures: clicks, impressions, spend")]
    [InlineData("", 1, "ends too early", "")]
    [InlineData("   ", 4, "ends too early", "")]
    [InlineData("clicks /", 9, "ends too early", "")]
    [InlineData("(clicks", 8, "')' was expected", "")]
    [InlineData("clicks)", 7, "')' was not expected", "")]
    [InlineData("()", 2, "')' was not expected", "")]
    [InlineData("clicks impressions", 8, "'i' was not expected", "put an operator")]
    [InlineData("clicks ** 2", 9, "'*' was not expected", "")]
    [InlineData("-clicks", 2, "minus sign may only stand before a number", "write 0 - x")]
    [InlineData("clicks * 1.2.3", 10, "'1.2.3' is not a number", "one decimal point")]
    [InlineData("1e5 * clicks", 2, "'e' was not expected", "")]
    [InlineData("1,000 * clicks", 2, "',' was not expected", "")]
    [InlineData(".5 * clicks", 1, "'.' was not expected", "")]
    [InlineData("Clicks", 1, "'C' was not expected", "lower case")]
    [InlineData("clicks.at(yesterday)", 11, "there is no context 'yesterday'", "across")]
    [InlineData("clicks.at(across(brand))", 18, "double quotes", "across(\"brand\")")]
    [InlineData("clicks.at(across(\"brand))", 18, "never closes", "across(\"brand\")")]
    [InlineData("clicks.at(across(\"\"))", 18, "dimension name is empty", "")]
    [InlineData("clicks.by(across(\"brand\"))", 8, "'at' was expected", "")]
    [InlineData("clicks / 'x'; DROP TABLE posts", 10, "was not expected", "")]
    [InlineData("clicks\0 / impressions", 7, "was not expected", "")]
    [InlineData("clicks / \0", 10, "was not expected", "")]
    public void Parse_TextThatIsNoFormula_SaysWhereWhatAndWhatToDo(string text, int position, string problem, string remedy)
    {
        FormatException refusal = Assert.Throws<FormatException>(() => Read(text));
        Assert.StartsWith($"Formula, character {position}: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(problem, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_SeveralUnknownNames_SaysEachOnceWithItsPlacesAndWhatIsNear() => Assert.Equal(
        """
        Formula, 3 problems:
        - characters 1, 32: there is no measure 'klicks'; did you mean 'clicks'?
        - character 10: there is no measure 'impresions'; did you mean 'impressions'?
        - character 41: there is no measure 'zebra'; known measures: clicks, impressions, spend
        The formula: klicks / impresions + clicks * klicks - zebra
        """.ReplaceLineEndings("\n"),
        Refusal("klicks / impresions + clicks * klicks - zebra"));

    [Theory]
    [InlineData("(klicks + impresions.at(previous)) / spent", 3)]
    [InlineData("klicks / (impresions", 3)]
    [InlineData("klicks / impresions.at(yesterday)", 3)]
    [InlineData("klicks / impresions impressions", 3)]
    [InlineData("klicks.at(across(\"impresions\"))", 1)]
    public void Parse_UnknownNamesAndAFaultOfForm_SaysAll(string text, int problems)
    {
        string refusal = Refusal(text);
        Assert.Contains("'klicks'", refusal, StringComparison.Ordinal);
        if (problems > 1) Assert.StartsWith($"Formula, {problems} problems:\n- character ", refusal, StringComparison.Ordinal);
        Assert.Equal(problems > 1 ? problems : 0, refusal.Split("\n- ").Length - 1);
        Assert.DoesNotContain("?.", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_ATextFullOfUnknownNames_SaysTheFirstTwentyAndHowManyFollow()
    {
        string refusal = Refusal(string.Join(" + ", Enumerable.Range(0, 100).Select(index => $"zebra{index}")));
        Assert.Contains("'zebra19'", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("'zebra20'", refusal, StringComparison.Ordinal);
        Assert.Contains("character 191: here begin 80 more names that are no measures", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("7.9228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("000000000000000000000000000000000001.5")]
    public void Parse_NumbersThatADecimalHolds_AreExact(string number)
    {
        decimal value = decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(Clicks * Formula.Constant(value), Read($"clicks * {number}"));
        Assert.Equal(Clicks * Formula.Constant(value), Read((Clicks * Formula.Constant(value)).ToString()));
    }

    [Theory]
    [InlineData("79228162514264337593543950336")]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("1.00000000000000000000000000001")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890")]
    public void Parse_NumbersThatNoDecimalHolds_AreRefusedRatherThanRounded(string number)
    {
        FormatException refusal = Assert.Throws<FormatException>(() => Read($"clicks * {number}"));
        Assert.Contains("is not a number", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_TextLongerThanTheLimit_IsRefused()
    {
        Assert.Equal(Clicks, Read("clicks".PadRight(10_000)));
        FormatException refusal = Assert.Throws<FormatException>(() => Read("clicks".PadRight(10_001)));
        Assert.Contains("10000", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("10001", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(201)]
    [InlineData(4_990)]
    [InlineData(100_000)]
    public void Parse_DeeplyNestedParentheses_IsRefusedWithoutExhaustingTheStack(int levels) =>
        Assert.Throws<FormatException>(() => Read(new string('(', levels) + "clicks" + new string(')', levels)));

    [Fact]
    public void Parse_AHundredParentheses_IsRead() =>
        Assert.Equal(Clicks, Read(new string('(', 100) + "clicks" + new string(')', 100)));

    [Fact]
    public void Parse_ASumOfTooManyTerms_IsRefusedInPlainWords()
    {
        FormatException refusal = Assert.Throws<FormatException>(() => Read(string.Join('+', Enumerable.Repeat("clicks", 1000))));
        Assert.Contains("more than 200 operations deep", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_WithTwoMeasuresOfOneId_IsRefused() =>
        Assert.Equal("measures", Assert.Throws<ArgumentException>(() => Formula.Parse("clicks", [Clicks, Measure.Sum("clicks", Unit.Money)])).ParamName);

    [Fact]
    public void Parse_WithOneMeasureGivenTwice_IsFine() =>
        Assert.Equal(Clicks, Formula.Parse("clicks", [Clicks, Measure.Sum("clicks", Unit.Count)]));

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("ar-SA")]
    public void Parse_AndToString_UnderAnotherCulture_AreTheSame(string culture)
    {
        using Support.Cultures scope = Support.Cultures.Use(culture);
        Assert.Equal("-1.5 * clicks", Read("-1.5 * clicks").ToString());
    }

    private static string Refusal(string text) => Assert.Throws<FormatException>(() => Read(text)).Message;

    private static Formula Read(string text) => Formula.Parse(text, [Clicks, Impressions, Spend]);
}
