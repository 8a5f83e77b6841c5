using FsCheck;
using FsCheck.Fluent;

namespace SocialKpi.Tests.Laws;

public class MergeLaws
{
    internal static readonly Gen<SumState> Sums =
        from digits in Gen.Choose(-1_000_000, 1_000_000)
        from power in Gen.Choose(0, 30)
        from decimals in Gen.Choose(0, 18)
        from rows in Gen.Choose(0, 5)
        from currency in Gen.Elements<Currency?>(null, Currency.EUR, Currency.USD)
        select rows == 0 ? SumState.Empty : SumState.Of(digits * System.Numerics.BigInteger.Pow(10, power), decimals, rows, currency is { } known ? [known] : []);

    internal static readonly Gen<CellState> Values =
        from rows in Gen.Choose(0, 5)
        from values in Gen.ListOf(Gen.Choose(-3, 3), rows)
        from power in Gen.Choose(0, 30)
        from decimals in Gen.Choose(0, 3)
        from currency in Gen.Elements<Currency?>(null, Currency.EUR, Currency.USD)
        from outside in Gen.Choose(0, 2)
        select (CellState)QuantileState.Of(
            Quantile.At(90), values.Select(value => KeyValuePair.Create(value * System.Numerics.BigInteger.Pow(10, power), 1L)), decimals, currency is { } known ? [known] : [], outside);

    internal static readonly Gen<CellState> Ids =
        from ids in Gen.ListOf(Gen.Elements("a", "A", "", "b", "c"))
        from outside in Gen.Choose(0, 2)
        select (CellState)DistinctState.Of(ids, ids.Count + outside);

    internal static readonly Gen<CellState> Stocks =
        from entities in Gen.ListOf(Gen.Elements("a", "A", "", "b"))
        from values in Gen.ListOf(StockValue, entities.Count)
        from outside in Gen.Choose(0, 2)
        from withoutEntity in Gen.Choose(0, 2)
        select (CellState)SnapshotState.Of(entities.Zip(values, KeyValuePair.Create), values.Count(value => value.IsKnown) + outside, withoutEntity);

    private static Gen<SnapshotValue> StockValue { get; } = Gen.Frequency(
        (1, Gen.Choose(0, 5).Select(day => SnapshotValue.Unknown(new NodaTime.LocalDate(2024, 1, 1).PlusDays(day)))),
        (5, from day in Gen.Choose(0, 2)
            from hour in Gen.Choose(0, 1)
            from value in Gen.Elements(0m, 1m, 1.0m, 2m, -3m, 0.5m)
            from currencies in Gen.SubListOf(Currency.EUR, Currency.USD, Currency.GBP)
            select SnapshotValue.At(new NodaTime.LocalDate(2024, 1, 1).PlusDays(day), hour * NodaTime.NodaConstants.NanosecondsPerHour, value, [.. currencies])));

    internal static readonly Gen<CellState> People =
        from counts in Gen.ListOf(Gen.Elements(0, 0, 1, 25, 30))
        from decimals in Gen.Choose(0, 2)
        select (CellState)Count([.. counts.Select(count => count * (decimal)Math.Pow(10, -decimals))], decimals);

    internal static readonly Gen<RowCoverage> Coverages =
        from counts in Gen.ListOf(Gen.Choose(0, 1000), 4)
        from byMeasure in Gen.ListOf(Gen.Choose(0, 10), 2)
        from empty in Gen.Frequency((1, Gen.Constant(true)), (5, Gen.Constant(false)))
        from young in Gen.Choose(0, counts[0])
        select empty ? RowCoverage.Empty : RowCoverage.Of(counts[0], counts[1], counts[2], counts[3], [.. byMeasure.Select(n => (long)n)], young);

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
    public void Stocks_merge_in_any_order_and_no_rows_change_nothing() => Merges(Stocks, CellState.OfNoRows(NaiveTable.Followers.Aggregation), (a, b) => a.Merge(b));

    [Fact]
    public void A_stock_merged_with_itself_has_the_same_entities_and_figure() => Prop.ForAll(Stocks.ToArbitrary(), stock =>
    {
        CellState twice = stock.Merge(stock);
        Assert.Equal(((SnapshotState)stock).Entities, ((SnapshotState)twice).Entities);
        Assert.Equal((stock.Finalise().Absence, stock.Finalise().Value), (twice.Finalise().Absence, twice.Finalise().Value));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Known_values_of_a_stock_in_any_order_and_split_are_one_state() => Prop.ForAll(
        (from entities in Gen.ListOf(Gen.Elements("a", "b", "c")) from values in Gen.ListOf(StockValue, entities.Count) select entities.Zip(values, KeyValuePair.Create).ToList()).ToArbitrary(),
        rows =>
        {
            SnapshotState Of(IEnumerable<KeyValuePair<string, SnapshotValue>> some) => SnapshotState.Of(some, some.Count(row => row.Value.IsKnown));
            CellState whole = Of(rows);
            Assert.Equal(whole, Of(rows.AsEnumerable().Reverse()));
            Assert.Equal(whole, rows.Select(row => (CellState)Of([row])).Aggregate((CellState)SnapshotState.Empty, (a, b) => b.Merge(a)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void People_merge_in_any_order_and_no_rows_change_nothing() => Merges(People, CellState.OfNoRows(NaiveTable.People.Aggregation), (a, b) => a.Merge(b));

    [Fact]
    public void People_are_the_sum_of_their_counts_within_the_largest_and_that_sum() => Prop.ForAll(
        Gen.ListOf(Gen.Elements(0m, 0m, 1m, 25m, 30m)).ToArbitrary(),
        counts =>
        {
            Figure figure = counts.Select(count => (CellState)Count([count], 0)).Aggregate((CellState)UniqueState.Empty, (a, b) => a.Merge(b)).Finalise();
            Bounds? bounds = counts.Count(count => count > 0) > 1 ? new Bounds(counts.Max(), counts.Sum()) : null;
            Assert.Equal((counts.Count == 0 ? Absence.NotApplicable : null, counts.Sum(), bounds), (figure.Absence, figure.Value, figure.Bounds));
        }).QuickCheckThrowOnFailure();

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

    private static UniqueState Count(IReadOnlyList<decimal> people, int decimals) => people.Count == 0
        ? UniqueState.Empty
        : UniqueState.Of(SumState.Of((System.Numerics.BigInteger)(people.Sum() * (decimal)Math.Pow(10, decimals)), decimals, people.Count), people.Max(), people.Count(count => count > 0));

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
