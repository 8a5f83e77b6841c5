using NodaTime;

namespace SocialKpi.Tests.Themes;

/// <summary>
/// Themes 2 and 14: people added over time as if they were clicks, and estimates that pass for counts.
/// allegro-api #13293, plausible #1444, goaccess #1409, matomo #14894, PostHog #17688; ClickHouse #95046, cube #7069, #6747.
/// </summary>
public sealed class PeopleTests
{
    private static readonly Kpi Reach = Kpi.Define("reach", Measures.AccountReach, Unit.Count);
    private static readonly Measure Visitors = Measure.Distinct("visitors", of: "visitor");
    private static readonly Kpi VisitorCount = Kpi.Define("visitors", Visitors, Unit.Count);
    private static readonly LocalDate Monday = new(2026, 3, 2);

    [Fact]
    public void PublishedDailyReach_OverAWeek_IsGrossWithBoundsThatHoldTheTruth()
    {
        // allegro-api #13293: seven daily counts add to 4868, while the panel says 3962 for the week.
        decimal?[] counts = [700, 690, 710, 680, 705, 695, 688];
        KpiTable table = Facts.FromColumns(columns => columns
            .Time([.. Enumerable.Range(0, 7).Select(Monday.PlusDays)])
            .Measure(Measures.AccountReach, counts)).Read(KpiQuery.Of(Reach).By(Grain.Day));

        Assert.All(table.Rows, row => Assert.Null(row[Reach].Bounds));
        Assert.Equal(4868m, table[Reach].Value);
        Assert.Equal(new Bounds(710, 4868), table[Reach].Bounds);
        Assert.True(table[Reach].Bounds!.Value.Contains(3962));
        Assert.Equal(CaveatKind.GrossPeople, Assert.Single(table[Reach].Caveats).Kind);
    }

    [Fact]
    public void PublishedWeeklyReach_ReadAtItsOwnGrain_IsWhatThePanelSays()
    {
        Reading week = Facts.FromColumns(columns => columns.Time([Monday]).Measure(Measures.AccountReach, [3962m]))
            .Read(KpiQuery.Of(Reach).By(Grain.Week))[Reach, Timeframe.Week(2026, 10)];

        Assert.Equal(3962m, week.Value);
        Assert.Null(week.Bounds);
        Assert.Empty(week.Caveats);
    }

    [Theory]
    [InlineData(4868, 3962)] // allegro-api #13293
    [InlineData(20285, 10052)] // matomo #14894: 10052 unique visitors by month, 20285 by day
    public void Ids_OverDays_CountEveryoneOnce(int visits, int people)
    {
        // The first day everyone, then those who come again, and then those who come a third time.
        int again = visits - people < people ? visits - people : people;
        int thirdTime = visits - people - again;
        string[] ids = [.. Ids(people), .. Ids(again), .. Ids(thirdTime)];
        LocalDate[] days = [.. Enumerable.Repeat(Monday, people), .. Enumerable.Repeat(Monday.PlusDays(1), again), .. Enumerable.Repeat(Monday.PlusDays(2), thirdTime)];
        KpiTable table = Facts.FromColumns(columns => columns.Time(days).Dimension("visitor", ids)).Read(KpiQuery.Of(VisitorCount).By(Grain.Day));

        Assert.Equal(visits, table.Rows.Sum(row => row[VisitorCount].Value));
        Assert.Equal(people, table[VisitorCount].Value);
        Assert.Null(table[VisitorCount].Bounds);
    }

    [Fact]
    public void Ids_InATrailingWindow_CountEveryoneOnce()
    {
        Kpi weekly = Kpi.Define("visitors_of_3_days", Visitors.At(Context.Trailing(3, Grain.Day)), Unit.Count);
        KpiTable table = Facts.FromColumns(columns => columns
            .Time([Monday, Monday.PlusDays(1), Monday.PlusDays(2), Monday.PlusDays(3)])
            .Dimension("visitor", ["ann", "bob", "ann", "ann"])).Read(KpiQuery.Of(weekly).By(Grain.Day));

        Assert.Equal([1m, 2m, 2m, 2m], table.Rows.Select(row => row[weekly].Value));
    }

    [Fact]
    public void Ids_OfAHundredThousand_AreAHundredThousand()
    {
        // An approximate count of the same ids gave 96408; there is no estimate here, so nothing to state an error of.
        const int All = 100_000;
        Reading reading = Facts.FromColumns(columns => columns.Dimension("visitor", Ids(All))).Read(KpiQuery.Of(VisitorCount))[VisitorCount];

        Assert.Equal(100_000m, reading.Value);
        Assert.Empty(reading.Caveats);
        Assert.Null(reading.Bounds);
    }

    [Fact]
    public void Ids_OfTwoSourcesThatOverlap_MergeAsIds()
    {
        // Sketches of one system cannot be merged with those of another (ClickHouse #95046); ids can.
        KpiQuery query = KpiQuery.Of(VisitorCount);
        KpiTable merged = Facts.FromColumns(columns => columns.Dimension("visitor", ["ann", "bob", "cid"])).Read(query)
            .Merge(Facts.FromColumns(columns => columns.Dimension("visitor", ["dan", "cid", "ann"])).Read(query));

        Assert.Equal(4m, merged[VisitorCount].Value);
    }

    [Fact]
    public void Ratio_OfTwoDistinctCounts_DividesTheCounts()
    {
        // cube #6747: a ratio of two estimates divided the bytes of the sketches.
        Kpi buyers = Kpi.Define("buyer_share", Visitors.Where(Condition.AtLeast("conversions", 1), "buyers") / Visitors, Unit.Ratio);
        Reading reading = Facts.FromColumns(columns => columns
            .Dimension("visitor", ["ann", "ann", "bob", "cid", "dan", "ann"])
            .Measure(Measures.Conversions, [1, 1, 0, 0, 0, 0])).Read(KpiQuery.Of(buyers))[buyers];

        Assert.Equal(0.25m, reading.Value);
    }

    [Fact]
    public void Frequency_OverSeveralPublishedCounts_IsBoundedBothWays()
    {
        // 300 impressions of between 80 and 150 people.
        Kpi frequency = Kpi.Define("frequency", Measures.Impressions / Measures.AccountReach, Unit.Number);
        Reading reading = Facts.FromColumns(columns => columns
            .Measure(Measures.Impressions, [100, 200])
            .Measure(Measures.AccountReach, [70, 80])).Read(KpiQuery.Of(frequency))[frequency];

        Assert.Equal(2m, reading.Value);
        Assert.Equal(new Bounds(2m, 3.75m), reading.Bounds);
    }

    private static string[] Ids(int count) => [.. Enumerable.Range(0, count).Select(id => id.ToString(System.Globalization.CultureInfo.InvariantCulture))];
}
