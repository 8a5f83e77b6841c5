using SocialKpi.Tests.Support;
using static SocialKpi.Tests.Readings.SmallTable;

namespace SocialKpi.Tests.Readings;

/// <summary>Cells that hold too little to be shown. LinkedIn has 500 impressions in January and 400 in February, Instagram 2,000 in each.</summary>
public sealed class MinimumVolumeTests
{
    private static readonly KpiTable Table = FactsIn(Currency.EUR).Read(Query.AtLeast(Measures.Impressions, 1_000));

    [Fact]
    public void Read_CellBelowTheMinimum_IsSuppressedInEveryReading()
    {
        foreach (Kpi kpi in Query.Kpis)
        {
            Reading reading = Table[kpi, January, LinkedIn];
            Assert.Equal(Absence.Suppressed, reading.Absence);
            Assert.Equal("– (suppressed)", reading.ToString());
            Assert.Equal((CaveatKind.BelowMinimum, 0m, "fewer than 1,000 impressions"), (reading.Caveats[0].Kind, reading.Caveats[0].Amount, reading.Caveats[0].Text));
        }

        Assert.Equal(30m / 1000m, Table[Kpis.ClickThroughRate, January, Instagram].Value);
    }

    [Fact]
    public void Read_TotalOfSuppressedCells_IsTheReadingOfTheWholeAndJudgedByIt()
    {
        KpiTable all = SmallTable.Table;
        Assert.Equal(all[Kpis.ClickThroughRate].Value, Table[Kpis.ClickThroughRate].Value);
        Assert.Equal(all[Kpis.ClickThroughRate, February].Value, Table[Kpis.ClickThroughRate, February].Value);

        // Both cells of LinkedIn are too small, and so is their total of 900; at 900 it is not.
        Assert.Equal(Absence.Suppressed, Table[Kpis.ClickThroughRate, LinkedIn].Absence);
        KpiTable at900 = FactsIn(Currency.EUR).Read(Query.AtLeast(Measures.Impressions, 900));
        Assert.Equal(10m / 900m, at900[Kpis.ClickThroughRate, LinkedIn].Value);
        Assert.Equal(Absence.Suppressed, at900[Kpis.ClickThroughRate, January, LinkedIn].Absence);
    }

    [Fact]
    public void Read_SuppressedCell_TellsNothingOfItsFigures()
    {
        Reading reading = Table[Kpis.CostPerClick, January, LinkedIn];
        Assert.Equal(0, reading.RowsUsed);
        Assert.All(reading.Inputs, input => Assert.Equal((null, Absence.Suppressed), (input.Value, input.Absence)));
        string text = reading.Explain().ToString();
        Assert.Contains("[spend: suppressed] / [clicks: suppressed]", text, StringComparison.Ordinal);
        Assert.Contains("its rows are not shown either", text, StringComparison.Ordinal);
        Assert.DoesNotContain("25.5", text, StringComparison.Ordinal);

        // January of Instagram has a row without clicks, which the caveat of its rate counts; of a suppressed cell it would tell.
        Reading left = FactsIn(Currency.EUR).Read(Query.AtLeast(Measures.Impressions, 1_000_000))[Kpis.ClickThroughRate, January, Instagram];
        Assert.Equal([CaveatKind.BelowMinimum], left.Caveats.Select(caveat => caveat.Kind));
    }

    [Fact]
    public void Read_CellWhoseVolumeIsNotKnown_IsSuppressedAndSaysSo()
    {
        Facts facts = Facts.FromColumns(columns => columns
            .Dimension("platform", ["a", "b", "b"])
            .Measure(Measures.Impressions, [null, null, 2_000m])
            .Measure(Measures.Clicks, [5m, 6m, 7m]));
        KpiTable table = facts.Read(KpiQuery.Of(Kpis.ClickCount).By("platform").AtLeast(Measures.Impressions, 1_000));
        Reading unknown = table[Kpis.ClickCount, Segment.Of("platform", "a")];
        Assert.Equal(Absence.Suppressed, unknown.Absence);
        Assert.Equal("whether there are at least 1,000 impressions is not known: not reported", Assert.Single(unknown.Caveats).Text);

        // What is known of it is enough.
        Assert.Equal(13m, table[Kpis.ClickCount, Segment.Of("platform", "b")].Value);
    }

    [Fact]
    public void Read_VolumeOfExactlyTheMinimum_IsEnough() =>
        Assert.True(FactsIn(Currency.EUR).Read(Query.AtLeast(Measures.Impressions, 500m))[Kpis.ClickThroughRate, January, LinkedIn].HasValue);

    [Fact]
    public void Read_SeveralMinimums_AllMustBeHeldAndEachThatIsNotIsNamed()
    {
        KpiTable table = FactsIn(Currency.EUR).Read(Query.AtLeast(Measures.Impressions, 450).AtLeast(Measures.Spend, 20.5m));
        Assert.True(table[Kpis.ClickThroughRate, January, LinkedIn].HasValue);
        Assert.Equal(["less than 20.5 of spend"], table[Kpis.ClickThroughRate, January, Instagram].Caveats.Take(1).Select(caveat => caveat.Text));
        Assert.Equal(["fewer than 450 impressions", "less than 20.5 of spend"], table[Kpis.ClickThroughRate, February, LinkedIn].Caveats.Select(caveat => caveat.Text));
    }

    [Fact]
    public void Read_AnotherTimeAlone_IsJudgedByTheRowsOfThatTime()
    {
        // 500 impressions in January, 400 in February: in February the month before holds enough, in March it does not.
        Kpi before = Kpi.Define("clicks_before", Measures.Clicks.At(Context.Previous), Unit.Count);
        Kpi change = Kpi.Define("clicks_change", Measures.Clicks - Measures.Clicks.At(Context.Previous), Unit.Count);
        KpiTable table = FactsIn(Currency.EUR).Read(KpiQuery.Of(before, change).During(Timeframe.Quarter(2026, 1)).By(Grain.Month).By("platform").Dense().AtLeast(Measures.Impressions, 450));
        Assert.Equal(10m, table[before, February, LinkedIn].Value);
        Assert.Equal(30m, table[before, February, Instagram].Value);
        Assert.Equal(Absence.Suppressed, table[before, Timeframe.Month(2026, 3), LinkedIn].Absence);
        Assert.Equal(Absence.Suppressed, table[change, February, LinkedIn].Absence);
    }

    [Fact]
    public void Read_CellWithoutARow_HasNoRowsAndIsNotSuppressed()
    {
        Reading none = Table[Kpis.ClickThroughRate, Timeframe.Month(2026, 7), LinkedIn];
        Assert.Equal((Absence.NoRows, 0), (none.Absence, none.Caveats.Count));
        Assert.All(none.Inputs, input => Assert.Equal(Absence.NoRows, input.Absence));
    }

    [Fact]
    public void Merge_OfCellsThatAreSuppressedEach_CanHoldEnoughTogether()
    {
        KpiQuery query = Query.AtLeast(Measures.Impressions, 1_000);
        Reading merged = Table.Merge(FactsIn(Currency.EUR).Read(query))[Kpis.ClickThroughRate, January, LinkedIn];
        Assert.Equal(20m / 1000m, merged.Value);
    }

    [Fact]
    public void AtLeast_OfWhatDoesNotAddUp_IsRefused()
    {
        KpiQuery query = KpiQuery.Of(Kpis.ClickThroughRate);
        Measure[] measures =
        [
            Measure.Mean("score", Unit.Number, "response"), Measure.Median("score", Unit.Number, "response"), Measure.Distinct("customers", "customer_id"),
            Measure.Snapshot("followers", Unit.Count, per: "account"), Measure.Unique("reach"),
        ];
        foreach (Measure measure in measures)
            Assert.Contains("ask for a sum or a count", Assert.Throws<DefinitionException>(() => query.AtLeast(measure, 10)).Message, StringComparison.Ordinal);
        Assert.Single(query.AtLeast(Measure.Count("answers", "response"), 10).Minimums);
    }

    [Fact]
    public void AtLeast_OfAnotherMeasureOfTheSameId_IsRefused()
    {
        Measure other = Measure.Sum("impressions", Unit.Duration);
        Assert.Contains("the id 'impressions' stands for different measures", Assert.Throws<DefinitionException>(() => Query.AtLeast(other, 10)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void AtLeast_OfNothing_IsRefused(int amount) =>
        Assert.Equal("amount", Assert.Throws<ArgumentOutOfRangeException>(() => Query.AtLeast(Measures.Impressions, amount)).ParamName);

    [Fact]
    public void Read_FactsWithoutTheMeasure_IsRefused() =>
        Assert.Contains("query: the facts have no reach", Assert.Throws<DefinitionException>(() => FactsIn(Currency.EUR).Read(Query.AtLeast(Measure.Sum("reach", Unit.Count), 1))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("tr-TR")]
    public void Texts_UnderAnyCulture_SayWhyAFigureIsMissing(string culture)
    {
        using (Cultures.Use(culture))
        {
            KpiTable table = FactsIn(Currency.EUR).Read(Query.AtLeast(Measures.Impressions, 1_000.50m));
            Assert.Contains("[2] fewer than 1,000.5 impressions", table.ToString().Replace("[3]", "[2]", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Contains(",suppressed,0,fewer than 1,000.5 impressions", table.ToCsv().Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Contains("\"absence\": \"suppressed\"", table.ToJson(), StringComparison.Ordinal);
            Assert.Contains("\"amount\": 1000.5", table.ToJson(), StringComparison.Ordinal);
            Assert.Equal("at least 1,000.5 impressions", table.Query.Minimums[0].ToString());
        }
    }
}
