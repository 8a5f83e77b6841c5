using System.Numerics;

namespace SocialKpi;

/// <summary>The integers of a column, read in place and as narrow as they came.</summary>
internal readonly struct ScaledColumn
{
    private readonly ReadOnlyMemory<long> _wide;
    private readonly ReadOnlyMemory<int> _narrow;

    public ScaledColumn(ReadOnlyMemory<long> wide) => _wide = wide;

    public ScaledColumn(ReadOnlyMemory<int> narrow) => _narrow = narrow;

    public int Length => _wide.Length + _narrow.Length;

    public long this[int row] => _wide.IsEmpty ? _narrow.Span[row] : _wide.Span[row];

    public static implicit operator ScaledColumn(long[] column) => new(column);

    public BigInteger[] ToIntegers()
    {
        BigInteger[] integers = new BigInteger[Length];
        for (int row = 0; row < integers.Length; row++) integers[row] = this[row];
        return integers;
    }
}
