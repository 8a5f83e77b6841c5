using System.Numerics;
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

    /// <summary>Rows in which the cells of one table come at other times and with each other's texts, so that every block has groups of its own.</summary>
    private static NaiveTable Spread(NaiveTable table, int rows) => table with
    {
        Raw = [.. Enumerable.Range(0, table.Raw.Count == 0 ? 0 : rows).Select(row => table.Raw[row % table.Raw.Count] with
        {
            Texts = table.Raw[row * 7 / 3 % table.Raw.Count].Texts,
            Moment = table.Raw[row % table.Raw.Count].Moment.PlusDays(row / 300 % 40),
        })],
    };

    private static byte[] StatesOf(KpiQuery query, params Facts[] parts)
    {
        Aggregator all = new(query);
        foreach (Facts part in parts) all.Add(part);
        return all.ToStates();
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bytes() => CaseArbitrary.OneTable.Holds(4, one =>
    {
        Facts facts = Spread(one.Tables[0], (8 * RowBlock.Size) + 5).ToFacts();
        (byte[] states, string json) = (StatesOf(one.Query, facts), facts.Read(one.Query).ToJson());
        foreach (int threads in (int[])[3, 8])
        {
            Facts together = facts.WithParallelism(threads);
            Assert.Equal(states, StatesOf(one.Query, together));
            Assert.Equal(json, together.Read(one.Query).ToJson());
        }
    });

    [Fact]
    public void Rows_of_several_blocks_in_any_order_and_split_give_the_same_bytes() => CaseArbitrary.OneTable.Holds(6, one =>
    {
        NaiveTable table = Spread(one.Tables[0], 2_503);
        byte[] states = StatesOf(one.Query, table.ToFacts());
        NaiveTable mixed = table with { Raw = [.. table.Raw.Select((_, row) => table.Raw[(int)(row * 1_009L % table.Raw.Count)])] };
        Assert.Equal(states, StatesOf(one.Query, mixed.ToFacts()));
        Assert.Equal(table.ToFacts().Read(one.Query).ToJson(), mixed.ToFacts().Read(one.Query).ToJson());
        int[] ends = [0, RowBlock.Size + 3, RowBlock.Size + 4, 2 * RowBlock.Size, mixed.Raw.Count];
        Facts[] parts = [.. ends.Zip(ends.Skip(1), (from, until) => (mixed with { Raw = [.. mixed.Raw.Take(until).Skip(from)] }).ToFacts())];
        Assert.Equal(states, StatesOf(one.Query, parts));
        Assert.Equal(states, StatesOf(one.Query, [.. parts.Reverse()]));
    });

    [Fact]
    public void Groups_numbered_as_they_appear_give_the_same_bytes_as_those_numbered_by_arithmetic() => CaseArbitrary.OneTable.Holds(6, one =>
    {
        NaiveTable table = Spread(one.Tables[0], RowBlock.Size + 300);
        Facts wide = table.ToFacts(Unused);
        byte[] states = StatesOf(one.Query, table.ToFacts());
        foreach (int threads in (int[])[1, 2]) Assert.Equal(states, StatesOf(one.Query, wide.WithParallelism(threads)));
        Assert.Equal(table.ToFacts().Read(one.Query).ToJson(), wide.Read(one.Query).ToJson());
    });

    /// <summary>More than groups may be to be numbered by arithmetic, of one dimension alone.</summary>
    private static readonly string[] Unused = [.. Enumerable.Range(0, 66_000).Select(i => $"unused {i}")];

    [Fact]
    public void Sums_on_either_side_of_64_bits_are_exact_in_every_group() => Prop.ForAll(
        (from rows in Gen.OneOf(Gen.Choose(10, 40), Gen.Choose(RowBlock.Size - 2, (2 * RowBlock.Size) + 3))
         from past in Gen.Choose(-1, 1)
         from sign in Gen.Elements(1, -1)
         from groups in Gen.Choose(1, 3)
         select (rows, past, sign, groups)).ToArbitrary(),
        one =>
        {
            // All rows together fill 64 bits just so, or do not by one each; and as far beyond as figures can be.
            foreach (long size in (long[])[(long.MaxValue / one.rows) + one.past, 999_999_999_999_999_999])
            {
                if (size > 999_999_999_999_999_999) continue;
                string[] brands = ["a", "b", "c"];
                int[] codes = [.. Enumerable.Range(0, one.rows).Select(row => row % 7 == 0 ? row / 7 % one.groups : 0)];
                long[] likes = [.. codes.Select(code => code == 1 ? -size * one.sign : size * one.sign)];
                Facts facts = Facts.FromColumns(columns => columns
                    .Dimension("brand", brands, codes).Measure(Measures.Likes, likes).Measure(Measures.Saves, [.. likes.Select(like => (decimal?)-like)]).Measure(Measures.Shares, likes, Array.ConvertAll(codes, code => code != 2)));
                Kpi[] kpis =
                [
                    Kpis.LikeCount, Kpi.Define("saves_sum", Measures.Saves, Unit.Count), Kpi.Define("shares_sum", Measures.Shares, Unit.Count),
                    Kpi.Define("of_a", Measures.Likes.Where(Condition.Is("brand", "a"), "likes_of_a"), Unit.Count),
                    Kpi.Define("difference", Measure.Sum("likes_less_saves", Unit.Count, Measures.Likes - Measures.Saves), Unit.Count),
                ];
                foreach (int threads in (int[])[1, 2])
                {
                    KpiTable table = facts.WithParallelism(threads).Read(KpiQuery.Of(kpis).By("brand").SummingIndependently());
                    foreach (int group in codes.Distinct())
                    {
                        BigInteger sum = Sum(row => codes[row] == group);
                        BigInteger[] expected = [sum, -sum, group == 2 ? 0 : sum, group == 0 ? sum : 0, 2 * sum];
                        for (int kpi = 0; kpi < kpis.Length; kpi++) Assert.Equal(expected[kpi], (BigInteger)table[kpis[kpi], Segment.Of("brand", brands[group])].ValueOr(0));
                    }

                    Assert.Equal([Sum(_ => true), -Sum(_ => true), Sum(row => codes[row] != 2), Sum(row => codes[row] == 0), 2 * Sum(_ => true)], kpis.Select(kpi => (BigInteger)table[kpi].Value));
                    Assert.Equal(Sum(_ => true), (BigInteger)facts.WithParallelism(threads).Read(KpiQuery.Of(Kpis.LikeCount))[Kpis.LikeCount].Value);
                }

                BigInteger Sum(Func<int, bool> takes) => Enumerable.Range(0, one.rows).Where(takes).Aggregate(BigInteger.Zero, (sum, row) => sum + likes[row]);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void Many_groups_are_numbered_as_few_are() => Prop.ForAll(
        (from rows in Gen.Frequency((2, Gen.Choose(1_000, 3_000)), (1, Gen.Choose(8 * RowBlock.Size, 9 * RowBlock.Size))) from seed in Gen.Choose(0, 1_000) select (rows, seed)).ToArbitrary(), one =>
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
            foreach (int threads in (int[])[1, 2, 3, 8])
            {
                KpiTable table = facts.WithParallelism(threads).Read(KpiQuery.Of(Kpis.LikeCount).By("a").By("b"));
                Assert.Equal(expected.Count, table.Rows.Count);
                foreach (((int a, int b), long sum) in expected.Take(200))
                    Assert.Equal(sum, table[Kpis.LikeCount, Segment.Of("a", a < 0 ? null : names[a]).And("b", b < 0 ? null : names[b])].Value);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(6));

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

    [Theory]
    [InlineData(Grain.Hour, Grain.Day)]
    [InlineData(Grain.Hour, Grain.Week)]
    [InlineData(Grain.Day, Grain.Week)]
    [InlineData(Grain.Day, Grain.Month)]
    [InlineData(Grain.Month, Grain.Quarter)]
    [InlineData(Grain.Quarter, Grain.Year)]
    [InlineData(Grain.Day, Grain.Year)]
    public void A_period_is_the_merge_of_those_that_nest_in_it(Grain part, Grain whole) => CaseArbitrary.OneTable.Holds(12, one =>
    {
        NaiveTable table = one.Tables[0];
        if (table.Time == TimeKind.None || (part == Grain.Hour && table.Time == TimeKind.Day)) return;
        Facts facts = table.ToFacts();
        ReportingCalendar calendar = one.Query.Calendar;
        KpiQuery query = KpiQuery.Of(one.Query.Kpis).By("brand").On(calendar);
        (ScanResult parts, ScanResult wholes) = (facts.Execute(facts.Plan(query.By(part)))[0], facts.Execute(facts.Plan(query.By(whole)))[0]);
        Same(wholes, new ScanResult(parts.Cells.Select(pair => KeyValuePair.Create(
            new CellKey(calendar.Containing(pair.Key.Period!.Value.Start!.Value, whole), pair.Key.Values), pair.Value))));
    });

    [Fact]
    public void Rows_added_one_by_one_are_the_table_of_them_at_every_length() => CaseArbitrary.OneTable.Holds(5, one =>
    {
        NaiveTable table = one.Tables[0];
        if (table.Raw.Count == 0) return;
        Aggregator oneByOne = new(one.Query);
        IReadOnlyList<RawRow> rows = Many(table, (68 / table.Raw.Count) + 1);
        for (int length = 0; length < 68; length++)
        {
            Aggregator together = new(one.Query);
            together.Add((table with { Raw = [.. rows.Take(length)] }).ToFacts());
            oneByOne.Add((table with { Raw = length == 0 ? [] : [rows[length - 1]] }).ToFacts());
            Assert.Equal(together.ToStates(), oneByOne.ToStates());
        }
    });

    /// <summary>One KPI a measure: all ways in which rows become a state.</summary>
    private static readonly Kpi[] OfEveryKind =
    [
        .. ((Measure[])
        [
            NaiveTable.Likes, NaiveTable.Views, NaiveTable.Spend, NaiveTable.People, NaiveTable.Followers, NaiveTable.Members, NaiveTable.Budget,
            Measure.Count("answers", of: "score"), Measure.Count("answers", of: "score").Where(Condition.AtLeast("score", 9), "promoters"),
            NaiveTable.Saves.Where(Condition.Is("brand", "acme"), "saves_of_acme"), Measure.Sum("both", Unit.Count, NaiveTable.Likes + NaiveTable.Saves),
            Measure.Sum("rates", Unit.Ratio, NaiveTable.Likes / NaiveTable.Reach), Measure.Mean("mean_cost", Unit.Money, NaiveTable.Spend / NaiveTable.Likes),
            Measure.Median("middle", Unit.Count, "views"), Measure.Median("middle_rate", Unit.Ratio, NaiveTable.Likes / NaiveTable.Reach), Measure.Distinct("different_types", "type"),
        ]).Select(measure => KpiArbitrary.TryDefine($"kpi_{measure.Id}", measure)!),
        Kpi.Define("likes_by_reach", NaiveTable.Likes / NaiveTable.Reach, Unit.Ratio),
    ];

    [Fact]
    public void Rows_by_the_values_of_a_filter_add_up_to_all_whatever_is_gathered() => CaseArbitrary.OneTable.Holds(12, one =>
    {
        NaiveTable table = one.Tables[0];
        Facts facts = table.ToFacts();
        IReadOnlyList<ScanResult> Read(params Condition[] filters) =>
            facts.Execute(facts.Plan(filters.Aggregate(KpiQuery.Of(OfEveryKind).By("type"), (query, filter) => query.Where(filter))));
        IReadOnlyList<ScanResult> whole = Read();
        foreach (string dimension in NaiveTable.Dimensions)
            AddUp([.. table.Rows.Select(row => row.Text(dimension)).OfType<string>().Distinct().Select(value => Condition.Is(dimension, value)), Condition.Missing(dimension)]);
        AddUp(Condition.AtLeast("score", 5), Condition.AtMost("score", 4.5m), Condition.Missing("score"));
        AddUp(Condition.AtLeast("views", 1), Condition.AtMost("views", 0.999999m), Condition.Missing("views"));

        void AddUp(params Condition[] filters)
        {
            IReadOnlyList<ScanResult> together = filters.Select(filter => Read(filter)).Aggregate((all, part) => [.. all.Zip(part, (left, right) => left.Merge(right))]);
            foreach ((ScanResult expected, ScanResult actual) in whole.Zip(together)) Same(expected, actual);
        }
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
