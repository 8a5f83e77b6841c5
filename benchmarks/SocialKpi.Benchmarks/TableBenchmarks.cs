using System.Numerics;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;

namespace SocialKpi.Benchmarks;

/// <summary>Ten measures over many rows: by month and platform, without groups, by day and account (109,800 groups); the floor is to add up the columns and no more.</summary>
[MemoryDiagnoser]
public class TableBenchmarks
{
    private TenMeasures _rows = null!;
    private Facts _facts = null!;

    /// <summary>Whether the measures are 64-bit integers, or 32-bit ones.</summary>
    [Params(true, false)]
    public bool Wide { get; set; }

    /// <summary>One thread and all.</summary>
    public static IEnumerable<int> ThreadCounts => new[] { 1, Environment.ProcessorCount }.Distinct();

    /// <summary>How many threads read; the bare sum is always on one.</summary>
    [ParamsSource(nameof(ThreadCounts))]
    public int Threads { get; set; }

    /// <summary>The same rows every time.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _rows = new TenMeasures(Size.Rows);
        _facts = _rows.Facts(Wide).WithParallelism(Threads);
    }

    /// <summary>96 groups.</summary>
    [Benchmark]
    public KpiTable MonthByPlatform() => _facts.Read(TenMeasures.MonthByPlatform);

    /// <summary>One group.</summary>
    [Benchmark]
    public KpiTable Whole() => _facts.Read(TenMeasures.Whole);

    /// <summary>109,800 groups.</summary>
    [Benchmark]
    public KpiTable DayByAccount() => _facts.Read(TenMeasures.DayByAccount);

    /// <summary>The columns added up with vectors, on one thread.</summary>
    [Benchmark(Baseline = true)]
    public long BareSum() => Wide ? _rows.Wide.Sum(column => Sum(column)) : _rows.Narrow.Sum(column => Sum(column));

    private static long Sum(ReadOnlySpan<long> column)
    {
        ReadOnlySpan<Vector<long>> vectors = MemoryMarshal.Cast<long, Vector<long>>(column);
        (Vector<long> even, Vector<long> odd) = (default, default);
        int i = 0;
        for (; i + 2 <= vectors.Length; i += 2) (even, odd) = (even + vectors[i], odd + vectors[i + 1]);
        long sum = Vector.Sum(even + odd);
        foreach (long value in column[(i * Vector<long>.Count)..]) sum += value;
        return sum;
    }

    private static long Sum(ReadOnlySpan<int> column)
    {
        ReadOnlySpan<Vector<int>> vectors = MemoryMarshal.Cast<int, Vector<int>>(column);
        (Vector<long> even, Vector<long> odd) = (default, default);
        foreach (Vector<int> vector in vectors)
        {
            Vector.Widen(vector, out Vector<long> low, out Vector<long> high);
            (even, odd) = (even + low, odd + high);
        }

        long sum = Vector.Sum(even + odd);
        foreach (int value in column[(vectors.Length * Vector<int>.Count)..]) sum += value;
        return sum;
    }
}
