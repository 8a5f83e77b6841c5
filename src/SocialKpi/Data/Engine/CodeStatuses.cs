namespace SocialKpi;

/// <summary>What rows can say about a dimension whose ids are counted: a blank id is one that is not known.</summary>
internal sealed class CodeStatuses(RowCodes codes) : BlockStep
{
    private readonly int[] _codes = new int[RowBlock.Size];

    public RowStatuses Statuses { get; } = codes.HasBlanks ? new(null, null, null, new BlockMask()) : RowStatuses.AllKnown;

    public override void Read(RowBlock block)
    {
        if (Statuses.Unknown is not { } unknown) return;
        codes.Read(block, _codes);
        unknown.Clear();
        RangeMask.Set(_codes.AsSpan(0, block.Count), codes.BlankCode, codes.BlankCode, unknown);
    }
}
