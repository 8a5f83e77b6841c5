using BenchmarkDotNet.Attributes;
using NodaTime;

namespace SocialKpi.Benchmarks;

/// <summary>A month × platform table of three ratios from rows that are objects, against what a programmer would write with LINQ.</summary>
[MemoryDiagnoser]
public class ObjectBenchmarks
{
    private static readonly string[] Platforms = ["facebook", "instagram", "linkedin", "tiktok"];

    private static readonly KpiQuery Query = KpiQuery
        .Of(Kpis.ClickThroughRate, Kpis.CostPerClick, Kpis.EngagementRateByImpressions)
        .By(Grain.Month)
        .By("platform");

    private Post[] _posts = [];
    private Facts _facts = null!;

    /// <summary>The same rows every time: a fixed seed.</summary>
    [GlobalSetup]
    public void Setup()
    {
        Random random = new(20260101);
        LocalDate start = new(2026, 1, 1);
        _posts = [.. Enumerable.Range(0, Size.Rows).Select(_ => new Post(
            start.PlusDays(random.Next(365)), Platforms[random.Next(Platforms.Length)],
            random.Next(100, 10_000), random.Next(0, 300), random.Next(0, 500), random.Next(0, 10_000) / 100m))];
        _facts = ToFacts(_posts);
    }

    /// <summary>Objects into facts, and one query on them.</summary>
    [Benchmark]
    public KpiTable BuildFactsAndRead() => ToFacts(_posts).Read(Query);

    /// <summary>One query on facts that are there already.</summary>
    [Benchmark]
    public KpiTable Read() => _facts.Read(Query);

    /// <summary>The same three ratios by hand, without coverage, caveats, totals or exact sums of anything but decimals.</summary>
    [Benchmark(Baseline = true)]
    public int LinqGroupBy() => _posts
        .GroupBy(post => (post.Day.Year, post.Day.Month, post.Platform))
        .Select(group => (
            group.Key,
            Ctr: (decimal)group.Sum(post => (long)post.Clicks) / group.Sum(post => (long)post.Impressions),
            Cpc: group.Sum(post => post.Spend) / group.Sum(post => (long)post.Clicks),
            Er: (decimal)group.Sum(post => (long)post.Engagements) / group.Sum(post => (long)post.Impressions)))
        .Count();

    private static Facts ToFacts(Post[] posts) => Facts.FromRows(posts, row => row
        .Time(post => post.Day)
        .Dimension("platform", post => post.Platform)
        .Measure(Measures.Impressions, post => post.Impressions)
        .Measure(Measures.Clicks, post => post.Clicks)
        .Measure(Measures.Engagements, post => post.Engagements)
        .Measure(Measures.Spend, post => post.Spend, Currency.EUR));

    private sealed record Post(LocalDate Day, string Platform, int Impressions, int Clicks, int Engagements, decimal Spend);
}
