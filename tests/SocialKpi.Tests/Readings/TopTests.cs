using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Readings;

/// <summary>The segments with the largest readings, and the rest of them merged.</summary>
public sealed class TopTests
{
    private static readonly Kpi Clicks = Kpis.ClickCount;
    private static readonly Kpi Rate = Kpis.ClickThroughRate;
    private static readonly Kpi Minutes = Kpi.Define("median_minutes", Measure.Median("median_minutes_measure", Unit.Number, "minutes"), Unit.Number);
    private static readonly Kpi People = Kpi.Define("people", Measure.Distinct("people_measure", "person"), Unit.Count);

    /// <summary>a 30, b 20, c 6, d 4, blank unknown; the rates of c and d alone are 6 % and 40 %.</summary>
    private static readonly Facts Posts = Facts.FromColumns(columns => columns
        .Dimension("platform", ["b", "a", "c", "c", "d", null, "a"])
        .Dimension("person", ["p", "q", "r", "s", "r", "t", "q"])
        .Measure(Measures.Clicks, [20m, 10m, 1m, 5m, 4m, null, 20m])
        .Measure(Measures.Impressions, [100m, 100m, 50m, 50m, 10m, 10m, 300m])
        .Value("minutes", [1m, 2m, 10m, 30m, 100m, 1000m, 3m]));

    private static readonly KpiTable Table = Posts.Read(KpiQuery.Of(Clicks, Rate, Minutes, People).By("platform").Top(2, Clicks));

    [Fact]
    public void Rows_OfATop_AreTheLargestByRankAndThenTheRest() =>
        Assert.Equal([Platform("a"), Platform("b"), Segment.Rest], Table.Rows.Select(row => row.Segment));

    [Fact]
    public void Rest_OfATop_IsReadFromAllItsRows()
    {
        KpiRow rest = Table.Rows[^1];
        Assert.Equal(10m, rest[Clicks].Value);

        // Ten clicks of 110 impressions, not the mean or sum of 6 % and 40 %; the blank row is left out and counted.
        Assert.Equal(10m / 110m, rest[Rate].Value);
        Assert.Equal(1m, Assert.Single(rest[Rate].Caveats).Amount);
        Assert.Equal((30m + 100m) / 2, rest[Minutes].Value);
        Assert.Equal(3m, rest[People].Value);
        Assert.Equal(rest[People].Value, Table[People, Segment.Rest].Value);
        Assert.Equal([Platform("c"), Platform("d"), Platform(null)], Table.Rest);
    }

    [Fact]
    public void Total_OfATop_HoldsEverySegment()
    {
        Assert.Equal(60m, Table[Clicks].Value);
        Assert.Equal(5m, Table[People].Value);
        Assert.Equal(6m, Table[Clicks, Platform("c")].Value);
    }

    [Fact]
    public void Rows_OfEqualReadings_AreInOrdinalOrderAndAbsentOnesLast()
    {
        Facts facts = Facts.FromColumns(columns => columns
            .Dimension("platform", ["ı", "b", null, "B", "a", "z"])
            .Measure(Measures.Clicks, [1m, 1m, 1m, 1m, null, -1m]));
        KpiTable table = facts.Read(KpiQuery.Of(Clicks).By("platform").Top(5, Clicks));
        Assert.Equal(["B", "b", "ı", null, "z"], table.Rows.Take(5).Select(row => row.Segment["platform"]));
        Assert.Equal([Platform("a")], table.Rest);
    }

    [Fact]
    public void Rows_ByPeriod_AreRankedOverAllPeriods()
    {
        Facts facts = Facts.FromColumns(columns => columns
            .Time((NodaTime.LocalDate[])[new(2026, 1, 1), new(2026, 1, 2), new(2026, 1, 3), new(2026, 2, 1), new(2026, 2, 2)])
            .Dimension("platform", ["early", "late", "small", "late", "small"])
            .Measure(Measures.Clicks, [10m, 1m, 2m, 30m, 3m]));
        KpiTable table = facts.Read(KpiQuery.Of(Clicks).By(Grain.Month).By("platform").Top(1, Clicks));
        Assert.Equal(
            [("late", 1m), ("(rest)", 12m), ("late", 30m), ("(rest)", 3m)],
            table.Rows.Select(row => (row.Segment.IsRest ? row.Segment.ToString() : row.Segment["platform"]!, row[Clicks].Value)));
        Assert.Equal([12m, 3m], table.Series(Clicks, Segment.Rest).Readings.Select(reading => reading.Value));
        Assert.Equal(15m, table.Series(Clicks, Segment.Rest).Total.Value);
        Assert.Equal(12m, table[Clicks, Timeframe.Month(2026, 1), Segment.Rest].Value);
        Assert.Equal([Platform("late"), Segment.Rest], table.SegmentTotals.Select(row => row.Segment));
    }

    [Fact]
    public void Across_InTheRest_IsStillTheWholeMarket()
    {
        Kpi share = Kpi.Define("share", Measures.Clicks / Measures.Clicks.At(Context.Across("platform")), Unit.Ratio);
        KpiTable table = Posts.Read(KpiQuery.Of(Clicks, share).By("platform").Top(2, Clicks));
        Assert.Equal(10m / 60m, table[share, Segment.Rest].Value);
    }

    [Fact]
    public void Across_InTheRestOfTwoDimensions_CountsAMarketOnce()
    {
        Kpi market = Kpi.Define("market", Measures.Clicks.At(Context.Across("brand")), Unit.Count);
        Facts facts = Facts.FromColumns(columns => columns
            .Dimension("brand", ["a", "b", "c", "a"])
            .Dimension("country", ["nl", "nl", "nl", "be"])
            .Measure(Measures.Clicks, [100m, 2m, 3m, 200m]));
        KpiTable table = facts.Read(KpiQuery.Of(Clicks, market).By("brand").By("country").Top(2, Clicks));

        // b and c in nl are the rest: two segments, one market.
        Assert.Equal((5m, 105m), (table[Clicks, Segment.Rest].Value, table[market, Segment.Rest].Value));
    }

    [Fact]
    public void Previous_InTheRest_IsThatOfAllItsSegments()
    {
        Kpi before = Kpi.Define("clicks_before", Measures.Clicks.At(Context.Previous), Unit.Count);
        Facts facts = Facts.FromColumns(columns => columns
            .Time((NodaTime.LocalDate[])[new(2026, 1, 1), new(2026, 1, 2), new(2026, 2, 1), new(2026, 2, 2)])
            .Dimension("platform", ["gone", "small", "large", "small"])
            .Measure(Measures.Clicks, [7m, 1m, 30m, 2m]));
        KpiTable table = facts.Read(KpiQuery.Of(Clicks, before).By(Grain.Month).By("platform").During(Timeframe.Month(2026, 2)).Top(1, Clicks));
        Assert.Equal((2m, 8m), (table[Clicks, Timeframe.Month(2026, 2), Segment.Rest].Value, table[before, Timeframe.Month(2026, 2), Segment.Rest].Value));
        Assert.Equal([Platform("small"), Platform("gone")], table.Rest);
    }

    [Fact]
    public void Rest_OfAStock_SumsTheLastValueOfEachAccount()
    {
        Kpi audience = Kpi.Define("audience", Measures.Followers, Unit.Count);
        Facts facts = Facts.FromColumns(columns => columns
            .Time((NodaTime.LocalDate[])[new(2026, 1, 1), new(2026, 1, 2), new(2026, 1, 3), new(2026, 1, 2), new(2026, 1, 3)])
            .Dimension("account", ["large", "x", "x", "y", "y"])
            .Dimension("platform", ["a", "b", "b", "c", "c"])
            .Measure(Measures.Followers, [500m, 10m, 20m, 7m, 8m]));
        KpiTable table = facts.Read(KpiQuery.Of(audience).By("platform").Top(1, audience));
        Assert.Equal((500m, 28m, 528m), (table[audience, Platform("a")].Value, table[audience, Segment.Rest].Value, table[audience].Value));
    }

    [Fact]
    public void Rows_SuppressedSegment_GoesToTheRest()
    {
        KpiTable table = Posts.Read(KpiQuery.Of(Rate).By("platform").AtLeast(Measures.Impressions, 50).Top(1, Rate));

        // d has the highest rate, 40 %, on ten impressions.
        Assert.Equal([Platform("b"), Segment.Rest], table.Rows.Select(row => row.Segment));
        Assert.Contains(Platform("d"), table.Rest);
    }

    [Fact]
    public void Top_BySegmentsInTwoCurrencies_IsRefused()
    {
        Kpi spend = Kpi.Define("spent", Measures.Spend, Unit.Money);
        KpiQuery query = KpiQuery.Of(spend).By("platform").Top(1, spend);
        KpiTable euros = Spent("a", Currency.EUR).Read(query);
        KpiTable dollars = Spent("b", Currency.USD).Read(query);
        Assert.Contains("it ranks segments by spent, which is in EUR and USD", Assert.Throws<DefinitionException>(() => euros.Merge(dollars)).Message, StringComparison.Ordinal);

        static Facts Spent(string platform, Currency currency) => Facts.FromColumns(columns => columns.Dimension("platform", [platform]).Measure(Measures.Spend, [1m], currency));
    }

    [Fact]
    public void Top_OfNothingOrByAnotherKpi_IsRefused()
    {
        KpiQuery query = KpiQuery.Of(Clicks).By("platform");
        Assert.Equal("count", Assert.Throws<ArgumentOutOfRangeException>(() => query.Top(0, Clicks)).ParamName);
        Assert.Contains("It has: clicks", Assert.Throws<ArgumentException>(() => query.Top(1, Rate)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => query.Top(1, null!));
        Assert.Contains("by no dimension", Assert.Throws<DefinitionException>(() => KpiQuery.Of(Clicks).Top(1, Clicks).Plan()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Top_SegmentsWithRowsOnlyAtTheOtherTimeOfTheWhole_AreNamedInTheirTotals()
    {
        // All read the same spend, so the first by name are named; of February they have no rows, and the quarter before has none either.
        Kpi market = Kpi.Define("market", Measures.Spend.At(Context.Across("brand")), Unit.Money), before = Kpi.Define("before", Measures.Likes.At(Context.Previous), Unit.Count);
        Facts facts = Facts.FromColumns(columns => columns
            .Time([new NodaTime.LocalDate(2024, 1, 1), new NodaTime.LocalDate(2024, 2, 13), new NodaTime.LocalDate(2024, 1, 1)])
            .Dimension("brand", ["a", "c", "b"])
            .Measure(Measures.Spend, [1m, 1m, 1m], Currency.EUR).Measure(Measures.Likes, [5, 6, 7]));
        KpiTable top = facts.Read(KpiQuery.Of(market, before).By(Grain.Quarter).By("brand").During(Timeframe.Month(2024, 2)).Top(2, market));

        Assert.Equal(["a", "b", null], top.SegmentTotals.Select(row => row.Segment.IsRest ? null : row.Segment["brand"]));
        Assert.Equal([5m, 7m], top.SegmentTotals.Take(2).Select(row => row[before].Value));
        Assert.Equal([Segment.Of("brand", "c")], top.Rest);
        Assert.True(Assert.Single(top.Rows).Segment.IsRest);
    }

    [Fact]
    public void Indexer_RestOfAQueryWithoutTop_IsRefused()
    {
        KpiTable table = Posts.Read(KpiQuery.Of(Clicks).By("platform"));
        Assert.Contains("it has no rest", Assert.Throws<ArgumentException>(() => table[Clicks, Segment.Rest]).Message, StringComparison.Ordinal);
        Assert.Empty(table.Rest);
        Assert.Equal(Absence.NoRows, Posts.Read(KpiQuery.Of(Clicks).By("platform").Top(10, Clicks))[Clicks, Segment.Rest].Absence);
    }

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("tr-TR")]
    public void Texts_UnderAnyCulture_TellTheRestFromAValueOfThatName(string culture)
    {
        Facts facts = Facts.FromColumns(columns => columns
            .Dimension("platform", ["(rest)", "b", "c", "d"])
            .Measure(Measures.Clicks, [9m, 1m, 1m, 1m]));
        using (Cultures.Use(culture))
        {
            KpiTable table = facts.Read(KpiQuery.Of(Clicks).By("platform").Top(1, Clicks));
            Assert.Equal((9m, 3m), (table[Clicks, Platform("(rest)")].Value, table[Clicks, Segment.Rest].Value));
            Assert.Contains("\"(rest)\"", table.ToString(), StringComparison.Ordinal);
            Assert.Contains("(rest: 3 segments)", table.ToString(), StringComparison.Ordinal);
            Assert.Contains("(rest: 3 segments)", table.ToMarkdown(TableShape.Narrow), StringComparison.Ordinal);
            Assert.Equal(
                ["platform,rest_segments,kpi,value,unit,absence,rows_used,caveats", "(rest),,clicks,9,count,,1,", "(rest),3,clicks,3,count,,3,"],
                table.ToCsv().Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
            Assert.Contains("\"rest_segments\": 3", table.ToJson(), StringComparison.Ordinal);
            Assert.Contains("\"by\": \"clicks\"", table.ToJson(), StringComparison.Ordinal);
            Assert.Equal("Clicks, (rest)", table[Clicks, Segment.Rest].Explain().Title);
        }
    }

    private static Segment Platform(string? name) => Segment.Of("platform", name);
}
