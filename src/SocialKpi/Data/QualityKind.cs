namespace SocialKpi;

/// <summary>What a look at the quality of facts can find. Each is reported; none is mended.</summary>
public enum QualityKind
{
    /// <summary>Rows were dropped when the facts were made, because another row has the same key.</summary>
    DroppedRows,

    /// <summary>Rows say the same as another row, so that they may be counted twice.</summary>
    RepeatedRows,

    /// <summary>Rows of one entity and one moment have different known values of a measure.</summary>
    ConflictingRows,

    /// <summary>A part is greater than what it is a part of: more clicks than impressions.</summary>
    PartAboveWhole,

    /// <summary>A count is below zero, which a lifetime figure, a stock or a number of people cannot be.</summary>
    NegativeCount,

    /// <summary>A count of a daily series is below zero: more was taken back than added that day. Accepted, and flagged because it is a net figure.</summary>
    NetCount,

    /// <summary>A daily series has no row on days between its first and its last.</summary>
    MissingDays,

    /// <summary>A daily series has a row on these days, but its figure is not known.</summary>
    UnknownDays,

    /// <summary>A figure of a daily series differs from that of the day before by far more than usual.</summary>
    Jump,
}
