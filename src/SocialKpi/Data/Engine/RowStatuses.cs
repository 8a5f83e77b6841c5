namespace SocialKpi;

/// <summary>
/// What each row of the current block can say about a measure or a formula: a mask for each <see cref="RowStatus"/> but
/// <see cref="RowStatus.Known"/>, which is every row in none of them. One that can never occur has no mask.
/// </summary>
internal sealed record RowStatuses(BlockMask? Outside, BlockMask? NotApplicable, BlockMask? Undefined, BlockMask? Unknown)
{
    public static RowStatuses AllKnown { get; } = new(null, null, null, null);

    /// <summary>Whether every row of the facts is known, whatever the block.</summary>
    public bool AreAllKnown => this is { Outside: null, CanBeUnread: false };

    /// <summary>Whether there may be rows that a rule does not let in.</summary>
    public bool CanBeUnread => NotApplicable is not null || Undefined is not null || Unknown is not null;

    /// <summary>The masks there are.</summary>
    public IEnumerable<BlockMask> Masks => ((BlockMask?[])[Outside, NotApplicable, Undefined, Unknown]).OfType<BlockMask>();

    /// <summary>A word of the rows that a rule does not let in.</summary>
    public ulong Unread(int word) => (NotApplicable?[word] ?? 0) | (Undefined?[word] ?? 0) | (Unknown?[word] ?? 0);

    /// <summary>A word of the rows that are not known to have a figure.</summary>
    public ulong WithoutFigure(int word) => Unread(word) | (Outside?[word] ?? 0);
}
