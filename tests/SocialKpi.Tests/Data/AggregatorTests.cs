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
    public void Add_AfterAResult_GoesOnAndLeavesTheResultAsItWas()
    {
        Aggregator some = new(Query);
        some.Add(Posts(new LocalDate(2026, 1, 3), "tiktok", 100, 1));
        KpiTable before = some.Result();
        some.Add(Posts(new LocalDate(2026, 1, 4), "tiktok", 100, 3));
        Assert.Equal(0.02m, some.Result()[Kpis.ClickThroughRate].Value);
        Assert.Equal(0.01m, before[Kpis.ClickThroughRate].Value);
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

    [Theory]
    [InlineData("010000000000", "rows are counted for another number of measures")]
    [InlineData("FFFFFFFFFFFFFFFF7F000000000100", "they count more rows than there can be, 9223372036854775807")]
    public void Merge_OfForgedCountsInTheSecondCell_AddsNothing(string counts, string problem)
    {
        Kpi likes = Kpi.Define("kk", Measures.Likes, Unit.Count);
        Aggregator some = new(KpiQuery.Of(likes).By("g"));
        some.Add(Facts.FromColumns(columns => columns.Dimension("g", ["a", "b"]).Measure(Measures.Likes, [5, 6])));
        byte[] states = some.ToStates();
        string body = Convert.ToHexString(states[..^32]);
        string forged = body.Replace("010162" + "01000000000100", "010162" + counts, StringComparison.Ordinal);
        Assert.NotEqual(body, forged);
        byte[] bytes = Convert.FromHexString(forged);
        StatesException refused = Assert.Throws<StatesException>(() => some.Merge([.. bytes, .. System.Security.Cryptography.SHA256.HashData(bytes)]));
        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
        Assert.Equal(states, some.ToStates());
        Assert.Equal(5, some.Result()[likes, Segment.Of("g", "a")].Value);
    }

    [Fact]
    public void Add_OfASourceThatCountsForAnotherFormula_AddsNothing()
    {
        Aggregator some = new(Query);
        some.Add(Posts(new LocalDate(2026, 1, 3), "tiktok", 100, 1));
        byte[] before = some.ToStates();
        ArgumentException refused = Assert.Throws<ArgumentException>(() => some.Add(new Miscounting(Posts(new LocalDate(2026, 1, 3), "tiktok", 100, 1))));
        Assert.Contains("counts unknown rows for 0 measures", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, some.ToStates());
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

    /// <summary>Tables that have the names of those that a plan was made for, and not what it asks.</summary>
    public static TheoryData<string, FactTables> OtherTables => new()
    {
        { "no platform in one", Tables(columns => Clicks(columns), columns => columns.Time([Day]).Measure(Measures.Spend, [5m], Currency.EUR)) },
        { "no time in one", Tables(columns => Clicks(columns), columns => columns.Dimension("platform", ["tiktok"]).Measure(Measures.Spend, [5m], Currency.EUR)) },
        { "a count for money", Tables(columns => Clicks(columns), columns => Ads(columns).Measure(Measure.Sum("spend", Unit.Count), [5m])) },
        { "no spend", Tables(columns => Clicks(columns), columns => Ads(columns).Measure(Measures.Likes, [5m])) },
        { "clicks in both", Tables(columns => Clicks(columns), columns => Spend(columns).Measure(Measures.Clicks, [1m])) },
        { "each in the other", Tables(columns => Spend(columns), columns => Clicks(columns)) },
    };

    [Theory]
    [MemberData(nameof(OtherTables))]
    public void Add_OfTablesThatAreNotThoseOfThePlan_AddsNothing(string what, FactTables others)
    {
        FactTables tables = Tables(columns => Clicks(columns), columns => Spend(columns));
        Aggregator some = new(tables.Plan(KpiQuery.Of(Kpis.CostPerClick).By(Grain.Month).By("platform")));
        some.Add(tables);
        byte[] before = some.ToStates();
        Exception? refused = Record.Exception(() => some.Add(others));
        Assert.True(refused is DefinitionException or ArgumentException, $"{what}: {refused}");
        Assert.Equal(before, some.ToStates());
    }

    [Fact]
    public void Add_OfAChunkWithoutRows_ChangesNothing()
    {
        Facts lifetime = Facts.FromColumns(columns => Clicks(columns).Basis(TimeBasis.LifetimeAtPublish));
        Facts none = Facts.FromColumns(columns => columns.Time(Array.Empty<LocalDate>()).Dimension("platform", []).Measure(Measures.Clicks, Array.Empty<decimal>()));
        KpiQuery query = KpiQuery.Of(Kpis.ClickCount).By("platform");
        Aggregator one = new(query), both = new(query);
        one.Add(lifetime);
        both.Add(none);
        Assert.Equal(new Aggregator(query).ToStates(), both.ToStates());
        both.Add(lifetime);
        Assert.Equal(one.ToStates(), both.ToStates());
        Assert.Empty(both.Result()[Kpis.ClickCount].Caveats);
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

    private sealed class Miscounting(Facts facts) : FactSource
    {
        public override IReadOnlyList<string> Lacks(Kpi kpi) => facts.Lacks(kpi);

        public override IReadOnlyList<ScanResult> Execute(QueryPlan plan) => [.. facts.Execute(plan).Select(result => new ScanResult(
            result.Cells.Select(pair => KeyValuePair.Create(pair.Key, new Cell(pair.Value.Coverage.Select(counts => RowCoverage.Of(counts.Used, 0, 0, 0, [])), pair.Value.States))), result.LastDay))];
    }

    private static LocalDate Day => new(2026, 1, 9);

    private static FactTables Tables(Action<FactColumns> posts, Action<FactColumns> ads) => FactTables.Of(("posts", Facts.FromColumns(posts)), ("ads", Facts.FromColumns(ads)));

    private static FactColumns Ads(FactColumns columns) => columns.Time([Day]).Dimension("platform", ["tiktok"]);

    private static FactColumns Clicks(FactColumns columns) => Ads(columns).Measure(Measures.Clicks, [1m]);

    private static FactColumns Spend(FactColumns columns) => Ads(columns).Measure(Measures.Spend, [5m], Currency.EUR);

    private static Facts Posts(LocalDate day, string? platform, long impressions, long clicks) => Facts.FromColumns(columns => columns
        .Time([day])
        .Dimension("platform", [platform])
        .Measure(Measures.Impressions, [impressions])
        .Measure(Measures.Clicks, [clicks]));
}
