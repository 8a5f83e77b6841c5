namespace SocialKpi;

/// <summary>What a test of an ordered rule looks at.</summary>
public enum StatusFigure
{
    /// <summary>Raw progress in per cent.</summary>
    ProgressPercent,

    /// <summary>Expected progress in per cent.</summary>
    ExpectedPercent,

    /// <summary>Expected less raw progress, in percentage points.</summary>
    GapPoints,

    /// <summary>Raw ÷ expected progress, compared as raw progress with that many times the expected, so that it always has an answer.</summary>
    Ratio,

    /// <summary>How much of the period has passed, in per cent.</summary>
    ElapsedPercent,
}
