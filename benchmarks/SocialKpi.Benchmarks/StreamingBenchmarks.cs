using BenchmarkDotNet.Attributes;

namespace SocialKpi.Benchmarks;

/// <summary>Rows that come in chunks of 250,000, and parts that travel as bytes.</summary>
[MemoryDiagnoser]
public class StreamingBenchmarks
{
    private const int ChunkRows = 250_000;
    private TenMeasures _rows = null!;
    private byte[] _states = [];

    /// <summary>The same rows every time.</summary>
    [GlobalSetup]
    public void Setup() => _rows = new TenMeasures(Size.Rows);

    /// <summary>The states that <see cref="StatesThereAndBack"/> begins with.</summary>
    [GlobalSetup(Target = nameof(StatesThereAndBack))]
    public void SetupStates()
    {
        Aggregator aggregator = new(TenMeasures.DayByAccount);
        aggregator.Add(new TenMeasures(Size.Rows).Facts(wide: true));
        _states = aggregator.ToStates();
    }

    /// <summary>96 groups from all chunks.</summary>
    [Benchmark]
    public Aggregator MonthByPlatform() => Chunks(TenMeasures.MonthByPlatform);

    /// <summary>109,800 groups from all chunks.</summary>
    [Benchmark]
    public Aggregator DayByAccount() => Chunks(TenMeasures.DayByAccount);

    /// <summary>The states of up to 109,800 groups of ten measures from bytes and to bytes again.</summary>
    [Benchmark]
    public byte[] StatesThereAndBack()
    {
        Aggregator aggregator = new(TenMeasures.DayByAccount);
        aggregator.Merge(_states);
        return aggregator.ToStates();
    }

    private Aggregator Chunks(KpiQuery query)
    {
        Aggregator aggregator = new(query);
        for (int start = 0; start < Size.Rows; start += ChunkRows) aggregator.Add(_rows.Chunk(start, Math.Min(ChunkRows, Size.Rows - start), wide: true));
        return aggregator;
    }
}
