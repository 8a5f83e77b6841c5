using System.Numerics;
using System.Runtime.InteropServices;

namespace SocialKpi;

/// <summary>The integers of a column, read in place and as narrow as they came.</summary>
internal readonly struct ScaledColumn
{
    private readonly ReadOnlyMemory<long> _wide;
    private readonly ReadOnlyMemory<int> _narrow;

    public ScaledColumn(ReadOnlyMemory<long> wide) => (_wide, (Least, Greatest)) = (wide, RangeOf(wide.Span));

    public ScaledColumn(ReadOnlyMemory<int> narrow) => (_narrow, (Least, Greatest)) = (narrow, RangeOf(narrow.Span));

    /// <summary>Integers of a known range.</summary>
    public ScaledColumn(ReadOnlyMemory<long> wide, long least, long greatest) => (_wide, Least, Greatest) = (wide, least, greatest);

    /// <summary>Integers of a known range.</summary>
    public ScaledColumn(ReadOnlyMemory<int> narrow, long least, long greatest) => (_narrow, Least, Greatest) = (narrow, least, greatest);

    public int Length => _wide.Length + _narrow.Length;

    /// <summary>Whether all lie in 32 bits and are kept so.</summary>
    public bool IsNarrow => !_narrow.IsEmpty;

    /// <summary>The integers where they are kept in 64 bits; else empty.</summary>
    public ReadOnlySpan<long> Wide => _wide.Span;

    /// <summary>The integers where they are kept in 32 bits; else empty.</summary>
    public ReadOnlySpan<int> Narrow => _narrow.Span;

    /// <summary>No integer is less; 0 without any.</summary>
    public long Least { get; }

    /// <summary>No integer is greater; 0 without any.</summary>
    public long Greatest { get; }

    public long this[int row] => _wide.IsEmpty ? _narrow.Span[row] : _wide.Span[row];

    /// <summary>Copies the integers of a block.</summary>
    public void CopyTo(RowBlock block, Span<long> to)
    {
        if (!IsNarrow)
        {
            Wide.Slice(block.Start, block.Count).CopyTo(to);
            return;
        }

        ReadOnlySpan<int> from = Narrow.Slice(block.Start, block.Count);
        for (int at = 0; at < from.Length; at++) to[at] = from[at];
    }

    /// <summary>Sets the bits of a block's integers that lie in a range.</summary>
    public void SetWhereIn(IntegerRange range, RowBlock block, BlockMask mask)
    {
        if (!IsNarrow) RangeMask.Set(Wide.Slice(block.Start, block.Count), range.Least, range.Greatest, mask);
        else if (range.Least <= int.MaxValue && range.Greatest >= int.MinValue)
            RangeMask.Set(Narrow.Slice(block.Start, block.Count), (int)Math.Max(range.Least, int.MinValue), (int)Math.Min(range.Greatest, int.MaxValue), mask);
    }

    /// <summary>The same integers, in 32 bits where all fit there.</summary>
    public static ScaledColumn AsNarrowAsCanBe(long[] integers)
    {
        ScaledColumn wide = new(integers);
        return wide.Least >= int.MinValue && wide.Greatest <= int.MaxValue ? new ScaledColumn(Array.ConvertAll(integers, integer => (int)integer)) : wide;
    }

    /// <summary>The least and the greatest of some integers; 0 without any.</summary>
    public static (long Least, long Greatest) RangeOf<T>(ReadOnlySpan<T> integers)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (integers.IsEmpty) return default;
        (T least, T greatest) = (integers[0], integers[0]);
        ReadOnlySpan<Vector<T>> blocks = MemoryMarshal.Cast<T, Vector<T>>(integers);
        if (!blocks.IsEmpty)
        {
            (Vector<T> low, Vector<T> high) = (blocks[0], blocks[0]);
            foreach (Vector<T> block in blocks) (low, high) = (Vector.Min(low, block), Vector.Max(high, block));
            for (int i = 0; i < Vector<T>.Count; i++) (least, greatest) = (T.Min(least, low[i]), T.Max(greatest, high[i]));
        }

        foreach (T integer in integers[(blocks.Length * Vector<T>.Count)..]) (least, greatest) = (T.Min(least, integer), T.Max(greatest, integer));
        return (long.CreateChecked(least), long.CreateChecked(greatest));
    }
}
