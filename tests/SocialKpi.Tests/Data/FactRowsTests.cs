using NodaTime;

namespace SocialKpi.Tests.Data;

public sealed class FactRowsTests
{
    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    private sealed record Post(string? Platform = null, int Likes = 0, int? Comments = null, long Impressions = 0, long? Shares = null, decimal Spend = 0, decimal? Revenue = null, double Saves = 0, double? Clicks = null);

    [Fact]
    public void Measure_OfEveryNumberType_NeedsNoCast()
    {
        Post[] posts = [new("x", 1, 2, 3, 4, 5.5m, 6.5m, 7, 8.25)];
        Facts facts = Facts.FromRows(posts, row => row
            .Dimension("platform", post => post.Platform)
            .Measure(Measures.Likes, post => post.Likes)
            .Measure(Measures.Comments, post => post.Comments)
            .Measure(Measures.Impressions, post => post.Impressions)
            .Measure(Measures.Shares, post => post.Shares)
            .Measure(Measures.Spend, post => post.Spend, Currency.EUR)
            .Measure(Measures.Revenue, post => post.Revenue, Currency.EUR)
            .Measure(Measures.Saves, post => post.Saves)
            .Measure(Measures.Clicks, post => post.Clicks)
            .Value("score", post => post.Likes)
            .Value("rating", post => post.Revenue)
            .Value("seconds", post => post.Saves)
            .Count(Measures.Posts));
        Kpi[] kpis = [Kpis.LikeCount, Kpis.CommentCount, Kpis.ImpressionCount, Kpis.ShareCount, Kpis.TotalSpend, Kpis.TotalRevenue, Kpis.SaveCount, Kpis.ClickCount, Kpis.PostCount];
        Assert.Equal([1m, 2m, 3m, 4m, 5.5m, 6.5m, 7m, 8.25m, 1m], facts.Read(KpiQuery.Of(kpis)).Total.Readings.Select(reading => reading.Value));
    }

    [Fact]
    public void Measure_OfMoneyAsIntLongAndDouble_NeedsNoCast()
    {
        Post[] posts = [new(Likes: 1, Comments: null, Impressions: 2, Saves: 0.1, Clicks: null)];
        Measure Money(string id) => Measure.Sum(id, Unit.Money);
        Facts facts = Facts.FromRows(posts, row => row
            .Measure(Money("a"), post => post.Likes, Currency.EUR)
            .Measure(Money("b"), post => post.Comments, Currency.EUR, Blank.Zero)
            .Measure(Money("c"), post => post.Impressions, Currency.EUR)
            .Measure(Money("d"), post => post.Saves, Currency.EUR)
            .Measure(Money("e"), post => post.Clicks, Currency.EUR, Blank.NotApplicable));
        Kpi sum = Kpi.Define("sum", Money("a") + Money("b") + Money("c") + Money("d") + Money("e"), Unit.Money);
        Assert.Equal(3.1m.Of(Currency.EUR), facts.Read(KpiQuery.Of(sum))[sum].Quantity);
    }

    [Theory]
    [InlineData(0.1f, "0.1")]
    [InlineData(16_777_216f, "16777216")]
    [InlineData(-3.3e-5f, "-0.000033")]
    public void Measure_OfAFloat_EntersByItsOwnShortestText(float value, string exact)
    {
        ExchangeRates same = ExchangeRates.To(Currency.EUR);
        Measure Money(string id) => Measure.Sum(id, Unit.Money);
        Facts facts = Facts.FromRows([value], row => row
            .Time(_ => new LocalDate(2026, 1, 1))
            .Measure(Measures.Likes, number => number)
            .Measure(Measures.Clicks, number => (float?)number)
            .Value("score", number => number)
            .Measure(Money("a"), number => number, Currency.EUR)
            .Measure(Money("b"), number => number, Currency.EUR, same)
            .Measure(Money("c"), number => number, _ => "EUR", same));
        foreach (string name in facts.RowValues) Assert.Equal(decimal.Parse(exact, System.Globalization.CultureInfo.InvariantCulture), facts.ValueOf(name)!.FigureAt(0));
    }

    [Fact]
    public void Measure_OfAFloatThatIsNoNumber_IsRefusedWithItsRow()
    {
        FactsException refusal = Assert.Throws<FactsException>(() => Facts.FromRows([1f, float.NaN], row => row.Measure(Measures.Likes, number => number)));
        Assert.Equal(("likes", 1), (refusal.Issues[0].Column, refusal.Issues[0].Row));
    }

    [Fact]
    public void Time_OfAnotherCalendar_IsTheSameDay()
    {
        LocalDate day = new(2026, 3, 5);
        (LocalDate Day, int Likes)[] rows = [(day.WithCalendar(CalendarSystem.HebrewCivil), 1), (day, 2), (day.WithCalendar(CalendarSystem.Julian), 4)];
        Facts days = Facts.FromRows(rows, row => row.Time(post => post.Day).Measure(Measures.Likes, post => post.Likes).ExportedOn(post => post.Day).Key(_ => "one", Duplicates.KeepLast));
        Facts moments = Facts.FromRows(rows, row => row.Time(post => post.Day.At(new LocalTime(9, 0))).Measure(Measures.Likes, post => post.Likes));
        Facts borrowed = Facts.FromColumns(columns => columns.Time(new ReadOnlyMemory<LocalDate>([.. rows.Select(row => row.Day)])).Measure(Measures.Likes, [1, 2, 4]));

        Assert.Equal((4m, day), (Total(days), days.ExportedOn));
        Assert.Equal(7, Total(moments));
        Assert.Equal(7, Total(borrowed));

        decimal Total(Facts facts) => facts.Read(KpiQuery.Of(Kpis.LikeCount).By(Grain.Day))[Kpis.LikeCount, Timeframe.Day(day)].Value;
    }

    [Fact]
    public void Time_OfAnotherCalendarOutsideTheYearsOfReports_IsRefusedWithItsRow()
    {
        LocalDate old = new LocalDate(1, 1, 1).WithCalendar(CalendarSystem.HebrewCivil);
        FactsException refusal = Assert.Throws<FactsException>(() => Facts.FromRows([old], row => row.Time(day => day).Count(Measures.Posts)));
        Assert.Equal(("time", 0), (refusal.Issues[0].Column, refusal.Issues[0].Row));
    }

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(0.30000000000000004, "0.30000000000000004")]
    [InlineData(1e-7, "0.0000001")]
    [InlineData(1e17, "100000000000000000")]
    [InlineData(-2.5, "-2.5")]
    public void Measure_OfADouble_EntersByItsShortestText(double value, string exact)
    {
        Facts facts = Facts.FromRows([value], row => row.Measure(Measures.Likes, number => number));
        Assert.Equal(decimal.Parse(exact, System.Globalization.CultureInfo.InvariantCulture), facts.Read(KpiQuery.Of(Kpis.LikeCount))[Kpis.LikeCount].Value);
    }

    [Fact]
    public void FromRows_OfFiguresThatAreNotExact_ListsAllInOneException()
    {
        (double Likes, decimal Clicks, string Key)[] rows = [(double.NaN, 1, "a"), (1, 1_000_000_000_000_000_000m, "b"), (double.PositiveInfinity, 2, "b"), (1e300, 3, "c")];
        FactsException refusal = Assert.Throws<FactsException>(() => Facts.FromRows(rows, row => row
            .Measure(Measures.Likes, post => post.Likes).Measure(Measures.Clicks, post => post.Clicks).Key(post => post.Key, Duplicates.Refuse)));
        Assert.Equal(
            [("likes", 0), ("likes", 2), ("likes", 3), ("key", 2), ("clicks", 1)],
            refusal.Issues.Select(issue => (issue.Column, issue.Row!.Value)));
        Assert.Contains("likes, row 1: NaN is not a figure that can be recorded exactly", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromRows_OfNoRows_HasNoRows()
    {
        Facts facts = Facts.FromRows(Array.Empty<Post>(), row => row.Dimension("platform", post => post.Platform).Measure(Measures.Likes, post => post.Likes));
        Assert.Equal(0, facts.RowCount);
        KpiTable table = facts.Read(KpiQuery.Of(Kpis.LikeCount).By("platform"));
        Assert.Empty(table.Rows);
        Assert.Equal(Absence.NoRows, table[Kpis.LikeCount].Absence);
    }

    [Fact]
    public void FromRows_OfALazySequence_ReadsEachObjectOnce()
    {
        int made = 0;
        IEnumerable<Post> Make()
        {
            for (; made < 3; made++) yield return new Post(Likes: 2);
        }

        Facts facts = Facts.FromRows(Make(), row => row.Measure(Measures.Likes, post => post.Likes).Count(Measures.Posts));
        Assert.Equal((3, 3), (made, facts.RowCount));
        Assert.Equal(6, facts.Read(KpiQuery.Of(Kpis.LikeCount))[Kpis.LikeCount].Value);
    }

    [Fact]
    public void Time_AsEachType_MakesTheSameDay()
    {
        int[] rows = [1];
        Timeframe day = Timeframe.Day(2026, 3, 5);
        Assert.Equal(day, DayOf(Facts.FromRows(rows, row => row.Count(Measures.Posts).Time(_ => new LocalDate(2026, 3, 5)))));
        Assert.Equal(day, DayOf(Facts.FromRows(rows, row => row.Count(Measures.Posts).Time(_ => new DateOnly(2026, 3, 5)))));
        Assert.Equal(day, DayOf(Facts.FromRows(rows, row => row.Count(Measures.Posts).Time(_ => new LocalDateTime(2026, 3, 5, 23, 59)))));
        Assert.Equal(day, DayOf(Facts.FromRows(rows, row => row.Count(Measures.Posts).Time(_ => Instant.FromUtc(2026, 3, 4, 23, 0), Amsterdam))));
        Assert.Equal(day, DayOf(Facts.FromRows(rows, row => row.Count(Measures.Posts).Time(_ => new DateTimeOffset(2026, 3, 4, 20, 0, 0, TimeSpan.FromHours(-8)), Amsterdam))));

        static Timeframe DayOf(Facts facts) => Assert.Single(facts.Read(KpiQuery.Of(Kpis.PostCount).By(Grain.Day)).Rows).Period!.Value;
    }

    [Fact]
    public void Time_OnTheDaysTheClockChanges_FollowsTheLocalClock()
    {
        // 29 March 2026 has 23 hours in Amsterdam (02:00 does not exist), 25 October has 25 (02:00 comes twice).
        Instant[] instants =
        [
            Instant.FromUtc(2026, 3, 28, 22, 59), Instant.FromUtc(2026, 3, 28, 23, 0), Instant.FromUtc(2026, 3, 29, 1, 0), Instant.FromUtc(2026, 3, 29, 21, 59), Instant.FromUtc(2026, 3, 29, 22, 0),
            Instant.FromUtc(2026, 10, 25, 0, 30), Instant.FromUtc(2026, 10, 25, 1, 30),
        ];
        Facts facts = Facts.FromRows(instants, row => row.Time(instant => instant, Amsterdam).Count(Measures.Posts));
        KpiTable days = facts.Read(KpiQuery.Of(Kpis.PostCount).By(Grain.Day));
        Assert.Equal(1, days[Kpis.PostCount, Timeframe.Day(2026, 3, 28)].Value);
        Assert.Equal(3, days[Kpis.PostCount, Timeframe.Day(2026, 3, 29)].Value);
        Assert.Equal(1, days[Kpis.PostCount, Timeframe.Day(2026, 3, 30)].Value);

        KpiTable hours = facts.Read(KpiQuery.Of(Kpis.PostCount).By(Grain.Hour));
        Assert.Equal(1, hours[Kpis.PostCount, Timeframe.Hour(new LocalDateTime(2026, 3, 29, 3, 0))].Value);
        Assert.Equal(Absence.NoRows, hours[Kpis.PostCount, Timeframe.Hour(new LocalDateTime(2026, 3, 29, 2, 0))].Absence);
        Assert.Equal(2, hours[Kpis.PostCount, Timeframe.Hour(new LocalDateTime(2026, 10, 25, 2, 0))].Value);
    }

    [Fact]
    public void Time_InAZoneOfThreeQuarterHours_FollowsTheLocalClock()
    {
        DateTimeZone kathmandu = DateTimeZoneProviders.Tzdb["Asia/Kathmandu"];
        Instant[] instants = [Instant.FromUtc(2026, 1, 1, 18, 14), Instant.FromUtc(2026, 1, 1, 18, 15)];
        KpiTable days = Facts.FromRows(instants, row => row.Time(instant => instant, kathmandu).Count(Measures.Posts))
            .Read(KpiQuery.Of(Kpis.PostCount).By(Grain.Day).By(TimeDimension.HourOfDay));
        Assert.Equal(1, days[Kpis.PostCount, Timeframe.Day(2026, 1, 1), Segment.Of(TimeDimension.HourOfDay, "23")].Value);
        Assert.Equal(1, days[Kpis.PostCount, Timeframe.Day(2026, 1, 2), Segment.Of(TimeDimension.HourOfDay, "00")].Value);
    }

    [Fact]
    public void Description_ThatContradictsItself_IsRefusedWithAllIssues()
    {
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => Facts.FromRows([1, 2], row => row
            .Dimension("platform", _ => "x").Dimension("platform", _ => "y")
            .Measure(Measures.Spend, number => number)
            .Key(_ => "a", Duplicates.Refuse)));
        Assert.Equal(2, refusal.Issues.Count);
    }

    [Fact]
    public void Arguments_ThatAreNull_AreRefused()
    {
        Assert.Throws<ArgumentNullException>(() => Facts.FromRows<Post>(null!, _ => { }));
        Assert.Throws<ArgumentNullException>(() => Facts.FromRows<Post>([], null!));
        Assert.Throws<ArgumentNullException>(() => Facts.FromRows<Post>([], row => row.Dimension("platform", null!)));
        Assert.Throws<ArgumentNullException>(() => Facts.FromRows<Post>([], row => row.Measure(Measures.Likes, (Func<Post, double?>)null!)));
    }
}
