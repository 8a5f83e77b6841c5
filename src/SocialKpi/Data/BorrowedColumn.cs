namespace SocialKpi;

/// <summary>A column that is read in place, whether the memory is the library's own or the caller's.</summary>
internal readonly struct BorrowedColumn<T>(ReadOnlyMemory<T> memory)
{
    public int Length => memory.Length;

    public T this[int row] => memory.Span[row];

    public static implicit operator BorrowedColumn<T>(T[] column) => new(column);

    public T[] Of(RowSelection rows)
    {
        T[] selected = new T[rows.Count];
        for (int i = 0; i < selected.Length; i++) selected[i] = memory.Span[rows[i]];
        return selected;
    }

    public T[] Followed(BorrowedColumn<T> by) => [.. ToArray(), .. by.ToArray()];

    public T[] ToArray() => memory.ToArray();
}
