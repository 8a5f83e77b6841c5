using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace SocialKpi.Tests.Data;

public sealed class FactAppendLaws
{
    private sealed record Exports((int Post, int Day, int Likes)[] Rows, int Split);

    private static readonly Arbitrary<Exports> AnyExports = (
        from rows in Gen.ArrayOf(from post in Gen.Choose(0, 5) from day in Gen.Choose(0, 4) from likes in Gen.Choose(0, 99) select (post, day, likes))
        from split in Gen.Choose(0, 30)
        select new Exports([.. rows.DistinctBy(row => (row.post, row.day))], split)).ToArbitrary();

    [Fact]
    public void Exports_appended_in_any_order_hold_the_latest_row_of_every_key() =>
        Prop.ForAll(AnyExports, exports =>
        {
            int split = Math.Min(exports.Split, exports.Rows.Length);
            (Facts one, Facts two) = (Of(exports.Rows[..split]), Of(exports.Rows[split..]));
            (int Post, int Day, int Likes)[] latest = [.. exports.Rows.GroupBy(row => row.Post).Select(rows => rows.MaxBy(row => row.Day))];
            return new[] { one.Append(two), two.Append(one), one.Append(two).Append(one) }
                .All(both => both.RowCount == latest.Length && Likes(both) == latest.Sum(row => row.Likes));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Appending_counts_every_row_that_it_drops() =>
        Prop.ForAll(AnyExports, exports =>
        {
            int split = Math.Min(exports.Split, exports.Rows.Length);
            Facts both = Of(exports.Rows[..split]).Append(Of(exports.Rows[split..]));
            return both.RowCount + both.DuplicatesDropped == exports.Rows.Length;
        }).QuickCheckThrowOnFailure();

    private static Facts Of((int Post, int Day, int Likes)[] rows) => Facts.FromRows(rows, row => row
        .Key(post => $"{post.Post}", Duplicates.KeepLast).ExportedOn(post => new LocalDate(2026, 4, 1).PlusDays(post.Day)).Measure(Measures.Likes, post => post.Likes));

    private static decimal Likes(Facts facts) => facts.Read(KpiQuery.Of(Kpis.LikeCount))[Kpis.LikeCount].ValueOr(0);
}
