using FsCheck;
using FsCheck.Fluent;
using SocialKpi.Tests.Laws;

namespace SocialKpi.Tests.Readings;

public sealed class ColumnLaws
{
    private const int Cells = 40;
    private const int Parts = 2;

    private static readonly Gen<CellState> Any = Gen.OneOf(MergeLaws.Sums.Select(sum => (CellState)sum), MergeLaws.Values, MergeLaws.Ids, MergeLaws.Stocks, MergeLaws.People);

    private static readonly Gen<RowCoverage> Coverages = Gen.OneOf(
        MergeLaws.Coverages,
        from used in Gen.Choose(0, 1000) select RowCoverage.Of(used, 0, 0, 0, new long[Parts]),
        from used in Gen.Choose(0, 1000) select RowCoverage.Of(used, 0, 0, 0, []));

    [Fact]
    public void A_column_of_states_gives_back_what_was_set_last_and_its_copy_what_was_set_before() =>
        GivesBack(Any, () => new StateColumn(), (column, cell, state) => column.Set(cell, state), (column, cell) => column.Of(cell), column => column.Copy());

    [Fact]
    public void A_column_of_counts_gives_back_what_was_set_last_and_its_copy_what_was_set_before() =>
        GivesBack(Coverages, () => new CoverageColumn(Parts), (column, cell, coverage) => column.Set(cell, coverage), (column, cell) => column.Of(cell), column => column.Copy());

    private static void GivesBack<TColumn, TValue>(Gen<TValue> values, Func<TColumn> empty, Action<TColumn, int, TValue> set, Func<TColumn, int, TValue> of, Func<TColumn, TColumn> copy) => Prop.ForAll(
        (from before in Gen.ListOf(values, Cells) from changed in Gen.ListOf(Gen.Choose(0, Cells - 1)) from after in Gen.ListOf(values, changed.Count) select (before, changed, after)).ToArbitrary(),
        one =>
        {
            TColumn column = empty();
            for (int cell = 0; cell < Cells; cell++) set(column, cell, one.before[cell]);
            TColumn copied = copy(column);
            TValue[] last = [.. one.before];
            for (int i = 0; i < one.changed.Count; i++)
            {
                set(column, one.changed[i], one.after[i]);
                last[one.changed[i]] = one.after[i];
            }

            for (int cell = 0; cell < Cells; cell++)
            {
                Assert.Equal(last[cell], of(column, cell));
                Assert.Equal(one.before[cell], of(copied, cell));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
}
