namespace SocialKpi;

/// <summary>What rows can say about a sum, a difference, a product or a quotient, from what they can say about both operands.</summary>
internal sealed class CombinedStatuses(bool isSum, RowStatuses left, RowStatuses right) : BlockStep
{
    public RowStatuses Statuses { get; } = new(
        Outside: null,
        Either(left.NotApplicable, right.NotApplicable, needsBoth: isSum),
        Either(left.Undefined, right.Undefined),
        Either(left.Unknown, right.Unknown));

    public override void Read(RowBlock block)
    {
        for (int word = 0; word < RowBlock.MaskWords; word++)
        {
            ulong unknown = (left.Unknown?[word] ?? 0) | (right.Unknown?[word] ?? 0);
            ulong undefined = ((left.Undefined?[word] ?? 0) | (right.Undefined?[word] ?? 0)) & ~unknown;

            // A part of a sum that does not apply is nothing beside one that does; a product without a factor does not apply either.
            (ulong mine, ulong theirs) = (left.NotApplicable?[word] ?? 0, right.NotApplicable?[word] ?? 0);
            ulong notApplicable = (isSum ? mine & theirs : mine | theirs) & ~(unknown | undefined);
            if (Statuses.Unknown is { } first) first[word] = unknown;
            if (Statuses.Undefined is { } second) second[word] = undefined;
            if (Statuses.NotApplicable is { } third) third[word] = notApplicable;
        }
    }

    private static BlockMask? Either(BlockMask? left, BlockMask? right, bool needsBoth = false) =>
        (needsBoth ? left is null || right is null : left is null && right is null) ? null : new BlockMask();
}
