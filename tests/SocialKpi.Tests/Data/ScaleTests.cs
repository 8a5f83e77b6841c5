using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace SocialKpi.Tests.Data;

/// <summary>A million rows must read, and so must a million segments; how fast is the benchmarks' matter.</summary>
public sealed class ScaleTests(ITestOutputHelper output)
{
    private const int Rows = 1_000_000;

    [Fact]
    public void Read_AMillionRowsOfFourMeasures_IsExact()
    {
        long start = Stopwatch.GetTimestamp();
        Facts facts = Facts.FromRows(Enumerable.Range(0, Rows), row => row
            .Dimension("platform", number => number % 4 == 0 ? "a" : "b")
            .Measure(Measures.Impressions, number => 1000)
            .Measure(Measures.Clicks, number => number % 10)
            .Measure(Measures.Conversions, number => number % 2)
            .Measure(Measures.Spend, number => 0.01m, Currency.EUR));
        Report("built", start);

        start = Stopwatch.GetTimestamp();
        KpiTable table = facts.Read(KpiQuery.Of(Kpis.ClickThroughRate, Kpis.CostPerClick, Kpis.ConversionRate).By("platform"));
        Assert.Equal(4_500_000m / 1_000_000_000m, table[Kpis.ClickThroughRate].Value);
        Assert.Equal(10_000m / 4_500_000m, table[Kpis.CostPerClick].Value);
        Report("read", start);
    }

    [Fact]
    public void Read_AMillionDistinctSegments_EndsAndAddsUp()
    {
        Facts facts = Facts.FromRows(Enumerable.Range(0, Rows), row => row
            .Dimension("post", number => number.ToString(CultureInfo.InvariantCulture))
            .Measure(Measures.Likes, number => number));
        long start = Stopwatch.GetTimestamp();
        KpiTable table = facts.Read(KpiQuery.Of(Kpis.LikeCount).By("post"));
        Assert.Equal(499_999_500_000m, table[Kpis.LikeCount].Value);
        Assert.Equal(777_777m, table[Kpis.LikeCount, Segment.Of("post", "777777")].Value);
        Report("read", start);
    }

    private void Report(string what, long start) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:N0} ms"));
}
