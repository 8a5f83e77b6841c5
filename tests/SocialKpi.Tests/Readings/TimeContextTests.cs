using NodaTime;

namespace SocialKpi.Tests.Readings;

/// <summary>Figures at another time: the period before, last year, trailing windows, year to date. Worked out by hand.</summary>
public sealed class TimeContextTests
{
    private static readonly Kpi Before = Kpi.Define("clicks_before", Measures.Clicks.At(Context.Previous), Unit.Count);
    private static readonly Kpi Change = Kpi.Define("clicks_change", (Measures.Clicks / Measures.Clicks.At(Context.Previous)) - 1, Unit.Ratio);

    [Fact]
    public void Previous_OfAMonth_IsTheMonthBeforeEvenOutsideTheTimeframe()
    {
        KpiTable table = Daily(new(2026, 1, 1), new(2026, 3, 31)).Read(KpiQuery.Of(Before).By(Grain.Month).During(Timeframe.Month(2026, 2)));
        Assert.Equal(31m, table[Before, Timeframe.Month(2026, 2)].Value);
        Assert.Equal(31m, table[Before].Value);
    }

    [Fact]
    public void Previous_OfTheFirstPeriodOfAll_HasNoRows()
    {
        KpiTable table = Daily(new(2026, 1, 1), new(2026, 2, 28)).Read(KpiQuery.Of(Change).By(Grain.Month));
        Assert.Equal(Absence.NoRows, table[Change, Timeframe.Month(2026, 1)].Absence);
        Assert.Equal((28m / 31m) - 1, table[Change, Timeframe.Month(2026, 2)].Value);
        Assert.Equal(Absence.NoRows, table[Change].Absence);
    }

    [Fact]
    public void Previous_OfACutPeriod_TakesAsMuchOfTheOneBefore()
    {
        KpiTable table = Daily(new(2026, 1, 1), new(2026, 4, 30)).Read(KpiQuery.Of(Before).By(Grain.Month).During(Timeframe.Days(new(2026, 3, 1), new(2026, 3, 10))));
        Reading march = table[Before, Timeframe.Month(2026, 3)];
        Assert.Equal(10m, march.Value);
        Assert.Contains(march.Caveats, caveat => caveat.Kind == CaveatKind.PartialPeriod);
    }

    [Fact]
    public void Ago_OnTheLastDayOfALongMonth_IsTheLastDayOfTheShortOne()
    {
        Kpi monthAgo = Kpi.Define("clicks_month_ago", Measures.Clicks.At(Context.Ago(1, Grain.Month)), Unit.Count);
        Facts facts = OfDays((new(2026, 2, 28), 7), (new(2026, 3, 31), 1));
        Assert.Equal(7m, facts.Read(KpiQuery.Of(monthAgo).By(Grain.Day))[monthAgo, Timeframe.Day(2026, 3, 31)].Value);
    }

    [Fact]
    public void Ago_AYearOnTheTwentyNinthOfFebruary_IsTheTwentyEighth()
    {
        Kpi yearAgo = Kpi.Define("clicks_year_ago", Measures.Clicks.At(Context.Ago(1, Grain.Year)), Unit.Count);
        Facts facts = OfDays((new(2023, 2, 28), 5), (new(2024, 2, 29), 1));
        Assert.Equal(5m, facts.Read(KpiQuery.Of(yearAgo).By(Grain.Day))[yearAgo, Timeframe.Day(2024, 2, 29)].Value);
    }

    [Fact]
    public void Trailing_OfARatio_IsTheRatioOfWhatTheWindowSumsTo()
    {
        Kpi trailing = Kpi.Define("ctr_trailing_2_days", (Measures.Clicks / Measures.Impressions).At(Context.Trailing(2, Grain.Day)), Unit.Ratio);
        Facts facts = Facts.FromColumns(columns => columns
            .Time((LocalDate[])[new(2026, 3, 1), new(2026, 3, 2), new(2026, 3, 3)])
            .Measure(Measures.Clicks, [50m, 1m, 9m])
            .Measure(Measures.Impressions, [100m, 100m, 10m]));
        KpiTable table = facts.Read(KpiQuery.Of(trailing).By(Grain.Day));
        Assert.Equal(50m / 100m, table[trailing, Timeframe.Day(2026, 3, 1)].Value);
        Assert.Equal(51m / 200m, table[trailing, Timeframe.Day(2026, 3, 2)].Value);
        Assert.Equal(10m / 110m, table[trailing, Timeframe.Day(2026, 3, 3)].Value);
    }

    [Fact]
    public void Trailing_IncludesTheLastDayAndNotTheOneTooMany()
    {
        Kpi trailing = Kpi.Define("clicks_28", Measures.Clicks.At(Context.Trailing(28, Grain.Day)), Unit.Count);
        KpiTable table = Daily(new(2026, 1, 1), new(2026, 3, 31)).Read(KpiQuery.Of(trailing).By(Grain.Month));
        Assert.Equal(28m, table[trailing, Timeframe.Month(2026, 3)].Value);
    }

    [Fact]
    public void ToDate_OfAFiscalYear_StartsWithIt()
    {
        Kpi yearToDate = Kpi.Define("clicks_ytd", Measures.Clicks.At(Context.ToDate(Grain.Year)), Unit.Count);
        KpiQuery query = KpiQuery.Of(yearToDate).By(Grain.Month).On(ReportingCalendar.Iso.WithFiscalYearFrom(7));
        KpiTable table = Daily(new(2025, 5, 1), new(2025, 9, 30)).Read(query);
        Assert.Equal(61m, table[yearToDate, Timeframe.Month(2025, 6)].Value);
        Assert.Equal(31m, table[yearToDate, Timeframe.Month(2025, 7)].Value);
        Assert.Equal(92m, table[yearToDate, Timeframe.Month(2025, 9)].Value);
    }

    [Fact]
    public void Contexts_Compose_YearToDateAgainstTheYearBefore()
    {
        Kpi lastYearToDate = Kpi.Define("clicks_ytd_before", Measures.Clicks.At(Context.Previous).At(Context.ToDate(Grain.Year)), Unit.Count);
        KpiTable table = Daily(new(2025, 1, 1), new(2026, 12, 31)).Read(KpiQuery.Of(lastYearToDate).By(Grain.Month));
        Assert.Equal(31m + 28m + 31m, table[lastYearToDate, Timeframe.Month(2026, 3)].Value);
    }

    [Fact]
    public void Previous_OfAShareOfVoice_KeepsTheMarketOfThatTime()
    {
        Formula share = Measures.Mentions / Measures.Mentions.At(Context.Across("brand"));
        Kpi before = Kpi.Define("share_before", share.At(Context.Previous), Unit.Ratio);
        Facts facts = Facts.FromColumns(columns => columns
            .Time((LocalDate[])[new(2026, 1, 5), new(2026, 1, 6), new(2026, 2, 5), new(2026, 2, 6)])
            .Dimension("brand", ["ours", "theirs", "ours", "theirs"])
            .Measure(Measures.Mentions, [1m, 3m, 5m, 5m]));
        KpiTable table = facts.Read(KpiQuery.Of(before).By(Grain.Month).By("brand"));
        Assert.Equal(0.25m, table[before, Timeframe.Month(2026, 2), Segment.Of("brand", "ours")].Value);
    }

    [Fact]
    public void Rows_SegmentThatOnlyTheOtherTimeHas_IsNotDropped()
    {
        Facts facts = Facts.FromColumns(columns => columns
            .Time((LocalDate[])[new(2026, 1, 5), new(2026, 1, 6), new(2026, 2, 5)])
            .Dimension("platform", ["stays", "leaves", "stays"])
            .Measure(Measures.Clicks, [1m, 3m, 5m]));
        KpiTable table = facts.Read(KpiQuery.Of(Kpis.ClickCount, Before).By(Grain.Month).By("platform"));
        KpiRow gone = Assert.Single(table.Rows, row => row.Period == Timeframe.Month(2026, 2) && row.Segment == Segment.Of("platform", "leaves"));
        Assert.Equal(Absence.NoRows, gone[Kpis.ClickCount].Absence);
        Assert.Equal(3m, gone[Before].Value);
    }

    [Fact]
    public void Previous_OnADayTheZoneSkipped_LooksAtTheDayOnTheCalendar()
    {
        // Samoa had no 30 December 2011: the day before the 31st is empty, not the 29th.
        DateTimeZone apia = DateTimeZoneProviders.Tzdb["Pacific/Apia"];
        Instant[] moments = [Instant.FromUtc(2011, 12, 29, 20, 0), Instant.FromUtc(2011, 12, 30, 12, 0)];
        Facts facts = Facts.FromColumns(columns => columns.Time(moments, apia).Measure(Measures.Clicks, [4m, 6m]));
        KpiTable table = facts.Read(KpiQuery.Of(Kpis.ClickCount, Before).By(Grain.Day));
        Assert.Equal([Timeframe.Day(2011, 12, 29), Timeframe.Day(2011, 12, 31)], table.Rows.Select(row => row.Period!.Value));
        Assert.Equal(Absence.NoRows, table[Before, Timeframe.Day(2011, 12, 31)].Absence);
    }

    [Fact]
    public void TimeContext_OnFactsWithoutTime_IsRefused()
    {
        Facts facts = Facts.FromColumns(columns => columns.Measure(Measures.Clicks, [1m]));
        DefinitionException refused = Assert.Throws<DefinitionException>(() => facts.Read(KpiQuery.Of(Change)));
        Assert.Contains("no time", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TimeContext_OnATimeframeThatCutsAnHour_IsRefused()
    {
        Timeframe cut = Timeframe.Between(new LocalDateTime(2026, 1, 1, 10, 30), new LocalDateTime(2026, 1, 1, 12, 0));
        Assert.Throws<DefinitionException>(() => KpiQuery.Of(Change).During(cut).Plan());
    }

    [Fact]
    public void Ago_BeforeTheFirstYearOfTheCalendar_HasNoRows()
    {
        Kpi longAgo = Kpi.Define("clicks_long_ago", Measures.Clicks.At(Context.Ago(1_000, Grain.Year)), Unit.Count);
        Assert.Equal(Absence.NoRows, Daily(new(726, 1, 1), new(726, 1, 2)).Read(KpiQuery.Of(longAgo).By(Grain.Day))[longAgo].Absence);
    }

    [Fact]
    public void Explain_AChange_NamesTheOtherTime()
    {
        KpiTable table = Daily(new(2026, 1, 1), new(2026, 2, 28)).Read(KpiQuery.Of(Change).By(Grain.Month));
        string text = table[Change, Timeframe.Month(2026, 2)].Explain().ToString();
        Assert.Contains("28 / 31 (the period before) - 1", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("clicks.at(previous)")]
    [InlineData("clicks / clicks.at(ago(1, year)) - 1")]
    [InlineData("(clicks / impressions).at(trailing(28, day))")]
    [InlineData("clicks.at(previous).at(to_date(year))")]
    [InlineData("clicks.at(across(\"brand\")).at(trailing(3, hour))")]
    public void Parse_TimeContexts_RoundTrips(string text) => Assert.Equal(text, Catalog.Standard.Parse(text).ToString());

    [Theory]
    [InlineData("clicks.at(ago(0, year))", "whole number from 1")]
    [InlineData("clicks.at(ago(1, decade))", "'decade' is not a period")]
    [InlineData("clicks.at(trailing(28))", "',' was expected")]
    [InlineData("clicks.at(last)", "no context 'last'")]
    [InlineData("clicks.at(trailing(99999999999, day))", "whole number from 1")]
    public void Parse_ContextThatIsNone_SaysWhatThereIs(string text, string problem) =>
        Assert.Contains(problem, Assert.Throws<FormatException>(() => Catalog.Standard.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Factories_ImpossibleArguments_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Context.Ago(0, Grain.Day));
        Assert.Throws<ArgumentOutOfRangeException>(() => Context.Trailing(-1, Grain.Day));
        Assert.Throws<ArgumentOutOfRangeException>(() => Context.ToDate((Grain)99));
    }

    /// <summary>One click a day.</summary>
    private static Facts Daily(LocalDate first, LocalDate last) =>
        OfDays([.. Enumerable.Range(0, Period.DaysBetween(first, last) + 1).Select(day => (first.PlusDays(day), 1))]);

    private static Facts OfDays(params (LocalDate Day, int Clicks)[] days) => Facts.FromRows(days, row => row
        .Time(day => day.Day)
        .Measure(Measures.Clicks, day => day.Clicks));
}
