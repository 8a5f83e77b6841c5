namespace SocialKpi;

/// <summary>Rows that follow one another and are read together: few enough that all that is worked out about them stays in the nearest cache.</summary>
/// <param name="Start">The first row; the first of a word of every mask.</param>
/// <param name="Count">How many rows there are.</param>
internal readonly record struct RowBlock(int Start, int Count)
{
    /// <summary>How many rows a block has, but for the last one.</summary>
    public const int Size = 1024;

    /// <summary>How many words a mask of any block has; behind the last row of a short one no bit is set.</summary>
    public const int MaskWords = Size / RowMask.WordSize;

    /// <summary>How many words of a column hold a bit of its rows.</summary>
    public int ColumnWords => (Count + RowMask.WordSize - 1) / RowMask.WordSize;

    /// <summary>A word of the mask of all rows.</summary>
    public ulong AllRows(int word)
    {
        int rows = Count - (word * RowMask.WordSize);
        return rows >= RowMask.WordSize ? ulong.MaxValue : rows <= 0 ? 0 : (1UL << rows) - 1;
    }
}
