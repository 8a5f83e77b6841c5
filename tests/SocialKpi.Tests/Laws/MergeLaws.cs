using FsCheck;
using FsCheck.Fluent;

namespace SocialKpi.Tests.Laws;

public class MergeLaws
{
    private static readonly Gen<SumState> Sums =
        from digits in Gen.Choose(-1_000_000, 1_000_000)
        from power in Gen.Choose(0, 30)
        from decimals in Gen.Choose(0, 18)
        from rows in Gen.Choose(0, 5)
        from currency in Gen.Elements<Currency?>(null, Currency.EUR, Currency.USD)
        select rows == 0 ? SumState.Empty : SumState.Of(digits * System.Numerics.BigInteger.Pow(10, power), decimals, rows, currency is { } known ? [known] : []);

    private static readonly Gen<CellState> Values =
        from rows in Gen.Choose(0, 5)
        from values in Gen.ListOf(Gen.Choose(-3, 3), rows)
        from power in Gen.Choose(0, 30)
        from decimals in Gen.Choose(0, 3)
        from currency in Gen.Elements<Currency?>(null, Currency.EUR, Currency.USD)
        from outside in Gen.Choose(0, 2)
        select (CellState)QuantileState.Of(
            Quantile.At(90), values.Select(value => KeyValuePair.Create(value * System.Numerics.BigInteger.Pow(10, power), 1L)), decimals, currency is { } known ? [known] : [], outside);

    private static readonly Gen<CellState> Ids =
        from ids in Gen.ListOf(Gen.Elements("a", "A", "", "b", "c"))
        from outside in Gen.Choose(0, 2)
        select (CellState)DistinctState.Of(ids, ids.Count + outside);

    private static readonly Gen<RowCoverage> Coverages =
        from counts in Gen.ListOf(Gen.Choose(0, 1000), 4)
        from byMeasure in Gen.ListOf(Gen.Choose(0, 10), 2)
        from empty in Gen.Frequency((1, Gen.Constant(true)), (5, Gen.Constant(false)))
        select empty ? RowCoverage.Empty : RowCoverage.Of(counts[0], counts[1], counts[2], counts[3], [.. byMeasure.Select(n => (long)n)]);

    [Fact]
    public void Sums_merge_in_any_order_and_no_rows_change_nothing() => Merges(Sums.Select(sum => (CellState)sum), CellState.OfNoRows(Aggregation.Sum), (a, b) => a.Merge(b));

    [Fact]
    public void Means_merge_in_any_order_and_no_rows_change_nothing() => Merges(from sum in Sums from outside in Gen.Choose(0, 2) select (CellState)MeanState.Of(sum, outside), CellState.OfNoRows(Aggregation.Mean), (a, b) => a.Merge(b));

    [Fact]
    public void Values_for_a_percentile_merge_in_any_order_and_no_rows_change_nothing() =>
        Merges(Values, CellState.OfNoRows(Aggregation.Percentile(Quantile.At(90))), (a, b) => a.Merge(b));

    [Fact]
    public void Different_ids_merge_in_any_order_and_no_rows_change_nothing() => Merges(Ids, CellState.OfNoRows(Aggregation.Distinct), (a, b) => a.Merge(b));

    [Fact]
    public void Row_counts_merge_in_any_order_and_no_rows_change_nothing() => Merges(Coverages, RowCoverage.Empty, (a, b) => a.Merge(b));

    [Fact]
    public void The_order_of_rows_changes_no_byte() => CaseArbitrary.OneTable.Holds(60, one =>
    {
        NaiveTable table = one.Tables[0];
        string json = one.Read().ToJson();
        Assert.Equal(json, (one with { Tables = [table with { Raw = [.. table.Raw.Reverse()] }] }).Read().ToJson());
        Assert.Equal(json, (one with { Tables = [table with { Raw = [.. table.Raw.OrderBy(row => row.Texts[1], StringComparer.Ordinal).ThenBy(row => row.Figures[1])] }] }).Read().ToJson());
    });

    [Fact]
    public void Rows_split_into_parts_and_merged_in_any_order_change_no_byte() => Prop.ForAll(
        CaseArbitrary.OneTable,
        Gen.Choose(1, 7).ToArbitrary(),
        (one, parts) =>
        {
            NaiveTable table = one.Tables[0];
            IReadOnlyList<KpiTable> read =
                [.. Enumerable.Range(0, parts).Select(part => (table with { Raw = [.. table.Raw.Where((_, i) => i * 31 % parts == part)] }).ToFacts().Read(one.Query))];
            KpiTable whole = one.Read();
            Assert.Equal(whole.ToJson(), read.Aggregate((a, b) => a.Merge(b)).ToJson());
            Assert.Equal(whole.ToJson(), read.Reverse().Aggregate((a, b) => b.Merge(a)).ToJson());
            Assert.Equal(whole.ToString(), read.Reverse().Aggregate((a, b) => a.Merge(b)).ToString());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Tables_in_two_currencies_leave_only_money_without_a_figure() => CaseArbitrary.OneTable.Holds(40, one =>
    {
        Kpi spend = Kpi.Define("spend", NaiveTable.Spend, Unit.Money, Direction.Neutral);
        Kpi cost = Kpi.Define("cost", NaiveTable.Spend / NaiveTable.Views, Unit.Money, Direction.Neutral);
        Kpi views = Kpi.Define("views", NaiveTable.Views, Unit.Count, Direction.Neutral);
        NaiveTable euros = one.Tables[0] with { Currency = Currency.EUR };
        var both = new Case([euros, euros with { Currency = Currency.USD }], KpiQuery.Of(spend, cost, views));
        var euroOnly = new Case([euros, euros], both.Query);
        (KpiTable mixed, KpiTable alone) = (both.Read(), euroOnly.Read());
        Assert.Equal(alone[views].ToString(), mixed[views].ToString());
        foreach (Kpi kpi in new[] { spend, cost })
            Assert.Equal(alone[kpi].RowsUsed > 0 ? Absence.MixedCurrencies : alone[kpi].Absence, mixed[kpi].Absence);
    });

    private static void Merges<T>(Gen<T> states, T none, Func<T, T, T> merge) =>
        Prop.ForAll(states.Three().ToArbitrary(), x =>
        {
            (T a, T b, T c) = x;
            Assert.Equal(merge(merge(a, b), c), merge(a, merge(b, c)));
            Assert.Equal(merge(a, b), merge(b, a));
            Assert.Equal(a, merge(a, none));
            Assert.Equal(a, merge(none, a));
        }).QuickCheckThrowOnFailure();
}
