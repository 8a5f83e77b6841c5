namespace SocialKpi.Import.Tests;

/// <summary>Numbers and money.</summary>
public class CsvFactsNumberTests
{
    private static string In(string culture) => $$"""{ "separator": ";", "culture": "{{culture}}", "measures": { "amount": { "column": "N", "unit": "number" } } }""";

    private static CsvImport Read(string number, string culture) => Csv.Read($"N;x\n{number};\n", In(culture));

    [Theory]
    [InlineData("312.0", "312")]
    [InlineData("1.429999948", "1.429999948")]
    [InlineData("25,881", "25881")]
    [InlineData("1,234,567.5", "1234567.5")]
    [InlineData("-3", "-3")]
    [InlineData("+3", "3")]
    [InlineData("\u22123", "-3")]
    [InlineData(".5", "0.5")]
    [InlineData("007", "7")]
    [InlineData(" 7 ", "7")]
    [InlineData("1e5", "100000")]
    [InlineData("1.2E+17", "120000000000000000")]
    [InlineData("25e-3", "0.025")]
    [InlineData("0e999999999", "0")]
    [InlineData("-0", "0")]
    [InlineData("999999999999999999", "999999999999999999")]
    [InlineData("0.999999999999999999", "0.999999999999999999")]
    [InlineData("1.50000000000000000000000000000000", "1.5")]
    [InlineData("000000000000000000000000000001", "1")]
    public void Read_InvariantNumber_IsExact(string text, string expected) =>
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Read(text, "invariant").Total("amount", Unit.Number));

    [Theory]
    [InlineData("nl-NL", "1.234,5", "1234.5")]
    [InlineData("pl-PL", "1\u00A0234,5", "1234.5")]
    [InlineData("pl-PL", "1 234,5", "1234.5")]
    [InlineData("fr-FR", "1\u202F234,5", "1234.5")]
    [InlineData("de-CH", "1'234.5", "1234.5")]
    [InlineData("de-CH", "1’234.5", "1234.5")]
    [InlineData("en-IN", "12,34,567", "1234567")]
    public void Read_NumberOfACulture_IsExact(string culture, string text, string expected) =>
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Read(text, culture).Total("amount", Unit.Number));

    [Theory]
    [InlineData("NaN", "not a number")]
    [InlineData("Infinity", "not a number")]
    [InlineData("-∞", "not a number")]
    [InlineData("1,2,3", "group sign")]
    [InlineData("1,23", "group sign")]
    [InlineData("0,881", "group sign")]
    [InlineData(",881", "group sign")]
    [InlineData("1234,567", "group sign")]
    [InlineData("1.234.567", "not a number")]
    [InlineData("1 234", "not a number")]
    [InlineData("5.", "not a number")]
    [InlineData(".", "not a number")]
    [InlineData("-", "not a number")]
    [InlineData("1e", "not a number")]
    [InlineData("1e5.5", "not a number")]
    [InlineData("0x10", "not a number")]
    [InlineData("(5)", "not a number")]
    [InlineData("5-", "not a number")]
    [InlineData("--5", "not a number")]
    [InlineData("5%", "percentage")]
    [InlineData("€ 5", "currency")]
    [InlineData("1.2K", "abbreviated")]
    [InlineData("１２", "digits other than 0–9")]
    [InlineData("٣", "digits other than 0–9")]
    [InlineData("1e400", "18 digits")]
    [InlineData("1.2E+18", "18 digits")]
    [InlineData("1234567890123456789", "18 digits")]
    [InlineData("0.1234567890123456789", "18 digits")]
    [InlineData("1e-19", "18 decimals")]
    [InlineData("1e-999999999999", "18 decimals")]
    public void Read_WhatIsNoExactNumber_IsRejectedWithTheReason(string text, string reason)
    {
        Rejection rejection = Assert.Single(Read(text, "invariant").Report.Rejections);

        Assert.Equal("N", rejection.Column);
        Assert.Equal(text, rejection.Text);
        Assert.Contains(reason, rejection.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl-NL", "1.5")]
    [InlineData("nl-NL", "1,234.5")]
    [InlineData("pl-PL", "1 234\u00A0567,5")]
    [InlineData("en-IN", "1,234,567")]
    [InlineData("fr-FR", "1 23")]
    public void Read_NumberOfAnotherCulture_IsRejected(string culture, string text) =>
        Assert.Single(Read(text, culture).Report.Rejections);

    [Fact]
    public void Read_GroupSigns_AreNoted() =>
        Assert.Contains(Read("25,881", "invariant").Report.Notes, note => note.Contains("group signs in column 'N'", StringComparison.Ordinal));

    [Fact]
    public void Read_NumbersThatDoNotFitOneColumn_AreRefusedWithTheirLines()
    {
        ImportException exception = Csv.Refused("N;x\n1;\n999999999999999999;\n0.25;\n", In("invariant"));

        Assert.Contains("999999999999999999 on line 3", exception.Message, StringComparison.Ordinal);
        Assert.Contains("line 4", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SumOfMoreThan18Digits_IsRejected() =>
        Assert.Contains("18 digits", Csv.Rejection("a,b\n999999999999999999,0.1\n", """{ "measures": { "clicks": { "sum": ["a", "b"] } } }""").Reason, StringComparison.Ordinal);

    [Fact]
    public void Read_CurrencyColumn_GivesTheCurrency()
    {
        const string mapping = """{ "measures": { "spend": { "column": "Cost", "currencyColumn": "Currency" } } }""";
        CsvImport import = Csv.Read("Cost,Currency\n1.5,INR\n2,INR\n,\n", mapping);

        Assert.Equal(3.5m, import.Total("spend", Unit.Money));
        Reading spend = import.Facts.Read(KpiQuery.Of(Kpi.Define("spend", Measure.Sum("spend", Unit.Money), Unit.Money)).SummingIndependently()).Total.Readings[0];
        Assert.Equal(Unit.MoneyIn(Currency.INR), spend.Unit);
    }

    [Fact]
    public void Read_TwoCurrenciesInAColumn_AreRefusedWithBothLines()
    {
        ImportException exception = Csv.Refused("Cost,Currency\n1,EUR\n2,USD\n", """{ "measures": { "spend": { "column": "Cost", "currencyColumn": "Currency" } } }""");

        Assert.Equal(3, exception.Issues[0].Line);
        Assert.Contains("EUR on line 2", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,")]
    [InlineData("1,euro")]
    public void Read_AmountWithoutCurrency_IsRejected(string row) =>
        Assert.Equal("Currency", Csv.Rejection($"Cost,Currency\n{row}\n", """{ "measures": { "spend": { "column": "Cost", "currencyColumn": "Currency" } } }""").Column);

    [Theory]
    [InlineData("invariant", "1,00", "\"culture\": \"nl-NL\"")]
    [InlineData("invariant", "1,2,3", "name the culture of the file")]
    [InlineData("nl-NL", "1.5", "\"culture\": \"invariant\"")]
    [InlineData("pl-PL", "1 23", "(space)")]
    public void Read_GroupSignOutOfPlace_SaysWhatItMayBe(string culture, string text, string remedy)
    {
        string reason = Assert.Single(Read(text, culture).Report.Rejections).Reason;

        Assert.Contains($"does not stand where thousands do in the number culture '{culture}'", reason, StringComparison.Ordinal);
        Assert.Contains(remedy, reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DutchNumbersWithoutACulture_AreNotedOnceWithTheFirstPlace()
    {
        const string measures = """ "measures": { "clicks": "clicks", "impressions": "impressions" } }""";
        const string text = "impressions;clicks\n312;5\n25.881;5\n1.234;10.0\nx;1.5\n";
        IReadOnlyList<string> notes = Csv.Read(text, "{" + measures).Report.Notes;

        Assert.Single(notes, "Numbers were read as invariant (25,881.5): the mapping names no culture. The first decimal sign is in column 'impressions' on line 3.");
        Assert.Single(notes, "2 cells of column 'impressions' have a fraction, the first on line 3: '25.881'. Counts are whole: is the number culture right?");
        Assert.DoesNotContain(notes, note => note.Contains("of column 'clicks'", StringComparison.Ordinal));

        IReadOnlyList<string> said = Csv.Read(text, """{ "culture": "invariant",""" + measures).Report.Notes;
        Assert.DoesNotContain(said, note => note.Contains("names no culture", StringComparison.Ordinal));
        Assert.Contains(said, note => note.Contains("2 cells of column 'impressions'", StringComparison.Ordinal));
        Assert.DoesNotContain(Csv.Read(text, """{ "culture": "nl-NL",""" + measures).Report.Notes, note => note.Contains("fraction", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_WholeNumbersWithoutACulture_HaveNoNoteOnIt() =>
        Assert.DoesNotContain(Csv.Read("Clicks\n1\n2\n").Report.Notes, note => note.Contains("culture", StringComparison.Ordinal));

    [Fact]
    public void Read_FractionOfAnAmount_IsNoFractionOfACount() =>
        Assert.DoesNotContain(Read("1.5", "invariant").Report.Notes, note => note.Contains("fraction", StringComparison.Ordinal));
}
