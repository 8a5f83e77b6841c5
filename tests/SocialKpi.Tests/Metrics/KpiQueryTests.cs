namespace SocialKpi.Tests.Metrics;

public sealed class KpiQueryTests
{
    [Fact]
    public void Methods_ReturnChangedCopiesAndLeaveTheOriginal()
    {
        KpiQuery original = KpiQuery.Of(Kpis.ClickThroughRate);
        KpiQuery changed = original.By(Grain.Month).By("platform").Where(Condition.Is("paid", "yes"))
            .During(Timeframe.Year(2026)).On(ReportingCalendar.Iso.WithFiscalYearFrom(7)).SummingIndependently()
            .AsOf(new(2026, 3, 10)).AtLeast(Measures.Impressions, 1_000).Top(3, Kpis.ClickThroughRate).Dense();

        Assert.Equal(KpiQuery.Of(Kpis.ClickThroughRate), original);
        Assert.Null(original.Grain);
        Assert.Empty(original.Dimensions);
        Assert.Empty(original.Filters);
        Assert.Equal(Timeframe.Always, original.Timeframe);
        Assert.False(original.SumsIndependently);
        Assert.Null(original.AsOfDay);
        Assert.Empty(original.Minimums);
        Assert.Null(original.Ranking);
        Assert.False(original.IsDense);

        Assert.Equal(Grain.Month, changed.Grain);
        Assert.Equal(["platform"], changed.Dimensions);
        Assert.Equal([Condition.Is("paid", "yes")], changed.Filters);
        Assert.Equal(Timeframe.Year(2026), changed.Timeframe);
        Assert.Equal(ReportingCalendar.Iso.WithFiscalYearFrom(7), changed.Calendar);
        Assert.True(changed.SumsIndependently);
        Assert.Equal(new NodaTime.LocalDate(2026, 3, 10), changed.AsOfDay);
        Assert.Equal((Measures.Impressions, 1_000m), (changed.Minimums[0].Measure, changed.Minimums[0].Amount));
        Assert.Equal((3, Kpis.ClickThroughRate), (changed.Ranking!.Count, changed.Ranking.By));
        Assert.True(changed.IsDense);
    }

    [Fact]
    public void Equals_OfQueriesThatAskTheSame_IsTrue()
    {
        static KpiQuery Make() => KpiQuery.Of(Kpis.ClickThroughRate, Kpis.CostPerClick).By(Grain.Week).By("platform")
            .Where(Condition.Is("paid", "yes")).During(Timeframe.Year(2026));
        Assert.True(Make() == Make());
        Assert.Equal(Make().GetHashCode(), Make().GetHashCode());
    }

    public static TheoryData<KpiQuery> OtherQueries => new()
    {
        KpiQuery.Of(Kpis.CostPerClick),
        KpiQuery.Every([Kpis.ClickThroughRate]),
        KpiQuery.Of(Kpis.ClickThroughRate, Kpis.CostPerClick),
        KpiQuery.Of(Kpis.ClickThroughRate).By(Grain.Day),
        KpiQuery.Of(Kpis.ClickThroughRate).By("platform"),
        KpiQuery.Of(Kpis.ClickThroughRate).Where(Condition.Missing("platform")),
        KpiQuery.Of(Kpis.ClickThroughRate).During(Timeframe.Year(2026)),
        KpiQuery.Of(Kpis.ClickThroughRate).On(ReportingCalendar.Iso.WithWeekStart(NodaTime.IsoDayOfWeek.Sunday)),
        KpiQuery.Of(Kpis.ClickThroughRate).SummingIndependently(),
        KpiQuery.Of(Kpis.ClickThroughRate).AsOf(new(2026, 3, 10)),
        KpiQuery.Of(Kpis.ClickThroughRate).AtLeast(Measures.Impressions, 1_000),
        KpiQuery.Of(Kpis.ClickThroughRate).Top(3, Kpis.ClickThroughRate),
        KpiQuery.Of(Kpis.ClickThroughRate).Dense(),
    };

    [Fact]
    public void Equals_OfQueriesWithOtherOptions_IsFalse()
    {
        KpiQuery query = KpiQuery.Of(Kpis.ClickThroughRate, Kpis.CostPerClick).AsOf(new(2026, 3, 10)).AtLeast(Measures.Impressions, 1_000).Top(3, Kpis.ClickThroughRate).Dense();
        Assert.Equal(query, query.AsOf(new(2026, 3, 10)).Top(3, Kpis.ClickThroughRate).Dense());
        Assert.NotEqual(query, query.AsOf(new(2026, 3, 11)));
        Assert.NotEqual(query, query.AtLeast(Measures.Clicks, 1_000));
        Assert.NotEqual(query, query.Top(4, Kpis.ClickThroughRate));
        Assert.NotEqual(query, query.Top(3, Kpis.CostPerClick));
        Assert.NotEqual(KpiQuery.Of(Kpis.ClickThroughRate).AtLeast(Measures.Impressions, 1_000), KpiQuery.Of(Kpis.ClickThroughRate).AtLeast(Measures.Impressions, 1_001));
    }

    [Theory]
    [MemberData(nameof(OtherQueries))]
    public void Equals_OfQueriesThatDifferInOneThing_IsFalse(KpiQuery other) =>
        Assert.NotEqual(KpiQuery.Of(Kpis.ClickThroughRate), other);

    [Fact]
    public void Of_NoKpi_IsRefused() =>
        Assert.Contains("names no KPI", Assert.Throws<DefinitionException>(() => KpiQuery.Of()).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_OneKpiTwiceAndTwoDefinitionsOfOneIdAndMeasure_ListsAll()
    {
        Kpi mine = Kpi.Define("cost_per_click", Measure.Sum("spend", Unit.Count) / Measures.Clicks, Unit.Number);
        DefinitionException refusal = Assert.Throws<DefinitionException>(() =>
            KpiQuery.Of(Kpis.ClickThroughRate, Kpis.CostPerClick, Kpis.ClickThroughRate, mine));
        Assert.Equal(3, refusal.Issues.Count);
        Assert.Contains("KPI click_through_rate: it is named twice", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("KPI cost_per_click: two different definitions have this id", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("the id 'spend' stands for different measures", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void By_ADimensionTwiceOrWithoutName_IsRefused()
    {
        KpiQuery query = KpiQuery.Of(Kpis.ClickThroughRate).By("platform");
        Assert.Contains("by 'platform' already", Assert.Throws<ArgumentException>(() => query.By("platform")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => query.By(" "));
        Assert.Throws<ArgumentNullException>(() => query.By(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => query.By((Grain)99));
    }

    [Fact]
    public void Methods_WithNull_AreRefused()
    {
        KpiQuery query = KpiQuery.Of(Kpis.ClickThroughRate);
        Assert.Throws<ArgumentNullException>(() => query.Where(null!));
        Assert.Throws<ArgumentNullException>(() => query.On(null!));
        Assert.Throws<ArgumentNullException>(() => KpiQuery.Of((Kpi)null!));
    }

    [Fact]
    public void Kpis_WhenTheCallersArrayChanges_StayTheSame()
    {
        Kpi[] kpis = [SocialKpi.Kpis.ClickThroughRate];
        KpiQuery query = KpiQuery.Of(kpis);
        kpis[0] = SocialKpi.Kpis.CostPerClick;
        Assert.Equal([SocialKpi.Kpis.ClickThroughRate], query.Kpis);
    }
}
