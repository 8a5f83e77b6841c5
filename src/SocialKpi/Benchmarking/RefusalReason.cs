namespace SocialKpi;

/// <summary>Why a reading is not compared, ranked or taken apart.</summary>
public enum RefusalReason
{
    /// <summary>The reading has no value.</summary>
    AbsentReading,

    /// <summary>There is nothing to compare with.</summary>
    NoReference,

    /// <summary>The benchmark's definition names no known variant of a KPI.</summary>
    UnspecifiedDefinition,

    /// <summary>The benchmark is of another KPI or variant: another numerator or denominator.</summary>
    OtherDefinition,

    /// <summary>The benchmark is in another unit.</summary>
    OtherUnit,

    /// <summary>The benchmark is money in another currency, or in one that nobody stated.</summary>
    OtherCurrency,

    /// <summary>The source does not say what its figure is of the cohort.</summary>
    UnspecifiedStatistic,

    /// <summary>There are a mean and a median, for instance, and it is not said which to compare with.</summary>
    MixedStatistics,

    /// <summary>The benchmark is older than allowed.</summary>
    TooOld,

    /// <summary>It is not known how old the benchmark is, and its age is limited.</summary>
    UnknownAge,

    /// <summary>There are fewer peers than wanted.</summary>
    TooFewPeers,

    /// <summary>One of both is of a part of its period, which is not over or was not read whole, and the KPI grows or shrinks with time, or may.</summary>
    PartialPeriod,

    /// <summary>One of both is of a longer time than the other, such as a quarter and a month, or it is not known how long they are, and the KPI grows or shrinks with time, or may.</summary>
    OtherLength,

    /// <summary>Neither way is better, so there is neither a best nor a worst.</summary>
    NoDirection,

    /// <summary>The figure is not made of one part a segment: people, a median, a product of rates, a stock whose entities are in several segments.</summary>
    NoParts,

    /// <summary>The parts lie outside what a decimal can hold.</summary>
    OutOfRange,
}
