namespace SocialKpi;

/// <summary>What comparing two readings of one cell gives.</summary>
public enum ReconciliationOutcome
{
    /// <summary>Both have the same value.</summary>
    Equal,

    /// <summary>The values differ by no more than is tolerated.</summary>
    WithinTolerance,

    /// <summary>The values differ.</summary>
    Differs,

    /// <summary>Only the first source has rows there, or has the KPI at all.</summary>
    OnlyInFirst,

    /// <summary>Only the second source has rows there, or has the KPI at all.</summary>
    OnlyInSecond,

    /// <summary>Both sources have rows, but the first has no value; its reading says why.</summary>
    AbsentInFirst,

    /// <summary>Both sources have rows, but the second has no value; its reading says why.</summary>
    AbsentInSecond,

    /// <summary>Neither source has a value, so there is nothing to compare.</summary>
    AbsentInBoth,

    /// <summary>The values mean different things: other definitions of the KPI, or other currencies.</summary>
    Incomparable,
}
