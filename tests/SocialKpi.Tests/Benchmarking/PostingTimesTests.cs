using NodaTime;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Benchmarking;

/// <summary>When posts did best, and when the audience is there: two questions with two answers.</summary>
public sealed class PostingTimesTests
{
    private static readonly Kpi Active = Kpi.Define("active_followers", Measure.Mean("mean_active_followers", Unit.Count, of: "active_followers"), Unit.Count, label: "Active followers");

    private static readonly (LocalDateTime Published, int Impressions, int Clicks)[] Posts =
    [
        (new(2026, 1, 5, 9, 10), 1000, 10), (new(2026, 1, 6, 9, 50), 1000, 20), (new(2026, 1, 12, 18, 0), 1000, 50), (new(2026, 1, 13, 18, 30), 1000, 40), (new(2026, 1, 13, 3, 0), 10, 9),
    ];

    private static readonly (LocalDateTime Hour, decimal? Followers)[] Hours = [(new(2026, 1, 5, 9, 0), 30), (new(2026, 1, 6, 9, 0), 10), (new(2026, 1, 5, 20, 0), 25)];

    private static KpiTable Table(params string[] dimensions) => Facts.FromRows(Posts, row => row
        .Time(post => post.Published)
        .Dimension("platform", _ => "x")
        .Measure(Measures.Impressions, post => post.Impressions)
        .Measure(Measures.Clicks, post => post.Clicks))
        .Read(dimensions.Aggregate(KpiQuery.Of(Kpis.ClickThroughRate).AtLeast(Measures.Impressions, 500), (query, dimension) => query.By(dimension)));

    [Fact]
    public void Of_HoursAndWeekdays_EachOverAllOfTheOther()
    {
        PostingTimes times = PostingTimes.Of(Table(TimeDimension.Weekday, TimeDimension.HourOfDay), Kpis.ClickThroughRate);
        Assert.Equal(["18", "09"], times.Hours!.Ranked.Select(reading => reading.Segment[TimeDimension.HourOfDay]));
        Assert.Equal([0.045m, 0.015m], times.Hours.Ranked.Select(reading => reading.Value));
        Assert.Equal(["2", "1"], times.Weekdays!.Ranked.Select(reading => reading.Segment[TimeDimension.Weekday]));
        Assert.Equal(69m / 2010m, times.Weekdays.Ranked[0].Value);
        Assert.Equal(
            """
            When posts did best, by when they were published: CTR

            Best by CTR: 18:00–18:59 (4.50 %); worst: 09:00–09:59 (1.50 %)

            hour_of_day             CTR  rows
            ─────────────────────────────────
            18:00–18:59          4.50 %     2
            09:00–09:59          1.50 %     2
            ─────────────────────────────────
            03:00–03:59  – (suppressed)

            03:00–03:59: fewer than 500 impressions

            Best by CTR: Tuesday (3.43 %); worst: Monday (3.00 %)

            weekday     CTR  rows
            ─────────────────────
            Tuesday  3.43 %     3
            Monday   3.00 %     2
            """, times.ToString());
    }

    [Fact]
    public void Of_OneOfBoth_LeavesTheOtherOut() => Assert.Null(PostingTimes.Of(Table(TimeDimension.HourOfDay), Kpis.ClickThroughRate).Weekdays);

    [Fact]
    public void Of_WhatBelongsToTheOtherQuestion_IsRefused()
    {
        KpiTable followers = Facts.FromColumns(columns => columns.Time([new LocalDateTime(2026, 1, 1, 9, 0)]).Dimension("account", ["a"]).Measure(Measures.Followers, [5]))
            .Read(KpiQuery.Of(Kpis.FollowerCount).By(TimeDimension.HourOfDay));
        Assert.Contains("Ask for AudienceActivity", Assert.Throws<ArgumentException>(() => PostingTimes.Of(followers, Kpis.FollowerCount)).Message, StringComparison.Ordinal);
        Assert.Contains("PostingTimes if it is a result of posts", Assert.Throws<ArgumentException>(() => AudienceActivity.Of(Table(TimeDimension.HourOfDay), Kpis.ClickThroughRate)).Message, StringComparison.Ordinal);
        Assert.Contains("neither by hour of day nor by weekday", Assert.Throws<ArgumentException>(() => PostingTimes.Of(Table("platform"), Kpis.ClickThroughRate)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Activity_Hours_AreMeansOfDaysAndNeverSums()
    {
        AudienceActivity activity = Activity(Hours);
        Assert.Equal([("20", 25m), ("09", 20m)], activity.Hours.Select(reading => (reading.Segment[TimeDimension.HourOfDay]!, reading.Value)));
        Assert.Equal("20", Assert.Single(activity.BusiestHours).Segment[TimeDimension.HourOfDay]);
        Assert.Empty(activity.BusiestWeekdays);
        Assert.Equal(
            """
            When the audience is there, which says nothing of what performs: Active followers

            hour_of_day  Active followers  rows
            ───────────────────────────────────
            20:00–20:59                25     1
            09:00–09:59                20     2
            """, activity.ToString());
    }

    [Fact]
    public void Activity_OfWhatAddsUpOverDays_IsRefused()
    {
        Measure unique = Measure.Unique("active_people"), total = Measure.Sum("active_sum", Unit.Count), last = Measure.Snapshot("active_then", Unit.Count, per: "account");
        Kpi people = Kpi.Define("people", unique, Unit.Count), sum = Kpi.Define("sum", total, Unit.Count), stock = Kpi.Define("stock", last, Unit.Count);
        Kpi different = Kpi.Define("different", Measure.Distinct("accounts", of: "account"), Unit.Count);
        Kpi perCount = Kpi.Define("per_count", total / Measure.Count("counts", of: "active_sum"), Unit.Count);
        Kpi window = Kpi.Define("window", unique.At(Context.Trailing(28, Grain.Day)), Unit.Count), perDay = Kpi.Define("per_day", total / Measure.Distinct("days", of: "day"), Unit.Count);
        Kpi median = Kpi.Define("median", Measure.Median("median_active", Unit.Count, "active_followers"), Unit.Count);
        KpiTable table = Facts.FromRows(Hours, row => row.Time(r => r.Hour).Dimension("account", _ => "a").Dimension("day", r => r.Hour.Day == 5 ? "5" : "6").Value("active_followers", r => r.Followers)
            .Measure(unique, r => r.Followers).Measure(total, r => r.Followers).Measure(last, r => r.Followers))
            .Read(KpiQuery.Of(people, sum, different, window, stock, perCount, perDay, median).During(Timeframe.Month(2026, 1)).By(TimeDimension.HourOfDay));

        Assert.All([people, sum, different, window], kpi => Assert.Contains(
            "it adds up over days, and the same people are there on many. Ask for a mean", Assert.Throws<ArgumentException>(() => AudienceActivity.Of(table, kpi)).Message, StringComparison.Ordinal));
        Assert.Contains("it reads a stock, which is of the last moment", Assert.Throws<ArgumentException>(() => AudienceActivity.Of(table, stock)).Message, StringComparison.Ordinal);
        Assert.All([perCount, perDay, median], kpi => Assert.Equal("20", Assert.Single(AudienceActivity.Of(table, kpi).BusiestHours).Segment[TimeDimension.HourOfDay]));
    }

    [Fact]
    public void Of_APlainSum_SaysThatItGrowsWithHowMuchWasPosted()
    {
        Kpi ofMonth = Kpi.Define("of_28_days", Measures.Clicks.At(Context.Trailing(28, Grain.Day)), Unit.Count, Direction.HigherIsBetter);
        Kpi perClick = Kpi.Define("share_of_thousand", 1_000 / Measures.Clicks, Unit.Number, Direction.LowerIsBetter);
        KpiTable table = Facts.FromRows(Posts, row => row.Time(post => post.Published).Measure(Measures.Impressions, post => post.Impressions).Measure(Measures.Clicks, post => post.Clicks))
            .Read(KpiQuery.Of(Kpis.ClickCount, Kpis.ClickThroughRate, ofMonth, perClick).During(Timeframe.Month(2026, 1)).By(TimeDimension.HourOfDay));
        const string note = "Clicks grows with how much was posted, so a time may lead by its number of posts alone; compare rates or figures per post";
        PostingTimes sums = PostingTimes.Of(table, Kpis.ClickCount);
        Assert.All([sums.ToString(), sums.ToMarkdown(), sums.ToHtml()], text => Assert.Contains(note, text, StringComparison.Ordinal));
        Assert.Contains(note.Replace("Clicks", "of_28_days", StringComparison.Ordinal), PostingTimes.Of(table, ofMonth).ToString(), StringComparison.Ordinal);
        Assert.Contains("share_of_thousand shrinks with how much was posted", PostingTimes.Of(table, perClick).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("with how much", PostingTimes.Of(table, Kpis.ClickThroughRate).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Times_HaveTheCaveatsOfTheirReadingsUnderThem()
    {
        // One of two posts at nine does not say its clicks, one of two counts at nine its followers.
        KpiTable posts = Facts.FromRows([.. Posts[..4].Select((post, at) => (post, at))], row => row.Time(each => each.post.Published)
            .Measure(Measures.Impressions, each => each.post.Impressions).Measure(Measures.Clicks, each => each.at == 1 ? null : each.post.Clicks))
            .Read(KpiQuery.Of(Kpis.ClickThroughRate).By(TimeDimension.HourOfDay));
        PostingTimes times = PostingTimes.Of(posts, Kpis.ClickThroughRate);
        AudienceActivity activity = Activity([(new(2026, 1, 5, 9, 0), 30), (new(2026, 1, 6, 9, 0), null), (new(2026, 1, 5, 20, 0), 25)]);

        Assert.All([times.ToString(), times.ToMarkdown(), times.ToHtml(), times.Hours!.ToString()], text => Assert.Contains("1 of 2 rows left out: clicks is unknown on 1", text, StringComparison.Ordinal));
        Assert.All([activity.ToString(), activity.ToMarkdown(), activity.ToHtml()], text => Assert.Contains("09:00–09:59: 1 of 2 rows left out: active", text, StringComparison.Ordinal));
    }

    [SharedFact]
    public void Activity_TikTok_IsBusiestAtOneInTheAfternoon()
    {
        // Seven days of February 2026 without a year in the file; 13:00 has 8,450 over seven days, 03:00 the least with 297 a day.
        AudienceActivity activity = Activity([.. Exports.Rows("platform-exports/tiktok/FollowerActivity.csv", ',').Select(row =>
            (new LocalDate(2026, 2, int.Parse(row["Date"].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)).At(new LocalTime(int.Parse(row["Hour"], System.Globalization.CultureInfo.InvariantCulture), 0)),
                Exports.Number(row["Active followers"])))]);
        Assert.Equal(24, activity.Hours.Count);
        Assert.Equal(("13", 8450m / 7), (Assert.Single(activity.BusiestHours).Segment[TimeDimension.HourOfDay], activity.Hours[0].Value));
        Assert.Equal(("03", 297m), (activity.Hours[^1].Segment[TimeDimension.HourOfDay], activity.Hours[^1].Value));
    }

    private static AudienceActivity Activity((LocalDateTime Hour, decimal? Followers)[] rows) => AudienceActivity.Of(
        Facts.FromRows(rows, row => row.Time(r => r.Hour).Value("active_followers", r => r.Followers)).Read(KpiQuery.Of(Active).By(TimeDimension.HourOfDay)), Active);
}
