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

    private static Facts Ads(Currency currency, decimal spend, decimal clicks, string account = "a") => Facts.FromColumns(columns => columns
        .Dimension("account", [account])
        .Measure(Measures.Spend, [spend], currency)
        .Measure(Measures.Clicks, [clicks]));

    private static Facts Returns(Currency currency, string account) => Facts.FromColumns(columns => columns
        .Dimension("account", [account])
        .Measure(Measures.Spend, [10], currency)
        .Measure(Measures.Revenue, [30], currency));
}
