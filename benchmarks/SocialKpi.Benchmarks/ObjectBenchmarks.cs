using BenchmarkDotNet.Attributes;
using NodaTime;

namespace SocialKpi.Benchmarks;

/// <summary>
/// A month × platform table of ten figures from ten measures of rows that are objects, against what a programmer would write
/// without the library: LINQ, or a loop by hand. Each adds every measure up once and reads every figure.
/// </summary>
[MemoryDiagnoser]
public class ObjectBenchmarks
{
    private static readonly string[] Platforms = ["facebook", "instagram", "linkedin", "pinterest", "reddit", "threads", "tiktok", "youtube"];

    private static readonly Measure Clicks = Measures.Clicks, Impressions = Measures.Impressions, Spend = Measures.Spend;

    private static readonly KpiQuery Query = KpiQuery
        .Of(
            Kpi.Define("ctr", Clicks / Impressions, Unit.Ratio),
            Kpi.Define("likes_rate", Measures.Likes / Impressions, Unit.Ratio),
            Kpi.Define("comments_rate", Measures.Comments / Impressions, Unit.Ratio),
            Kpi.Define("shares_rate", Measures.Shares / Impressions, Unit.Ratio),
            Kpi.Define("saves_rate", Measures.Saves / Impressions, Unit.Ratio),
            Kpi.Define("frequency", Impressions / Measures.PostReach, Unit.Number),
            Kpi.Define("conversion_rate", Measures.Conversions / Clicks, Unit.Ratio),
            Kpi.Define("cpc", Spend / Clicks, Unit.Money),
            Kpi.Define("cpm", 1000 * Spend / Impressions, Unit.Money),
            Kpi.Define("roas", Measures.Revenue / Spend, Unit.Number))
        .By(Grain.Month)
        .By("platform");

    private Post[] _posts = [];
    private Facts _facts = null!;

    /// <summary>How many threads read the objects and then the facts; the others are always on one.</summary>
    [ParamsSource(nameof(ThreadCounts))]
    public int Threads { get; set; }

    /// <summary>One thread and all.</summary>
    public static IEnumerable<int> ThreadCounts => TableBenchmarks.ThreadCounts;

    /// <summary>The same rows every time: a fixed seed. All ways must come to the same figures.</summary>
    [GlobalSetup]
    public void Setup()
    {
        Random random = new(20260101);
        LocalDate start = new(2026, 1, 1);
        _posts =
        [
            .. Enumerable.Range(0, Size.Rows).Select(_ => new Post(
                start.PlusDays(random.Next(365)), Platforms[random.Next(Platforms.Length)],
                random.Next(100, 100_000), random.Next(100, 80_000), random.Next(5_000), random.Next(2_000), random.Next(500),
                random.Next(400), random.Next(300), random.Next(200), random.Next(10_000) / 100m, random.Next(50_000) / 100m)),
        ];
        _facts = ToFacts();
        decimal expected = Loop();
        if (BuildFactsAndRead() != expected || Read() != expected || LinqGroupBy() != expected || LinqAggregateBy() != expected)
            throw new InvalidOperationException("The ways to the figures do not agree.");
    }

    /// <summary>Objects into facts, and one query on them.</summary>
    [Benchmark]
    public decimal BuildFactsAndRead() => SumOf(ToFacts());

    /// <summary>One query on facts that are there already.</summary>
    [Benchmark]
    public decimal Read() => SumOf(_facts);

    /// <summary>The same figures with GroupBy, without coverage, caveats or totals.</summary>
    [Benchmark(Baseline = true)]
    public decimal LinqGroupBy() => _posts
        .GroupBy(post => (post.Day.Year, post.Day.Month, post.Platform))
        .Select(group => new Sums(
            group.Sum(post => (long)post.Impressions),
            group.Sum(post => (long)post.Reach),
            group.Sum(post => (long)post.Clicks),
            group.Sum(post => (long)post.Likes),
            group.Sum(post => (long)post.Comments),
            group.Sum(post => (long)post.Shares),
            group.Sum(post => (long)post.Saves),
            group.Sum(post => (long)post.Conversions),
            group.Sum(post => post.Spend),
            group.Sum(post => post.Revenue)))
        .Sum(sums => sums.Figures());

    /// <summary>The same with AggregateBy, which keeps no groups but a record of sums for each.</summary>
    [Benchmark]
    public decimal LinqAggregateBy() => _posts
        .AggregateBy(post => (post.Day.Year, post.Day.Month, post.Platform), default(Sums), (sums, post) => sums.Plus(post))
        .Sum(group => group.Value.Figures());

    /// <summary>The same with a dictionary of sums and one loop: what is fastest without thinking of columns.</summary>
    [Benchmark]
    public decimal Loop()
    {
        Dictionary<(int Year, int Month, string Platform), Sums> groups = [];
        foreach (Post post in _posts)
        {
            ref Sums sums = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(groups, (post.Day.Year, post.Day.Month, post.Platform), out _);
            sums = sums.Plus(post);
        }

        return groups.Values.Sum(sums => sums.Figures());
    }

    private static decimal SumOf(Facts facts) => facts.Read(Query).Rows.Sum(row => row.Readings.Sum(reading => reading.Value));

    private Facts ToFacts() => Facts.FromRows(_posts, row => row
        .WithParallelism(Threads)
        .Time(post => post.Day)
        .Dimension("platform", post => post.Platform)
        .Measure(Impressions, post => post.Impressions)
        .Measure(Measures.PostReach, post => post.Reach)
        .Measure(Clicks, post => post.Clicks)
        .Measure(Measures.Likes, post => post.Likes)
        .Measure(Measures.Comments, post => post.Comments)
        .Measure(Measures.Shares, post => post.Shares)
        .Measure(Measures.Saves, post => post.Saves)
        .Measure(Measures.Conversions, post => post.Conversions)
        .Measure(Spend, post => post.Spend, Currency.EUR)
        .Measure(Measures.Revenue, post => post.Revenue, Currency.EUR));

    private sealed record Post(
        LocalDate Day, string Platform, int Impressions, int Reach, int Clicks, int Likes, int Comments, int Shares, int Saves, int Conversions, decimal Spend, decimal Revenue);

    private readonly record struct Sums(
        long Impressions, long Reach, long Clicks, long Likes, long Comments, long Shares, long Saves, long Conversions, decimal Spend, decimal Revenue)
    {
        public Sums Plus(Post post) => new(
            Impressions + post.Impressions, Reach + post.Reach, Clicks + post.Clicks, Likes + post.Likes, Comments + post.Comments,
            Shares + post.Shares, Saves + post.Saves, Conversions + post.Conversions, Spend + post.Spend, Revenue + post.Revenue);

        public decimal Figures() => ((decimal)Clicks / Impressions) + ((decimal)Likes / Impressions) + ((decimal)Comments / Impressions)
            + ((decimal)Shares / Impressions) + ((decimal)Saves / Impressions) + ((decimal)Impressions / Reach) + ((decimal)Conversions / Clicks)
            + (Spend / Clicks) + (1000 * Spend / Impressions) + (Revenue / Spend);
    }
}
