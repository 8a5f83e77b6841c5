using NodaTime;

namespace SocialKpi.Tests.Readings;

public sealed class StockReadingTests
{
    private static readonly Kpi Audience = Kpi.Define("audience", Measures.Followers, Unit.Count);

    private static readonly Kpi Growth = Kpi.Define("growth", (Measures.Followers / Measures.Followers.At(Context.Opening)) - 1, Unit.Ratio);

    private static Facts Daily(params (string? Account, LocalDate Day, decimal? Followers)[] rows) => Facts.FromColumns(columns => columns
        .Time([.. rows.Select(row => row.Day)])
        .Dimension("account", [.. rows.Select(row => row.Account)])
        .Measure(Measures.Followers, [.. rows.Select(row => row.Followers)]));

    private static LocalDate Day(int month, int day) => new(2026, month, day);

    [Fact]
    public void Snapshot_TwoAccountsOverMonths_LastOfEachThenSummed()
    {
        KpiTable table = Daily(("a", Day(1, 5), 100), ("a", Day(1, 30), 110), ("b", Day(1, 31), 40), ("a", Day(2, 27), 130), ("b", Day(2, 28), 50))
            .Read(KpiQuery.Of(Audience).By(Grain.Month));

        Assert.Equal([150m, 180m], table.Rows.Select(row => row[Audience].Value));
        Assert.Equal(180m, table[Audience].Value);
        Assert.Empty(table[Audience].Caveats);
    }

    [Fact]
    public void Snapshot_LastDayBlank_LastKnownStands()
    {
        Reading reading = Daily(("a", Day(1, 5), 100), ("a", Day(1, 6), null)).Read(KpiQuery.Of(Audience))[Audience];

        Assert.Equal(100m, reading.Value);
        Assert.Equal(CaveatKind.CarriedForward, Assert.Single(reading.Caveats).Kind);
    }

    [Fact]
    public void Snapshot_DayWithoutValue_IsCarriedForwardAndSaysSo()
    {
        KpiTable table = Daily(("a", Day(1, 5), 100), ("a", Day(1, 6), null), ("a", Day(1, 7), 103)).Read(KpiQuery.Of(Audience).By(Grain.Day));

        // Both days have the figure; only the one that borrows it says so.
        Reading carried = table[Audience, Timeframe.Day(Day(1, 6))];
        Assert.Equal(Absence.NotReported, Daily(("a", Day(1, 6), null)).Read(KpiQuery.Of(Audience).By(Grain.Day))[Audience, Timeframe.Day(Day(1, 6))].Absence);
        Assert.Equal(100m, carried.Value);
        Assert.Equal("followers carried forward: a from 2026-01-05", Assert.Single(carried.Caveats).Text);
        Assert.Empty(table[Audience, Timeframe.Day(Day(1, 7))].Caveats);
    }

    [Fact]
    public void Snapshot_OneAccountStopped_IsLeftOutAndNamed()
    {
        Facts facts = Daily(("a", Day(1, 31), 100), ("b", Day(1, 31), 40), ("a", Day(6, 30), 130));
        KpiTable table = facts.Read(KpiQuery.Of(Audience).During(Timeframe.Year(2026)).By(Grain.Month));

        Assert.Equal(130m, table[Audience].Value);
        Assert.Equal("followers without 1 of 2 (account), stale: b (last known 2026-01-31)", Assert.Single(table[Audience].Caveats).Text);
        Assert.Equal(130m, table[Audience, Timeframe.Month(2026, 6)].Value);
        Assert.Equal(Absence.Stale, table[Audience, Timeframe.Month(2026, 12)].Absence);
    }

    [Fact]
    public void Snapshot_TimeframeWithoutEnd_LooksBackFromTheLastDayOfTheFacts()
    {
        Facts facts = Daily(("a", Day(2, 10), 100), ("b", Day(2, 28), 40));
        KpiTable table = facts.Read(KpiQuery.Of(Audience).During(Timeframe.Since(Day(2, 14))).By(Grain.Month));

        Assert.Equal(140m, table[Audience, Timeframe.Month(2026, 2)].Value);
        Assert.Equal(140m, table[Audience].Value);
    }

    [Fact]
    public void Snapshot_FilterOrSegment_GivesTheSame()
    {
        Facts facts = Daily(("a", Day(1, 31), 100), ("b", Day(1, 31), 40), ("a", Day(6, 30), 130));
        KpiQuery year = KpiQuery.Of(Audience).During(Timeframe.Year(2026));

        Assert.Equal(Absence.Stale, facts.Read(year.By("account"))[Audience, Segment.Of("account", "b")].Absence);
        Assert.Equal(Absence.Stale, facts.Read(year.Where(Condition.Is("account", "b")))[Audience].Absence);
    }

    [Fact]
    public void Snapshot_TwoValuesAtOneMoment_AreRefusedAndNamed()
    {
        Facts facts = Daily(("a", Day(1, 5), 100), ("a", Day(1, 5), 102), ("b", Day(1, 5), 7), ("b", Day(1, 5), 7));
        Reading reading = facts.Read(KpiQuery.Of(Audience))[Audience];

        Assert.Equal(Absence.Conflicting, reading.Absence);
        Assert.Equal("followers contradicts itself: a has 100 and 102 on 2026-01-05", Assert.Single(reading.Caveats).Text);
        Assert.Equal(7m, facts.Read(KpiQuery.Of(Audience).By("account"))[Audience, Segment.Of("account", "b")].Value);
    }

    [Fact]
    public void Snapshot_TwoFilesContradict_AfterMergeToo()
    {
        KpiQuery query = KpiQuery.Of(Audience);
        KpiTable merged = Daily(("a", Day(1, 5), 100)).Read(query).Merge(Daily(("a", Day(1, 5), 102)).Read(query));

        Assert.Equal(Absence.Conflicting, merged[Audience].Absence);
        Assert.Equal(105m, merged.Merge(Daily(("a", Day(1, 6), 105)).Read(query))[Audience].Value);
    }

    [Fact]
    public void Snapshot_BlankEntity_IsLeftOutAndCounted()
    {
        Reading reading = Daily(("a", Day(1, 5), 100), (null, Day(1, 5), 50)).Read(KpiQuery.Of(Audience))[Audience];

        Assert.Equal(100m, reading.Value);
        Assert.Equal("1 row of followers left out: account is blank", Assert.Single(reading.Caveats).Text);
    }

    [Fact]
    public void Snapshot_RepeatedHour_TheLaterInstantIsTheLast()
    {
        DateTimeZone amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
        Instant first = Instant.FromUtc(2026, 10, 25, 0, 50);  // 02:50, summer time
        Instant second = Instant.FromUtc(2026, 10, 25, 1, 10); // 02:10, winter time
        Facts facts = Facts.FromColumns(columns => columns
            .Time([second, first], amsterdam)
            .Dimension("account", ["a", "a"])
            .Measure(Measures.Followers, [20m, 10m]));

        Assert.Equal(20m, facts.Read(KpiQuery.Of(Audience))[Audience].Value);
    }

    [Fact]
    public void Opening_MonthAfterMonth_IsTheClosingOfTheOneBefore()
    {
        KpiTable table = Daily(("a", Day(1, 31), 100), ("a", Day(2, 28), 110), ("a", Day(3, 31), 132))
            .Read(KpiQuery.Of(Growth).During(Timeframe.Days(Day(2, 1), Day(3, 31))).By(Grain.Month));

        Assert.Equal(0.1m, table[Growth, Timeframe.Month(2026, 2)].Value);
        Assert.Equal(0.2m, table[Growth, Timeframe.Month(2026, 3)].Value);
        Assert.Equal(0.32m, table[Growth].Value);
    }

    [Fact]
    public void Opening_OneOfTwoAccountsFirstSeenMidPeriod_OnlyTheOtherCounts()
    {
        Reading growth = Daily(("a", Day(1, 31), 100), ("b", Day(2, 14), 900), ("a", Day(2, 28), 110), ("b", Day(2, 28), 1_000))
            .Read(KpiQuery.Of(Growth).During(Timeframe.Month(2026, 2)))[Growth];

        Assert.Equal(0.1m, growth.Value);
        Assert.Equal("followers compares only what is known at every moment it reads; left out (account): b", Assert.Single(growth.Caveats).Text);
    }

    [Fact]
    public void Opening_NothingBefore_HasNoGrowth()
    {
        Facts facts = Daily(("a", Day(2, 14), 900), ("a", Day(2, 28), 1_000));

        foreach (KpiQuery query in new[] { KpiQuery.Of(Growth).During(Timeframe.Month(2026, 2)), KpiQuery.Of(Growth) })
        {
            Reading growth = facts.Read(query)[Growth];
            Assert.Equal(Absence.NotReported, growth.Absence);
            Assert.Equal("followers compares only what is known at every moment it reads; left out (account): a", Assert.Single(growth.Caveats).Text);
        }
    }

    [Fact]
    public void Opening_OfAFlow_IsRefused()
    {
        DefinitionException refused = Assert.Throws<DefinitionException>(() => Kpi.Define("x", Measures.Likes.At(Context.Opening), Unit.Count));

        Assert.Contains("only a stock has a value at one moment", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sum_OfAStock_IsRefused()
    {
        DefinitionException refused = Assert.Throws<DefinitionException>(() => Measure.Sum("x", Unit.Count, Measures.Followers));

        Assert.Contains("that is a stock", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Snapshot_WithAFlow_DoesNotDecideWhichRowsTheFlowReads()
    {
        Facts facts = Facts.FromColumns(columns => columns
            .Time([Day(1, 5), Day(1, 6)])
            .Dimension("account", ["a", "a"])
            .Measure(Measures.Likes, [3m, 4m])
            .Measure(Measures.Followers, [70m, null]));
        Kpi rate = Kpi.Define("rate", Measures.Likes / Measures.Followers, Unit.Ratio);
        Reading reading = facts.Read(KpiQuery.Of(rate))[rate];

        Assert.Equal(0.1m, reading.Value);
        Assert.Equal(2, reading.RowsUsed);
    }

    [Fact]
    public void Snapshot_AccountThatStopped_IsNamedInEveryLaterCell()
    {
        KpiTable table = Daily(("big", Day(1, 1), 1_000_000), ("small", Day(1, 1), 10), ("small", Day(2, 3), 11), ("small", Day(3, 1), 12))
            .Read(KpiQuery.Of(Audience).By(Grain.Month));

        Assert.Equal([1_000_010m, 11m, 12m], table.Rows.Select(row => row[Audience].Value));
        Assert.All(table.Rows.Skip(1), row => Assert.Contains("stale: big (last known 2026-01-01)", Assert.Single(row[Audience].Caveats).Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Snapshot_PeriodThatIsNotOver_JudgesAgeByTheLastDayOfTheFacts()
    {
        Facts facts = Daily(("beta", Day(2, 20), 900), ("acme", Day(2, 28), 100), ("acme", Day(3, 10), 110));

        Assert.Equal(1_010m, facts.Read(KpiQuery.Of(Audience).By(Grain.Month))[Audience, Timeframe.Month(2026, 3)].Value);
        Assert.Equal(1_010m, facts.Read(KpiQuery.Of(Audience).During(Timeframe.Month(2026, 3)))[Audience].Value);
        Assert.Equal(1_010m, facts.Read(KpiQuery.Of(Audience).During(Timeframe.Since(Day(3, 1))))[Audience].Value);
    }

    /// <summary>The name alone is shut off where it is shown: not the day beside it, and not where a program reads it.</summary>
    [Fact]
    public void Snapshot_AccountFromRightToLeftThatStopped_MovesNoDay()
    {
        KpiTable table = Daily(("עלות 1", Day(1, 31), 100), ("b", Day(1, 31), 40), ("b", Day(6, 30), 130)).Read(KpiQuery.Of(Audience).During(Timeframe.Year(2026)));

        Assert.Contains("\u2068עלות 1\u2069 (last known 2026-01-31)", Assert.Single(table[Audience].Caveats).Text, StringComparison.Ordinal);
        Assert.Contains("עלות 1 (last known 2026-01-31)", table.ToCsv(), StringComparison.Ordinal);
        Assert.DoesNotContain("\u2068", table.ToCsv() + System.Text.RegularExpressions.Regex.Unescape(table.ToJson()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(31)]
    public void Snapshot_StaleAfterDays_CarriesForThatManyDays(int days)
    {
        Measure stock = Measure.Snapshot("followers", Unit.Count, per: "account", staleAfterDays: days);
        Kpi kpi = Kpi.Define("stock", stock, Unit.Count);
        Facts facts = Daily(("a", Day(1, 1), 100), ("other", Day(4, 1), 1));
        KpiTable table = facts.Read(KpiQuery.Of(kpi).By(Grain.Day).By("account"));
        Reading On(int after) => table[kpi, Timeframe.Day(Day(1, 1).PlusDays(after)), Segment.Of("account", "a")];

        Assert.Equal(100m, On(days).Value);
        Assert.Equal(Absence.Stale, On(days + 1).Absence);
    }

    [Fact]
    public void Snapshot_UnknownDaysAfterTheLastValue_AreNotBridgedSilently()
    {
        Reading reading = Daily(("a", Day(1, 6), 105), ("a", Day(1, 7), null), ("a", Day(1, 31), null)).Read(KpiQuery.Of(Audience).By(Grain.Month))[Audience, Timeframe.Month(2026, 1)];

        Assert.Equal(105m, reading.Value);
        Assert.Equal("followers carried forward: a from 2026-01-06", Assert.Single(reading.Caveats).Text);
    }
}
