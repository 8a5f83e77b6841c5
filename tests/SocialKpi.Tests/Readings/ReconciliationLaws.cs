using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace SocialKpi.Tests.Readings;

public sealed class ReconciliationLaws
{
    private static readonly KpiQuery Query = KpiQuery.Of(Kpis.ClickThroughRate, Kpis.ClickCount).By(Grain.Month).By("platform");

    private sealed record Row(int Month, string? Platform, int Impressions, int? Clicks);

    private static readonly Gen<Row[]> Rows = Gen.ArrayOf(
        from month in Gen.Choose(1, 3)
        from platform in Gen.Elements("x", "y", null)
        from impressions in Gen.Choose(0, 4)
        from clicks in Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(0, 4).Select(value => (int?)value))
        select new Row(month, platform, impressions, clicks));

    private static readonly Arbitrary<(KpiTable First, KpiTable Second, Quantity? Within)> Pairs = Arb.From(
        from first in Rows
        from second in Rows
        from within in Gen.Elements<Quantity?>(null, 20.Percent(), 100.Percent())
        select (Table(first), Table(second), within));

    [Fact]
    public void A_table_is_reconciled_with_itself() =>
        Prop.ForAll(Pairs, pair => Assert.True(Reconciliation.Of(pair.First, pair.First, pair.Within).IsReconciled)).QuickCheckThrowOnFailure();

    [Fact]
    public void Exchanging_the_sources_exchanges_first_and_second() =>
        Prop.ForAll(Pairs, pair =>
        {
            Reconciliation there = Reconciliation.Of(pair.First, pair.Second, pair.Within), back = Reconciliation.Of(pair.Second, pair.First, pair.Within);
            Assert.Equal(there.Cells.Concat(there.Totals).Select(cell => (cell.Kpi.Id, cell.Period, cell.Segment, Exchanged(cell.Outcome), -cell.Difference)),
                back.Cells.Concat(back.Totals).Select(cell => (cell.Kpi.Id, cell.Period, cell.Segment, cell.Outcome, cell.Difference)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_reading_of_either_table_is_compared_once() =>
        Prop.ForAll(Pairs, pair =>
        {
            Reconciliation both = Reconciliation.Of(pair.First, pair.Second, pair.Within);
            Assert.Equal(Readings(pair.First), Written(both.Cells.Select(cell => cell.First)));
            Assert.Equal(Readings(pair.Second), Written(both.Cells.Select(cell => cell.Second)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_difference_added_to_the_first_value_is_the_second() =>
        Prop.ForAll(Pairs, pair =>
        {
            foreach (ReconciledReading cell in Reconciliation.Of(pair.First, pair.Second).Cells.Where(cell => cell.Difference is not null))
            {
                // Up to the last digits: a decimal has 28 of them, and 10 − 6/7 and 6/7 do not share all.
                decimal second = cell.Second!.Value;
                Assert.True(Math.Abs(cell.First!.Value + cell.Difference!.Value.Value - second) <= 1e-25m * (1 + Math.Abs(second)));
                Assert.Equal(cell.Difference.Value.Value == 0, cell.Outcome == ReconciliationOutcome.Equal);
            }
        }).QuickCheckThrowOnFailure();

    private static KpiTable Table(Row[] rows) => Facts.FromRows(rows, row => row
        .Time(post => new LocalDate(2026, post.Month, 1))
        .Dimension("platform", post => post.Platform)
        .Measure(Measures.Impressions, post => post.Impressions)
        .Measure(Measures.Clicks, post => post.Clicks)).Read(Query);

    private static IEnumerable<string> Readings(KpiTable table) => Written(table.Rows.SelectMany(row => row.Readings));

    private static IEnumerable<string> Written(IEnumerable<Reading?> readings) =>
        readings.OfType<Reading>().Select(reading => $"{reading.Kpi} {reading.Timeframe} {reading.Segment} {reading}").Order(StringComparer.Ordinal);

    private static ReconciliationOutcome Exchanged(ReconciliationOutcome outcome) => outcome switch
    {
        ReconciliationOutcome.OnlyInFirst => ReconciliationOutcome.OnlyInSecond,
        ReconciliationOutcome.OnlyInSecond => ReconciliationOutcome.OnlyInFirst,
        ReconciliationOutcome.AbsentInFirst => ReconciliationOutcome.AbsentInSecond,
        ReconciliationOutcome.AbsentInSecond => ReconciliationOutcome.AbsentInFirst,
        _ => outcome,
    };
}
