namespace SocialKpi;

/// <summary>Why a reading has no value. Missing is not zero: an absent reading never counts as 0.</summary>
public enum Absence
{
    /// <summary>No row lies in the cell.</summary>
    NoRows,

    /// <summary>Rows lie in the cell, but on none of them is every measure of the formula known.</summary>
    NotReported,

    /// <summary>The measures do not apply to any row of the cell, as saves do not on a platform without them.</summary>
    NotApplicable,

    /// <summary>A denominator is zero.</summary>
    ZeroDenominator,

    /// <summary>Money in different currencies meets; different currencies never add up.</summary>
    MixedCurrencies,

    /// <summary>The result lies outside what a decimal can hold.</summary>
    OutOfRange,

    /// <summary>What was known of a stock is older than it may be.</summary>
    Stale,

    /// <summary>Of one entity different values are recorded for the same moment, so that nobody knows which holds.</summary>
    Conflicting,

    /// <summary>The cell holds less than the query's minimum volume, or it is not known how much it holds.</summary>
    Suppressed,

    /// <summary>It is a total of given readings: finished figures have nothing left that could be merged, and no total was given.</summary>
    NotMergeable,
}
