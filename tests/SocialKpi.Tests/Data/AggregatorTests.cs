using NodaTime;

namespace SocialKpi.Tests.Data;

public sealed class AggregatorTests
{
    private static readonly KpiQuery Query = KpiQuery.Of(Kpis.ClickThroughRate).By(Grain.Month).By("platform");

    [Fact]
    public void Add_OfMonthsOneByOne_ReadsTheWhole()
    {
        Aggregator year = new(Query);
        for (int month = 1; month <= 12; month++) year.Add(Posts(new LocalDate(2026, month, 3), "tiktok", 1_000, month));
        KpiTable table = year.Result();
        Assert.Equal(78 / 12_000m, table[Kpis.ClickThroughRate].Value);
        Assert.Equal(12, table.Rows.Count);
    }

    [Fact]
    public void Add_AfterAResult_GoesOn()
    {
        Aggregator some = new(Query);
        some.Add(Posts(new LocalDate(2026, 1, 3), "tiktok", 100, 1));
        Assert.Equal(0.01m, some.Result()[Kpis.ClickThroughRate].Value);
        some.Add(Posts(new LocalDate(2026, 1, 4), "tiktok", 100, 3));
        Assert.Equal(0.02m, some.Result()[Kpis.ClickThroughRate].Value);
    }

    [Fact]
    public void Add_OfMemoryThatIsUsedAgain_KeepsWhatWasReadBefore()
    {
        long[] impressions = [0, 0];
        long[] clicks = [0, 0];
        Aggregator some = new(KpiQuery.Of(Kpis.ClickThroughRate));
        foreach (long number in (long[])[1, 2, 3])
        {
            Array.Fill(impressions, 100);
            Array.Fill(clicks, number);
            some.Add(Facts.FromColumns(columns => columns
                .Measure(Measures.Impressions, (ReadOnlyMemory<long>)impressions.AsMemory())
                .Measure(Measures.Clicks, (ReadOnlyMemory<long>)clicks.AsMemory())));
        }

        Assert.Equal(0.02m, some.Result()[Kpis.ClickThroughRate].Value);
    }

    [Fact]
    public void Add_OfFactsThatLackAMeasure_AddsNothing()
    {
        Aggregator some = new(Query);
        some.Add(Posts(new LocalDate(2026, 1, 3), "tiktok", 100, 1));
        byte[] before = some.ToStates();
        DefinitionException lacking = Assert.Throws<DefinitionException>(() => some.Add(Facts.FromColumns(columns => columns.Measure(Measures.Clicks, [1]))));
        Assert.Contains("impressions", lacking.Message, StringComparison.Ordinal);
        Assert.Equal(before, some.ToStates());
    }

    [Fact]
    public void Merge_OfAnotherQuery_IsRefused()
    {
        Aggregator some = new(Query);
        Aggregator other = new(Query.During(Timeframe.Year(2026)));
        Assert.Throws<ArgumentException>(() => some.Merge(other));
        Assert.Throws<ArgumentException>(() => some.Merge(other.Result()));
        StatesException refused = Assert.Throws<StatesException>(() => some.Merge(other.ToStates()));
        Assert.Equal("States cannot be read, byte 5: they answer another query or come from other tables of facts; read them with the query that they were made for", refused.Message);
    }

    [Theory]
    [InlineData(0, "do not begin as states do")]
    [InlineData(4, "they are of version 254, and this library reads version 1")]
    [InlineData(20, "changed or cut off")]
    [InlineData(60, "changed or cut off")]
    public void Merge_OfDamagedBytes_SaysWhatToDo(int at, string problem)
    {
        Aggregator some = new(Query);
        some.Add(Posts(new LocalDate(2026, 1, 3), "tiktok", 100, 1));
        byte[] states = some.ToStates();
        states[at] ^= 0xFF;
        Assert.Contains(problem, Assert.Throws<StatesException>(() => some.Merge(states)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_IsRefused() => Assert.Throws<ArgumentException>(() => new Aggregator(KpiQuery.Every(Catalog.Standard.Kpis)));

    [Fact]
    public void Plan_OfSeveralTables_TakesAllOfThemAtOnce()
    {
        FactTables tables = FactTables.Of(
            ("posts", Posts(new LocalDate(2026, 1, 3), "tiktok", 100, 1)),
            ("ads", Facts.FromColumns(columns => columns.Time([new LocalDate(2026, 1, 9)]).Dimension("platform", ["tiktok"]).Measure(Measures.Spend, [5m], Currency.EUR))));
        KpiQuery query = KpiQuery.Of(Kpis.CostPerClick).By(Grain.Month).By("platform");
        Aggregator first = new(tables.Plan(query));
        first.Add(tables);
        Aggregator second = new(tables.Plan(query));
        second.Merge(first.ToStates());
        Assert.Equal(tables.Read(query).ToJson(), second.Result().ToJson());
        Assert.Throws<StatesException>(() => new Aggregator(query).Merge(first.ToStates()));
    }

    [Fact]
    public void ToStates_OfTextThatIsNoUnicode_ComesBack()
    {
        Aggregator some = new(Query);
        some.Add(Posts(new LocalDate(2026, 1, 3), "half \uD800 and \u0130\u0131", 100, 1));
        some.Add(Posts(new LocalDate(2026, 1, 3), null, 100, 1));
        Aggregator back = new(Query);
        back.Merge(some.ToStates());
        Assert.Equal(["half \uD800 and \u0130\u0131", null], back.Result().Rows.Select(row => row.Segment["platform"]));
    }

    private static Facts Posts(LocalDate day, string? platform, long impressions, long clicks) => Facts.FromColumns(columns => columns
        .Time([day])
        .Dimension("platform", [platform])
        .Measure(Measures.Impressions, [impressions])
        .Measure(Measures.Clicks, [clicks]));
}
