using NodaTime;

namespace SocialKpi.Tests.Readings;

/// <summary>Medians and percentiles of rows small enough to reckon by hand.</summary>
public sealed class MedianReadingTests
{
    private static readonly Measure ResponseTime = Measure.Sum("response_time", Unit.Duration);
    private static readonly Kpi Median = Kpi.Define("median_response_time", Measure.Median("median_response", Unit.Duration, of: "response_time"), Unit.Duration, Direction.LowerIsBetter);

    [Fact]
    public void Read_OddAndEvenNumbersOfRows_IsTheMiddleOrTheMeanOfBoth()
    {
        Assert.Equal(3m, Read(5, 1, 3).Value);
        Assert.Equal(2.5m, Read(5, 1, 2, 3).Value);
        Assert.Equal(7m, Read(7).Value);
        Assert.Equal(Absence.NoRows, Read().Absence);
    }

    [Fact]
    public void Read_ByDay_HasATotalThatIsNotTheMedianOfTheDailyMedians()
    {
        // A quiet day with one slow answer, and a busy day with nine quick ones.
        LocalDate[] days = [new(2026, 3, 1), .. Enumerable.Repeat(new LocalDate(2026, 3, 2), 9)];
        KpiTable table = Facts.FromColumns(columns => columns.Time(days).Measure(ResponseTime, [3600, 60, 70, 80, 90, 100, 110, 120, 130, 140]))
            .Read(KpiQuery.Of(Median).By(Grain.Day));

        Assert.Equal([3600m, 100m], table.Rows.Select(row => row[Median].Value));
        Assert.Equal(1850m, Read([.. table.Rows.Select(row => (decimal?)row[Median].Value)]).Value);
        Assert.Equal(105m, table[Median].Value);
    }

    [Fact]
    public void Read_OfFiguresBeyond64BitsInManyGroups_IsTheMedianOfEach()
    {
        // Eighteen decimals of a figure above 9.2 take more than 64 bits.
        const int Groups = 8_000;
        Kpi cost = Kpi.Define("median_cost", Measure.Median("median_cost", Unit.Money, Measures.Spend / Measures.Clicks), Unit.Money);
        int[] rows = [.. Enumerable.Range(0, Groups * 5)];
        KpiTable table = Facts.FromColumns(columns => columns
            .Dimension("account", [.. Enumerable.Range(0, Groups).Select(group => $"a{group}")], Array.ConvertAll(rows, row => row % Groups))
            .Measure(Measures.Spend, Array.ConvertAll(rows, row => 20L + (row / Groups * 7 % 5) + (row % Groups)), Currency.EUR)
            .Measure(Measures.Clicks, Array.ConvertAll(rows, _ => 1))).Read(KpiQuery.Of(cost).By("account"));
        for (int group = 0; group < Groups; group++) Assert.Equal(22m + group, table[cost, Segment.Of("account", $"a{group}")].Value);
    }

    [Fact]
    public void Read_OfATrailingWindow_IsTheMedianOfAllItsRows()
    {
        Kpi trailing = Kpi.Define("median_of_two_days", Measure.Median("median_response", Unit.Duration, of: "response_time").At(Context.Trailing(2, Grain.Day)), Unit.Duration);
        LocalDate[] days = [new(2026, 3, 1), new(2026, 3, 1), new(2026, 3, 1), new(2026, 3, 2), new(2026, 3, 3)];
        KpiTable table = Facts.FromColumns(columns => columns.Time(days).Measure(ResponseTime, [1, 2, 9, 30, 50])).Read(KpiQuery.Of(trailing).By(Grain.Day));
        Assert.Equal([2m, 5.5m, 40m], table.Rows.Select(row => row[trailing].Value));
    }

    [Fact]
    public void Read_WithUnknownRows_LeavesThemOutAndSaysSo()
    {
        Reading reading = Read(5, null, 1, 3);
        Assert.Equal((3m, 3L), (reading.Value, reading.RowsUsed));
        Assert.Equal("1 of 4 rows left out: response_time is unknown on 1", Assert.Single(reading.Caveats).Text);
    }

    [Fact]
    public void Read_UnderACondition_TakesTheRowsThatMeetIt()
    {
        Measure all = Measure.Percentile("p75", Unit.Duration, of: ResponseTime, 75);
        Kpi byBot = Kpi.Define("p75_by_bot", all.Where(Condition.Is("by", "bot"), "p75_bot"), Unit.Duration);
        Facts facts = Facts.FromColumns(columns => columns.Dimension("by", ["bot", "agent", "bot", "bot"]).Measure(ResponseTime, [1, 100, 2, 4]));
        Assert.Equal(3m, facts.Read(KpiQuery.Of(byBot))[byBot].Value);
        Assert.Equal(Absence.NoRows, facts.Read(KpiQuery.Of(byBot).Where(Condition.Is("by", "agent")))[byBot].Absence);
    }

    [Fact]
    public void Read_OfARowFormula_LeavesOutRowsWithoutARatio()
    {
        Kpi kpi = Kpi.Define("median_ctr", Measure.Median("median_post_ctr", Unit.Ratio, of: Measures.Clicks / Measures.Impressions), Unit.Ratio);
        Reading reading = Facts.FromColumns(columns => columns.Measure(Measures.Clicks, [1, 2, 9, 3]).Measure(Measures.Impressions, [100, 100, 100, 0])).Read(KpiQuery.Of(kpi))[kpi];
        Assert.Equal(0.02m, reading.Value);
        Assert.Equal(CaveatKind.RowsUndefined, Assert.Single(reading.Caveats).Kind);
    }

    [Fact]
    public void Read_OfMoney_KeepsTheCurrencyAndNeverMixesTwo()
    {
        Kpi kpi = Kpi.Define("median_order", Measure.Median("median_spend", Unit.Money, of: Measures.Spend), Unit.Money);
        KpiTable In(Currency currency) => Facts.FromColumns(columns => columns.Measure(Measures.Spend, [1, 4], currency)).Read(KpiQuery.Of(kpi));
        Assert.Equal(2.5m.Of(Currency.EUR), In(Currency.EUR)[kpi].Quantity);
        Assert.Equal(Absence.MixedCurrencies, In(Currency.EUR).Merge(In(Currency.USD))[kpi].Absence);
    }

    [Fact]
    public void Explain_AMedianAndAPercentile_NamesTheQuantileType()
    {
        Measure p90 = Measure.Percentile("p90", Unit.Duration, of: "response_time", 90m, QuantileType.Weibull);
        Kpi spread = Kpi.Define("spread", p90 / Measure.Median("median_response", Unit.Duration, of: "response_time"), Unit.Ratio);
        Assert.Equal(
            ["p90: percentile 90 of response_time a row (type 6)", "median_response: median of response_time a row (type 7)"],
            Facts.FromColumns(columns => columns.Measure(ResponseTime, [1, 2, 3])).Read(KpiQuery.Of(spread))[spread].Explain().RowValues);
    }

    private static Reading Read(params decimal?[] times) => Facts.FromColumns(columns => columns.Measure(ResponseTime, times)).Read(KpiQuery.Of(Median))[Median];
}
