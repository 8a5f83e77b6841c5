using BenchmarkDotNet.Attributes;
using NodaTime;

namespace SocialKpi.Benchmarks;

/// <summary>What a page or a request asks for: one number, and a dashboard of 20 KPIs over 50 rows.</summary>
[MemoryDiagnoser]
public class SmallBenchmarks
{
    private static readonly string[] Platforms = ["facebook", "instagram", "linkedin", "tiktok", "youtube"];

    private static readonly Measure[] Recorded =
    [
        Measures.Impressions, Measures.Clicks, Measures.Engagements, Measures.Likes, Measures.Comments, Measures.Shares, Measures.Saves,
    ];

    private Facts _facts = null!;
    private KpiQuery _query = null!;

    /// <summary>Fifty rows, and each measure as a share of three others.</summary>
    [GlobalSetup]
    public void Setup()
    {
        const int Rows = 50;
        LocalDate start = new(2026, 1, 1);
        _facts = Facts.FromColumns(columns =>
        {
            columns
                .Time([.. Enumerable.Range(0, Rows).Select(i => start.PlusDays(i * 7))])
                .Dimension("platform", [.. Enumerable.Range(0, Rows).Select(i => Platforms[i % Platforms.Length])]);
            foreach (Measure measure in Recorded) columns.Measure(measure, (ReadOnlyMemory<long>)Enumerable.Range(1, Rows).Select(i => (long)i * 100).ToArray().AsMemory());
        });
        IEnumerable<Kpi> kpis = from above in Recorded from below in Recorded where above != below select Kpi.Define($"{above.Id}_per_{below.Id}", above / below, Unit.Number);
        _query = KpiQuery.Of(kpis.Take(20)).By(Grain.Month).By("platform");
    }

    /// <summary>One KPI from two numbers.</summary>
    [Benchmark]
    public Reading OneNumber() => Kpis.ClickThroughRate.Of(Measures.Clicks.Is(120), Measures.Impressions.Is(4_000));

    /// <summary>20 KPIs by month and platform, every figure and total read.</summary>
    [Benchmark]
    public decimal Dashboard()
    {
        KpiTable table = _facts.Read(_query);
        return table.Rows.Append(table.Total).Sum(row => row.Readings.Sum(reading => reading.ValueOr(0)));
    }
}
