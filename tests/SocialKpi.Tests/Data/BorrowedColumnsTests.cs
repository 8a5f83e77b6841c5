using NodaTime;

namespace SocialKpi.Tests.Data;

public sealed class BorrowedColumnsTests
{
    private static readonly bool[] SecondUnknown = [true, false, true];

    [Fact]
    public void FromColumns_OfBorrowedColumns_ReadsWhatTheSameListsGive()
    {
        LocalDate[] days = [new(2026, 1, 1), new(2026, 1, 2), new(2026, 2, 1)];
        Facts borrowed = Facts.FromColumns(columns => columns
            .Time(days.AsMemory()).Dimension("platform", ["x", "y"], new int[] { 1, -1, 0 })
            .Measure(Measures.Likes, new long[] { 1, 77, -4 }, SecondUnknown)
            .Measure(Measures.Clicks, new int[] { 1, 2, int.MinValue })
            .Measure(Measures.Shares, new double[] { 0.1, double.NaN, 0.2 }, SecondUnknown)
            .Measure(Measures.Saves, new decimal[] { 1.50m, 2, 3 })
            .Measure(Measures.Spend, new int[] { 5, 6, 7 }, Currency.EUR, SecondUnknown, Blank.NotApplicable));
        Facts listed = Facts.FromColumns(columns => columns
            .Time(days).Dimension("platform", ["y", null, "x"])
            .Measure(Measures.Likes, [1, null, -4])
            .Measure(Measures.Clicks, [1, 2, int.MinValue])
            .Measure(Measures.Shares, [0.1m, null, 0.2m])
            .Measure(Measures.Saves, [1.5m, 2, 3])
            .Measure(Measures.Spend, [5, null, 7], Currency.EUR, Blank.NotApplicable));
        KpiQuery query = KpiQuery.Of(Kpis.LikeCount, Kpis.ClickCount, Kpis.ShareCount, Kpis.SaveCount, Kpis.TotalSpend).By(Grain.Month).By("platform");
        Assert.Equal(listed.Read(query).ToJson(), borrowed.Read(query).ToJson());
    }

    [Fact]
    public void Measure_OfIntegers_IsReadInPlaceAndOneOfDoublesIsNot()
    {
        // The documentation forbids what this test does; it shows that nothing was copied.
        (long[] wide, int[] narrow, double[] doubles) = ([1, 2], [3, 4], [5, 6]);
        int[] codes = [0, 0];
        Facts facts = Facts.FromColumns(columns => columns
            .Measure(Measures.Likes, wide).Measure(Measures.Clicks, narrow).Measure(Measures.Shares, doubles).Dimension("platform", ["x", "y"], codes));
        (wide[0], narrow[0], doubles[0], codes[0]) = (10, 30, 50, 1);
        KpiTable table = facts.Read(KpiQuery.Of(Kpis.LikeCount, Kpis.ClickCount, Kpis.ShareCount).By("platform"));
        Assert.Equal((12m, 34m, 11m), (table[Kpis.LikeCount].Value, table[Kpis.ClickCount].Value, table[Kpis.ShareCount].Value));
        Assert.Equal(10, table[Kpis.LikeCount, Segment.Of("platform", "y")].Value);
    }

    [Fact]
    public void Time_OfAnArray_IsCopiedAndOneOfMemoryIsNot()
    {
        LocalDateTime[] moments = [new(2026, 1, 1, 8, 0)];
        Facts copied = Facts.FromColumns(columns => columns.Time(moments).Measure(Measures.Likes, [1]));
        Facts borrowed = Facts.FromColumns(columns => columns.Time(moments.AsMemory()).Measure(Measures.Likes, [1]));
        moments[0] = new(2026, 1, 1, 9, 0);
        KpiQuery query = KpiQuery.Of(Kpis.LikeCount).By(Grain.Hour);
        Assert.Equal(Timeframe.Hour(new LocalDateTime(2026, 1, 1, 8, 0)), Assert.Single(copied.Read(query).Rows).Period);
        Assert.Equal(Timeframe.Hour(new LocalDateTime(2026, 1, 1, 9, 0)), Assert.Single(borrowed.Read(query).Rows).Period);
    }

    [Fact]
    public void Time_OfBorrowedDays_IsConverted()
    {
        LocalDate[] days = [new(2026, 1, 1)];
        Facts facts = Facts.FromColumns(columns => columns.Time(days.AsMemory()).Measure(Measures.Likes, [1]));
        days[0] = new(2026, 2, 1);
        Assert.Equal(Timeframe.Month(2026, 1), Assert.Single(facts.Read(KpiQuery.Of(Kpis.LikeCount).By(Grain.Month)).Rows).Period);
    }

    [Fact]
    public void Time_OfBorrowedMomentsAndInstants_FollowsTheLocalClock()
    {
        DateTimeZone amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
        Facts moments = Facts.FromColumns(columns => columns.Time(new LocalDateTime[] { new(2026, 1, 1, 23, 30) }.AsMemory()).Measure(Measures.Likes, [1]));
        Facts instants = Facts.FromColumns(columns => columns.Time(new[] { Instant.FromUtc(2026, 1, 1, 22, 30) }.AsMemory(), amsterdam).Measure(Measures.Likes, [1]));
        KpiQuery query = KpiQuery.Of(Kpis.LikeCount).By(Grain.Hour);
        Assert.Equal(Timeframe.Hour(new LocalDateTime(2026, 1, 1, 23, 0)), Assert.Single(moments.Read(query).Rows).Period);
        Assert.Equal(Timeframe.Hour(new LocalDateTime(2026, 1, 1, 23, 0)), Assert.Single(instants.Read(query).Rows).Period);
    }

    [Fact]
    public void Columns_WithDuplicatesDropped_TakeOnlyTheRowsThatStay()
    {
        Facts facts = Facts.FromColumns(columns => columns
            .Key(["a", "b", "a"], Duplicates.KeepLast).Time(new LocalDate[] { new(2026, 1, 1), new(2026, 1, 2), new(2026, 1, 3) }.AsMemory())
            .Dimension("platform", ["x", "y"], new int[] { 0, 0, 1 }).Measure(Measures.Likes, new long[] { 1, 2, 4 }).Measure(Measures.Clicks, new int[] { 1, 2, 4 }, SecondUnknown));
        KpiTable table = facts.Read(KpiQuery.Of(Kpis.LikeCount, Kpis.ClickCount).By(Grain.Day).By("platform"));
        Assert.Equal((6m, 4m, 2), (table[Kpis.LikeCount].Value, table[Kpis.ClickCount].Value, table.Rows.Count));
        Assert.Equal(4, table[Kpis.LikeCount, Timeframe.Day(2026, 1, 3), Segment.Of("platform", "y")].Value);
    }

    [Theory]
    [InlineData(Blank.Unknown, 5, 2)]
    [InlineData(Blank.NotApplicable, 5, 2)]
    [InlineData(Blank.Zero, 5, 3)]
    public void Measure_WithAMask_TakesWhatIsNotKnownAsTheColumnSays(Blank blank, int sum, int used)
    {
        Reading likes = Read(Facts.FromColumns(columns => columns.Measure(Measures.Likes, new long[] { 2, long.MinValue, 3 }, SecondUnknown, blank)), Kpis.LikeCount);
        Assert.Equal((sum, used), (likes.Value, likes.RowsUsed));
    }

    [Fact]
    public void Value_OfEveryBorrowedType_CanBeCounted()
    {
        Measure Answers(string of) => SocialKpi.Measure.Count($"count_{of}", of);
        Facts facts = Facts.FromColumns(columns => columns
            .Value("a", new long[] { 1, 2, 3 }, SecondUnknown).Value("b", new int[] { 1, 2, 3 }).Value("c", new decimal[] { 1, 2, 3 }, SecondUnknown).Value("d", new double[] { 1, 2, 3 }));
        Assert.Equal([2m, 3m, 2m, 3m], new[] { "a", "b", "c", "d" }.Select(id => Read(facts, Kpi.Define("n", Answers(id), Unit.Count)).Value));
    }

    [Fact]
    public void Columns_ThatAreWrong_AreAllRefusedAtOnce()
    {
        FactsException refusal = Assert.Throws<FactsException>(() => Facts.FromColumns(columns => columns
            .Dimension("platform", ["x", "x", null!], new int[] { 0, 3, -2 })
            .Measure(Measures.Likes, new long[] { 999_999_999_999_999_999, 1_000_000_000_000_000_000, long.MinValue })
            .Measure(Measures.Clicks, new double[] { 1, double.NaN, double.PositiveInfinity })
            .Measure(Measures.Shares, new decimal[] { decimal.MaxValue, 1, 2 })));
        Assert.Equal(
            [
                "likes, row 2: 1000000000000000000 has more than 18 digits; round it before it becomes a fact",
                "likes, row 3: -9223372036854775808 has more than 18 digits; round it before it becomes a fact",
                "clicks, row 2: NaN is not a figure that can be recorded exactly; leave it blank where it is not known",
                "clicks, row 3: Infinity is not a figure that can be recorded exactly; leave it blank where it is not known",
                "shares, row 1: 79228162514264337593543950335 has more than 18 digits; round it before it becomes a fact",
                "platform: 'x' is its value 0 and its value 1; list each value once",
                "platform: its value 2 is missing; a blank has the code -1 and no value",
                "platform, row 2: the code 3 has no value; codes run from 0 to 2, and -1 is a blank",
                "platform, row 3: the code -2 has no value; codes run from 0 to 2, and -1 is a blank",
            ],
            refusal.Issues.Select(issue => issue.ToString()));
    }

    [Fact]
    public void Measure_OfPeople_RefusesNegativeIntegersToo()
    {
        FactsException refusal = Assert.Throws<FactsException>(() => Facts.FromColumns(columns => columns.Measure(Measures.AccountReach, new int[] { 1, -5, -7 }, SecondUnknown)));
        Assert.Equal("account_reach, row 3: -7 is no number of people; say null where it is not known", refusal.Message);
    }

    [Fact]
    public void Columns_OfOtherLengths_AreAllNamed()
    {
        FactsException refusal = Assert.Throws<FactsException>(() => Facts.FromColumns(columns => columns
            .Measure(Measures.Likes, new long[] { 1, 2 }, SecondUnknown).Dimension("platform", ["x"], new int[] { 0 }).ExportedOn((LocalDate[])[new(2026, 1, 1)])));
        Assert.Equal(["likes, which rows are known", "platform", "export date"], refusal.Issues.Select(issue => issue.Column));
    }

    private static Reading Read(Facts facts, Kpi kpi) => facts.Read(KpiQuery.Of(kpi))[kpi];
}
