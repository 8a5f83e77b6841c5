namespace SocialKpi;

/// <summary>A column that is read in place, whether the memory is the library's own or the caller's.</summary>
internal readonly struct BorrowedColumn<T>(ReadOnlyMemory<T> memory)
{
    public int Length => memory.Length;

    public T this[int row] => memory.Span[row];

    public ReadOnlySpan<T> Span => memory.Span;

    public static implicit operator BorrowedColumn<T>(T[] column) => new(column);

    public T[] Of(RowSelection rows)
    {
        T[] selected = new T[rows.Count];
        for (int i = 0; i < selected.Length; i++) selected[i] = memory.Span[rows[i]];
        return selected;
    }

    public T[] Followed(BorrowedColumn<T> by) => [.. ToArray(), .. by.ToArray()];

    /// <summary>Each value as it is written otherwise; the same memory where none changes.</summary>
    public BorrowedColumn<T> With(Func<T, T> written)
    {
        ReadOnlySpan<T> values = memory.Span;
        for (int row = 0; row < values.Length; row++)
        {
            if (!EqualityComparer<T>.Default.Equals(written(values[row]), values[row])) return Array.ConvertAll(values.ToArray(), value => written(value));
        }

        return this;
    }

    public T[] ToArray() => memory.ToArray();
}
