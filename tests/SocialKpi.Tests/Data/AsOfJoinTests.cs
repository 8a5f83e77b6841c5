using NodaTime;

namespace SocialKpi.Tests.Data;

public sealed class AsOfJoinTests
{
    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
    private static readonly Measure Followers = Measures.Followers;

    // The followers of two accounts; on 3 March acme's were not counted.
    private static readonly Facts Daily = Facts.FromRows(
        new (LocalDate Day, string? Account, long? Followers)[]
        {
            (new(2026, 3, 4), "acme", 1_040), (new(2026, 3, 1), "acme", 1_000), (new(2026, 3, 3), "acme", null),
            (new(2026, 3, 2), "zeta", 500), (new(2026, 3, 2), null, 99), (new(2026, 3, 2), "mute", null),
        },
        row => row.Time(day => day.Day).Dimension("account", day => day.Account).Measure(Followers, day => day.Followers));

    [Fact]
    public void WithAsOf_OfPosts_FindsTheLastKnownFollowersOfTheirAccount()
    {
        (LocalDate Day, string? Account, long Engagements)[] posts =
        [
            (new(2026, 3, 1), "acme", 20), (new(2026, 3, 3), "acme", 50), (new(2026, 3, 9), "acme", 104),
            (new(2026, 3, 1), "zeta", 9), (new(2026, 3, 2), "zeta", 10),
            (new(2026, 3, 5), null, 7), (new(2026, 3, 5), "nobody", 7), (new(2026, 3, 5), "mute", 7),
        ];
        Facts facts = Facts
            .FromRows(posts, row => row.Time(post => post.Day).Dimension("account", post => post.Account).Measure(Measures.Engagements, post => post.Engagements))
            .WithAsOf(Daily, Followers, @as: Measures.FollowersAtPublish, per: "account");

        Assert.Equal([1_000, 1_000, 1_040, null, 500, null, null, null], Column(facts));
        AsOfJoin join = Assert.Single(facts.Joins);
        Assert.Equal(new AsOfJoin("followers", "followers_at_publish", "account", null, Known: 4, BeforeFirst: 1, Stale: 0, Unmatched: 3), join);
        Assert.Equal("followers_at_publish is followers as of each row, per account: known on 4 rows, 1 row before the first value, 3 rows whose account has no value", join.ToString());

        // (20 + 50 + 104 + 10) / (1,000 + 1,000 + 1,040 + 500): what is unknown is in neither sum.
        Kpi rate = Kpi.Define("rate", Measures.Engagements / Measures.FollowersAtPublish, Unit.Ratio);
        Reading reading = facts.Read(KpiQuery.Of(rate))[rate];
        Assert.Equal(184m / 3_540m, reading.Value);
        Assert.Equal(CaveatKind.RowsLeftOut, Assert.Single(reading.Caveats).Kind);
    }

    [Fact]
    public void WithAsOf_OfADaysHistory_CountsTheSameLocalDay()
    {
        // 23:30 UTC on 1 March is 2 March in Amsterdam, when zeta had its first value.
        Facts posts = Facts.FromRows([Instant.FromUtc(2026, 3, 1, 22, 30), Instant.FromUtc(2026, 3, 1, 23, 30)], row => row
            .Time(post => post, Amsterdam).Dimension("account", _ => "zeta").Count(Measures.Posts));
        Assert.Equal([null, 500], Column(posts.WithAsOf(Daily, Followers, Measures.FollowersAtPublish, "account")));
    }

    [Theory]
    [InlineData(0, null, 2)]
    [InlineData(1, null, 2)]
    [InlineData(2, 1_000L, 1)]
    [InlineData(null, 1_000L, 0)]
    public void WithAsOf_OlderThanTheLimit_IsUnknownAndCounted(int? limit, long? third, int stale)
    {
        // Two days after the value of 1 March, and five after that of 4 March.
        Facts posts = Posts("acme", new(2026, 3, 1), new(2026, 3, 3), new(2026, 3, 9)).WithAsOf(Daily, Followers, Measures.FollowersAtPublish, "account", limit);
        Assert.Equal([1_000, third, limit is null ? 1_040 : null], Column(posts));
        Assert.Equal(stale, posts.Joins[0].Stale);
        if (limit == 1) Assert.EndsWith("known on 1 row, 2 rows whose value is older than 1 day", posts.Joins[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WithAsOf_OfMoments_TakesTheLastAtOrBeforeTheMoment()
    {
        LocalDateTime noon = new(2026, 3, 1, 12, 0);
        Facts history = History(row => row.Time(value => noon.PlusHours((int)value)), 0, 2);
        Facts posts = Facts.FromRows([noon.PlusMinutes(-1), noon, noon.PlusMinutes(119), noon.PlusHours(2)], row => row.Time(post => post).Dimension("account", _ => "acme").Count(Measures.Posts));
        Assert.Equal([null, 0, 0, 2], Column(posts.WithAsOf(history, Followers, Measures.FollowersAtPublish, "account")));
    }

    [Fact]
    public void WithAsOf_OfDaysInAHistoryOfMoments_TakesTheLastOfTheDay()
    {
        LocalDateTime noon = new(2026, 3, 1, 12, 0);
        Facts history = History(row => row.Time(value => noon.PlusHours((int)value)), 3, 1, 14);
        Assert.Equal([null, 3, 14], Column(Posts("acme", new(2026, 2, 28), new(2026, 3, 1), new(2026, 3, 2)).WithAsOf(history, Followers, Measures.FollowersAtPublish, "account")));
    }

    [Fact]
    public void WithAsOf_InTheHourThatTheClockShowsTwice_ComparesInstants()
    {
        // 00:30 and 01:30 UTC are both 02:30 in Amsterdam on 25 October 2026; the zone of the posts is another.
        Instant first = Instant.FromUtc(2026, 10, 25, 0, 30);
        Facts history = History(row => row.Time(value => first.Plus(Duration.FromHours(value)), Amsterdam), 0, 1);
        Facts posts = Facts.FromRows([first.Plus(Duration.FromMinutes(59)), first.Plus(Duration.FromHours(1))], row => row
            .Time(post => post, DateTimeZoneProviders.Tzdb["America/New_York"]).Dimension("account", _ => "acme").Count(Measures.Posts));
        Assert.Equal([0, 1], Column(posts.WithAsOf(history, Followers, Measures.FollowersAtPublish, "account")));
    }

    [Fact]
    public void WithAsOf_OfTwoValuesAtOneMoment_IsRefusedNamingThem()
    {
        (string Account, long Followers)[] values = [("acme", 100), ("acme", 120), ("zeta", 7), ("zeta", 7), ("ACME", 1)];
        Facts history = Facts.FromRows(values, row => row.Time(_ => new LocalDate(2026, 3, 1)).Dimension("account", value => value.Account).Measure(Followers, value => value.Followers));
        FactsException refusal = Assert.Throws<FactsException>(() => Posts("acme", new LocalDate(2026, 3, 1)).WithAsOf(history, Followers, Measures.FollowersAtPublish, "account"));
        Assert.Equal("followers, row 2: account 'acme' has 120 at 2026-03-01, but 100 in row 1; leave out the one that is wrong", refusal.Message);

        Facts moments = History(row => row.Time(_ => new LocalDateTime(2026, 3, 1, 9, 5)), 1, 2);
        Assert.Contains("has 2 at 2026-03-01T09:05:00, but 1 in row 1", Assert.Throws<FactsException>(() => Posts("acme", new LocalDate(2026, 3, 1)).WithAsOf(moments, Followers, Measures.FollowersAtPublish, "account")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithAsOf_OfMoney_KeepsItsCurrency()
    {
        Facts prices = Facts.FromRows([1.25m], row => row.Time(_ => new LocalDate(2026, 3, 1)).Dimension("account", _ => "acme").Measure(Measure.Sum("price", Unit.Money), price => price, Currency.EUR));
        Facts posts = Posts("acme", new(2026, 3, 1), new(2026, 3, 2)).WithAsOf(prices, Measure.Sum("price", Unit.Money), Measures.Spend, "account");
        Assert.Equal(2.50m.Of(Currency.EUR), posts.Read(KpiQuery.Of(Kpis.TotalSpend))[Kpis.TotalSpend].Quantity);
    }

    [Fact]
    public void WithAsOf_LeavesTheFactsItStartsFrom()
    {
        Facts posts = Posts("acme", new LocalDate(2026, 3, 1));
        Facts joined = posts.WithAsOf(Daily, Followers, Measures.FollowersAtPublish, "account");
        Assert.Equal(["posts"], posts.RowValues);
        Assert.Equal(["followers_at_publish", "posts"], joined.RowValues);
        Assert.Empty(posts.Joins);
    }

    [Fact]
    public void WithAsOf_OfFactsThatDoNotFit_ListsAllReasonsNamingBoth()
    {
        Facts posts = Facts.FromColumns(columns => columns.Dimension("platform", ["x"]).Measure(Measures.Likes, [1]));
        Facts history = Facts.FromColumns(columns => columns.Dimension("channel", ["x"]).Measure(Measures.Spend, [1], Currency.EUR));
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => posts.WithAsOf(history, Measures.Spend, Measures.Likes, "account"));
        Assert.Equal(
            """
            6 issues:
            - as-of join: these facts have no time, so nothing is known as of a row; describe their time
            - as-of join: the history has no time, so nothing is known as of a row; describe its time
            - as-of join: these facts have no dimension 'account'; they have: platform; the history has: channel
            - as-of join: the history has no dimension 'account'; it has: channel; these facts have: platform
            - as-of join: these facts have likes already; record it under another measure
            - as-of join: spend is recorded in money:EUR, but likes is measured in count; give a measure of the same unit
            """,
            refusal.Message);
        Assert.Contains("the history has no clicks; it has: spend", Assert.Throws<DefinitionException>(() => posts.WithAsOf(history, Measures.Clicks, Measures.Saves, "account")).Message, StringComparison.Ordinal);
        Measure both = Measure.Sum("both", Unit.Count, Measures.Comments + Measures.Shares);
        Assert.Contains("both is calculated", Assert.Throws<DefinitionException>(() => posts.WithAsOf(history, Measures.Clicks, both, "account")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_ThatAreWrong_AreRefusedAtOnce()
    {
        Facts posts = Posts("acme", new LocalDate(2026, 3, 1));
        Assert.Throws<ArgumentNullException>(() => posts.WithAsOf(null!, Followers, Measures.FollowersAtPublish, "account"));
        Assert.Throws<ArgumentNullException>(() => posts.WithAsOf(Daily, null!, Measures.FollowersAtPublish, "account"));
        Assert.Throws<ArgumentNullException>(() => posts.WithAsOf(Daily, Followers, null!, "account"));
        Assert.Throws<ArgumentException>(() => posts.WithAsOf(Daily, Followers, Measures.FollowersAtPublish, " "));
        Assert.Throws<ArgumentOutOfRangeException>(() => posts.WithAsOf(Daily, Followers, Measures.FollowersAtPublish, "account", -1));
    }

    private static Facts Posts(string account, params LocalDate[] days) =>
        Facts.FromRows(days, row => row.Time(day => day).Dimension("account", _ => account).Count(Measures.Posts));

    private static Facts History(Func<FactRows<long>, FactRows<long>> time, params long[] values) =>
        Facts.FromRows(values, row => time(row).Dimension("account", _ => "acme").Measure(Followers, value => value));

    private static decimal?[] Column(Facts facts) =>
        [.. Enumerable.Range(0, facts.RowCount).Select(row => facts.ValueOf("followers_at_publish")!.FigureAt(row))];
}
