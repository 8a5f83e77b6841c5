namespace SocialKpi.Tests.Readings;

public sealed class KpiReadingsTests
{
    [Fact]
    public void Of_CompleteNumbers_GivesTheKpi()
    {
        Reading ctr = Kpis.ClickThroughRate.Of(Measures.Clicks.Is(120), Measures.Impressions.Is(4_000));
        Assert.Equal(0.03m, ctr.Value);
        Assert.Equal("3.00 %", ctr.ToString());
        Assert.Equal((Timeframe.Always, Segment.Whole, 0L), (ctr.Timeframe, ctr.Segment, ctr.RowsUsed));
    }

    [Fact]
    public void Of_AList_GivesTheSame()
    {
        List<MeasureValue> values = [Measures.Clicks.Is(120), Measures.Impressions.Is(4_000)];
        Assert.Equal("3.00 %", Kpis.ClickThroughRate.Of(values).ToString());
        Assert.Equal("3.00 %", Kpis.ClickThroughRate.Of([Measures.Clicks.Is(120), Measures.Impressions.Is(4_000)]).ToString());
        Assert.Throws<ArgumentNullException>("values", () => Kpis.ClickThroughRate.Of((IEnumerable<MeasureValue>)null!));
    }

    [Fact]
    public void Of_TheSameMeasureTwiceInAFormula_NeedsItOnce() =>
        Assert.Equal(3m, Kpis.ReturnOnInvestment.Of(Measures.Revenue.Is(400.Of(Currency.EUR)), Measures.Spend.Is(100.Of(Currency.EUR))).Value);

    [Fact]
    public void Of_Money_KeepsTheCurrencyGiven()
    {
        Reading cpc = Kpis.CostPerClick.Of(Measures.Spend.Is(96.Of(Currency.SEK)), Measures.Clicks.Is(40));
        Assert.Equal(2.4m.Of(Currency.SEK), cpc.Quantity);
        Assert.Equal(Currency.Unspecified, Kpis.CostPerClick.Of(Measures.Spend.Is(96), Measures.Clicks.Is(40)).Unit.Currency);
    }

    [Fact]
    public void Of_TwoCurrencies_IsAbsent()
    {
        MeasureValue revenue = Measures.Revenue.Is(400.Of(Currency.EUR));
        MeasureValue spend = Measures.Spend.Is(100.Of(Currency.USD));
        Assert.Equal(Absence.MixedCurrencies, Kpis.ReturnOnInvestment.Of(revenue, spend).Absence);
        Assert.Equal(Absence.MixedCurrencies, Kpis.ReturnOnAdSpend.Of(revenue, spend).Absence);
    }

    [Fact]
    public void Of_ANumberNotKnown_IsAbsentAndNeverZero()
    {
        Assert.Equal(Absence.NotReported, Kpis.ClickThroughRate.Of(Measures.Clicks.Is(null), Measures.Impressions.Is(4_000)).Absence);
        Assert.Equal(Absence.NotReported, Kpis.EngagementRateByPostReachLikesCommentsShares.Of(
            Measures.Likes.Is(1), Measures.Comments.Is(null), Measures.Shares.Is(1), Measures.PostReach.Is(100)).Absence);
    }

    [Fact]
    public void Of_AZeroDenominator_IsAbsent() =>
        Assert.Equal(Absence.ZeroDenominator, Kpis.ClickThroughRate.Of(Measures.Clicks.Is(0), Measures.Impressions.Is(0)).Absence);

    [Fact]
    public void Of_MissingExtraAndDuplicateNumbers_ListsAll()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() =>
            Kpis.ClickThroughRate.Of(Measures.Clicks.Is(1), Measures.Clicks.Is(2), Measures.Likes.Is(3), default));
        Assert.StartsWith(
            "click_through_rate = clicks / impressions: clicks is given twice; likes is not in the formula; a value names no measure; impressions is missing.",
            refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AFormulaThatReadsAnotherContext_IsRefusedWithTheRemedy() =>
        Assert.Contains("Read it from facts", Assert.Throws<InvalidOperationException>(() => Kpis.ShareOfVoice.Of(Measures.Mentions.Is(1))).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_AResultBeyondADecimal_IsOutOfRange()
    {
        Measure a = Measure.Sum("a", Unit.Number), b = Measure.Sum("b", Unit.Number);
        Assert.Equal(Absence.OutOfRange, Kpi.Define("product", a * b, Unit.Number).Of(a.Is(decimal.MaxValue), b.Is(2)).Absence);
        Assert.Equal(Absence.OutOfRange, Kpi.Define("sum", a + b, Unit.Number).Of(a.Is(decimal.MaxValue), b.Is(decimal.MaxValue)).Absence);
        Assert.Equal(Absence.OutOfRange, Kpi.Define("quotient", a / b, Unit.Number).Of(a.Is(decimal.MaxValue), b.Is(0.1m)).Absence);
        Assert.Equal(Absence.OutOfRange, Kpi.Define("false_zero", a / b, Unit.Number).Of(a.Is(0.0000000000000000001m), b.Is(decimal.MaxValue)).Absence);
        Assert.Equal(Absence.OutOfRange, Kpi.Define("false_zero", a * b, Unit.Number).Of(a.Is(0.0000000000000000001m), b.Is(0.0000000000000000001m)).Absence);
        Assert.Equal(0m, Kpi.Define("true_zero", a / b, Unit.Number).Of(a.Is(0), b.Is(decimal.MaxValue)).Value);
    }
}
