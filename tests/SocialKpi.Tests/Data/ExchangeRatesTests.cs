using NodaTime;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Data;

public sealed class ExchangeRatesTests
{
    private static readonly LocalDate January = new(2026, 1, 1);
    private static readonly LocalDate February = new(2026, 2, 1);
    private static readonly ExchangeRates Rates = ExchangeRates.To(Currency.EUR)
        .With(Currency.USD, February, 0.95m).With(Currency.USD, January, 0.90m).With(Currency.GBP, January, 1.15m);

    private static readonly (LocalDate Day, decimal? Amount, string? Currency)[] Ads =
    [
        (January, 10, "USD"), (new(2026, 1, 31), 20, "USD"), (February, 100, "USD"), (February, 7.1234567m, "EUR"), (February, 2, "GBP"), (February, null, null),
    ];

    [Theory]
    [InlineData(1, 1, 0.90)]
    [InlineData(1, 31, 0.90)]
    [InlineData(2, 1, 0.95)]
    [InlineData(12, 31, 0.95)]
    public void Rate_HoldsFromItsDayUntilTheNext(int month, int day, decimal rate) =>
        Assert.Equal(rate, Rates.RateOn(Currency.USD, new(2026, month, day))!.Value.Rate);

    [Fact]
    public void Rate_BeforeTheFirstOrOfAnotherCurrency_IsNone()
    {
        Assert.Null(Rates.RateOn(Currency.USD, January.PlusDays(-1)));
        Assert.Null(Rates.RateOn(Currency.JPY, January));
        Assert.Null(ExchangeRates.To(Currency.USD).With(Currency.EUR, January, 1.1m).RateOn(Currency.USD, January));
    }

    [Fact]
    public void With_LeavesTheRatesItStartsFrom()
    {
        ExchangeRates more = Rates.With(Currency.USD, new(2026, 3, 1), 2).With(Currency.JPY, January, 0.006m);
        Assert.Equal((0.95m, 2m), (Rates.RateOn(Currency.USD, new(2026, 3, 1))!.Value.Rate, more.RateOn(Currency.USD, new(2026, 3, 1))!.Value.Rate));
        Assert.Null(Rates.RateOn(Currency.JPY, January));
    }

    [Fact]
    public void With_WhatIsNoRate_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => ExchangeRates.To(Currency.Unspecified));
        Assert.Throws<ArgumentException>(() => Rates.With(Currency.EUR, January, 1));
        Assert.Throws<ArgumentException>(() => Rates.With(Currency.Unspecified, January, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rates.With(Currency.JPY, January, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rates.With(Currency.JPY, January, -1));
        Assert.Contains("USD has the rate 0.90 since 2026-01-01 already", Assert.Throws<ArgumentException>(() => Rates.With(Currency.USD, January, 0.91m)).Message, StringComparison.Ordinal);
        Assert.Equal(0.90m, Rates.With(Currency.USD, January, 0.9m).RateOn(Currency.USD, January)!.Value.Rate);
    }

    [Theory]
    [MemberData(nameof(Cultures.Data), MemberType = typeof(Cultures))]
    public void Measure_WithACurrencyPerRow_IsConvertedAtTheRateOfItsDay(string culture)
    {
        using Cultures scope = Cultures.Use(culture);
        Facts facts = Facts.FromRows(Ads, row => row.Time(ad => ad.Day).Measure(Measures.Spend, ad => ad.Amount, ad => ad.Currency, Rates, Blank.Zero));

        // 9 + 18 + 95 + 7.1234567 (already in euros: not rounded) + 2.3
        Assert.Equal(131.4234567m.Of(Currency.EUR), Spend(facts));
        Assert.Equal(["spend: GBP to EUR by the caller's rates, 1 rate", "spend: USD to EUR by the caller's rates, 2 rates"], facts.Conversions);
    }

    [Fact]
    public void Measure_InOneOtherCurrency_IsConverted()
    {
        Facts facts = Facts.FromRows([1, 2], row => row
            .Time(_ => January).Measure(Measures.Spend, ad => ad, Currency.USD, Rates).Measure(Measures.Revenue, ad => ad * 0.5, Currency.USD, Rates)
            .Measure(Measure.Sum("fee", Unit.MoneyIn(Currency.EUR)), ad => (long)ad, _ => "GBP", Rates));
        Assert.Equal(2.7m.Of(Currency.EUR), Spend(facts));
        Assert.Equal(1.35m.Of(Currency.EUR), facts.Read(KpiQuery.Of(Kpis.TotalRevenue))[Kpis.TotalRevenue].Quantity);
        Assert.Equal(3, facts.Conversions.Count);
    }

    [Fact]
    public void Measure_ThatNeedsNoConversion_SaysNone() =>
        Assert.Empty(Facts.FromRows([1], row => row.Time(_ => January).Measure(Measures.Spend, ad => ad, _ => "EUR", Rates)).Conversions);

    [Theory]
    [InlineData("1.0000005", "1", "1")] // half of the sixth decimal goes to the even neighbour
    [InlineData("1.0000015", "1", "1.000002")]
    [InlineData("-1.0000015", "1", "-1.000002")]
    [InlineData("0.333333333333333333", "3", "1")]
    [InlineData("3", "0.3333333333333333333333333333", "1")]
    [InlineData("123456789012345678", "1.5", "185185183518518517")]
    [InlineData("1234567890123.45", "1.0001", "1234691346912.46234")] // six decimals would be 19 digits; five, once, half-even
    [InlineData("99999999999999999", "1.23", "122999999999999999")]
    [InlineData("999999999999999999", "1.0000000000000000009", "999999999999999999.9")] // refused: no decimal is left, and it rounds up to 19 digits
    public void Measure_Converted_IsTheExactProductRoundedOnce(string amount, string rate, string expected)
    {
        ExchangeRates rates = ExchangeRates.To(Currency.EUR).With(Currency.USD, January, Number(rate));
        Facts Make() => Facts.FromRows([Number(amount)], row => row.Time(_ => January).Measure(Measures.Spend, ad => ad, Currency.USD, rates));
        if (expected == "999999999999999999.9") Assert.Contains("is more than 18 digits of EUR hold", Assert.Throws<FactsException>(Make).Message, StringComparison.Ordinal);
        else Assert.Equal(Number(expected).Of(Currency.EUR), Spend(Make()));
    }

    [Fact]
    public void Measure_ThatCannotBeConverted_IsRefusedWithEveryRow()
    {
        (LocalDate Day, string? Currency)[] ads = [(January, "USD"), (January.PlusDays(-1), "USD"), (January, "JPY"), (January, "usd"), (January, null), (January, "XXX")];
        FactsException refusal = Assert.Throws<FactsException>(() => Facts.FromRows(ads, row => row.Time(ad => ad.Day).Measure(Measures.Spend, _ => 1m, ad => ad.Currency, Rates)));
        Assert.Equal(
            """
            5 issues:
            - spend, row 2: there is no rate from USD to EUR on 2025-12-31, the first holds since 2026-01-01; add it with With(…)
            - spend, row 3: there is no rate from JPY to EUR on 2026-01-01, there is none for this currency; add it with With(…)
            - spend, row 4: 'usd' is not an ISO 4217 currency code; write three upper-case letters such as EUR or USD
            - spend, row 5: the amount has no currency; say its ISO 4217 code, or leave the amount blank
            - spend, row 6: there is no rate from XXX to EUR on 2026-01-01, there is none for this currency; add it with With(…)
            """,
            refusal.Message);
    }

    [Fact]
    public void Measure_WithoutATime_HasNoDayForARate() => Assert.Equal(
        "measure spend: exchange rates are of a day, and the rows have no time; describe it with Time(…)",
        Assert.Throws<DefinitionException>(() => Facts.FromRows([1], row => row.Measure(Measures.Spend, ad => ad, Currency.USD, Rates))).Message);

    [Fact]
    public void Measure_OfRowsThatWereDropped_UsesNoRateOfTheirs()
    {
        Facts facts = Facts.FromRows(Ads[..3], row => row.Time(ad => ad.Day).Key(_ => "a", Duplicates.KeepLast).Measure(Measures.Spend, ad => ad.Amount, ad => ad.Currency, Rates));
        Assert.Equal(["spend: USD to EUR by the caller's rates, 1 rate"], facts.Conversions);
        Assert.Equal(95.Of(Currency.EUR), Spend(facts));
    }

    [Fact]
    public void FromTable_WithACurrencyColumn_IsConverted()
    {
        using System.Data.DataTable ads = new();
        ads.Columns.Add("day", typeof(DateOnly));
        ads.Columns.Add("amount", typeof(decimal));
        ads.Columns.Add("currency", typeof(string));
        foreach ((LocalDate day, decimal? amount, string? currency) in Ads) ads.Rows.Add(day.ToDateOnly(), amount is { } known ? known : DBNull.Value, currency is null ? DBNull.Value : currency);
        Facts facts = Facts.FromTable(ads, table => table.Day("day").Measure(Measures.Spend, "amount", "currency", Rates).Measure(Measures.Revenue, "amount", Currency.USD, Rates));
        Assert.Equal(131.4234567m.Of(Currency.EUR), Spend(facts));
        Assert.Equal(3, facts.Conversions.Count);
    }

    [Fact]
    public void Append_OfConvertedFacts_KeepsWhatWasConverted()
    {
        Facts Make(string key, string currency) => Facts.FromRows([1], row => row.Time(_ => February).Key(_ => key, Duplicates.KeepLast).Measure(Measures.Spend, ad => ad, _ => currency, Rates));
        Facts both = Make("a", "USD").Append(Make("b", "GBP"));
        Assert.Equal(["spend: USD to EUR by the caller's rates, 1 rate", "spend: GBP to EUR by the caller's rates, 1 rate"], both.Conversions);
        Assert.Equal(2.10m.Of(Currency.EUR), Spend(both));
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Quantity Spend(Facts facts) => facts.Read(KpiQuery.Of(Kpis.TotalSpend))[Kpis.TotalSpend].Quantity;
}
