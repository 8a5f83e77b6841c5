namespace SocialKpi;

/// <summary>What one row can say about a measure or a formula.</summary>
internal enum RowStatus : byte
{
    /// <summary>There is a figure.</summary>
    Known,

    /// <summary>The row does not meet the measure's conditions: it has nothing of it, and that is known.</summary>
    Outside,

    /// <summary>The figure does not exist for this row.</summary>
    NotApplicable,

    /// <summary>The row's own ratio has no value.</summary>
    Undefined,

    /// <summary>The figure exists, but it is not known.</summary>
    Unknown,
}
