using NodaTime;

namespace SocialKpi.Tests.Readings;

public sealed class ReconciliationTests
{
    private static readonly KpiQuery Query = KpiQuery.Of(Kpis.ClickThroughRate, Kpis.TotalSpend).By(Grain.Month).By("platform");

    private sealed record Row(int Month, string? Platform, int Impressions, int? Clicks, decimal Spend);

    private static KpiTable Table(KpiQuery query, Currency currency, params Row[] rows) => Facts.FromRows(rows, row => row
        .Time(post => new LocalDate(2026, post.Month, 1))
        .Dimension("platform", post => post.Platform)
        .Measure(Measures.Impressions, post => post.Impressions)
        .Measure(Measures.Clicks, post => post.Clicks)
        .Measure(Measures.Spend, post => post.Spend, currency)).Read(query);

    private static KpiTable Table(params Row[] rows) => Table(Query, Currency.EUR, rows);

    private static ReconciledReading Cell(Reconciliation reconciliation, Kpi kpi, int month, string? platform) =>
        Assert.Single(reconciliation.Cells, cell => cell.Kpi == kpi && cell.Period == Timeframe.Month(2026, month) && cell.Segment == Segment.Of("platform", platform));

    [Fact]
    public void Of_TheSameTableTwice_IsReconciled()
    {
        KpiTable table = Table(new Row(1, "x", 100, 3, 5), new Row(2, null, 100, null, 0));
        Reconciliation same = Reconciliation.Of(table, table);
        Assert.True(same.IsReconciled);
        Assert.Empty(same.Differences);
        Assert.Equal((4, 10), (same.Cells.Count, same.Totals.Count));
        Assert.Equal(ReconciliationOutcome.AbsentInBoth, Cell(same, Kpis.ClickThroughRate, 2, null).Outcome);
        Assert.Equal((0.PercentagePoints(), 1m), (Cell(same, Kpis.ClickThroughRate, 1, "x").Difference, Cell(same, Kpis.ClickThroughRate, 1, "x").Ratio));
    }

    [Fact]
    public void Of_TwoSources_SaysOfEachCellHowItCompares()
    {
        Reconciliation both = Reconciliation.Of(
            Table(new Row(1, "x", 100, 3, 40), new Row(1, "y", 10, 1, 1), new Row(2, "x", 100, 5, 9), new Row(3, null, 100, 5, 0)),
            Table(new Row(1, "x", 100, 3, 50), new Row(2, "x", 100, null, 9), new Row(2, "z", 10, 1, 2), new Row(3, null, 100, 4, 0)));

        Assert.Equal(ReconciliationOutcome.Equal, Cell(both, Kpis.ClickThroughRate, 1, "x").Outcome);
        ReconciledReading spend = Cell(both, Kpis.TotalSpend, 1, "x");
        Assert.Equal((ReconciliationOutcome.Differs, 10m.Of(Currency.EUR), 1.25m), (spend.Outcome, spend.Difference, spend.Ratio));
        Assert.Equal((ReconciliationOutcome.OnlyInFirst, null, null), (Cell(both, Kpis.TotalSpend, 1, "y").Outcome, Cell(both, Kpis.TotalSpend, 1, "y").Second, Cell(both, Kpis.TotalSpend, 1, "y").Ratio));
        Assert.Equal(ReconciliationOutcome.OnlyInSecond, Cell(both, Kpis.TotalSpend, 2, "z").Outcome);
        Assert.Equal((ReconciliationOutcome.AbsentInSecond, "not reported"), (Cell(both, Kpis.ClickThroughRate, 2, "x").Outcome, Cell(both, Kpis.ClickThroughRate, 2, "x").Reason));
        Assert.Equal((-1).PercentagePoints(), Cell(both, Kpis.ClickThroughRate, 3, null).Difference);
        Assert.Equal(ReconciliationOutcome.Equal, Cell(both, Kpis.TotalSpend, 3, null).Outcome);
        Assert.Equal((10, 16), (both.Cells.Count, both.Totals.Count));
    }

    [Fact]
    public void Of_ZeroInTheFirst_HasADifferenceButNoRatio()
    {
        ReconciledReading cell = Cell(Reconciliation.Of(Table(new Row(1, "x", 1, 0, 0)), Table(new Row(1, "x", 1, 0, 7))), Kpis.TotalSpend, 1, "x");
        Assert.Equal((ReconciliationOutcome.Differs, 7m.Of(Currency.EUR), null), (cell.Outcome, cell.Difference, cell.Ratio));
    }

    [Fact]
    public void Of_Totals_AreReadNotAdded()
    {
        // Two differences that cancel out.
        Reconciliation both = Reconciliation.Of(Table(new Row(1, "x", 100, 1, 4), new Row(1, "y", 100, 2, 6)), Table(new Row(1, "x", 100, 2, 6), new Row(1, "y", 100, 1, 4)));
        Assert.Equal(4, both.Cells.Count(cell => cell.Outcome == ReconciliationOutcome.Differs));
        Assert.All(both.Totals.Where(total => total.Segment.IsWhole), total => Assert.Equal(ReconciliationOutcome.Equal, total.Outcome));
        Assert.Equal(2, both.Totals.Count(total => total.Segment.IsWhole && total.Period is null));
        Assert.False(both.IsReconciled);
    }

    [Theory]
    [InlineData(100, 99, true)]
    [InlineData(99, 100, true)]
    [InlineData(1000, 989, false)]
    [InlineData(-100, -99, true)]
    [InlineData(1, -1, false)]
    public void Of_WithinAShare_TakesItOfTheGreaterValue(int first, int second, bool agrees)
    {
        KpiQuery query = KpiQuery.Of(Kpis.TotalSpend);
        Reconciliation both = Reconciliation.Of(Table(query, Currency.EUR, new Row(1, "x", 1, 1, first)), Table(query, Currency.EUR, new Row(1, "x", 1, 1, second)), within: 1.Percent());
        Assert.Equal(agrees ? ReconciliationOutcome.WithinTolerance : ReconciliationOutcome.Differs, Assert.Single(both.Cells).Outcome);
        Assert.Equal((second - first).Of(Currency.EUR), both.Cells[0].Difference);
        Assert.Empty(both.Totals);
    }

    [Theory]
    [InlineData("0.5", false)]
    [InlineData("1", true)]
    public void Of_WithinPercentagePoints_IsADifferenceOfRatios(string points, bool agrees)
    {
        KpiQuery query = KpiQuery.Of(Kpis.ClickThroughRate);
        Quantity within = decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture).PercentagePoints();
        Assert.Equal(agrees, Reconciliation.Of(Table(query, Currency.EUR, new Row(1, "x", 100, 3, 0)), Table(query, Currency.EUR, new Row(1, "x", 100, 4, 0)), within).IsReconciled);
    }

    [Fact]
    public void Of_ATolerance_IsExactToTheLastDigit()
    {
        KpiQuery query = KpiQuery.Of(Kpis.TotalSpend);
        KpiTable first = Table(query, Currency.EUR, new Row(1, "x", 1, 1, 0.100000000000000000m)), second = Table(query, Currency.EUR, new Row(1, "x", 1, 1, 0.100000000000000001m));
        Assert.True(Reconciliation.Of(first, second, 0.000000000000000001m.Of(Currency.EUR)).IsReconciled);
        Assert.False(Reconciliation.Of(first, second, 0.0000000000000000009m.Of(Currency.EUR)).IsReconciled);
    }

    [Fact]
    public void Of_APeriodReadInPart_SaysWhichPartWhereThatExplainsADifference()
    {
        Facts facts = Facts.FromColumns(columns => columns
            .Time([new LocalDate(2026, 2, 5), new LocalDate(2026, 3, 5), new LocalDate(2026, 3, 20)])
            .Measure(Measures.Likes, [5, 7, 1]));
        KpiQuery query = KpiQuery.Of(Kpis.LikeCount).By(Grain.Month);
        KpiTable all = facts.Read(query), early = facts.Read(query.AsOf(new LocalDate(2026, 3, 10)));

        Reconciliation both = Reconciliation.Of(all, early);
        Assert.Equal(["", "second: 2026-03 is partial: only 2026-03-01…2026-03-10 was read"], both.Cells.Select(cell => cell.Reason));
        Assert.EndsWith("differs (second: 2026-03 is partial: only 2026-03-01…2026-03-10 was read)", both.ToString().Split('\n')[3], StringComparison.Ordinal);
        Assert.StartsWith("first: 2026-03 is partial", Reconciliation.Of(early, all).Cells[1].Reason, StringComparison.Ordinal);
        Assert.Equal("", Reconciliation.Of(early, early).Cells[1].Reason);
    }

    [Fact]
    public void Of_OtherCurrencies_IsIncomparable()
    {
        ReconciledReading spend = Cell(Reconciliation.Of(Table(Query, Currency.EUR, new Row(1, "x", 1, 1, 5)), Table(Query, Currency.USD, new Row(1, "x", 1, 1, 5))), Kpis.TotalSpend, 1, "x");
        Assert.Equal((ReconciliationOutcome.Incomparable, null, false), (spend.Outcome, spend.Difference, spend.Agrees));
        Assert.Contains("EUR", spend.Reason, StringComparison.Ordinal);
        Assert.Contains("USD", spend.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OtherDefinitionsOfOneId_IsIncomparable()
    {
        Kpi other = Kpi.Define(Kpis.ClickThroughRate.Id, Measures.Impressions / Measures.Clicks, Unit.Ratio);
        KpiTable first = Table(KpiQuery.Of(Kpis.ClickThroughRate), Currency.EUR, new Row(1, "x", 5, 5, 0)), second = Table(KpiQuery.Of(other), Currency.EUR, new Row(1, "x", 5, 5, 0));
        ReconciledReading cell = Assert.Single(Reconciliation.Of(first, second).Cells);
        Assert.Equal(ReconciliationOutcome.Incomparable, cell.Outcome);
        Assert.Equal($"definitions {Kpis.ClickThroughRate.Hash[..12]} and {other.Hash[..12]}", cell.Reason);
    }

    [Fact]
    public void Of_AKpiThatOneTableLacks_IsOnlyInTheOther()
    {
        KpiTable first = Table(KpiQuery.Of(Kpis.TotalSpend), Currency.EUR, new Row(1, "x", 5, 5, 1)), second = Table(KpiQuery.Of(Kpis.ClickThroughRate, Kpis.TotalSpend), Currency.EUR, new Row(1, "x", 5, 5, 1));
        Assert.Equal(["spend Equal", "click_through_rate OnlyInSecond"], Reconciliation.Of(first, second).Cells.Select(cell => $"{cell.Kpi} {cell.Outcome}"));
    }

    [Fact]
    public void Of_TheSameDimensionsInAnotherOrder_FindsTheSameCells()
    {
        static KpiTable By(params string[] names) => Facts.FromRows([("x", "y"), ("y", "x")], row => row
            .Dimension("platform", pair => pair.Item1)
            .Dimension("brand", pair => pair.Item2)
            .Measure(Measures.Clicks, pair => pair.Item1 == "x" ? 1 : 2)).Read(names.Aggregate(KpiQuery.Of(Kpis.ClickCount), (query, name) => query.By(name)));
        Reconciliation both = Reconciliation.Of(By("platform", "brand"), By("brand", "platform"));
        Assert.Equal([1m, 2m], both.Cells.Select(cell => cell.Second!.Value));
        Assert.True(both.IsReconciled);
    }

    [Fact]
    public void Of_TablesWithOtherCells_IsRefused()
    {
        KpiTable table = Table(new Row(1, "x", 1, 1, 1));
        Assert.Contains("by month and by platform", Assert.Throws<ArgumentException>(() => Reconciliation.Of(table, Table(KpiQuery.Of(Kpis.TotalSpend).By(Grain.Month), Currency.EUR, new Row(1, "x", 1, 1, 1)))).Message, StringComparison.Ordinal);
        Assert.Contains("no KPI in common", Assert.Throws<ArgumentException>(() => Reconciliation.Of(table, Table(KpiQuery.Of(Kpis.ClickCount).By(Grain.Month).By("platform"), Currency.EUR, new Row(1, "x", 1, 1, 1)))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Reconciliation.Of(table, Table(Query.Top(1, Kpis.TotalSpend), Currency.EUR, new Row(1, "x", 1, 1, 1))));
        Assert.Throws<ArgumentException>(() => Reconciliation.Of(table, Table(Query.On(ReportingCalendar.Iso.WithFiscalYearFrom(7)), Currency.EUR, new Row(1, "x", 1, 1, 1))));
    }

    [Fact]
    public void Of_AToleranceThatFitsNot_IsRefused()
    {
        KpiTable table = Table(new Row(1, "x", 1, 1, 1)), other = Table(new Row(1, "x", 1, 0, 2));
        Assert.Throws<ArgumentException>(() => Reconciliation.Of(table, other, 1m.Of(Currency.EUR)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Reconciliation.Of(table, other, (-1).Percent()));
        KpiQuery spend = KpiQuery.Of(Kpis.TotalSpend);
        Assert.Throws<ArgumentException>(() => Reconciliation.Of(Table(spend, Currency.EUR, new Row(1, "x", 1, 1, 1)), Table(spend, Currency.EUR, new Row(1, "x", 1, 1, 2)), 1m.Of(Currency.USD)));
    }

    [Fact]
    public void Of_TwoReadings_ComparesThem()
    {
        Reading panel = Kpis.ClickThroughRate.Of(Measures.Clicks.Is(3), Measures.Impressions.Is(100)), export = Kpis.ClickThroughRate.Of(Measures.Clicks.Is(4), Measures.Impressions.Is(100));
        ReconciledReading cell = Assert.Single(Reconciliation.Of(panel, export).Cells);
        Assert.Equal((ReconciliationOutcome.Differs, 1.PercentagePoints()), (cell.Outcome, cell.Difference));
        Assert.Throws<ArgumentException>(() => Reconciliation.Of(panel, Kpis.ClickCount.Of(Measures.Clicks.Is(3))));
    }

    [Fact]
    public void Of_AGrossFigureAndAnExactOneInItsBounds_SaysSo()
    {
        Kpi reach = Kpi.Define("reach", Measures.AccountReach, Unit.Count);
        KpiTable Reach(params int[] people) => Facts.FromRows(people, row => row.Measure(Measures.AccountReach, count => count)).Read(KpiQuery.Of(reach));
        Assert.Equal("first is gross: 60 to 110, which the second lies in", Assert.Single(Reconciliation.Of(Reach(60, 50), Reach(80)).Cells).Reason);
        Assert.Equal("second is gross: 60 to 110, which the first lies in", Assert.Single(Reconciliation.Of(Reach(80), Reach(60, 50)).Cells).Reason);
        Assert.Equal("", Assert.Single(Reconciliation.Of(Reach(60, 50), Reach(111)).Cells).Reason);
    }

    [Fact]
    public void ToString_ShowsCellsTotalsAndHowManyAgree()
    {
        KpiQuery query = KpiQuery.Of(Kpis.TotalSpend).By("platform");
        Reconciliation both = Reconciliation.Of(
            Table(query, Currency.EUR, new Row(1, "x", 1, 1, 40), new Row(1, "y", 1, 1, 1)),
            Table(query, Currency.EUR, new Row(1, "x", 1, 1, 50), new Row(1, "(all)", 1, 1, 2)));
        Assert.Equal(
            """
            platform  KPI        first     second  difference   ratio  outcome
            ─────────────────────────────────────────────────────────────────────────
            "(all)"   Spend          –   2.00 EUR                      only in second
            x         Spend  40.00 EUR  50.00 EUR   10.00 EUR  1.2500  differs
            y         Spend   1.00 EUR          –                      only in first
            ─────────────────────────────────────────────────────────────────────────
            (all)     Spend  41.00 EUR  52.00 EUR   11.00 EUR  1.2683  differs

            0 of 3 cells and 0 of 1 total agree
            """.ReplaceLineEndings("\n"),
            both.ToString());
        Assert.StartsWith("| platform | KPI | first | second | difference | ratio | outcome |\n", both.ToMarkdown(), StringComparison.Ordinal);
    }
}
