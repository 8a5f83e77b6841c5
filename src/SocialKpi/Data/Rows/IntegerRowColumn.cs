namespace SocialKpi;

/// <summary>A column of integers.</summary>
internal sealed class IntegerRowColumn<T>(Func<T, long?> selector, Action<FigureSource> finish) : RowColumn<T>
{
    private readonly IntegerRows _integers = new();

    public override void Begin(int[] starts) => _integers.Begin(starts.Length);

    public override void Resize(int rows) => _integers.Resize(rows);

    public override void Read(ReadOnlySpan<T> rows, int start, int part)
    {
        Span<long> figures = stackalloc long[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            long? figure = selector(rows[i]);
            figures[i] = figure.GetValueOrDefault();
            if (!figure.HasValue) _integers.SetBlank(start + i);
        }

        _integers.Write(figures, start, part);
    }

    public override void Finish() => finish(FigureSource.Of(_integers.Column(), _integers.Known()));
}
