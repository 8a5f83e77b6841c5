namespace SocialKpi;

/// <summary>A column of decimals, or of what becomes one.</summary>
internal sealed class FigureRowColumn<T, TSelector>(TSelector selector, Action<WrittenFigures> finish) : RowColumn<T>
    where TSelector : struct, IRowSelector<T, decimal?>
{
    private readonly WrittenFigures _figures = new();

    public override void Begin(int[] starts) => _figures.Begin(starts.Length);

    public override void Resize(int rows) => _figures.Resize(rows);

    public override void Read(ReadOnlySpan<T> rows, int start, int part)
    {
        WrittenFigures.Block block = new(stackalloc long[rows.Length], stackalloc int[4]);
        for (int i = 0; i < rows.Length; i++)
        {
            if (selector.Of(rows[i], start + i) is { } figure) _figures.Set(ref block, i, start + i, figure);
            else _figures.SetBlank(start + i);
        }

        _figures.Write(block, start, part);
    }

    public override void Finish() => finish(_figures);
}
