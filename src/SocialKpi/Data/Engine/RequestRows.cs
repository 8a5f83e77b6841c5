namespace SocialKpi;

/// <summary>The rows of the current block that a state is gathered from, and those that are outside its measure's conditions.</summary>
internal sealed class RequestRows : BlockStep
{
    private readonly RowStatuses _rule;
    private readonly RowStatuses _term;
    private readonly RowStatuses _measure;
    private readonly BlockMask? _rows;
    private readonly bool _isLeftShared;
    private readonly bool _isOutsideShared;

    /// <param name="rule">Which rows take part.</param>
    /// <param name="term">Which of them the part of the formula applies to.</param>
    /// <param name="measure">What rows can say about the measure.</param>
    /// <param name="rows">The rows of the only group, where there is but one; null for all.</param>
    public RequestRows(RowStatuses rule, RowStatuses term, RowStatuses measure, BlockMask? rows)
    {
        (_rule, _term, _measure, _rows) = (rule, term, measure, rows);
        bool takesAll = !rule.CanBeUnread && !term.CanBeUnread && measure.AreAllKnown;
        BlockMask[] masks = [.. ((RowStatuses[])[rule, term, measure]).SelectMany(statuses => statuses.Masks).Distinct()];
        _isLeftShared = masks.Length == 1;
        Left = takesAll ? null : _isLeftShared ? masks[0] : new BlockMask();
        Taken = takesAll && rows is null ? null : new BlockMask();
        _isOutsideShared = !rule.CanBeUnread && !term.CanBeUnread;
        Outside = measure.Outside is null ? null : _isOutsideShared ? measure.Outside : new BlockMask();
    }

    /// <summary>The rows whose figures count; null for all.</summary>
    public BlockMask? Taken { get; }

    /// <summary>The rows whose figures do not count, whatever their group; null for none.</summary>
    public BlockMask? Left { get; }

    /// <summary>The rows that take part but do not meet the measure's conditions; null for none.</summary>
    public BlockMask? Outside { get; }

    /// <summary>Whether the figure of a row counts, by its place in the block.</summary>
    public bool Takes(int at) => Taken is null || Taken.Holds(at);

    public override void Read(RowBlock block)
    {
        if (Taken is null) return;
        for (int word = 0; word < RowBlock.MaskWords; word++)
        {
            ulong all = block.AllRows(word);
            ulong read = all & ~(_rule.Unread(word) | _term.Unread(word));
            ulong taken = read & ~_measure.WithoutFigure(word);
            Taken[word] = taken & (_rows?[word] ?? ulong.MaxValue);
            if (Left is not null && !_isLeftShared) Left[word] = all & ~taken;
            if (Outside is not null && !_isOutsideShared) Outside[word] = read & _measure.Outside![word];
        }
    }
}
