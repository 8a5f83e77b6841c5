using NodaTime;

namespace SocialKpi.Tests.Readings;

/// <summary>Posts whose figures still grew when they were exported. Worked out by hand.</summary>
public sealed class YoungPostsTests
{
    private static readonly LocalDate Export = new(2026, 3, 31);

    // Ages at export: 30, 8, 7, 6 and 0 days; the last has no likes known.
    private static readonly (LocalDate Day, string Platform, int? Likes)[] Posts =
    [
        (new(2026, 3, 1), "x", 100), (new(2026, 3, 23), "x", 50), (new(2026, 3, 24), "tiktok", 40), (new(2026, 3, 25), "x", 5), (Export, "tiktok", null),
    ];

    private static Facts Facts(Action<FactRows<(LocalDate Day, string Platform, int? Likes)>> more) => SocialKpi.Facts.FromRows(Posts, row => more(row
        .Time(post => post.Day).Dimension("platform", post => post.Platform)
        .Measure(Measures.Likes, post => post.Likes)
        .Basis(TimeBasis.LifetimeAtPublish)));

    private static Caveat? Young(Reading reading) => reading.Caveats.SingleOrDefault(caveat => caveat.Kind == CaveatKind.YoungPosts);

    [Fact]
    public void Read_OverYoungPosts_CountsThemWhereTheyAre()
    {
        KpiTable table = Facts(row => row.ExportedOn(Export).YoungUnder(7)).Read(KpiQuery.Of(Kpis.LikeCount).By(Grain.Week).By("platform"));

        Assert.Equal((1m, "1 of 4 rows was published shortly before the export: their figures still grow"), (Young(table[Kpis.LikeCount])!.Amount, Young(table[Kpis.LikeCount])!.Text));
        Assert.Equal(195, table[Kpis.LikeCount].Value);
        Assert.NotNull(Young(table[Kpis.LikeCount, Segment.Of("platform", "x")]));
        Assert.Null(Young(table[Kpis.LikeCount, Segment.Of("platform", "tiktok")]));
        Assert.NotNull(Young(table[Kpis.LikeCount, Timeframe.Days(new(2026, 3, 23), new(2026, 3, 29))]));
        Assert.Null(Young(table[Kpis.LikeCount, Timeframe.Days(new(2026, 2, 23), new(2026, 3, 1))]));
    }

    [Fact]
    public void Read_InAContext_SaysWhereTheYoungPostsAre()
    {
        Kpi trailing = Kpi.Define("likes_7_days", Measures.Likes.At(Context.Trailing(7, Grain.Day)), Unit.Count);
        Reading reading = Facts(row => row.ExportedOn(Export).YoungUnder(7)).Read(KpiQuery.Of(trailing).By(Grain.Day))[trailing, Timeframe.Day(2026, 3, 31)];
        Assert.Equal("1 of 1 row (the trailing 7 days) was published shortly before the export: their figures still grow", Young(reading)!.Text);
        Assert.Contains("their figures still grow", reading.Explain().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SummingIndependently_SaysItOnce()
    {
        Kpi share = Kpi.Define("share", Measures.Likes / Measures.Posts, Unit.Ratio);
        Reading reading = Facts(row => row.Count(Measures.Posts).ExportedOn(Export).YoungUnder(30)).Read(KpiQuery.Of(share).SummingIndependently().Where(Condition.Is("platform", "x")))[share];
        Assert.Equal("2 of 3 rows were published shortly before the export: their figures still grow", Young(reading)!.Text);
    }

    [Fact]
    public void Read_OfEachRowsOwnExport_TakesTheAgeThen()
    {
        Facts facts = Facts(row => row.ExportedOn(post => post.Day.PlusDays(post.Platform == "x" ? 3 : 30)).YoungUnder(7));
        Assert.Equal(3, Young(facts.Read(KpiQuery.Of(Kpis.LikeCount))[Kpis.LikeCount])!.Amount);
    }

    [Fact]
    public void Read_WithoutAStatedAge_SaysNothing() =>
        Assert.Null(Young(Facts(row => row.ExportedOn(Export)).Read(KpiQuery.Of(Kpis.LikeCount))[Kpis.LikeCount]));

    [Fact]
    public void YoungUnder_OfFactsThatHaveNoAge_IsRefusedWithAllThatIsMissing()
    {
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => SocialKpi.Facts.FromColumns(columns => columns.Measure(Measures.Likes, [1]).YoungUnder(7)));
        Assert.Equal(["young rows", "young rows", "young rows"], refusal.Issues.Select(issue => issue.Subject));
        Assert.Throws<ArgumentOutOfRangeException>(() => Facts(row => row.ExportedOn(Export).YoungUnder(0)));
    }

    [Fact]
    public void Append_OfFactsWithAnotherAge_IsRefused()
    {
        Facts seven = Keyed(7), days = Keyed(28);
        Assert.Contains("young under 7 days before and under 28 days", Assert.Throws<DefinitionException>(() => seven.Append(days)).Message, StringComparison.Ordinal);
        Assert.Equal(7, seven.Append(Keyed(7)).YoungUnderDays);

        static Facts Keyed(int age) => Facts(row => row.ExportedOn(Export).YoungUnder(age).Key(post => post.Day.ToString("R", null), Duplicates.KeepLast));
    }
}
