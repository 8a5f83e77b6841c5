using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace SocialKpi.Tests.Data;

public sealed class AsOfJoinLaws
{
    private static readonly LocalDate Start = new(2026, 2, 20);

    private sealed record Table((int Account, int Day, int? Followers)[] History, (int Account, int Day)[] Posts, int? Limit);

    // Four accounts of which one has no history, on few days, so that ties, gaps and old values are common.
    private static readonly Arbitrary<Table> Tables = (
        from history in Gen.ArrayOf(from account in Gen.Choose(0, 2) from day in Gen.Choose(0, 20) from followers in Gen.Choose(-1, 9) select (account, day, followers < 0 ? (int?)null : followers))
        from posts in Gen.ArrayOf(from account in Gen.Choose(0, 3) from day in Gen.Choose(0, 25) select (account, day))
        from limit in Gen.Choose(-1, 6)
        select new Table([.. history.DistinctBy(value => (value.account, value.day))], posts, limit < 0 ? null : limit)).ToArbitrary();

    [Fact]
    public void The_value_as_of_a_row_is_the_last_known_one_of_its_entity_unless_too_old() =>
        Prop.ForAll(Tables, table => Joined(table).Found.SequenceEqual(table.Posts.Select(post => Naive(table, post)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_row_of_a_join_is_counted_once() =>
        Prop.ForAll(Tables, table =>
        {
            AsOfJoin join = Joined(table).Facts.Joins[0];
            return join.Known + join.BeforeFirst + join.Stale + join.Unmatched == table.Posts.Length
                && join.Known == table.Posts.Count(post => Naive(table, post) is not null);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_the_history_does_not_matter() =>
        Prop.ForAll(Tables, table => Joined(table).Found.SequenceEqual(Joined(table with { History = [.. table.History.Reverse()] }).Found)).QuickCheckThrowOnFailure();

    private static decimal? Naive(Table table, (int Account, int Day) post)
    {
        (int Account, int Day, int? Followers)[] known = [.. table.History.Where(value => value.Account == post.Account && value.Day <= post.Day && value.Followers is not null).OrderBy(value => value.Day)];
        return known.Length == 0 || post.Day - known[^1].Day > table.Limit ? null : known[^1].Followers;
    }

    private static (Facts Facts, decimal?[] Found) Joined(Table table)
    {
        Facts history = Facts.FromRows(table.History, row => row
            .Time(value => Start.PlusDays(value.Day)).Dimension("account", value => $"account {value.Account}").Measure(Measures.Answers, value => value.Followers));
        Facts posts = Facts.FromRows(table.Posts, row => row.Time(post => Start.PlusDays(post.Day)).Dimension("account", post => $"account {post.Account}").Count(Measures.Posts))
            .WithAsOf(history, Measures.Answers, Measures.FollowersAtPublish, "account", table.Limit);
        return (posts, [.. Enumerable.Range(0, posts.RowCount).Select(row => posts.ValueOf("followers_at_publish")!.FigureAt(row))]);
    }
}
