using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace SocialKpi.Tests.Laws;

/// <summary>What the engine reads from many blocks of rows, with several threads, from borrowed columns.</summary>
public class EngineLaws
{
    /// <summary>One table many times over, so that it fills several blocks and the last one not wholly.</summary>
    private static IReadOnlyList<RawRow> Many(NaiveTable table, int times) => [.. Enumerable.Repeat(table.Raw, times).SelectMany(rows => rows)];

    [Fact]
    public void Many_blocks_are_the_merge_of_small_tables() => CaseArbitrary.OneTable.Holds(25, one =>
    {
        NaiveTable table = one.Tables[0];
        int times = table.Raw.Count == 0 ? 1 : (2500 / table.Raw.Count) + 1;
        string merged = Repeated(table.ToFacts().Read(one.Query), times).ToJson();
        Assert.Equal(merged, (table with { Raw = Many(table, times) }).ToFacts().Read(one.Query).ToJson());
    });

    [Fact]
    public void Any_number_of_threads_gathers_the_same_states() => CaseArbitrary.OneTable.Holds(25, one =>
    {
        NaiveTable table = one.Tables[0];
        Facts facts = (table with { Raw = Many(table, table.Raw.Count == 0 ? 1 : (4000 / table.Raw.Count) + 1) }).ToFacts();
        QueryPlan plan = facts.Plan(one.Query);
        IReadOnlyList<ScanResult> alone = facts.Execute(plan);
        foreach (int threads in (int[])[2, 3, 8])
        {
            IReadOnlyList<ScanResult> together = facts.WithParallelism(threads).Execute(plan);
            foreach ((ScanResult a, ScanResult b) in alone.Zip(together)) Same(a, b);
        }
    });

    [Fact]
    public void Many_groups_are_numbered_as_few_are() => Prop.ForAll(
        (from rows in Gen.Choose(1_000, 3_000) from seed in Gen.Choose(0, 1_000) select (rows, seed)).ToArbitrary(), one =>
        {
            // So many values of each dimension that their product could never be numbered by arithmetic.
            (int rows, int seed) = one;
            string[] names = [.. Enumerable.Range(0, 60_000).Select(i => $"n{i}")];
            int[] Codes(int factor) => [.. Enumerable.Range(0, rows).Select(row => row * factor % 7 == 3 ? -1 : (int)(((long)row * factor + seed) % 211 * 271))];
            (int[] first, int[] second) = (Codes(31), Codes(17));
            long[] likes = [.. Enumerable.Range(0, rows).Select(row => (long)row)];
            Facts facts = Facts.FromColumns(columns => columns.Dimension("a", names, first).Dimension("b", names, second).Measure(Measures.Likes, likes));
            Dictionary<(int, int), long> expected = [];
            for (int row = 0; row < rows; row++) expected[(first[row], second[row])] = expected.GetValueOrDefault((first[row], second[row])) + likes[row];
            foreach (int threads in (int[])[1, 2])
            {
                KpiTable table = facts.WithParallelism(threads).Read(KpiQuery.Of(Kpis.LikeCount).By("a").By("b"));
                Assert.Equal(expected.Count, table.Rows.Count);
                foreach (((int a, int b), long sum) in expected.Take(200))
                    Assert.Equal(sum, table[Kpis.LikeCount, Segment.Of("a", a < 0 ? null : names[a]).And("b", b < 0 ? null : names[b])].Value);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5));

    [Fact]
    public void Columns_of_32_and_64_bits_and_of_decimals_read_alike_up_to_the_ends_of_their_range() => Prop.ForAll(
        Gen.ListOf(Gen.Frequency((1, Gen.Elements(int.MinValue, int.MaxValue)), (3, Gen.Choose(-9, 9))), 2_100).ToArbitrary(),
        Gen.ListOf(Gen.Frequency((1, Gen.Constant(false)), (9, Gen.Constant(true))), 2_100).ToArbitrary(),
        (figures, known) =>
        {
            string[] brands = ["a", "b", "c"];
            int[] codes = [.. Enumerable.Range(0, figures.Count).Select(row => row % 3)];
            int[] narrow = [.. figures];
            long[] wide = Array.ConvertAll(narrow, figure => (long)figure);
            Facts Of(Action<FactColumns> measure) => Facts.FromColumns(columns => measure(columns.Dimension("brand", brands, codes)));
            bool[] mask = [.. known];
            Facts[] all =
            [
                Of(columns => columns.Measure(Measures.Likes, narrow.AsMemory(), mask)),
                Of(columns => columns.Measure(Measures.Likes, wide.AsMemory(), mask)),
                Of(columns => columns.Measure(Measures.Likes, [.. figures.Select((figure, row) => mask[row] ? (decimal?)figure : null)])),
            ];
            foreach (KpiQuery query in (KpiQuery[])[KpiQuery.Of(Kpis.LikeCount), KpiQuery.Of(Kpis.LikeCount).By("brand"), KpiQuery.Of(Kpis.LikeCount).Where(Condition.AtLeast("likes", 3))])
                Assert.Single(all.Select(facts => facts.Read(query).ToJson()).Distinct());
            Assert.Equal(figures.Where((_, row) => mask[row]).Sum(figure => (long)figure), all[0].Read(KpiQuery.Of(Kpis.LikeCount))[Kpis.LikeCount].Value);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(10));

    [Fact]
    public void A_month_is_the_merge_of_its_days() => CaseArbitrary.OneTable.Holds(25, one =>
    {
        NaiveTable table = one.Tables[0];
        if (table.Time == TimeKind.None) return;
        Facts facts = table.ToFacts();
        KpiQuery query = KpiQuery.Of(one.Query.Kpis).By("brand");
        KpiQuery daily = query.By(Grain.Day);
        (ScanResult days, ScanResult months) = (facts.Execute(facts.Plan(daily))[0], facts.Execute(facts.Plan(query.By(Grain.Month)))[0]);
        Same(months, new ScanResult(days.Cells.Select(pair => KeyValuePair.Create(InMonth(pair.Key), pair.Value)), days.LastDay, days.TimeBases));

        static CellKey InMonth(CellKey key) => new(ReportingCalendar.Iso.Containing(key.Period!.Value.Start!.Value, Grain.Month), key.Values);
    });

    [Fact]
    public void Rows_by_the_values_of_a_filter_add_up_to_all() => CaseArbitrary.OneTable.Holds(25, one =>
    {
        Facts facts = one.Tables[0].ToFacts();
        Kpi likes = Kpi.Define("likes", NaiveTable.Likes, Unit.Count, Direction.Neutral);
        SumState Sum(params Condition[] filters)
        {
            KpiQuery query = filters.Aggregate(KpiQuery.Of(likes), (q, filter) => q.Where(filter));
            return facts.Execute(facts.Plan(query))[0].Cells.Values.Select(cell => (SumState)cell.States[0]).SingleOrDefault(SumState.Empty);
        }

        SumState whole = Sum();
        foreach (string dimension in NaiveTable.Dimensions)
        {
            string[] values = [.. one.Tables[0].Rows.Select(row => row.Text(dimension)).OfType<string>().Distinct()];
            CellState parts = values.Select(value => (CellState)Sum(Condition.Is(dimension, value))).Aggregate((CellState)Sum(Condition.Missing(dimension)), (a, b) => a.Merge(b));
            Assert.Equal(whole, parts);
        }

        Assert.Equal(Sum(Condition.AtLeast("score", 5)).Merge(Sum(Condition.AtMost("score", 4.5m))).Merge(Sum(Condition.Missing("score"))), whole);
    });

    /// <summary>A table merged with itself, by doubling.</summary>
    private static KpiTable Repeated(KpiTable table, int times) =>
        times == 1 ? table : times % 2 == 1 ? Repeated(table, times - 1).Merge(table) : Repeated(table.Merge(table), times / 2);

    private static void Same(ScanResult expected, ScanResult actual)
    {
        Assert.Equal(expected.Cells.Keys.ToHashSet(), actual.Cells.Keys.ToHashSet());
        foreach ((CellKey key, Cell cell) in expected.Cells)
        {
            Assert.Equal(cell.Coverage, actual.Cells[key].Coverage);
            Assert.Equal(cell.States, actual.Cells[key].States);
        }
    }
}
