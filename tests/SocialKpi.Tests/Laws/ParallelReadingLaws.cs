using NodaTime;

namespace SocialKpi.Tests.Laws;

/// <summary>Facts and tables that several threads ask at once, from the first question on.</summary>
public class ParallelReadingLaws
{
    private const int Threads = 3;
    private const int Rounds = 4;
    private const int Days = 70;

    private static readonly LocalDate First = new(2024, 1, 1);
    private static readonly Kpi Likes = Kpi.Define("likes", NaiveTable.Likes, Unit.Count);
    private static readonly Kpi Growth = Kpi.Define("growth", NaiveTable.Followers - NaiveTable.Followers.At(Context.Opening), Unit.Count);

    private static readonly KpiQuery ByDay = KpiQuery.Of(
        Likes,
        Growth,
        Kpi.Define("change", (NaiveTable.Likes / NaiveTable.Likes.At(Context.Previous)) - 1, Unit.Ratio),
        Kpi.Define("week", NaiveTable.Likes.At(Context.Trailing(7, Grain.Day)) / NaiveTable.Saves, Unit.Ratio),
        Kpi.Define("middle", Measure.Median("middle", Unit.Ratio, NaiveTable.Likes / NaiveTable.Saves), Unit.Ratio),
        Kpi.Define("posts", Measure.Distinct("different_posts", "post"), Unit.Count)).By(Grain.Day).By("brand");

    private static readonly Func<KpiTable, string>[] Questions =
    [
        table => $"{table.Rows.Count} {table.Rows[^1].Period} {table.Rows[^1].Segment}",
        table => table.Total[Likes].Explain().ToString(),
        table => string.Join('\n', table.Series(Growth, Segment.Of("brand", "b")).Readings),
        table => table[Likes, Timeframe.Day(2024, 2, 20), Segment.Of("brand", "c")].Explain().ToString(),
        table => table[Growth, Timeframe.Day(2024, 2, 20)].Explain().ToString(),
        table => string.Join('\n', table.PeriodTotals.SelectMany(row => row.Readings)),
        table => string.Join('\n', table.SegmentTotals.SelectMany(row => row.Readings)),
        table => table.ToJson(),
    ];

    [Fact]
    public async Task A_table_that_several_threads_ask_at_once_answers_each_as_if_it_were_alone()
    {
        Facts facts = Daily();
        string[] alone = [.. Questions.Select(ask => ask(facts.Read(ByDay)))];
        for (int round = 0; round < Rounds; round++)
        {
            // Each begins with another question; what one of them makes all share. Of states that were merged or of rows it is the same.
            KpiTable table = round % 2 == 0 ? facts.Read(ByDay) : Gathered(facts);
            int begin = round;
            foreach ((int first, string[] answers) in await AtOnce(thread =>
            {
                int first = begin + (thread * Questions.Length / Threads);
                return (first, Enumerable.Range(first, Questions.Length / 2).Select(at => Questions[at % Questions.Length](table)).ToArray());
            }))
            {
                for (int at = 0; at < answers.Length; at++) Assert.Equal(alone[(first + at) % alone.Length], answers[at]);
            }
        }
    }

    [Fact]
    public async Task Facts_that_several_threads_read_at_once_give_each_what_they_give_one()
    {
        KpiQuery[] queries =
        [
            ByDay, KpiQuery.Of(ByDay.Kpis).By(Grain.Week), KpiQuery.Of(ByDay.Kpis).By(TimeDimension.Weekday).By("post"),
            KpiQuery.Of(ByDay.Kpis).By(Grain.Month).By("brand").AsOf(First.PlusDays(40)), KpiQuery.Of(ByDay.Kpis).Where(Condition.AtLeast("likes", 20)).By("brand"),
        ];
        string[] alone = [.. queries.Select(query => Daily().Read(query).ToJson())];
        for (int round = 0; round < Rounds; round++)
        {
            Facts facts = Daily().WithParallelism(1 + (round % 2));
            int begin = round;
            foreach ((int query, string json) in await AtOnce(thread => ((begin + thread) % queries.Length, facts.Read(queries[(begin + thread) % queries.Length]).ToJson())))
                Assert.Equal(alone[query], json);
        }
    }

    private static KpiTable Gathered(Facts facts)
    {
        Aggregator aggregator = new(ByDay);
        aggregator.Add(facts);
        return aggregator.Result();
    }

    private static Facts Daily()
    {
        int[] rows = [.. Enumerable.Range(0, Days * 3)];
        return Facts.FromColumns(columns => columns
            .Time([.. rows.Select(row => First.PlusDays(row / 3))])
            .Dimension("brand", [.. rows.Select(row => row % 11 == 5 ? null : "abc"[row % 3].ToString())])
            .Dimension("post", [.. rows.Select(row => $"post {row % 17}")])
            .Measure(NaiveTable.Likes, [.. rows.Select(row => row % 13 == 7 ? (decimal?)null : row % 50)])
            .Measure(NaiveTable.Saves, [.. rows.Select(row => (decimal?)(row % 7))])
            .Measure(NaiveTable.Followers, [.. rows.Select(row => (decimal?)(1_000 + row))]));
    }

    private static Task<T[]> AtOnce<T>(Func<int, T> ask)
    {
        Barrier start = new(Threads);
        return Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return ask(thread);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
    }
}
