namespace SocialKpi;

/// <summary>A column of days.</summary>
internal sealed class DayRowColumn<T, TSelector>(TSelector selector, Action<DayNumbers> finish) : RowColumn<T>
    where TSelector : struct, IRowSelector<T, int>
{
    private int[] _numbers = [];

    public override void Resize(int rows) => RowRoom.Resize(ref _numbers, rows);

    public override void Read(ReadOnlySpan<T> rows, int start, int part)
    {
        Span<int> numbers = _numbers.AsSpan(start, rows.Length);
        for (int i = 0; i < numbers.Length; i++) numbers[i] = selector.Of(rows[i], start + i);
    }

    public override void Finish() => finish(DayNumbers.Of(_numbers));
}
