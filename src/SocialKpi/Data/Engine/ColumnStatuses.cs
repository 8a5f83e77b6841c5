namespace SocialKpi;

/// <summary>What rows can say about a recorded column: it is in the column.</summary>
internal sealed class ColumnStatuses(ValueColumn column) : BlockStep
{
    public RowStatuses Statuses { get; } = new(
        Outside: null,
        column.NotApplicable is null ? null : new BlockMask(),
        Undefined: null,
        column.Unknown is null ? null : new BlockMask());

    public override void Read(RowBlock block)
    {
        Copy(column.NotApplicable, Statuses.NotApplicable, block);
        Copy(column.Unknown, Statuses.Unknown, block);
    }

    private static void Copy(RowMask? from, BlockMask? to, RowBlock block)
    {
        if (from is null || to is null) return;
        to.Clear();
        ReadOnlySpan<ulong> words = from.From(block.Start, block.ColumnWords);
        for (int word = 0; word < words.Length; word++) to[word] = words[word];
    }
}
