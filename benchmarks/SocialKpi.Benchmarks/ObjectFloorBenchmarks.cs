using BenchmarkDotNet.Attributes;

namespace SocialKpi.Benchmarks;

/// <summary>
/// What it takes to turn rows that are objects into columns, before anything is made of them: the objects come from memory, a selector is called
/// for each figure, and the figures are kept where no figure was before.
/// </summary>
public class ObjectFloorBenchmarks
{
    private const int Columns = 12;
    private const int BlockSize = 256;

    private static readonly Func<Row, long?>[] Selectors =
    [
        row => row.A, row => row.B, row => row.C, row => row.D, row => row.E, row => row.F,
        row => row.G, row => row.H, row => row.I, row => row.J, row => row.K, row => row.L,
    ];

    private readonly int[][] _used = [.. Enumerable.Range(0, Columns).Select(_ => new int[Size.Rows])];
    private Row[] _rows = [];

    /// <summary>As many figures as the objects of <see cref="ObjectBenchmarks"/> have.</summary>
    [GlobalSetup]
    public void Setup()
    {
        Random random = new(20260101);
        _rows = [.. Enumerable.Range(0, Size.Rows).Select(_ => new Row(Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next()))];

        int Next() => random.Next(100_000);
    }

    /// <summary>One figure of each object.</summary>
    [Benchmark]
    public long TouchObjects()
    {
        long sum = 0;
        foreach (Row row in _rows) sum += row.A;
        return sum;
    }

    /// <summary>Every selector on every object, and nothing kept but a sum.</summary>
    [Benchmark]
    public long CallSelectors()
    {
        long sum = 0;
        for (int start = 0; start < _rows.Length; start += BlockSize)
        {
            ReadOnlySpan<Row> block = _rows.AsSpan(start, Math.Min(BlockSize, _rows.Length - start));
            foreach (Func<Row, long?> selector in Selectors)
            {
                foreach (Row row in block) sum += selector(row) ?? 0;
            }
        }

        return sum;
    }

    /// <summary>The same, kept in columns that are there already.</summary>
    [Benchmark]
    public void KeepInUsedMemory() => Keep(_used);

    /// <summary>The same, kept in columns that are made for it, as facts are.</summary>
    [Benchmark]
    public int[][] KeepInNewMemory()
    {
        int[][] columns = [.. Enumerable.Range(0, Columns).Select(_ => GC.AllocateUninitializedArray<int>(_rows.Length))];
        Keep(columns);
        return columns;
    }

    private void Keep(int[][] columns)
    {
        for (int start = 0; start < _rows.Length; start += BlockSize)
        {
            ReadOnlySpan<Row> block = _rows.AsSpan(start, Math.Min(BlockSize, _rows.Length - start));
            for (int column = 0; column < Columns; column++)
            {
                Func<Row, long?> selector = Selectors[column];
                Span<int> kept = columns[column].AsSpan(start, block.Length);
                for (int i = 0; i < block.Length; i++) kept[i] = (int)(selector(block[i]) ?? 0);
            }
        }
    }

    private sealed record Row(int A, int B, int C, int D, int E, int F, int G, int H, int I, int J, int K, int L);
}
