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
internal sealed class TextCondition(Condition condition, RowCodes codes) : RowCondition
{
    private readonly bool?[] _matches = [.. Enumerable.Range(0, codes.Count).Select(code => condition.Matches(codes.TextOf(code)))];
    private readonly int[] _codes = new int[RowBlock.Size];

    public override bool CanBeUnknown => codes.HasBlanks && condition.Operator != ConditionOperator.Missing;

    public override void Read(RowBlock block)
    {
        codes.Read(block, _codes);
        Fails.Clear();
        Unknown.Clear();
        for (int at = 0; at < block.Count; at++)
        {
            if (_matches[_codes[at]] == true) continue;
            (_matches[_codes[at]] is null ? Unknown : Fails).Set(at);
        }
    }
}

/// <summary>A condition on a recorded figure: its numbers are scaled as the column is, once, so that rows compare integers.</summary>
internal sealed class NumberCondition(Condition condition, ValueColumn column) : RowCondition
{
    private readonly IntegerRange[] _ranges = IntegerRange.Of(condition, column.Decimals);
    private readonly long[] _figures = new long[RowBlock.Size];
    private readonly ColumnStatuses _known = new(column);
    private readonly bool _isMissing = condition.Operator == ConditionOperator.Missing;

    public override bool CanBeUnknown => !_isMissing && _known.Statuses.CanBeUnread;

    public override void Read(RowBlock block)
    {
        _known.Read(block);
        if (!_isMissing) Compare(block);
        for (int word = 0; word < RowBlock.MaskWords; word++)
        {
            ulong without = _known.Statuses.Unread(word);
            if (_isMissing) Fails[word] = block.AllRows(word) & ~without;
            else (Fails[word], Unknown[word]) = (Fails[word] & ~without, without);
        }
    }

    private void Compare(RowBlock block)
    {
        column.Scaled.CopyTo(block.Start, _figures.AsSpan(0, block.Count));
        Fails.Clear();
        for (int at = 0; at < block.Count; at++)
        {
            if (!IntegerRange.AnyHolds(_ranges, _figures[at])) Fails.Set(at);
        }
    }
}
