using NodaTime;

namespace SocialKpi.Tests.Data;

/// <summary>Posts, ads and the daily follower count answer one query. Worked out by hand.</summary>
public sealed class FactTablesTests
{
    private static readonly Kpi LikesPerFollower = Kpi.Define("likes_per_follower", Measures.Likes / Measures.Followers, Unit.Ratio);

    private static readonly Facts Posts = Facts.FromColumns(columns => columns
        .Time([new LocalDate(2026, 1, 5), new(2026, 1, 6), new(2026, 2, 3), new(2026, 2, 4)])
        .Dimension("account", ["a", "b", "a", "a"])
        .Dimension("type", ["photo", "video", "photo", "photo"])
        .Measure(Measures.Likes, [10m, 20m, 30m, null]));

    private static readonly Facts Daily = Facts.FromColumns(columns => columns
        .Time([new LocalDate(2026, 1, 5), new(2026, 1, 31), new(2026, 1, 31), new(2026, 2, 28), new(2026, 3, 31)])
        .Dimension("account", ["a", "a", "b", "a", "b"])
        .Measure(Measures.Followers, [90m, 100m, 50m, 120m, 60m]));

    private static readonly FactTables Both = FactTables.Of(("posts", Posts), ("daily", Daily));

    [Fact]
    public void Read_MeasuresOfTwoTables_MeetCellByCell()
    {
        KpiTable table = Both.Read(KpiQuery.Of(LikesPerFollower).By(Grain.Month).By("account"));

        Assert.Equal(0.1m, table[LikesPerFollower, Timeframe.Month(2026, 1), Segment.Of("account", "a")].Value);
        Assert.Equal(0.4m, table[LikesPerFollower, Timeframe.Month(2026, 1), Segment.Of("account", "b")].Value);
        Assert.Equal(0.2m, table[LikesPerFollower, Timeframe.Month(2026, 1)].Value);
        Assert.Equal(0.25m, table[LikesPerFollower, Timeframe.Month(2026, 2), Segment.Of("account", "a")].Value);
    }

    [Fact]
    public void Read_MonthWithRowsInOneTableOnly_IsARowWithTheReason()
    {
        KpiTable table = Both.Read(KpiQuery.Of(LikesPerFollower).By(Grain.Month));

        Assert.Equal([1, 2, 3], table.Rows.Select(row => row.Period!.Value.Start!.Value.Month));
        Assert.Equal(Absence.NoRows, table.Rows[2][LikesPerFollower].Absence);
    }

    [Fact]
    public void Read_EveryKpi_ListsThoseThatNoTableCanFeed()
    {
        Kpi photos = Kpi.Define("photo_followers", Measures.Followers.Where(Condition.Is("type", "photo"), "photo_followers"), Unit.Count);
        KpiTable table = Both.Read(KpiQuery.Every([Kpis.ClickThroughRate, LikesPerFollower, photos]).By(Grain.Month));

        Assert.Equal([LikesPerFollower], table.Query.Kpis);
        Assert.Equal(0.2m, table[LikesPerFollower, Timeframe.Month(2026, 1)].Value);
        Assert.Equal([Kpis.ClickThroughRate, photos], table.Lacking.Select(lacking => lacking.Kpi));
        Assert.Equal(["no table has clicks; posts has likes; daily has followers", "no table has impressions; posts has likes; daily has followers"], table.Lacking[0].Reasons);
        Assert.StartsWith("table daily: the condition 'type is \"photo\"' looks at 'type'", Assert.Single(table.Lacking[1].Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RowsLeftOut_NamesTheTable()
    {
        Reading february = Both.Read(KpiQuery.Of(LikesPerFollower).By(Grain.Month))[LikesPerFollower, Timeframe.Month(2026, 2)];

        Assert.Contains(february.Caveats, caveat => caveat.Text == "1 of 2 rows left out (posts): likes is unknown on 1");
    }

    [Fact]
    public void Read_AccountWithoutTheStockInTheOtherTable_IsNamed()
    {
        Facts posts = Facts.FromColumns(columns => columns
            .Time([new LocalDate(2026, 1, 5), new(2026, 1, 6), new(2026, 2, 3)])
            .Dimension("account", ["a", "gamma", "a"])
            .Measure(Measures.Likes, [10m, 20m, 30m]));
        FactTables tables = FactTables.Of(("posts", posts), ("daily", Daily));
        Kpi everywhere = Kpi.Define("per_follower_of_all", Measures.Likes / Measures.Followers.At(Context.Across("account")), Unit.Ratio);
        KpiTable table = tables.Read(KpiQuery.Of(LikesPerFollower, everywhere).By(Grain.Month).By("account"));
        const string Missing = "followers without 1 of 3 (account), not known: gamma";

        Assert.Contains(table[LikesPerFollower, Timeframe.Month(2026, 1)].Caveats, caveat => (caveat.Kind, caveat.Amount, caveat.Text) == (CaveatKind.EntitiesLeftOut, 1, Missing));
        Assert.Contains(table[LikesPerFollower, Timeframe.Month(2026, 1), Segment.Of("account", "gamma")].Caveats, caveat => caveat.Text == "followers without 1 of 1 (account), not known: gamma");
        Assert.DoesNotContain(table[LikesPerFollower, Timeframe.Month(2026, 2)].Caveats, caveat => caveat.Text.Contains("not known", StringComparison.Ordinal));
        Assert.Contains(table[everywhere, Timeframe.Month(2026, 1)].Caveats, caveat => caveat.Text == "followers (across all account) without 1 of 3 (account), not known: gamma");
        Assert.Contains(Missing, table.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FlowAcrossADimension_SaysNothingOfAccountsThatTheStockDoesNotRead()
    {
        Kpi share = Kpi.Define("all_likes_per_follower", Measures.Likes.At(Context.Across("account")) / Measures.Followers, Unit.Ratio);
        Reading reading = Both.Read(KpiQuery.Of(share).By("account"))[share, Segment.Of("account", "a")];

        Assert.DoesNotContain(reading.Caveats, caveat => caveat.Kind == CaveatKind.EntitiesLeftOut);
    }

    [Fact]
    public void Read_OrderOfTables_ChangesNothing()
    {
        KpiQuery query = KpiQuery.Of(LikesPerFollower).By(Grain.Month).By("account");

        Assert.Equal(Both.Read(query).ToText(), FactTables.Of(("daily", Daily), ("posts", Posts)).Read(query).ToText());
    }

    [Fact]
    public void Read_FanOut_NothingIsMultiplied()
    {
        // orionbelt PR #258: 3 sales rows joined with 2 visits of the same account gave 310 where 210 was right.
        Facts ads = Facts.FromColumns(columns => columns.Dimension("account", ["a", "a", "b"]).Measure(Measures.Spend, [100m, 10m, 100m], Currency.EUR));
        Facts visits = Facts.FromColumns(columns => columns.Dimension("account", ["a", "a", "b"]).Measure(Measures.Clicks, [1m, 2m, 3m]));
        KpiTable table = FactTables.Of(("ads", ads), ("visits", visits)).Read(KpiQuery.Of(Kpis.TotalSpend, Kpis.CostPerClick).By("account"));

        Assert.Equal(210m, table[Kpis.TotalSpend].Value);
        Assert.Equal(35m, table[Kpis.CostPerClick].Value);
    }

    [Fact]
    public void Read_MeasureInTwoTables_IsRefusedNamingBoth()
    {
        DefinitionException refused = Assert.Throws<DefinitionException>(
            () => FactTables.Of(("posts", Posts), ("stories", Posts), ("daily", Daily)).Read(KpiQuery.Of(LikesPerFollower)));

        Assert.Contains("likes is in posts and stories", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DimensionOrFilterInOneTableOnly_IsRefusedNamingBoth()
    {
        DefinitionException refused = Assert.Throws<DefinitionException>(
            () => Both.Read(KpiQuery.Of(LikesPerFollower).By("type").Where(Condition.Is("type", "photo"))));

        Assert.Contains("it is by 'type', which daily does not have, the table of followers; posts has it", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, refused.Issues.Count);
    }

    [Fact]
    public void Read_AcrossTheDimensionThatATableLacks_NeedsItInTheOtherOnly()
    {
        Kpi perFollower = Kpi.Define("likes_of_type_per_follower", Measures.Likes / Measures.Followers.At(Context.Across("type")), Unit.Ratio);
        KpiTable table = Both.Read(KpiQuery.Of(perFollower).By("type"));

        Assert.Equal(20m / 180m, table[perFollower, Segment.Of("type", "video")].Value);
        Assert.Equal(2, table.Rows.Count);
    }

    /// <summary>However deep it stands: in another context, and around one.</summary>
    [Theory]
    [InlineData("likes.at(across(\"brand\")).at(previous) / followers")]
    [InlineData("likes / followers.at(previous).at(across(\"brand\"))")]
    public void Read_AcrossADimensionOfNoTableInAnotherContext_IsRefused(string formula)
    {
        Kpi kpi = Kpi.Define("across", Catalog.Standard.Parse(formula), Unit.Ratio);

        DefinitionIssue issue = Assert.Single(Assert.Throws<DefinitionException>(() => Both.Read(KpiQuery.Of(kpi).By(Grain.Month))).Issues);
        Assert.Equal("KPI across: it reads across 'brand', which is not a dimension of any table", issue.ToString());
        Assert.Equal(["it reads across 'brand', which is not a dimension of any table"], Assert.Single(Both.Read(KpiQuery.Every([LikesPerFollower, kpi]).By(Grain.Month)).Lacking).Reasons);
    }

    [Fact]
    public void Read_MeasureOfNoTable_ListsWhatEachHas()
    {
        DefinitionException refused = Assert.Throws<DefinitionException>(() => Both.Read(KpiQuery.Of(Kpis.ClickThroughRate)));

        Assert.Contains("no table has clicks; posts has likes; daily has followers", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RowFormulaOverTwoTables_IsRefusedWithTheRemedy()
    {
        Kpi mean = Kpi.Define("mean_rate", Measure.Mean("rate", Unit.Ratio, Measures.Likes / Measures.Followers), Unit.Ratio);

        Assert.Contains("WithAsOf", Assert.Throws<DefinitionException>(() => Both.Read(KpiQuery.Of(mean))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_PlanOfOtherTables_IsRefused()
    {
        QueryPlan plan = Both.Plan(KpiQuery.Of(LikesPerFollower));

        Assert.Throws<ArgumentException>(() => Posts.Execute(plan));
        Assert.Throws<ArgumentException>(() => Both.Execute(KpiQuery.Of(Kpis.LikeCount).Plan()));
    }

    [Fact]
    public void Of_NamesThatRepeatOrAreBlank_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => FactTables.Of(("a", Posts), ("a", Daily)));
        Assert.Throws<ArgumentException>(() => FactTables.Of((" ", Posts)));
        Assert.Throws<ArgumentException>(() => FactTables.Of());
    }

    [Fact]
    public void Read_EveryKpi_ByADimensionOfOneTable_ListsTheKpisOfTheOther()
    {
        KpiTable table = Both.Read(KpiQuery.Every([Kpis.LikeCount, Kpis.FollowerCount, Kpis.CostPerClick]).By("type"));

        Assert.Equal([Kpis.LikeCount], table.Query.Kpis);
        Assert.Equal([Kpis.FollowerCount, Kpis.CostPerClick], table.Lacking.Select(lacking => lacking.Kpi));
        Assert.Contains("it is by 'type', which daily does not have", Assert.Single(table.Lacking[0].Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EveryKpi_RankedByOneThatCannotBeFed_IsRefused() => Assert.Contains(
        "ranked by KPI cost_per_click",
        Assert.Throws<DefinitionException>(() => Posts.Read(KpiQuery.Every([Kpis.LikeCount, Kpis.CostPerClick]).By("type").Top(1, Kpis.CostPerClick))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Read_LifetimeFiguresBesideThoseOfADay_SaysSo()
    {
        Facts lifetime = Facts.FromColumns(columns => columns
            .Time([new LocalDate(2026, 1, 5)]).Basis(TimeBasis.LifetimeAtPublish).Measure(Measures.Clicks, [10m]));
        Facts perDay = Facts.FromColumns(columns => columns
            .Time([new LocalDate(2026, 1, 5)]).Dimension("account", ["a"]).Measure(Measures.Spend, [20m], Currency.EUR).Measure(Measures.Followers, [5m]));
        FactTables tables = FactTables.Of(("posts", lifetime), ("ads", perDay));
        Kpi perFollower = Kpi.Define("clicks_per_follower", Measures.Clicks / Measures.Followers, Unit.Ratio);
        KpiTable table = tables.Read(KpiQuery.Of(Kpis.CostPerClick, perFollower, Kpis.TotalSpend));

        Assert.Equal(CaveatKind.MixedTimeBasis, Assert.Single(table[Kpis.CostPerClick].Caveats).Kind);
        Assert.Empty(table[perFollower].Caveats);
        Assert.Empty(table[Kpis.TotalSpend].Caveats);
    }
}
