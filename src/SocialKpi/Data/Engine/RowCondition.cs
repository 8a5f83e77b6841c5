namespace SocialKpi;

/// <summary>Whether each row of the current block meets a condition. Rows in neither mask meet it.</summary>
internal abstract class RowCondition : BlockStep
{
    /// <summary>The rows that do not meet it.</summary>
    public BlockMask Fails { get; } = new();

    /// <summary>The rows of which nobody knows.</summary>
    public BlockMask Unknown { get; } = new();

    /// <summary>Whether there may be rows of which nobody knows.</summary>
    public abstract bool CanBeUnknown { get; }
}

/// <summary>A condition on a dimension: it is asked once for each text, and looked up for each row.</summary>
internal sealed class TextCondition : RowCondition
{
    private readonly DimensionCodes _codes;
    private readonly byte[] _fails;
    private readonly int[] _ofRows = new int[RowBlock.Size];

    public TextCondition(Condition condition, DimensionCodes codes)
    {
        _codes = codes;
        _fails = [.. Enumerable.Range(0, codes.Count).Select(code => condition.Matches(codes.TextOf(code)) == false ? (byte)1 : (byte)0)];
        CanBeUnknown = codes.HasBlanks && condition.Operator != ConditionOperator.Missing;
    }

    public override bool CanBeUnknown { get; }

    public override void Read(RowBlock block)
    {
        _codes.Read(block, _ofRows);
        ReadOnlySpan<byte> fails = _fails;
        for (int word = 0; word < RowBlock.MaskWords; word++)
        {
            ReadOnlySpan<int> codes = _ofRows.AsSpan(word * RowMask.WordSize, RowMask.WordSize);
            ulong bits = 0;
            for (int at = 0; at < codes.Length; at++) bits |= (ulong)fails[codes[at]] << at;
            Fails[word] = bits & block.AllRows(word);
        }

        if (!CanBeUnknown) return;
        Unknown.Clear();
        RangeMask.Set(_ofRows.AsSpan(0, block.Count), _codes.BlankCode, _codes.BlankCode, Unknown);
    }
}

/// <summary>A condition on a recorded figure: its numbers are scaled as the column is, once, so that rows compare integers.</summary>
internal sealed class NumberCondition(Condition condition, ValueColumn column) : RowCondition
{
    private readonly IntegerRange[] _ranges = IntegerRange.Of(condition, column.Decimals);
    private readonly ColumnStatuses _known = new(column);
    private readonly BlockMask _holds = new();
    private readonly bool _isMissing = condition.Operator == ConditionOperator.Missing;

    public override bool CanBeUnknown => !_isMissing && _known.Statuses.CanBeUnread;

    public override void Read(RowBlock block)
    {
        _known.Read(block);
        _holds.Clear();
        foreach (IntegerRange range in _ranges) column.Scaled.SetWhereIn(range, block, _holds);
        for (int word = 0; word < RowBlock.MaskWords; word++)
        {
            ulong without = _known.Statuses.Unread(word);
            if (_isMissing) Fails[word] = block.AllRows(word) & ~without;
            else (Fails[word], Unknown[word]) = (block.AllRows(word) & ~(_holds[word] | without), without);
        }
    }
}
