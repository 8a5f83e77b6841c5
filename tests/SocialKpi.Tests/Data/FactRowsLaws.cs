using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace SocialKpi.Tests.Data;

/// <summary>However objects come and however many threads read them, the facts are those of the columns of their values.</summary>
public sealed class FactRowsLaws
{
    private static readonly DateTimeZone Apia = DateTimeZoneProviders.Tzdb["Pacific/Apia"];

    private static readonly int[] LengthsAroundABlock =
    [
        0, 1, 2, 63, 64, 65, RowReading.BlockSize - 1, RowReading.BlockSize, RowReading.BlockSize + 1,
        (2 * RowReading.BlockSize) - 1, 2 * RowReading.BlockSize, (3 * RowReading.BlockSize) + 7,
    ];

    private static readonly decimal?[] Amounts =
    [
        null, 0, 0.000m, -0.0m, 1, -1, 0.5m, 0.50m, 12.34m, 12.300m, -7.125m, 2_147_483_647, 2_147_483_648, -2_147_483_649, 21_474_836.48m,
        0.000000000000000001m, 123_456_789_012_345_678m, 5_000_000_000_000_000_000_000m, 100_000.00000000000000000000m,
    ];

    private static readonly long?[] Integers = [null, 0, 1, -1, int.MaxValue, int.MinValue, int.MaxValue + 1L, int.MinValue - 1L, 999_999_999_999_999_999];

    private sealed record Post(LocalDate Day, Instant At, string? Platform, long? Likes, decimal? Spend, double? Score, int Key);

    [Fact]
    public void Facts_from_objects_are_those_of_the_columns_of_their_values() => ForPosts(posts =>
    {
        Facts? expected = Made(() => Facts.FromColumns(columns => columns
            .Time([.. posts.Select(post => post.Day)])
            .Dimension("platform", [.. posts.Select(post => post.Platform)])
            .Measure(Measures.Likes, [.. posts.Select(post => (decimal?)post.Likes)])
            .Measure(Measures.Spend, [.. posts.Select(post => post.Spend)], Currency.EUR, Blank.Zero)
            .Value("score", [.. posts.Select(post => (decimal?)post.Score)])), out string refusal);
        foreach ((string source, IEnumerable<Post> rows, int threads) in Sources(posts))
        {
            Facts? made = Made(() => FromRows(rows, threads), out string reason);
            Assert.Equal(refusal, reason);
            AssertSame(expected, made, source);
        }
    });

    [Fact]
    public void Rows_that_a_key_drops_leave_no_trace() => ForPosts(posts =>
    {
        Post[] kept = [.. posts.GroupBy(post => post.Key).Select(group => group.Last())];
        Post[] inOrder = [.. posts.Where(post => Array.Exists(kept, other => ReferenceEquals(other, post)))];
        Facts? expected = Made(() => FromRows(inOrder, 1), out _);
        foreach ((string source, IEnumerable<Post> rows, int threads) in Sources(posts))
        {
            if (expected is not null) AssertSame(expected, FromRows(rows, threads, row => row.Key(post => $"{post.Key}", Duplicates.KeepLast)), source);
        }
    });

    [Fact]
    public void Instants_lie_on_the_day_of_their_zone() => ForPosts(posts =>
    {
        foreach ((_, IEnumerable<Post> rows, int threads) in Sources(posts))
        {
            Facts facts = Facts.FromRows(rows, row => row.Time(post => post.At, Apia).Count(Measures.Posts).WithParallelism(threads));
            Assert.Equal(posts.Select(post => DayNumbers.NumberOf(post.At.InZone(Apia).Date)), facts.Time!.Days.Span.ToArray());
        }
    });

    [Fact]
    public void Figures_that_are_not_exact_are_named_with_their_rows_in_order() => ForPosts(posts =>
    {
        (int Row, double A, double B)[] rows = [.. posts.Select((post, row) => (row, post.Key % 5 == 0 ? double.NaN : 1, post.Key % 7 == 0 ? double.PositiveInfinity : 2))];
        (string, int?)[] expected = [.. rows.SelectMany(row => new[] { (row.A, Id: "likes", row.Row), (row.B, Id: "shares", row.Row) })
            .Where(cell => !double.IsFinite(cell.Item1)).Select(cell => (cell.Id, (int?)cell.Row))];
        foreach ((string source, IEnumerable<(int, double A, double B)> given, int threads) in Sources(rows))
        {
            IReadOnlyList<FactsIssue> issues = [];
            try
            {
                Facts.FromRows(given, row => row.Measure(Measures.Likes, post => post.A).Measure(Measures.Shares, post => post.B).WithParallelism(threads));
            }
            catch (FactsException refusal)
            {
                issues = refusal.Issues;
            }

            Assert.Equal(expected, issues.Select(issue => (issue.Column, issue.Row)));
        }
    });

    [Fact]
    public void Days_have_the_number_that_the_calendar_gives_them() => Prop.ForAll(
        Gen.Choose(0, 3_652_058).ToArbitrary(), number =>
        {
            LocalDate day = new LocalDate(1, 1, 1).PlusDays(number);
            Assert.Equal((number, number), (DayNumbers.NumberOf(day), day.ToDateOnly().DayNumber));
            Assert.Equal(number, DayNumbers.NumberOf(day.WithCalendar(CalendarSystem.Julian)));
        }).QuickCheckThrowOnFailure();

    private static Facts FromRows(IEnumerable<Post> posts, int threads, Action<FactRows<Post>>? more = null) => Facts.FromRows(posts, row =>
    {
        row
            .Time(post => post.Day)
            .Dimension("platform", post => post.Platform)
            .Measure(Measures.Likes, post => post.Likes)
            .Measure(Measures.Spend, post => post.Spend, Currency.EUR, Blank.Zero)
            .Value("score", post => post.Score)
            .WithParallelism(threads);
        more?.Invoke(row);
    });

    /// <summary>The same rows as an array, a list, a sequence made while it is read, a collection that knows its count; on one thread and on several.</summary>
    private static IEnumerable<(string Source, IEnumerable<T> Rows, int Threads)> Sources<T>(T[] rows)
    {
        foreach (int threads in (int[])[1, 2, 5])
        {
            yield return ($"an array, {threads} threads", rows, threads);
            yield return ($"a list, {threads} threads", new List<T>(rows), threads);
            yield return ($"a sequence, {threads} threads", rows.Where(_ => true), threads);
            yield return ($"a queue, {threads} threads", new Queue<T>(rows), threads);
        }
    }

    private static void ForPosts(Action<Post[]> law)
    {
        Gen<Post> post =
            from day in Gen.Choose(0, 400)
            from second in Gen.Choose(0, 5_000_000)
            from platform in Gen.Elements("facebook", "x", "", null, new string('x', 1), "fbcebook", "instagram")
            from likes in Gen.Elements(Integers)
            from wideAmount in Gen.Choose(0, 40)
            from spend in Gen.Elements(wideAmount == 0 ? Amounts : Amounts[..12])
            from score in Gen.Elements<double?>(null, 0, 1, -2.5, 0.1, 1e-3, 12345.678)
            from key in Gen.Choose(0, 500)
            select new Post(new LocalDate(2025, 12, 1).PlusDays(day), Instant.FromUtc(2011, 12, 1, 0, 0).Plus(Duration.FromSeconds(second)), platform, likes, spend, score, key);
        Gen<Post[]> posts =
            from length in Gen.Elements(LengthsAroundABlock)
            from rows in post.ArrayOf(length)
            from plain in Gen.Elements(true, false)
            select plain ? Array.ConvertAll(rows, row => row with { Likes = row.Likes % 1_000, Spend = row.Spend is { } spend ? decimal.Round(spend % 1_000, 2) : null }) : rows;
        Prop.ForAll(posts.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    private static Facts? Made(Func<Facts> make, out string refusal)
    {
        try
        {
            refusal = "";
            return make();
        }
        catch (FactsException issues)
        {
            refusal = string.Join('\n', issues.Issues);
            return null;
        }
    }

    private static void AssertSame(Facts? expected, Facts? made, string source)
    {
        if (expected is null || made is null)
        {
            Assert.True(expected is null && made is null, source);
            return;
        }

        Assert.Equal(expected.RowCount, made.RowCount);
        Assert.Equal(expected.Time!.Days.Span.ToArray(), made.Time!.Days.Span.ToArray());
        (DimensionColumn before, DimensionColumn after) = (expected.DimensionOf("platform")!, made.DimensionOf("platform")!);
        Assert.Equal((before.HasBlanks, source), (after.HasBlanks, source));
        Assert.Equal(before.Values, after.Values);
        Assert.Equal(before.Codes.ToArray(), after.Codes.ToArray());
        foreach (string name in expected.RowValues)
        {
            (ValueColumn one, ValueColumn other) = (expected.ValueOf(name)!, made.ValueOf(name)!);
            Assert.Equal((name, source, one.Unit, one.Decimals, one.Scaled.Least, one.Scaled.Greatest), (name, source, other.Unit, other.Decimals, other.Scaled.Least, other.Scaled.Greatest));
            Assert.Equal(one.Scaled.IsNarrow, other.Scaled.IsNarrow);
            for (int row = 0; row < expected.RowCount; row++) Assert.Equal((row, one.StatusAt(row), one.FigureAt(row), one.Scaled[row]), (row, other.StatusAt(row), other.FigureAt(row), other.Scaled[row]));
        }
    }
}
