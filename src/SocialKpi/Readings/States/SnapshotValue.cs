using NodaTime;

namespace SocialKpi;

/// <summary>The last known value of one entity, and when it was known.</summary>
/// <remarks>Of two values the later one stands; two different ones of the same moment are both kept, and have no figure.</remarks>
public readonly record struct SnapshotValue
{
    private readonly decimal _low;
    private readonly decimal _high;

    private SnapshotValue(LocalDate day, long nanosecondsIntoDay, decimal low, decimal high, bool isKnown) =>
        (Day, NanosecondsIntoDay, LastRow, _low, _high, IsKnown) = (day, nanosecondsIntoDay, day, low, high, isKnown);

    /// <summary>An entity of which a row of this day exists, without a known value.</summary>
    public static SnapshotValue Unknown(LocalDate day) => new() { LastRow = CommonEra.Iso(day) };

    /// <summary>A value known at a moment.</summary>
    /// <param name="day">The local day.</param>
    /// <param name="nanosecondsIntoDay">How long after the start of that day; 0 when only the day is known. Unlike a clock it runs on when clocks are set back.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time into the day is negative.</exception>
    public static SnapshotValue At(LocalDate day, long nanosecondsIntoDay, decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nanosecondsIntoDay);
        decimal plain = value.WithoutTrailingZeros();
        return new SnapshotValue(CommonEra.Iso(day), nanosecondsIntoDay, plain, plain, true);
    }

    /// <summary>Whether a value is known.</summary>
    public bool IsKnown { get; }

    /// <summary>The local day on which it was known.</summary>
    public LocalDate Day { get; }

    /// <summary>The last day of any row of the entity, with a value or without: where it is later than <see cref="Day"/> the value is carried forward.</summary>
    public LocalDate LastRow { get; private init; }

    /// <summary>How long after the start of the day.</summary>
    public long NanosecondsIntoDay { get; }

    /// <summary>The different values of that moment: one, unless sources contradict each other; then the least and the greatest.</summary>
    public IReadOnlyList<decimal> Values => !IsKnown ? [] : IsConflicting ? [_low, _high] : [_low];

    internal bool IsConflicting => _low != _high;

    internal decimal Value => _low;

    internal SnapshotValue Merge(SnapshotValue other)
    {
        LocalDate lastRow = LocalDate.Max(LastRow, other.LastRow);
        if (!other.IsKnown) return this with { LastRow = lastRow };
        if (!IsKnown) return other with { LastRow = lastRow };
        int order = (Day, NanosecondsIntoDay).CompareTo((other.Day, other.NanosecondsIntoDay));
        SnapshotValue last = order > 0 ? this
            : order < 0 ? other
            : new SnapshotValue(Day, NanosecondsIntoDay, Math.Min(_low, other._low), Math.Max(_high, other._high), true);
        return last with { LastRow = lastRow };
    }
}
