namespace SocialKpi;

/// <summary>What rows can say about a measure under a condition. A row that does not meet it has no part in the measure, whatever else is unknown about it.</summary>
internal sealed class RestrictedStatuses(RowStatuses measure, RowCondition condition) : BlockStep
{
    public RowStatuses Statuses { get; } = new(
        new BlockMask(),
        measure.NotApplicable is null ? null : new BlockMask(),
        measure.Undefined is null ? null : new BlockMask(),
        measure.Unknown is null && !condition.CanBeUnknown ? null : new BlockMask());

    public override void Read(RowBlock block)
    {
        for (int word = 0; word < RowBlock.MaskWords; word++)
        {
            (ulong fails, ulong unknown) = (condition.Fails[word], condition.Unknown[word]);
            ulong outside = (measure.Outside?[word] ?? 0) | fails;
            Statuses.Outside![word] = outside;
            if (Statuses.Unknown is { } mask) mask[word] = ((measure.Unknown?[word] ?? 0) | unknown) & ~outside;
            if (Statuses.NotApplicable is { } other) other[word] = measure.NotApplicable![word] & ~(outside | unknown);
            if (Statuses.Undefined is { } third) third[word] = measure.Undefined![word] & ~(outside | unknown);
        }
    }
}
