using NodaTime;

namespace SocialKpi.Tests.Themes;

/// <summary>
/// Theme 15: direction, units, versions, currencies. lightdash #20205; rill PR #9820, #9284; metricflow #1587; dbt-core #4712;
/// cube #11280; metabase #49573.
/// </summary>
public sealed class DefinitionsTests
{
    private static readonly Kpi Cost = Kpi.Define("cost", Measures.Spend / Measures.Clicks, Unit.Money, Direction.LowerIsBetter);

    [Fact]
    public void Hash_OfTheSameDefinition_IsTheSame() =>
        Assert.Equal(Cost.Hash, Kpi.Define("cost", Catalog.Standard.Parse("spend / clicks"), Unit.Money, Direction.LowerIsBetter).Hash);

    public static TheoryData<Kpi> Changed =>
    [
        Kpi.Define("cost", 1000 * Measures.Spend / Measures.Clicks, Unit.Money, Direction.LowerIsBetter),
        Kpi.Define("cost", Measures.Spend / Measures.Impressions, Unit.Money, Direction.LowerIsBetter),
        Kpi.Define("cost", Measures.Spend / Measures.Clicks.Where(Condition.Is("country", "nl"), "dutch_clicks"), Unit.Money, Direction.LowerIsBetter),
        Kpi.Define("cost", Measures.Spend / Measure.Mean("clicks", Unit.Count, of: "clicks_of_row"), Unit.Money, Direction.LowerIsBetter),
        Kpi.Define("cost", (Measures.Spend / Measures.Clicks).At(Context.Trailing(7, Grain.Day)), Unit.Money, Direction.LowerIsBetter),
        Kpi.Define("cost", (Measures.Spend / Measures.Clicks).At(Context.Trailing(1, Grain.Week)), Unit.Money, Direction.LowerIsBetter),
        Kpi.Define("cost", Measures.Spend / Measures.Clicks, Unit.Money, Direction.HigherIsBetter),
    ];

    [Theory]
    [MemberData(nameof(Changed))]
    public void Hash_OfAChangedDefinition_IsAnotherAndItsReadingsAreRefused(Kpi changed)
    {
        Assert.NotEqual(Cost.Hash, changed.Hash);

        // The same id does not make it the same KPI.
        KpiTable table = Ads(Currency.EUR, 10, 4).Read(KpiQuery.Of(Cost));
        Assert.Contains(changed.Hash[..12], Assert.Throws<ArgumentException>(() => table[changed]).Message, StringComparison.Ordinal);
        Assert.Throws<DefinitionException>(() => KpiQuery.Of(Cost, changed));
    }

    [Fact]
    public void Hash_OfOtherTexts_IsTheSame() =>
        Assert.Equal(Cost.Hash, Kpi.Define("cost", Measures.Spend / Measures.Clicks, Unit.Money, Direction.LowerIsBetter, label: "Kosten je Klick", description: "Was ein Klick kostet.").Hash);

    [Fact]
    public void Merge_OfReadingsOfAnotherDefinition_IsRefused()
    {
        Kpi changed = Kpi.Define("cost", 1000 * Measures.Spend / Measures.Clicks, Unit.Money, Direction.LowerIsBetter);
        Facts ads = Ads(Currency.EUR, 10, 4);
        Assert.Throws<ArgumentException>(() => ads.Read(KpiQuery.Of(Cost)).Merge(ads.Read(KpiQuery.Of(changed))));
    }

    [Fact]
    public void Direction_OfTheCatalogue_IsMoreThanABoolean()
    {
        // rill PR #9284: higher, lower or neither; a boolean cannot say the last.
        Assert.Equal(Direction.LowerIsBetter, Kpis.CostPerClick.Direction);
        Assert.Equal(Direction.HigherIsBetter, Kpis.ClickThroughRate.Direction);
        Assert.Equal(Direction.Neutral, Kpis.TotalSpend.Direction);
    }

    [Fact]
    public void Units_ThatDoNotGoTogether_AreRefusedWhenTheKpiIsDefined()
    {
        foreach (Action contradiction in new Action[]
        {
            () => Kpi.Define("x", Measures.Spend + Measures.Clicks, Unit.Money),
            () => Kpi.Define("x", Measures.Spend / Measures.Clicks, Unit.Ratio),
            () => Kpi.Define("x", Measures.Clicks / Measures.Impressions, Unit.Money),
        })
        {
            Assert.Throws<DefinitionException>(contradiction);
        }
    }

    [Fact]
    public void Percent_AndPercentagePoints_AreNotTheSame()
    {
        // From 2 % to 3 % is one point, or half as much again.
        Assert.Equal(1m.PercentagePoints(), 3m.Percent() - 2m.Percent());
        Assert.Equal(0.03m, 3m.Percent().Value);
    }

    [Fact]
    public void Money_OfTwoCurrencies_IsNeverAdded()
    {
        KpiQuery query = KpiQuery.Of(Kpis.TotalSpend, Cost).By("account");
        KpiTable both = Ads(Currency.EUR, 10, 4, "berlin").Read(query).Merge(Ads(Currency.USD, 20, 5, "boston").Read(query));

        Assert.Equal(10m.Of(Currency.EUR), both[Kpis.TotalSpend, Segment.Of("account", "berlin")].Quantity);
        Assert.Equal(4m.Of(Currency.USD), both[Cost, Segment.Of("account", "boston")].Quantity);
        Assert.Equal((Absence.MixedCurrencies, Absence.MixedCurrencies), (both[Kpis.TotalSpend].Absence, both[Cost].Absence));
    }

    [Fact]
    public void Money_OfTwoCurrencies_HasARatioWhereTheCurrencyCancels()
    {
        // Revenue and spend are both in euros here and both in dollars there; their sums are in neither.
        KpiQuery query = KpiQuery.Of(Kpis.ReturnOnAdSpend).By("account");
        KpiTable both = Returns(Currency.EUR, "berlin").Read(query).Merge(Returns(Currency.USD, "boston").Read(query));

        Assert.Equal(3m, both[Kpis.ReturnOnAdSpend, Segment.Of("account", "berlin")].Value);
        Assert.Equal(Absence.MixedCurrencies, both[Kpis.ReturnOnAdSpend].Absence);
    }

    [Fact]
    public void Money_AtDatedRates_IsConvertedAtTheRateOfItsDay()
    {
        // metabase #49573: exchange rates of the day, not of today.
        Facts facts = Spending(new(2026, 1, 1), ("EUR", new(2026, 1, 5), 10), ("USD", new(2026, 1, 31), 100), ("USD", new(2026, 2, 1), 100));
        KpiTable table = facts.Read(KpiQuery.Of(Kpis.TotalSpend).By(Grain.Month));

        Assert.Equal([100m.Of(Currency.EUR), 95m.Of(Currency.EUR)], table.Rows.Select(row => row[Kpis.TotalSpend].Quantity));
        Assert.Equal(195m.Of(Currency.EUR), table[Kpis.TotalSpend].Quantity);
        Assert.Equal("spend: USD to EUR by the caller's rates, 2 rates", Assert.Single(facts.Conversions));
    }

    [Fact]
    public void Money_OfADayWithoutARate_IsRefusedAndNotConvertedAtAnother()
    {
        FactsException refused = Assert.Throws<FactsException>(() => Spending(new(2026, 1, 1), ("EUR", new(2026, 1, 5), 10), ("USD", new(2025, 12, 31), 100)));
        Assert.Equal(("spend", 1), (Assert.Single(refused.Issues).Column, refused.Issues[0].Row!.Value));
    }

    [Fact]
    public void Given_InAnotherUnit_IsRefusedAndInItsOwnIsMarked()
    {
        Assert.Throws<ArgumentException>(() => Reading.Given(Kpis.ClickThroughRate, 3m.AsCount()));
        Reading given = Reading.Given(Kpis.ClickThroughRate, 3.1m.Percent(), Timeframe.Year(2025));
        Assert.Equal((0.031m, CaveatKind.Given), (given.Value, Assert.Single(given.Caveats).Kind));
        Assert.Equal(Absence.NotReported, Reading.Given(Kpis.ClickThroughRate, null).Absence);
    }

    /// <summary>A dollar is 0.90 euros from the first day and 0.95 from February.</summary>
    private static Facts Spending(LocalDate first, params (string Currency, LocalDate Day, decimal Spend)[] rows) => Facts.FromRows(rows, row => row
        .Time(each => each.Day)
        .Measure(Measures.Spend, each => each.Spend, each => each.Currency, ExchangeRates.To(Currency.EUR).With(Currency.USD, first, 0.90m).With(Currency.USD, new(2026, 2, 1), 0.95m)));

    private static Facts Ads(Currency currency, decimal spend, decimal clicks, string account = "a") => Facts.FromColumns(columns => columns
        .Dimension("account", [account])
        .Measure(Measures.Spend, [spend], currency)
        .Measure(Measures.Clicks, [clicks]));

    private static Facts Returns(Currency currency, string account) => Facts.FromColumns(columns => columns
        .Dimension("account", [account])
        .Measure(Measures.Spend, [10], currency)
        .Measure(Measures.Revenue, [30], currency));
}
