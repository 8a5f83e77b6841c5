using NodaTime;

namespace SocialKpi.Tests.Themes;

/// <summary>
/// Theme 10: figures counted twice because rows were joined or loaded twice.
/// lightdash #15700, #15943, #17905, #961, #861; DJ #1531; BSL #218, #260; orionbelt PR #258; OWOX PR #1488.
/// </summary>
public sealed class FanOutTests
{
    private static readonly Kpi Clicks = Kpis.ClickCount;

    // The second export repeats p1 with a later figure and p2 unchanged.
    private static readonly (string Post, int Clicks)[] TwoExports = [("p1", 10), ("p2", 20), ("p1", 15), ("p2", 20), ("p3", 5)];

    [Fact]
    public void Rows_LoadedTwice_ReplaceAndDoNotAdd()
    {
        Facts last = Keyed(Duplicates.KeepLast);
        Assert.Equal(40m, last.Read(KpiQuery.Of(Clicks))[Clicks].Value);
        Assert.Equal((3, 2), (last.RowCount, last.DuplicatesDropped));
        Assert.Equal(35m, Keyed(Duplicates.KeepFirst).Read(KpiQuery.Of(Clicks))[Clicks].Value);
    }

    [Fact]
    public void Rows_WithOneKeyTwice_AreRefusedAndEachIsNamed()
    {
        FactsException refused = Assert.Throws<FactsException>(() => Keyed(Duplicates.Refuse));

        Assert.Equal([2, 3], refused.Issues.Select(issue => issue.Row!.Value));
        Assert.Contains("'p1' stands in row 1 too", refused.Issues[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_WithoutAKey_AreRefusedWhateverTheRule()
    {
        foreach (Duplicates rule in Enum.GetValues<Duplicates>())
        {
            FactsException refused = Assert.Throws<FactsException>(
                () => Facts.FromColumns(columns => columns.Measure(Measures.Clicks, [1, 2]).Key(["p1", null!], rule)));
            Assert.Equal(1, Assert.Single(refused.Issues).Row);
        }
    }

    [Fact]
    public void Rows_OfALaterExport_ReplaceThoseOfAnEarlierInAnyOrder()
    {
        // The newer export stands first in the file: what counts is its date.
        (string Post, int Clicks, LocalDate Exported)[] rows = [("p1", 15, new(2026, 3, 2)), ("p1", 10, new(2026, 3, 1)), ("p2", 20, new(2026, 3, 1))];
        foreach ((string, int, LocalDate)[] order in new[] { rows, [.. rows.Reverse()] })
        {
            Facts facts = Facts.FromRows(order, row => row.Measure(Measures.Clicks, post => post.Item2).Key(post => post.Item1, Duplicates.KeepLast).ExportedOn(post => post.Item3));
            Assert.Equal(35m, facts.Read(KpiQuery.Of(Clicks))[Clicks].Value);
        }
    }

    [Fact]
    public void Rows_RepeatedWithoutAKey_AreAddedAndReported()
    {
        // Equal rows may be two posts; nothing is mended silently, and the report tells.
        LocalDate day = new(2026, 3, 1);
        Facts facts = Facts.FromColumns(columns => columns.Time([day, day, day]).Dimension("post", ["p1", "p1", "p2"]).Measure(Measures.Clicks, [10, 10, 20]));
        Assert.Equal(40m, facts.Read(KpiQuery.Of(Clicks))[Clicks].Value);
        Assert.Equal(1, Assert.Single(facts.Quality().Of(QualityKind.RepeatedRows)).Count);
    }

    [Fact]
    public void Tables_OfDifferentGrain_AreAggregatedEachAndThenMeet()
    {
        // orionbelt PR #258: joined row by row these gave 310 where 210 was right. DJ #1531 calls it FANOUT_RISK.
        Facts ads = Facts.FromColumns(columns => columns.Dimension("account", ["a", "a", "b"]).Measure(Measures.Spend, [100, 10, 100], Currency.EUR));
        Facts visits = Facts.FromColumns(columns => columns.Dimension("account", ["a", "a", "a", "c"]).Measure(Measures.Clicks, [1, 2, 4, 8]));
        KpiTable table = FactTables.Of(("ads", ads), ("visits", visits)).Read(KpiQuery.Of(Kpis.TotalSpend, Clicks, Kpis.CostPerClick).By("account"));

        Assert.Equal((210m, 15m, 14m), (table[Kpis.TotalSpend].Value, table[Clicks].Value, table[Kpis.CostPerClick].Value));
        Assert.Equal((110m, 7m), (table[Kpis.TotalSpend, Segment.Of("account", "a")].Value, table[Clicks, Segment.Of("account", "a")].Value));

        // Accounts that only one of them knows are rows, with the reason where the other has nothing.
        Assert.Equal(["a", "b", "c"], table.Rows.Select(row => row.Segment["account"]));
        Assert.Equal((Absence.NoRows, Absence.NoRows), (table[Clicks, Segment.Of("account", "b")].Absence, table[Kpis.TotalSpend, Segment.Of("account", "c")].Absence));
    }

    [Fact]
    public void Tables_WithTwoFactsOfOneDimension_NeverMultiplyEachOther()
    {
        // A chasm: three posts and four ads of one account have twelve pairs.
        Facts posts = Facts.FromColumns(columns => columns.Dimension("account", ["a", "a", "a"]).Measure(Measures.Likes, [1, 1, 1]));
        Facts ads = Facts.FromColumns(columns => columns.Dimension("account", ["a", "a", "a", "a"]).Measure(Measures.Spend, [1, 1, 1, 1], Currency.EUR));
        KpiTable table = FactTables.Of(("posts", posts), ("ads", ads)).Read(KpiQuery.Of(Kpis.LikeCount, Kpis.TotalSpend));
        Assert.Equal((3m, 4m), (table[Kpis.LikeCount].Value, table[Kpis.TotalSpend].Value));
    }

    [Fact]
    public void Tables_ByADimensionThatOneLacks_AreRefusedAndNotSpreadOverIt()
    {
        Facts posts = Facts.FromColumns(columns => columns.Dimension("type", ["photo", "video"]).Measure(Measures.Likes, [1, 2]));
        Facts ads = Facts.FromColumns(columns => columns.Measure(Measures.Spend, [7], Currency.EUR));
        DefinitionException refused = Assert.Throws<DefinitionException>(
            () => FactTables.Of(("posts", posts), ("ads", ads)).Read(KpiQuery.Of(Kpis.LikeCount, Kpis.TotalSpend).By("type")));
        Assert.Contains("'type', which ads does not have", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stock_BesidePosts_IsCountedOnceHoweverManyPostsThereAre()
    {
        Kpi likesPerFollower = Kpi.Define("likes_per_follower", Measures.Likes / Measures.Followers, Unit.Ratio);
        LocalDate day = new(2026, 3, 5);
        Facts posts = Facts.FromColumns(columns => columns.Time([day, day, day]).Dimension("account", ["a", "a", "b"]).Measure(Measures.Likes, [3, 4, 5]));
        Facts daily = Facts.FromColumns(columns => columns.Time([day, day]).Dimension("account", ["a", "b"]).Measure(Measures.Followers, [100, 20]));
        KpiTable table = FactTables.Of(("posts", posts), ("daily", daily)).Read(KpiQuery.Of(likesPerFollower).By("account"));

        Assert.Equal([0.07m, 0.25m], DailyClicks.Of(table, likesPerFollower));
        Assert.Equal(0.1m, table[likesPerFollower].Value);
    }

    private static Facts Keyed(Duplicates rule) => Facts.FromRows(TwoExports, row => row
        .Measure(Measures.Clicks, post => post.Clicks)
        .Key(post => post.Post, rule));
}
