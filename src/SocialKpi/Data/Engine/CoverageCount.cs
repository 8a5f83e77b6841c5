namespace SocialKpi;

/// <summary>Counts for one rule how many rows of each group it lets in, and why not the others.</summary>
internal sealed class CoverageCount
{
    private readonly GroupSums _sums;
    private readonly GroupCount _unknown;
    private readonly GroupCount _notApplicable;
    private readonly GroupCount _undefined;
    private readonly GroupCount _young;
    private readonly GroupCount[] _unknownByMeasure;

    public CoverageCount(ScanPass pass, Formula rule)
    {
        _sums = pass.Sums;
        RowStatuses statuses = pass.Reader.Rule(rule);
        (_unknown, _notApplicable, _undefined) = (pass.Count(statuses.Unknown), pass.Count(statuses.NotApplicable), pass.Count(statuses.Undefined));
        _young = pass.Count(pass.Facts.Young is { } young ? pass.Reader.Step(new YoungStep(young, statuses)).Rows : null);
        BlockMask?[] parts =
        [
            .. rule.RecordedMeasures.Select(measure => pass.Reader.Statuses(measure).Unknown),
            .. rule.CountedDimensions.Select(dimension => pass.Reader.CodesOf(dimension).Unknown),
        ];
        _unknownByMeasure = [.. parts.Select(part => pass.Count(LeftOutBy(part)))];

        // A column may be unknown on a row that a condition keeps out of the measure, and that is let in.
        BlockMask? LeftOutBy(BlockMask? part) => part is null || statuses.Unknown is not { } unknown ? null
            : part == unknown ? part
            : pass.Reader.Step(new BothStep(part, unknown)).Rows;
    }

    /// <summary>The counts of some groups together.</summary>
    public RowCoverage CoverageOf(ReadOnlySpan<int> groups)
    {
        (long unknown, long notApplicable, long undefined) = (_unknown.Of(groups), _notApplicable.Of(groups), _undefined.Of(groups));
        long used = _sums.RowsOf(groups) - unknown - notApplicable - undefined;
        long[] byMeasure = new long[_unknownByMeasure.Length];
        for (int part = 0; part < byMeasure.Length; part++) byMeasure[part] = _unknownByMeasure[part].Of(groups);
        return RowCoverage.Of(used, unknown, notApplicable, undefined, byMeasure, _young.Of(groups));
    }

    /// <summary>The rows that are let in but were young at their export.</summary>
    private sealed class YoungStep(RowMask young, RowStatuses statuses) : BlockStep
    {
        public BlockMask Rows { get; } = new();

        public override void Read(RowBlock block)
        {
            Rows.Clear();
            ReadOnlySpan<ulong> words = young.From(block.Start, block.ColumnWords);
            for (int word = 0; word < words.Length; word++) Rows[word] = words[word] & ~statuses.Unread(word);
        }
    }

    /// <summary>The rows on which two things hold.</summary>
    private sealed class BothStep(BlockMask left, BlockMask right) : BlockStep
    {
        public BlockMask Rows { get; } = new();

        public override void Read(RowBlock block)
        {
            for (int word = 0; word < RowBlock.MaskWords; word++) Rows[word] = left[word] & right[word];
        }
    }
}
