using NodaTime;
using static SocialKpi.Tests.Readings.SmallTable;

namespace SocialKpi.Tests.Readings;

public sealed class KpiTableTests
{
    [Fact]
    public void Indexers_AtEveryLevel_DivideMergedStates()
    {
        Assert.Equal(0.03m, Table[Kpis.ClickThroughRate, January, Instagram].Value);
        Assert.Equal(0.9375m, Table[Kpis.CostPerClick, January].Value);
        Assert.Equal(0.340625m, Table[Kpis.CostPerClick, February].Value);
        Assert.Equal(3.275m, Table[Kpis.CostPerClick, LinkedIn].Value);
        Assert.Equal(120m / 3900m, Table[Kpis.ClickThroughRate].Value);
        Assert.Equal(64.75m / 120m, Table.Total[Kpis.CostPerClick].Value);
        Assert.Equal(Unit.MoneyIn(Currency.EUR), Table[Kpis.CostPerClick].Unit);
    }

    [Fact]
    public void Rows_AreOrderedByPeriodThenOrdinalWithBlanksLast()
    {
        KpiTable table = Facts.FromColumns(columns => columns
            .Time((LocalDate[])[new(2026, 2, 1), new(2026, 1, 1), new(2026, 1, 2), new(2026, 1, 3), new(2026, 1, 4)])
            .Dimension("platform", ["a", null, "b", "B", ""])
            .Measure(Measures.Likes, [1, 2, 3, 4, 5])).Read(KpiQuery.Of(Kpis.LikeCount).By(Grain.Month).By("platform"));
        Assert.Equal(
            [(January, ""), (January, "B"), (January, "b"), (January, null), (February, "a")],
            table.Rows.Select(row => (row.Period!.Value, row.Segment["platform"])));
        Assert.Equal(2, table[Kpis.LikeCount, Segment.Of("platform", null)].Value);
        Assert.Equal(5, table[Kpis.LikeCount, Segment.Of("platform", "")].Value);
    }

    [Fact]
    public void Levels_OfTheSmallTable_AreComplete()
    {
        Assert.Equal(4, Table.Rows.Count);
        Assert.Equal([January, February], Table.PeriodTotals.Select(row => row.Period!.Value));
        Assert.Equal([Instagram, LinkedIn], Table.SegmentTotals.Select(row => row.Segment));
        Assert.Null(Table.Total.Period);
        Assert.True(Table.Total.Segment.IsWhole);
    }

    [Fact]
    public void Totals_WithoutGrainOrWithoutDimensions_DoNotRepeatTheRows()
    {
        Facts facts = FactsIn(Currency.EUR);
        KpiTable byMonth = facts.Read(KpiQuery.Of(Kpis.ClickThroughRate).By(Grain.Month));
        KpiTable byPlatform = facts.Read(KpiQuery.Of(Kpis.ClickThroughRate).By("platform"));
        KpiTable whole = facts.Read(KpiQuery.Of(Kpis.ClickThroughRate));
        Assert.Equal((2, 0, 0), (byMonth.Rows.Count, byMonth.PeriodTotals.Count, byMonth.SegmentTotals.Count));
        Assert.Equal((2, 0, 0), (byPlatform.Rows.Count, byPlatform.PeriodTotals.Count, byPlatform.SegmentTotals.Count));
        Assert.Equal(whole.Total[Kpis.ClickThroughRate].Value, Assert.Single(whole.Rows)[Kpis.ClickThroughRate].Value);
    }

    [Fact]
    public void Indexers_ForACellWithoutRows_AreAbsent()
    {
        Assert.Equal(Absence.NoRows, Table[Kpis.ClickThroughRate, Timeframe.Month(2025, 7), Instagram].Absence);
        Assert.Equal(Absence.NoRows, Table[Kpis.ClickThroughRate, January, Segment.Of("platform", "tiktok")].Absence);
        Assert.Equal(Absence.NoRows, Table[Kpis.ClickThroughRate, Segment.Of("platform", null)].Absence);
    }

    [Fact]
    public void Indexers_ForWhatWasNotAsked_AreRefusedWithWhatThereIs()
    {
        Assert.Contains("It has: click_through_rate, cost_per_click", Assert.Throws<ArgumentException>(() => Table[Kpis.LikeCount]).Message, StringComparison.Ordinal);
        Assert.Contains("not by 'brand'. It is by: platform", Assert.Throws<ArgumentException>(() => Table[Kpis.ClickThroughRate, Segment.Of("brand", "x")]).Message, StringComparison.Ordinal);
        Assert.Contains("not one Month", Assert.Throws<ArgumentException>(() => Table[Kpis.ClickThroughRate, Timeframe.Year(2026)]).Message, StringComparison.Ordinal);
        Assert.Contains("not one Month", Assert.Throws<ArgumentException>(() => Table[Kpis.ClickThroughRate, Timeframe.Always]).Message, StringComparison.Ordinal);
        KpiTable whole = FactsIn(Currency.EUR).Read(KpiQuery.Of(Kpis.ClickThroughRate));
        Assert.Contains("has no grain", Assert.Throws<ArgumentException>(() => whole[Kpis.ClickThroughRate, January]).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Table[Kpis.ClickThroughRate, (Segment)null!]);
        Assert.Throws<ArgumentException>(() => Table[null!]);
    }

    [Fact]
    public void Indexers_ForAnotherDefinitionOfTheId_AreRefused()
    {
        Kpi other = Kpi.Define("click_through_rate", Measures.Impressions / Measures.Clicks, Unit.Ratio);
        Assert.Throws<ArgumentException>(() => Table[other]);
    }

    [Fact]
    public void Series_OfASegmentAndOfTheWhole_HavePeriodsAndTheirTotal()
    {
        KpiSeries instagram = Table.Series(Kpis.CostPerClick, Instagram);
        Assert.Equal([0.4m, 0.25m], instagram.Readings.Select(reading => reading.Value));
        Assert.Equal(32m / 110m, instagram.Total.Value);
        Assert.Equal([0.9375m, 0.340625m], Table.Series(Kpis.CostPerClick).Readings.Select(reading => reading.Value));
        Assert.Equal(
            """
            period             CPC
            ──────────────────────
            2026-01  0.938 EUR [1]
            2026-02      0.341 EUR
            ──────────────────────
            total     0.54 EUR [2]

            [1] 1 of 3 rows left out: clicks is unknown on 1
            [2] 1 of 5 rows left out: clicks is unknown on 1
            """,
            Table.Series(Kpis.CostPerClick).ToString());
    }

    [Fact]
    public void Series_ThatCannotBe_IsRefused()
    {
        Assert.Throws<InvalidOperationException>(() => FactsIn(Currency.EUR).Read(KpiQuery.Of(Kpis.ClickThroughRate)).Series(Kpis.ClickThroughRate));
        Assert.Throws<ArgumentException>(() => Table.Series(Kpis.LikeCount));
        Assert.Throws<ArgumentException>(() => Table.Series(Kpis.ClickThroughRate, Segment.Of("brand", "x")));
    }

    [Fact]
    public void Merge_OfTwoCurrencies_HasNoMoneyAcrossThemButAllElse()
    {
        KpiTable euros = FactsIn(Currency.EUR).Read(Query.Where(Condition.Is("platform", "instagram")));
        KpiTable dollars = FactsIn(Currency.USD).Read(Query.Where(Condition.Is("platform", "instagram")));
        KpiTable both = euros.Merge(dollars);
        Assert.Equal(Absence.MixedCurrencies, both[Kpis.CostPerClick].Absence);
        Assert.Equal(Absence.MixedCurrencies, both[Kpis.CostPerClick, February, Instagram].Absence);
        Assert.Equal(0.04m, both[Kpis.ClickThroughRate, February, Instagram].Value);
        Assert.Equal(2, both[Kpis.ClickThroughRate, February, Instagram].RowsUsed);
    }

    [Fact]
    public void Merge_OfCellsThatDoNotMeet_KeepsEachItsCurrency()
    {
        Facts Only(string platform, Currency currency) => Facts.FromColumns(columns => columns
            .Dimension("platform", [platform]).Measure(Measures.Clicks, [10]).Measure(Measures.Spend, [5], currency));
        KpiQuery query = KpiQuery.Of(Kpis.CostPerClick).By("platform");
        KpiTable both = Only("linkedin", Currency.EUR).Read(query).Merge(Only("x", Currency.USD).Read(query));
        Assert.Equal(0.5m.Of(Currency.EUR), both[Kpis.CostPerClick, LinkedIn].Quantity);
        Assert.Equal(0.5m.Of(Currency.USD), both[Kpis.CostPerClick, Segment.Of("platform", "x")].Quantity);
        Assert.Equal(Absence.MixedCurrencies, both[Kpis.CostPerClick].Absence);
    }

    [Fact]
    public void Merge_OfAnotherQuery_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Table.Merge(FactsIn(Currency.EUR).Read(Query.During(Timeframe.Year(2026)))));

    [Fact]
    public void Read_DuringATimeframeThatCutsAMonth_MarksThatMonthPartial()
    {
        KpiTable table = FactsIn(Currency.EUR).Read(Query.During(Timeframe.Between(new LocalDate(2026, 1, 1), new LocalDate(2026, 2, 10))));
        Caveat caveat = Assert.Single(table[Kpis.ClickThroughRate, February].Caveats);
        Assert.Equal(CaveatKind.PartialPeriod, caveat.Kind);
        Assert.Equal("2026-02 is partial: only 2026-02-01…2026-02-09 was read", caveat.Text);
        Assert.DoesNotContain(table[Kpis.ClickThroughRate, January].Caveats, other => other.Kind == CaveatKind.PartialPeriod);
        Assert.Equal(0.04m, table[Kpis.ClickThroughRate, February].Value);
    }

    [Fact]
    public void Indexers_OfManyDimensions_TakeAnySubsetInAnyOrder()
    {
        string[] names = ["a", "b", "a|b", "d", "e", "f"];
        KpiQuery query = names.Aggregate(KpiQuery.Of(Kpis.LikeCount), (wanted, name) => wanted.By(name));
        KpiTable table = Facts.FromColumns(columns =>
        {
            foreach (string name in names) columns.Dimension(name, [$"{name}1", $"{name}1", $"{name}2"]);
            columns.Measure(Measures.Likes, [1, 2, 4]);
        }).Read(query);

        Assert.Equal(2, table.Rows.Count);
        Assert.Equal(3, table[Kpis.LikeCount, Segment.Of("b", "b1").And("a", "a1")].Value);
        Assert.Equal(4, table[Kpis.LikeCount, Segment.Of("a|b", "a|b2")].Value);
        Assert.Equal(3, table[Kpis.LikeCount, Segment.Of("f", "f1").And("a|b", "a|b1").And("d", "d1")].Value);
        Assert.Equal(Absence.NoRows, table[Kpis.LikeCount, Segment.Of("a", "a1").And("b", "b2")].Absence);
    }

    [Fact]
    public void From_WithTooFewResults_IsRefused() =>
        Assert.Equal("results", Assert.Throws<ArgumentException>(() => KpiTable.From(Query.Plan(), [])).ParamName);

    [Fact]
    public void Rows_PeriodWhoseStartIsCut_SaysSo()
    {
        Facts facts = Facts.FromColumns(columns => columns.Time((LocalDate[])[new(2026, 1, 20)]).Measure(Measures.Clicks, [1m]));
        KpiTable table = facts.Read(KpiQuery.Of(Kpis.ClickCount).By(Grain.Month).During(Timeframe.Days(new(2026, 1, 10), new(2026, 1, 31))));
        Caveat caveat = Assert.Single(table[Kpis.ClickCount, Timeframe.Month(2026, 1)].Caveats);
        Assert.Equal("2026-01 is partial: only 2026-01-10…2026-01-31 was read", caveat.Text);
    }

    [Fact]
    public void Explain_FiscalYear_IsNamedAsTheCalendarNamesIt()
    {
        Facts facts = Facts.FromColumns(columns => columns.Time((LocalDate[])[new(2026, 8, 20)]).Measure(Measures.Clicks, [1m]));
        KpiTable table = facts.Read(KpiQuery.Of(Kpis.ClickCount).By(Grain.Year).On(ReportingCalendar.Iso.WithFiscalYearFrom(7)));
        Assert.Equal("Clicks, FY2027", table.Rows[0][Kpis.ClickCount].Explain().Title);
        Assert.Contains("FY2027", table.Series(Kpis.ClickCount).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void From_TheStateOfAnotherPercentile_IsRefused()
    {
        Kpi p90 = Kpi.Define("p90", Measure.Percentile("p90_clicks", Unit.Count, of: Measures.Clicks, 90), Unit.Number);
        QueryPlan plan = KpiQuery.Of(p90).Plan();
        KpiTable From(Quantile quantile) => KpiTable.From(
            plan, [new([KeyValuePair.Create(new CellKey(null), new Cell([RowCoverage.Of(1, 0, 0, 0, [0])], [QuantileState.Of(quantile, [new(5, 1)], 0)]))])]);

        Assert.Equal(5m, From(Quantile.At(90))[p90].Value);
        Assert.Contains("needs the state of a percentile 90", Assert.Throws<ArgumentException>(() => From(Quantile.At(95))).Message, StringComparison.Ordinal);
    }

    /// <summary>Weeks do not nest in months, nor quarters of one fiscal year in years of another: no total of such cells is a month or a year.</summary>
    [Theory]
    [InlineData(Grain.Week, 1, Grain.Month, 1)]
    [InlineData(Grain.Day, 1, Grain.Week, 1)]
    [InlineData(Grain.Quarter, 2, Grain.Quarter, 1)]
    [InlineData(Grain.Year, 2, Grain.Year, 1)]
    public void From_OfPeriodsOfAnotherGrainOrCalendar_IsRefused(Grain gathered, int gatheredFrom, Grain asked, int askedFrom)
    {
        Facts facts = Facts.FromColumns(columns => columns.Time([new NodaTime.LocalDate(2024, 1, 31)]).Measure(Measures.Clicks, [5]));
        KpiQuery By(Grain grain, int from) => KpiQuery.Of(Kpis.ClickCount).By(grain).On(ReportingCalendar.Iso.WithFiscalYearFrom(from));
        (KpiQuery other, KpiQuery query) = (By(gathered, gatheredFrom), By(asked, askedFrom));
        ArgumentException refused = Assert.Throws<ArgumentException>(() => KpiTable.From(query.Plan(), facts.Execute(other.Plan())));
        Assert.Contains($"is no {asked} of the query's calendar", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Aggregator(query).Merge(facts.Read(other)));
        Assert.Throws<StatesException>(() =>
        {
            Aggregator sent = new(other);
            sent.Add(facts);
            new Aggregator(query).Merge(sent.ToStates());
        });
    }

    [Fact]
    public void From_WhatASourceOfSomebodyElseGotWrong_IsRefused()
    {
        QueryPlan plan = KpiQuery.Of(Kpis.ClickCount).By("platform").Plan();
        Cell cell = new([RowCoverage.Of(1, 0, 0, 0, [0])], [SumState.Of(5, 0, 1)]);
        CellKey key = new(null, "a");
        ScanResult Result(CellKey at, Cell of) => new([KeyValuePair.Create(at, of)]);

        Assert.Equal(5m, KpiTable.From(plan, [Result(key, cell)])[Kpis.ClickCount].Value);
        Assert.Throws<ArgumentException>(() => KpiTable.From(plan, []));
        Assert.Throws<ArgumentException>(() => KpiTable.From(plan, [null!]));
        Assert.Throws<ArgumentException>(() => KpiTable.From(plan, [Result(new CellKey(null), cell)]));
        Assert.Throws<ArgumentException>(() => KpiTable.From(plan, [Result(new CellKey(Timeframe.Year(2026), "a"), cell)]));
        Assert.Throws<ArgumentException>(() => KpiTable.From(plan, [Result(key, new Cell([], []))]));
        Assert.Throws<ArgumentException>(() => KpiTable.From(plan, [Result(key, new Cell(cell.Coverage, [MeanState.Empty]))]));
    }

    [Fact]
    public void EveryPublicCollection_OfATableAndItsPlan_CannotBeChangedByACast()
    {
        Facts facts = Facts.FromColumns(columns => columns.Dimension("platform", ["a"]).Measure(Measures.Clicks, [1m]));
        KpiQuery query = KpiQuery.Of(new List<Kpi> { Kpis.ClickCount }).By("platform").Where(Condition.In("platform", "a"));
        QueryPlan plan = query.Plan();
        List<ScanResult> results = [.. facts.Execute(plan)];
        KpiTable table = KpiTable.From(plan, results);
        results[0] = new ScanResult([]);
        Assert.Equal(1m, table[Kpis.ClickCount].Value);

        ScanResult result = facts.Execute(plan)[0];
        Reading reading = table[Kpis.ClickCount];
        object[] collections =
        [
            query.Kpis, query.Dimensions, query.Filters, query.Filters[0].Texts, query.Filters[0].Numbers, plan.Scans, plan.Scans[0].Rules, plan.Scans[0].States,
            plan.Scans[0].Dimensions, plan.Scans[0].Filters, result.Cells, result.Cells.Keys.First().Values, result.Cells.Values.First().States, result.Cells.Values.First().Coverage,
            table.Rows, table.Rows[0].Readings, reading.Inputs, reading.Caveats, Kpis.ClickCount.Disputes, Kpis.ClickCount.Formula.Measures, reading.Kpi.Formula.RecordedMeasures,
            Kpis.All, Measures.All, Catalog.Standard.Kpis, Catalog.Standard.Measures, facts.Dimensions, facts.RowValues, table.Rows[0].Segment.Dimensions,
        ];
        Assert.DoesNotContain(collections, collection => collection is Array { Length: > 0 } || collection.GetType().Name is "List`1" or "Dictionary`2");
    }
}
