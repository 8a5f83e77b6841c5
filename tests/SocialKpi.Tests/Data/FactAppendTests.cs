using NodaTime;

namespace SocialKpi.Tests.Data;

public sealed class FactAppendTests
{
    private static readonly LocalDate April = new(2026, 4, 1);
    private static readonly LocalDate May = new(2026, 5, 1);

    private sealed record Post(string Id, LocalDate Day, string Platform, long? Likes, decimal Cost = 1);

    [Fact]
    public void Append_OfALaterExport_ReplacesWhatItHasAndKeepsTheRest()
    {
        // Lifetime likes grow from one export to the next: post a had 100 in April and 140 in May, never 240.
        Facts april = Export(April, new("a", new(2026, 3, 1), "x", 100), new("b", new(2026, 3, 2), "y", 50));
        Facts may = Export(May, new("c", new(2026, 4, 3), "z", 7), new("a", new(2026, 3, 1), "x", 140));
        Facts both = april.Append(may);
        Assert.Equal((3, 1, May), (both.RowCount, both.DuplicatesDropped, both.ExportedOn));
        Assert.Equal((197m, 140m), (Likes(both), Likes(both, "x")));
        Assert.Equal(TimeBasis.LifetimeAtPublish, both.TimeBasis);
        Assert.Equal(190, both.Read(KpiQuery.Of(Kpis.LikeCount).By(Grain.Month))[Kpis.LikeCount, Timeframe.Month(2026, 3)].Value);
    }

    [Fact]
    public void Append_OfTheSameExportTwice_ChangesNothing()
    {
        Facts april = Export(April, new("a", new(2026, 3, 1), "x", 100), new("b", new(2026, 3, 2), "y", null));
        KpiQuery query = KpiQuery.Of(Kpis.LikeCount, Kpis.TotalSpend).By(Grain.Month).By("platform");
        Facts twice = april.Append(april);
        Assert.Equal(april.Read(query).ToJson(), twice.Read(query).ToJson());
        Assert.Equal((2, 2, April), (twice.RowCount, twice.DuplicatesDropped, twice.ExportedOn));
    }

    [Fact]
    public void Append_InTheWrongOrder_StillKeepsTheLaterExport()
    {
        Facts april = Export(April, new Post("a", new(2026, 3, 1), "x", 100));
        Facts may = Export(May, new Post("a", new(2026, 3, 1), "x", 140));
        Assert.Equal((140m, 140m), (Likes(april.Append(may)), Likes(may.Append(april))));
        Assert.Equal(140, Likes(may.Append(april).Append(april)));
    }

    [Fact]
    public void Append_WithoutExportDates_TakesTheFactsAppendedAsLater()
    {
        Facts first = Keyed(Duplicates.KeepLast, 100);
        Facts second = Keyed(Duplicates.KeepLast, 140);
        Assert.Equal((140m, 100m), (Likes(first.Append(second)), Likes(second.Append(first))));
        Assert.Equal(100, Likes(Keyed(Duplicates.KeepFirst, 100).Append(Keyed(Duplicates.KeepFirst, 140))));
    }

    [Fact]
    public void Append_WhereKeysMayNotRepeat_NamesTheRowsOfBoth()
    {
        FactsException refusal = Assert.Throws<FactsException>(() => Keyed(Duplicates.Refuse, 100).Append(Keyed(Duplicates.Refuse, 140)));
        Assert.Equal("key, row 1: 'a' stands in row 1 of the facts before too; leave it out, or describe both with Duplicates.KeepLast, so that it replaces that row", refusal.Message);
        Facts other = Facts.FromColumns(columns => columns.Key(["b"], Duplicates.Refuse).Measure(Measures.Likes, [7]));
        Assert.Equal(107, Likes(Keyed(Duplicates.Refuse, 100).Append(other)));
    }

    [Fact]
    public void Append_OfOtherDecimalsAndBlanks_IsExact()
    {
        Facts one = Facts.FromColumns(columns => columns.Key(["a", "b"], Duplicates.Refuse).Measure(Measures.Likes, [1.25m, null]));
        Facts two = Facts.FromColumns(columns => columns.Key(["c", "d"], Duplicates.Refuse).Measure(Measures.Likes, [0.0000001m, null], Blank.NotApplicable));
        Reading likes = one.Append(two).Read(KpiQuery.Of(Kpis.LikeCount))[Kpis.LikeCount];
        Assert.Equal((1.2500001m, 2), (likes.Value, likes.RowsUsed));
        Assert.Equal([CaveatKind.RowsLeftOut, CaveatKind.RowsNotApplicable], likes.Caveats.Select(caveat => caveat.Kind).Order());
    }

    [Fact]
    public void Append_OfInstants_KeepsTheirZone()
    {
        Facts Make(string key, string zone) => Facts.FromColumns(columns => columns
            .Key([key], Duplicates.KeepLast).Time((Instant[])[Instant.FromUtc(2026, 3, 1, 23, 30)], DateTimeZoneProviders.Tzdb[zone]).Measure(Measures.Likes, [1]));
        KpiTable days = Make("a", "Europe/Amsterdam").Append(Make("b", "Europe/Amsterdam")).Read(KpiQuery.Of(Kpis.LikeCount).By(Grain.Day));
        Assert.Equal(2, days[Kpis.LikeCount, Timeframe.Day(2026, 3, 2)].Value);
        Assert.Equal(
            "append: the time is instants in Europe/Amsterdam before and instants in Europe/London in the facts appended; describe both alike",
            Assert.Throws<DefinitionException>(() => Make("a", "Europe/Amsterdam").Append(Make("b", "Europe/London"))).Message);
    }

    [Fact]
    public void Append_OfFactsThatDiffer_ListsAllThatDiffers()
    {
        Facts one = Facts.FromColumns(columns => columns
            .Key(["a"], Duplicates.KeepLast).Time((LocalDate[])[April]).Dimension("platform", ["x"])
            .Measure(Measures.Spend, [1], Currency.EUR).Measure(Measures.Likes, [1]).ExportedOn(April));
        Facts two = Facts.FromColumns(columns => columns
            .Key(["a"], Duplicates.KeepFirst).Dimension("network", ["x"]).Basis(TimeBasis.LifetimeAtPublish)
            .Measure(Measures.Spend, [1], Currency.USD).Measure(Measures.Clicks, [1]));
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => one.Append(two));
        Assert.Equal(
            [
                "of a key that repeats, the facts before say KeepLast, the facts appended KeepFirst; describe both alike",
                "the facts appended have no dimension platform; describe it there too, blank where it is not known",
                "the facts before have no dimension network; describe it there too, blank where it is not known",
                "the facts appended have no measure or row value likes; describe it there too, blank where it is not known",
                "the facts before have no measure or row value clicks; describe it there too, blank where it is not known",
                "spend is recorded in money:EUR before and in money:USD in the facts appended; convert one of them with ExchangeRates",
                "the time is days before and nothing in the facts appended; describe both alike",
                "the time basis is PerPeriod before and LifetimeAtPublish in the facts appended; figures of both do not mean the same",
                "only the facts before say when they were exported; say it of both, or of none",
            ],
            refusal.Issues.Select(issue => issue.Message));
        Assert.All(refusal.Issues, issue => Assert.Equal("append", issue.Subject));
    }

    [Fact]
    public void Append_WithoutAKey_IsRefused()
    {
        Facts keyless = Facts.FromColumns(columns => columns.Measure(Measures.Likes, [1]));
        Assert.Contains("both have no key, so a row of both would count twice", Assert.Throws<DefinitionException>(() => keyless.Append(keyless)).Message, StringComparison.Ordinal);
        Assert.Contains("the facts appended have no key", Assert.Throws<DefinitionException>(() => Keyed(Duplicates.KeepLast, 1).Append(keyless)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => keyless.Append(null!));
    }

    [Fact]
    public void Append_WithExportDatesPerRow_KeepsTheLatestOfEachKey()
    {
        Facts one = Facts.FromRows([("a", May, 1), ("b", April, 2)], row => row
            .Key(post => post.Item1, Duplicates.KeepLast).ExportedOn(post => post.Item2).Measure(Measures.Likes, post => post.Item3));
        Facts two = Facts.FromRows([("a", 10), ("b", 20)], row => row
            .Key(post => post.Item1, Duplicates.KeepLast).ExportedOn(new LocalDate(2026, 4, 15)).Measure(Measures.Likes, post => post.Item2));
        Facts both = one.Append(two);
        Assert.Equal((21m, May), (Likes(both), both.ExportedOn));
    }

    private static Facts Export(LocalDate day, params Post[] posts) => Facts.FromRows(posts, row => row
        .Key(post => post.Id, Duplicates.KeepLast).Time(post => post.Day).Dimension("platform", post => post.Platform)
        .Measure(Measures.Likes, post => post.Likes).Measure(Measures.Spend, post => post.Cost, Currency.EUR)
        .Basis(TimeBasis.LifetimeAtPublish).ExportedOn(day));

    private static Facts Keyed(Duplicates rule, decimal likes) => Facts.FromColumns(columns => columns.Key(["a"], rule).Measure(Measures.Likes, [likes]));

    private static decimal Likes(Facts facts, string? platform = null) => platform is null
        ? facts.Read(KpiQuery.Of(Kpis.LikeCount))[Kpis.LikeCount].Value
        : facts.Read(KpiQuery.Of(Kpis.LikeCount).By("platform"))[Kpis.LikeCount, Segment.Of("platform", platform)].Value;
}
