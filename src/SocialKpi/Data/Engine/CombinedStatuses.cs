namespace SocialKpi;

/// <summary>
/// What rows can say about a sum, a difference, a product or a quotient, from what they can say about both operands. A part of a sum
/// of which a row has nothing is nothing beside one of which it has a figure; of a product of it the row has nothing either.
/// </summary>
internal sealed class CombinedStatuses(bool isSum, RowStatuses left, RowStatuses right) : BlockStep
{
    public RowStatuses Statuses { get; } = new(
        CanBeOutside(isSum, left, right) ? new BlockMask() : null,
        Either(left.NotApplicable, right.NotApplicable, needsBoth: isSum),
        Either(left.Undefined, right.Undefined),
        Either(left.Unknown, right.Unknown));

    public override void Read(RowBlock block)
    {
        for (int word = 0; word < RowBlock.MaskWords; word++)
        {
            ulong unknown = (left.Unknown?[word] ?? 0) | (right.Unknown?[word] ?? 0);
            (ulong mine, ulong theirs) = (left.NotApplicable?[word] ?? 0, right.NotApplicable?[word] ?? 0);
            ulong notApplicable = (isSum ? mine & theirs : mine | theirs) & ~unknown;
            (ulong myOutside, ulong theirOutside) = (left.Outside?[word] ?? 0, right.Outside?[word] ?? 0);
            ulong outside = (isSum ? (mine | myOutside) & (theirs | theirOutside) : myOutside | theirOutside) & ~(unknown | notApplicable);

            // What a row has nothing of is not worked out, so that nothing can be divided by zero in it.
            ulong undefined = ((left.Undefined?[word] ?? 0) | (right.Undefined?[word] ?? 0)) & ~(unknown | notApplicable | outside);
            if (Statuses.Unknown is { } first) first[word] = unknown;
            if (Statuses.Undefined is { } second) second[word] = undefined;
            if (Statuses.NotApplicable is { } third) third[word] = notApplicable;
            if (Statuses.Outside is { } fourth) fourth[word] = outside;
        }
    }

    private static BlockMask? Either(BlockMask? left, BlockMask? right, bool needsBoth = false) =>
        (needsBoth ? left is null || right is null : left is null && right is null) ? null : new BlockMask();

    private static bool CanBeOutside(bool isSum, RowStatuses left, RowStatuses right) =>
        (left.Outside is not null || right.Outside is not null)
        && (!isSum || ((left.Outside ?? left.NotApplicable) is not null && (right.Outside ?? right.NotApplicable) is not null));
}
