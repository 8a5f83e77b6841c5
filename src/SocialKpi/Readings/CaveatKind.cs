namespace SocialKpi;

/// <summary>What a reader of a figure must know beside it.</summary>
public enum CaveatKind
{
    /// <summary>Rows were left out because a measure of the formula is not known on them.</summary>
    RowsLeftOut,

    /// <summary>Rows were left out because the formula does not apply to them.</summary>
    RowsNotApplicable,

    /// <summary>Rows were left out because their own ratio has no value, for instance a post without reach.</summary>
    RowsUndefined,

    /// <summary>A part of the numerator comes from rows whose denominator is zero: conversions from ads without a click.</summary>
    NumeratorWithoutDenominator,

    /// <summary>Each measure was summed over the rows on which it alone is known.</summary>
    SummedIndependently,

    /// <summary>The query's timeframe, or the day it is read as of, cuts the period; or that day the timeframe.</summary>
    PartialPeriod,

    /// <summary>Counts of people are added, and somebody may be in more than one: the figure is gross and has bounds.</summary>
    GrossPeople,

    /// <summary>A stock has values from before the cell, which still hold.</summary>
    CarriedForward,

    /// <summary>Entities of a stock are left out: not known, stale, or not known at both moments that are compared.</summary>
    EntitiesLeftOut,

    /// <summary>Of one entity different values are recorded for the same moment.</summary>
    ConflictingValues,

    /// <summary>The cell holds less than the query's minimum volume, or it is not known how much; its readings are suppressed.</summary>
    BelowMinimum,

    /// <summary>The figure was given, not calculated from rows; or there is no total, as the readings were given.</summary>
    Given,

    /// <summary>Figures of the period meet lifetime figures of what was published in it.</summary>
    MixedTimeBasis,

    /// <summary>Rows were so young at their export that their figures still grow.</summary>
    YoungPosts,
}
