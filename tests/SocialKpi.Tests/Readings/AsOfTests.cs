using NodaTime;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Readings;

/// <summary>Queries read as of a day: what is cut, what it is compared with, and what is said of it. One click a day makes days countable.</summary>
public sealed class AsOfTests
{
    private static readonly Kpi Clicks = Kpis.ClickCount;
    private static readonly Kpi Before = Kpi.Define("clicks_before", Measures.Clicks.At(Context.Previous), Unit.Count);
    private static readonly Kpi YearAgo = Kpi.Define("clicks_year_ago", Measures.Clicks.At(Context.Ago(1, Grain.Year)), Unit.Count);
    private static readonly Kpi ToDate = Kpi.Define("clicks_to_date", Measures.Clicks.At(Context.ToDate(Grain.Year)), Unit.Count);
    private static readonly Kpi ToDateBefore = Kpi.Define("clicks_to_date_before", Measures.Clicks.At(Context.Ago(1, Grain.Year)).At(Context.ToDate(Grain.Year)), Unit.Count);
    private static readonly Kpi Trailing = Kpi.Define("clicks_28_days", Measures.Clicks.At(Context.Trailing(28, Grain.Day)), Unit.Count);
    private static readonly Timeframe March = Timeframe.Month(2026, 3);

    [Fact]
    public void Previous_OfAMarchReadOnTheTenth_IsTheFirstTenDaysOfFebruary()
    {
        // A hundred clicks on 11 February would show, and so would one on the last day of January.
        Facts facts = OfDays((new(2026, 1, 31), 1000), (new(2026, 2, 1), 1), (new(2026, 2, 10), 2), (new(2026, 2, 11), 100), (new(2026, 3, 1), 5), (new(2026, 3, 10), 7), (new(2026, 3, 11), 500));
        KpiTable table = facts.Read(KpiQuery.Of(Clicks, Before).By(Grain.Month).AsOf(new(2026, 3, 10)));
        Assert.Equal(12m, table[Clicks, March].Value);
        Assert.Equal(3m, table[Before, March].Value);
        Assert.Equal(1000m + 103m + 12m, table[Clicks].Value);
        Assert.Equal(103m, table[Clicks, Timeframe.Month(2026, 2)].Value);
    }

    [Fact]
    public void Previous_OfATotalThatIsCut_IsCutLikewise()
    {
        Facts facts = Daily(new(2026, 1, 1), new(2026, 4, 30));
        KpiTable month = facts.Read(KpiQuery.Of(Clicks, Before).During(March).AsOf(new(2026, 3, 10)));
        Assert.Equal(10m, month[Clicks].Value);
        Assert.Equal(10m, month[Before].Value);

        // 1–10 February, not the ten days before 1 March: 28 February has 1,000 clicks.
        Facts loud = OfDays((new(2026, 2, 1), 1), (new(2026, 2, 28), 1000), (new(2026, 3, 2), 1));
        Assert.Equal(1m, loud.Read(KpiQuery.Of(Before).During(March).AsOf(new(2026, 3, 10)))[Before].Value);
    }

    [Theory]
    [InlineData("2026-03-28", 28)]
    [InlineData("2026-03-29", 28)]
    [InlineData("2026-03-30", 28)]
    [InlineData("2026-03-31", 28)]
    [InlineData("2024-03-29", 29)]
    [InlineData("2024-03-31", 29)]
    [InlineData("2024-02-29", 31)]
    [InlineData("2024-02-28", 28)]
    [InlineData("2026-05-30", 30)]
    public void Previous_OfAMonthReadOnALateDay_HasNoMoreDaysThanItsMonth(string day, int days)
    {
        LocalDate asOf = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        KpiTable table = Daily(new(2024, 1, 1), new(2026, 6, 30)).Read(KpiQuery.Of(Before).By(Grain.Month).AsOf(asOf));
        Assert.Equal(days, table[Before, ReportingCalendar.Iso.Containing(asOf, Grain.Month)].Value);
    }

    [Fact]
    public void Ago_OfAFiscalYearFromJuly_TakesAsMuchOfTheYearBefore()
    {
        ReportingCalendar fiscal = ReportingCalendar.Iso.WithFiscalYearFrom(7);
        KpiTable table = Daily(new(2024, 1, 1), new(2026, 12, 31)).Read(KpiQuery.Of(Clicks, Before, YearAgo).By(Grain.Year).On(fiscal).AsOf(new(2026, 1, 15)));
        Timeframe year = fiscal.Year(2026);

        // July to December and 15 days of January, in both years; neither has a 29 February before 15 January.
        Assert.Equal((184m + 15m, 199m, 199m), (table[Clicks, year].Value, table[Before, year].Value, table[YearAgo, year].Value));
        Assert.Equal("FY2026 is partial: only 2025-07-01…2026-01-15 was read", Assert.Single(table[Clicks, year].Caveats).Text);
    }

    [Fact]
    public void ToDate_OfACutMonth_EndsOnTheDayAndSoDoesTheYearBefore()
    {
        KpiTable table = Daily(new(2025, 1, 1), new(2026, 12, 31)).Read(KpiQuery.Of(ToDate, ToDateBefore).By(Grain.Month).AsOf(new(2026, 3, 10)));
        Assert.Equal((69m, 69m), (table[ToDate, March].Value, table[ToDateBefore, March].Value));
        Assert.Equal((69m, 69m), (table[ToDate].Value, table[ToDateBefore].Value));
        Assert.Equal(69m, Daily(new(2025, 1, 1), new(2026, 12, 31)).Read(KpiQuery.Of(ToDate).AsOf(new(2026, 3, 10)))[ToDate].Value);
    }

    [Fact]
    public void Trailing_AsOfADay_EndsOnIt()
    {
        Facts facts = OfDays((new(2026, 2, 10), 1000), (new(2026, 2, 11), 1), (new(2026, 3, 10), 2), (new(2026, 3, 11), 4000));
        KpiTable table = facts.Read(KpiQuery.Of(Trailing).By(Grain.Month).AsOf(new(2026, 3, 10)));
        Assert.Equal((3m, 3m), (table[Trailing, March].Value, table[Trailing].Value));
    }

    [Theory]
    [InlineData("always")]
    [InlineData("2026-03")]
    [InlineData("since 2026-01-01")]
    public void Plan_AsOfADay_LetsNoScanReadALaterRow(string timeframe)
    {
        KpiQuery query = KpiQuery.Of(Clicks, Before, YearAgo, ToDate, Trailing).By(Grain.Month).During(Timeframe.Parse(timeframe)).AsOf(new(2026, 3, 10));
        Assert.All(query.Plan().Scans, scan => Assert.True(scan.Timeframe.End <= new LocalDateTime(2026, 3, 11, 0, 0), $"a scan reads {scan.Timeframe}"));
        Assert.Equal(5, query.Plan().Scans.Count);
    }

    [Fact]
    public void Caveat_OfACutCellAndTotal_NamesThePartThatWasRead()
    {
        KpiTable table = Daily(new(2026, 2, 1), new(2026, 4, 30)).Read(KpiQuery.Of(Clicks).By(Grain.Month).During(Timeframe.Quarter(2026, 1)).AsOf(new(2026, 3, 10)));
        Caveat cell = Assert.Single(table[Clicks, March].Caveats);
        Assert.Equal((CaveatKind.PartialPeriod, "2026-03 is partial: only 2026-03-01…2026-03-10 was read"), (cell.Kind, cell.Text));
        Assert.Equal("2026-Q1 is partial: only 2026-01-01…2026-03-10 was read", Assert.Single(table[Clicks].Caveats).Text);
        Assert.Empty(table[Clicks, Timeframe.Month(2026, 2)].Caveats);
    }

    [Fact]
    public void Caveat_OfACellThatEndsOnTheDay_IsNotThere()
    {
        KpiTable table = Daily(new(2026, 2, 1), new(2026, 4, 30)).Read(KpiQuery.Of(Clicks).By(Grain.Month).AsOf(new(2026, 3, 31)));
        Assert.Empty(table[Clicks, March].Caveats);
        Assert.Empty(table[Clicks].Caveats);
        Assert.Equal(Absence.NoRows, table[Clicks, Timeframe.Month(2026, 4)].Absence);
    }

    [Fact]
    public void Timeframe_OfATotalWithoutEnd_EndsWithTheDay()
    {
        Facts facts = Daily(new(2026, 2, 1), new(2026, 4, 30));
        Assert.Equal(Timeframe.Until(new(2026, 3, 11)), facts.Read(KpiQuery.Of(Clicks).AsOf(new(2026, 3, 10)))[Clicks].Timeframe);
        KpiTable since = facts.Read(KpiQuery.Of(Clicks, Before).During(Timeframe.Since(new(2026, 3, 1))).AsOf(new(2026, 3, 10)));
        Assert.Equal(Timeframe.Days(new(2026, 3, 1), new(2026, 3, 10)), since[Clicks].Timeframe);
        Assert.Equal((10m, 10m), (since[Clicks].Value, since[Before].Value));
    }

    [Fact]
    public void AsOf_OfAStock_MustHoldUntilThatDay()
    {
        Kpi audience = Kpi.Define("audience", Measures.Followers, Unit.Count);
        Facts facts = Facts.FromColumns(columns => columns
            .Time((LocalDate[])[new(2026, 3, 1), new(2026, 3, 20)])
            .Dimension("account", ["a", "a"])
            .Measure(Measures.Followers, [100m, 900m]));
        KpiQuery query = KpiQuery.Of(audience);
        Assert.Equal(100m, facts.Read(query.AsOf(new(2026, 3, 19)))[audience].Value);
        Assert.Equal(900m, facts.Read(query.AsOf(new(2026, 3, 20)))[audience].Value);

        // 31 days are the limit of followers, and what is known is that no later figure came.
        Assert.Equal(900m, facts.Read(query.AsOf(new(2026, 4, 20)))[audience].Value);
        Assert.Equal(Absence.Stale, facts.Read(query.AsOf(new(2026, 4, 21)))[audience].Absence);
        Assert.Equal(900m, facts.Read(query)[audience].Value);
    }

    [Fact]
    public void AsOf_ADayBeforeTheTimeframe_IsRefused()
    {
        KpiQuery query = KpiQuery.Of(Clicks).During(Timeframe.Month(2026, 4)).AsOf(new(2026, 3, 31));
        string message = Assert.Throws<DefinitionException>(query.Plan).Message;
        Assert.Equal("query: its timeframe 2026-04 begins after 2026-03-31, the day that it is read as of; read an earlier timeframe or as of a later day", message);
        Assert.Equal(2, Assert.Throws<DefinitionException>(query.Top(1, Clicks).Plan).Issues.Count);
        Assert.NotNull(query.AsOf(new(2026, 4, 1)).Plan());

        // Over several tables, and for every KPI that can be read, it is refused in the same words.
        Facts facts = Daily(new(2026, 4, 1), new(2026, 4, 2));
        KpiQuery every = KpiQuery.Every([Clicks]).During(Timeframe.Month(2026, 4)).AsOf(new(2026, 3, 31));
        Assert.Equal(message, Assert.Throws<DefinitionException>(() => facts.Read(every)).Message);
        Assert.Contains("begins after 2026-03-31", Assert.Throws<DefinitionException>(() => FactTables.Of(("daily", facts)).Read(every)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AsOf_OfFactsWithoutTime_IsRefused()
    {
        Facts facts = Facts.FromColumns(columns => columns.Measure(Measures.Clicks, [1m]));
        Assert.Contains("as of a day", Assert.Throws<DefinitionException>(() => facts.Read(KpiQuery.Of(Clicks).AsOf(new(2026, 3, 10)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AsOf_ADayOfAnotherCalendar_IsTheSameDay() =>
        Assert.Equal(KpiQuery.Of(Clicks).AsOf(new(2026, 3, 10)), KpiQuery.Of(Clicks).AsOf(new LocalDate(2026, 3, 10).WithCalendar(CalendarSystem.Julian)));

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Texts_UnderAnyCulture_WriteTheDayAlike(string culture)
    {
        using (Cultures.Use(culture))
        {
            KpiTable table = Daily(new(2026, 2, 1), new(2026, 4, 30)).Read(KpiQuery.Of(Clicks).By(Grain.Month).AsOf(new(2026, 3, 10)));
            Assert.Contains("[1] 2026-03 is partial: only 2026-03-01…2026-03-10 was read", table.ToString(), StringComparison.Ordinal);
            Assert.Contains("\"as_of\": \"2026-03-10\"", table.ToJson(), StringComparison.Ordinal);
        }
    }

    private static Facts Daily(LocalDate first, LocalDate last) =>
        OfDays([.. Enumerable.Range(0, Period.DaysBetween(first, last) + 1).Select(day => (first.PlusDays(day), 1))]);

    private static Facts OfDays(params (LocalDate Day, int Clicks)[] days) => Facts.FromRows(days, row => row
        .Time(day => day.Day)
        .Measure(Measures.Clicks, day => day.Clicks));
}
