using NodaTime;

namespace SocialKpi.Tests.Data;

public sealed class PlanCheckTests
{
    private static readonly Facts WithoutTime = Facts.FromColumns(columns => columns
        .Dimension("platform", ["x"]).Measure(Measures.Clicks, [1]).Measure(Measures.Spend, [1], Currency.EUR).Value("response", [9]));

    private static readonly Facts WithDays = Facts.FromColumns(columns => columns
        .Time((LocalDate[])[new(2026, 1, 1)]).Measure(Measures.Clicks, [1]));

    [Fact]
    public void HoursOfFactsThatHaveDaysAlone_AreRefusedWithTheReason()
    {
        Facts days = Facts.FromColumns(columns => columns.Time([new NodaTime.LocalDate(2026, 1, 5)]).Measure(Measures.Clicks, [1]));
        Facts timeless = Facts.FromColumns(columns => columns.Measure(Measures.Clicks, [1]));
        string Refusal(Facts facts, string dimension) => Assert.Throws<DefinitionException>(() => facts.Read(KpiQuery.Of(Kpis.ClickCount).By(dimension))).Message;
        Assert.Contains("it is by 'hour_of_day', but the facts have days without hours; record times, or read by weekday", Refusal(days, TimeDimension.HourOfDay), StringComparison.Ordinal);
        Assert.Contains("it is by 'hour_of_day', but the facts have no time", Refusal(timeless, TimeDimension.HourOfDay), StringComparison.Ordinal);
        Assert.Contains("it is by 'weekday', but the facts have no time", Refusal(timeless, TimeDimension.Weekday), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WithoutItsMeasures_ListsAllThatAreMissingAndWhatThereIs()
    {
        DefinitionException refusal = Assert.Throws<DefinitionException>(() =>
            WithoutTime.Read(KpiQuery.Of(Kpis.EngagementRateByPostReachLikesCommentsShares, Kpis.ClickThroughRate).By("brand")));
        Assert.Equal(3, refusal.Issues.Count);
        Assert.Contains("the facts have no likes, no comments, no shares, no post_reach; they have: clicks, response, spend", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("KPI click_through_rate: the facts have no impressions; they have: clicks, response, spend", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("it is by 'brand', which is not a dimension of the facts; they have: platform", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WithAConditionOnWhatIsNotThere_IsRefused()
    {
        Measure promoters = Measures.Clicks.Where(Condition.Between("score", 9, 10), "promoter_clicks");
        Kpi kpi = Kpi.Define("promoter_clicks", promoters, Unit.Count);
        AssertRefuses(WithoutTime, KpiQuery.Of(kpi), "the condition 'score between 9 and 10' looks at 'score', which the facts do not have; they have: platform, clicks, response, spend");
        AssertRefuses(WithoutTime, KpiQuery.Of(Kpis.ClickCount).Where(Condition.Missing("brand")), "looks at 'brand', which the facts do not have");
    }

    [Fact]
    public void Read_WithAConditionOfTheOtherKind_IsRefused()
    {
        AssertRefuses(WithoutTime, KpiQuery.Of(Kpis.ClickCount).Where(Condition.AtLeast("platform", 1)), "compares a number, but 'platform' is a dimension");
        AssertRefuses(WithoutTime, KpiQuery.Of(Kpis.ClickCount).Where(Condition.Is("response", "9")), "compares text, but 'response' is a number");
    }

    [Fact]
    public void Read_ByTime_OfFactsWithoutTime_IsRefused()
    {
        AssertRefuses(WithoutTime, KpiQuery.Of(Kpis.ClickCount).By(Grain.Month), "the facts have no time");
        AssertRefuses(WithoutTime, KpiQuery.Of(Kpis.ClickCount).During(Timeframe.Year(2026)), "the facts have no time");
        AssertRefuses(WithoutTime, KpiQuery.Of(Kpis.ClickCount).By(TimeDimension.Weekday), "'weekday'");
    }

    [Fact]
    public void Read_ByHour_OfFactsWithDays_IsRefused()
    {
        AssertRefuses(WithDays, KpiQuery.Of(Kpis.ClickCount).By(Grain.Hour), "days without hours");
        AssertRefuses(WithDays, KpiQuery.Of(Kpis.ClickCount).By(TimeDimension.HourOfDay), "'hour_of_day'");
        AssertRefuses(
            WithDays,
            KpiQuery.Of(Kpis.ClickCount).During(Timeframe.Between(new LocalDateTime(2026, 1, 1, 12, 0), new LocalDateTime(2026, 1, 2, 0, 0))),
            "cannot cut a day");
    }

    [Fact]
    public void Read_AcrossADimensionThatIsNotThere_IsRefused() => AssertRefuses(
        Facts.FromColumns(columns => columns.Measure(Measures.Mentions, [1])), KpiQuery.Of(Kpis.ShareOfVoice), "reads across 'brand', which is not a dimension of the facts");

    /// <summary>However deep it stands: in another context, around one, and in a part of the formula.</summary>
    [Theory]
    [InlineData("clicks.at(across(\"brand\")).at(previous)")]
    [InlineData("clicks.at(previous).at(across(\"brand\"))")]
    [InlineData("clicks / (clicks.at(across(\"brand\")) + clicks).at(trailing(28, day))")]
    public void Read_AcrossADimensionThatIsNotThereInAnotherContext_IsRefused(string formula)
    {
        Kpi kpi = Kpi.Define("across", Catalog.Standard.Parse(formula), formula.Contains('/', StringComparison.Ordinal) ? Unit.Ratio : Unit.Count);

        AssertRefuses(WithDays, KpiQuery.Of(kpi).By(Grain.Month), "KPI across: it reads across 'brand', which is not a dimension of the facts; they have: none");
        Assert.Equal(["it reads across 'brand', which is not a dimension of the facts; they have: none"], WithDays.Lacks(kpi));
    }

    [Fact]
    public void Read_OfAMeasureRecordedInAnotherUnit_IsRefused() => AssertRefuses(
        WithoutTime, KpiQuery.Of(Kpi.Define("spend_count", Measure.Sum("spend", Unit.Count), Unit.Count)), "spend is recorded in money:EUR, but the formula takes it as count");

    [Fact]
    public void Read_OfAMeasureInACurrencyTheFactsDoNotHave_IsRefused()
    {
        Measure dollars = Measure.Sum("spend", Unit.MoneyIn(Currency.USD));
        AssertRefuses(WithoutTime, KpiQuery.Of(Kpi.Define("dollars", dollars, Unit.MoneyIn(Currency.USD))), "spend is recorded in money:EUR, but the formula takes it as money:USD");
    }

    [Theory]
    [InlineData("customer_id", "KPI customers: it counts different customer_id, which is not a dimension of the facts; they have: platform")]
    [InlineData("response", "KPI customers: it counts different response, which is not a dimension of the facts; it is a number there; record the ids as a dimension")]
    public void Read_CountingIdsOfWhatIsNoDimension_IsRefused(string of, string reason)
    {
        Kpi customers = Kpi.Define("customers", Measure.Distinct("customers", of), Unit.Count);
        AssertRefuses(WithoutTime, KpiQuery.Of(customers), reason);
        Assert.NotEmpty(WithoutTime.Lacks(customers));
        Assert.Empty(WithoutTime.Lacks(Kpi.Define("platforms", Measure.Distinct("platforms", of: "platform"), Unit.Count)));
    }

    [Fact]
    public void Read_TheMedianOfWhatIsNotThere_NamesTheRowValue()
    {
        Kpi median = Kpi.Define("median_minutes", Measure.Median("median_minutes", Unit.Number, of: "minutes"), Unit.Number);
        AssertRefuses(WithoutTime, KpiQuery.Of(median), "the facts have no minutes; they have: clicks, response, spend");
        Assert.Empty(WithoutTime.Lacks(Kpi.Define("median_response", Measure.Median("median_response", Unit.Number, of: "response"), Unit.Number)));
    }

    [Fact]
    public void Lacks_AKpi_TellsWhetherAllItNeedsIsThere()
    {
        Assert.Empty(WithoutTime.Lacks(Kpis.CostPerClick));
        Assert.NotEmpty(WithoutTime.Lacks(Kpis.ClickThroughRate));
        Assert.NotEmpty(Facts.FromColumns(columns => columns.Measure(Measures.Mentions, [1])).Lacks(Kpis.ShareOfVoice));
    }

    [Fact]
    public void Lacks_AKpiThatMissesSeveralThings_NamesEach()
    {
        Measure spent = Measure.Sum("spend", Unit.Count).Where(Condition.Is("campaign", "x"), "of_campaign");
        Kpi kpi = Kpi.Define("much", (spent + Measures.Likes).At(Context.Across("brand")) / Measures.Clicks.At(Context.Ago(1, Grain.Year)), Unit.Ratio);
        Assert.Equal(
            [
                "the facts have no likes; they have: clicks, response, spend",
                "spend is recorded in money:EUR, but the formula takes it as count",
                "the condition 'campaign is \"x\"' looks at 'campaign', which the facts do not have; they have: platform, clicks, response, spend",
                "it reads across 'brand', which is not a dimension of the facts; they have: platform",
                "the facts have no time, so a formula cannot read another time of them",
            ],
            WithoutTime.Lacks(kpi));
    }

    [Fact]
    public void Lacks_ALookBackByHourOverDays_SaysThatThereAreNoHours()
    {
        Kpi hours = Kpi.Define("clicks_6_hours", Measures.Clicks.At(Context.Trailing(6, Grain.Hour)), Unit.Count);
        Assert.Equal(["the facts have days without hours, so they cannot be read by hour; use a day or longer"], WithDays.Lacks(hours));
        AssertRefuses(WithDays, KpiQuery.Of(hours).By(Grain.Day), "the facts have days without hours");
        Assert.Empty(WithDays.Lacks(Kpi.Define("clicks_7_days", Measures.Clicks.At(Context.Trailing(7, Grain.Day)), Unit.Count)));
    }

    private static void AssertRefuses(Facts facts, KpiQuery query, string reason) =>
        Assert.Contains(reason, Assert.Throws<DefinitionException>(() => facts.Read(query)).Message, StringComparison.Ordinal);
}
