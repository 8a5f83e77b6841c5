using NodaTime;

namespace SocialKpi;

/// <summary>The last known value of one entity, and when it was known.</summary>
/// <remarks>Of two values the later one stands; two different ones of the same moment are both kept, and have no figure.</remarks>
public readonly record struct SnapshotValue
{
    private readonly decimal _low;
    private readonly decimal _high;

    // The first and the last by code: more than two are as mixed as two.
    private readonly Currency? _firstCurrency;
    private readonly Currency? _lastCurrency;

    private SnapshotValue(LocalDate day, long nanosecondsIntoDay, decimal low, decimal high, Currency? firstCurrency, Currency? lastCurrency)
    {
        (Day, NanosecondsIntoDay, LastRow, IsKnown) = (day, nanosecondsIntoDay, day, true);
        (_low, _high, _firstCurrency, _lastCurrency) = (low, high, firstCurrency, lastCurrency);
    }

    /// <summary>An entity of which a row of this day exists, without a known value.</summary>
    public static SnapshotValue Unknown(LocalDate day) => new() { LastRow = CommonEra.Iso(day) };

    /// <summary>A value known at a moment.</summary>
    /// <param name="day">The local day.</param>
    /// <param name="nanosecondsIntoDay">How long after the start of that day; 0 when only the day is known. Unlike a clock it runs on when clocks are set back.</param>
    /// <param name="value">The value.</param>
    /// <param name="currencies">The currency of money, or all that went into it; none otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time into the day is negative.</exception>
    public static SnapshotValue At(LocalDate day, long nanosecondsIntoDay, decimal value, IReadOnlyList<Currency>? currencies = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nanosecondsIntoDay);
        decimal plain = value.WithoutTrailingZeros();
        return new SnapshotValue(CommonEra.Iso(day), nanosecondsIntoDay, plain, plain, Extreme(currencies, last: false), Extreme(currencies, last: true));
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

    /// <summary>The currencies of that moment's money, ordered by code: one, unless they are mixed; then two of them.</summary>
    public IReadOnlyList<Currency> Currencies =>
        _firstCurrency is not { } first || _lastCurrency is not { } last ? [] : first == last ? [first] : [first, last];

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
            : Together(other);
        return last with { LastRow = lastRow };
    }

    private SnapshotValue Together(SnapshotValue other)
    {
        Currency[] currencies = [.. Currencies, .. other.Currencies];
        return new SnapshotValue(
            Day, NanosecondsIntoDay, Math.Min(_low, other._low), Math.Max(_high, other._high), Extreme(currencies, last: false), Extreme(currencies, last: true));
    }

    private static Currency? Extreme(IReadOnlyList<Currency>? currencies, bool last)
    {
        if (currencies is not { Count: > 0 }) return null;
        if (currencies.Count == 1) return currencies[0];
        IOrderedEnumerable<Currency> ordered = currencies.OrderBy(currency => currency.Code, StringComparer.Ordinal);
        return last ? ordered.Last() : ordered.First();
    }
}
