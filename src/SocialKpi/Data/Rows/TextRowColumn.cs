namespace SocialKpi;

/// <summary>A column of texts. Each part has codes of its own; those of later parts are put behind those of earlier ones, so that codes are by first appearance.</summary>
internal sealed class TextRowColumn<T>(Func<T, string?> selector, Action<DimensionColumn> finish) : RowColumn<T>
{
    private int[] _codes = [];
    private int[] _starts = [];
    private TextCodes[] _texts = [];

    public override void Begin(int[] starts) => (_starts, _texts) = (starts, [.. starts.Select(_ => new TextCodes())]);

    public override void Resize(int rows) => RowRoom.Resize(ref _codes, rows);

    public override void Read(ReadOnlySpan<T> rows, int start, int part)
    {
        TextCodes texts = _texts[part];
        Span<int> codes = _codes.AsSpan(start, rows.Length);
        for (int i = 0; i < codes.Length; i++) codes[i] = selector(rows[i]) is { } text ? texts.CodeOf(text) : DimensionColumn.Blank;
    }

    public override void Finish()
    {
        TextCodes all = _texts[0];
        for (int part = 1; part < _texts.Length; part++)
        {
            int[] codeOf = [.. _texts[part].Texts.Select(all.CodeOf)];
            int until = part + 1 < _texts.Length ? _starts[part + 1] : _codes.Length;
            foreach (ref int code in _codes.AsSpan(_starts[part]..until))
            {
                if (code != DimensionColumn.Blank) code = codeOf[code];
            }
        }

        finish(DimensionColumn.Of(all, _codes));
    }
}
