namespace SocialKpi;

/// <summary>A column of values that are kept as the selector gives them.</summary>
internal sealed class PlainRowColumn<T, TValue>(Func<T, TValue> selector, Action<TValue[]> finish) : RowColumn<T>
{
    private TValue[] _values = [];

    public override void Resize(int rows) => Array.Resize(ref _values, rows);

    public override void Read(ReadOnlySpan<T> rows, int start, int part)
    {
        Span<TValue> values = _values.AsSpan(start, rows.Length);
        for (int i = 0; i < values.Length; i++) values[i] = selector(rows[i]);
    }

    public override void Finish() => finish(_values);
}
