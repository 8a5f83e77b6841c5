namespace SocialKpi;

/// <summary>Which rows of a column something holds for, one bit a row. Bits behind the last row are not set.</summary>
internal sealed class RowMask(int rows)
{
    /// <summary>How many rows share a word.</summary>
    public const int WordSize = 64;

    private readonly ulong[] _words = new ulong[(rows + WordSize - 1) / WordSize];

    public bool this[int row] => (_words[row / WordSize] >> (row % WordSize) & 1) != 0;

    /// <summary>The words of rows from a full word on.</summary>
    public ReadOnlySpan<ulong> From(int row, int words) => _words.AsSpan(row / WordSize, words);

    /// <summary>Sets the bit of a row while the mask is made. A mask that is made is one that never comes about for most columns.</summary>
    public static void Set(ref RowMask? mask, int row, int rows)
    {
        mask ??= new RowMask(rows);
        mask._words[row / WordSize] |= 1UL << (row % WordSize);
    }
}
