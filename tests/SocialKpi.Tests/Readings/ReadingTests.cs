using System.Globalization;
using static SocialKpi.Tests.Readings.SmallTable;

namespace SocialKpi.Tests.Readings;

public sealed class ReadingTests
{
    private static readonly Reading Absent = Table[Kpis.CostPerClick, February, LinkedIn];

    [Fact]
    public void Value_OfAnAbsentReading_ThrowsNamingKpiTimeframeSegmentAndReason()
    {
        InvalidOperationException refusal = Assert.Throws<InvalidOperationException>(() => Absent.Value);
        Assert.Equal("cost_per_click has no value for 2026-02, platform = linkedin: zero denominator. Test HasValue first, or use ValueOr.", refusal.Message);
        Assert.Throws<InvalidOperationException>(() => Absent.Quantity);
    }

    [Fact]
    public void ValueOr_GivesTheFallbackOnlyWhereThereIsNoValue()
    {
        Assert.Equal(-1, Absent.ValueOr(-1));
        Assert.Equal(0.03m, Table[Kpis.ClickThroughRate, January, Instagram].ValueOr(-1));
        Assert.Equal(0, Table[Kpis.ClickThroughRate, February, LinkedIn].ValueOr(-1));
    }

    [Fact]
    public void Members_OfACell_SayWhatItIs()
    {
        Reading reading = Table[Kpis.CostPerClick, January, LinkedIn];
        Assert.Equal((Kpis.CostPerClick, January, LinkedIn, 1L), (reading.Kpi, reading.Timeframe, reading.Segment, reading.RowsUsed));
        Assert.True(reading.HasValue);
        Assert.Null(reading.Absence);
        Assert.Equal(2.55m.Of(Currency.EUR), reading.Quantity);
        Assert.Equal([(Measures.Spend, 25.5m), (Measures.Clicks, 10m)], reading.Inputs.Select(input => (input.Measure, input.Value!.Value.Value)));
        Assert.Equal((false, Absence.ZeroDenominator), (Absent.HasValue, Absent.Absence));
    }

    [Fact]
    public void ToString_WithoutAndWithACulture_WritesTheUnit()
    {
        CultureInfo dutch = CultureInfo.GetCultureInfo("nl-NL");
        Reading january = Table[Kpis.CostPerClick, January];
        Assert.Equal("0.938 EUR", january.ToString());
        Assert.Equal("0,938 EUR", january.ToString(null, dutch));
        Assert.Equal("0,9375 EUR", january.ToString("N4", dutch));
        Assert.Equal("0.938 EUR", january.ToString(null, null));
        Assert.Equal("CPC 0,938 EUR", string.Create(dutch, $"CPC {january}"));
        Assert.Equal("– (zero denominator)", Absent.ToString());
        Assert.Equal("– (zero denominator)", Absent.ToString("N4", dutch));
        Assert.Equal("3.00 %", Table[Kpis.ClickThroughRate, January, Instagram].ToString());
    }

    [Fact]
    public void Reading_OfTwoRoundings_ShowsNoTrailingZeros() =>
        Assert.Equal("0.4", Table[Kpis.CostPerClick, January, Instagram].Value.ToString(CultureInfo.InvariantCulture));
}
