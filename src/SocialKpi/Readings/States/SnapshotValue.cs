using System.Numerics;
using System.Text;
using NodaTime;

namespace SocialKpi;

/// <summary>The last known value of one entity, and when it was known.</summary>
/// <remarks>Of two values the later one stands; two different ones of the same moment are both kept, and have no figure.</remarks>
public readonly record struct SnapshotValue
{
    private readonly BigInteger _low;
    private readonly BigInteger _high;

    // The first and the last by code: more than two are as mixed as two.
    private readonly Currency? _firstCurrency;
    private readonly Currency? _lastCurrency;

    private SnapshotValue(LocalDate day, long nanosecondsIntoDay, BigInteger low, BigInteger high, int decimals, Currency? firstCurrency, Currency? lastCurrency)
    {
        // One value has one form, whatever the decimals of the column it comes from.
        for (; decimals > 0 && (low % 10).IsZero && (high % 10).IsZero; decimals--) (low, high) = (low / 10, high / 10);
        (Day, NanosecondsIntoDay, LastRow, IsKnown) = (day, nanosecondsIntoDay, day, true);
        (_low, _high, Decimals, _firstCurrency, _lastCurrency) = (low, high, decimals, firstCurrency, lastCurrency);
    }

    /// <summary>An entity of which a row of this day exists, without a known value.</summary>
    public static SnapshotValue Unknown(LocalDate day) => new() { LastRow = CommonEra.Iso(day) };

    /// <summary>A value known at a moment.</summary>
    /// <param name="day">The local day.</param>
    /// <param name="nanosecondsIntoDay">How long after the start of that day; 0 when only the day is known. Unlike a clock it runs on when clocks are set back.</param>
    /// <param name="value">The value.</param>
    /// <param name="currencies">The currency of money, or all that went into it; none otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time into the day is negative.</exception>
    public static SnapshotValue At(LocalDate day, long nanosecondsIntoDay, decimal value, IReadOnlyList<Currency>? currencies = null) =>
        At(day, nanosecondsIntoDay, ExactNumber.Unscaled(value), value.Scale, currencies);

    /// <summary>A value known at a moment, exact whatever its size.</summary>
    /// <param name="day">The local day.</param>
    /// <param name="nanosecondsIntoDay">How long after the start of that day, as for a value that is a decimal.</param>
    /// <param name="scaled">The value times ten to the power of <paramref name="decimals"/>.</param>
    /// <param name="decimals">The number of decimals, 0 to 28.</param>
    /// <param name="currencies">The currency of money, or all that went into it; none otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time into the day is negative, or the decimals are out of range.</exception>
    public static SnapshotValue At(LocalDate day, long nanosecondsIntoDay, BigInteger scaled, int decimals, IReadOnlyList<Currency>? currencies = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nanosecondsIntoDay);
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, ExactNumber.DecimalPlaces);
        return new SnapshotValue(CommonEra.Iso(day), nanosecondsIntoDay, scaled, scaled, decimals, Extreme(currencies, last: false), Extreme(currencies, last: true));
    }

    /// <summary>Whether a value is known.</summary>
    public bool IsKnown { get; }

    /// <summary>The local day on which it was known.</summary>
    public LocalDate Day { get; }

    /// <summary>The last day of any row of the entity, with a value or without: where it is later than <see cref="Day"/> the value is carried forward.</summary>
    public LocalDate LastRow { get; private init; }

    /// <summary>How long after the start of the day.</summary>
    public long NanosecondsIntoDay { get; }

    /// <summary>
    /// The different values of that moment, each times ten to the power of <see cref="Decimals"/>: one, unless sources contradict
    /// each other; then the least and the greatest.
    /// </summary>
    public IReadOnlyList<BigInteger> Scaled => !IsKnown ? [] : IsConflicting ? [_low, _high] : [_low];

    /// <summary>The number of decimals, 0 to 28: no more than the values need.</summary>
    public int Decimals { get; }

    /// <summary>The currencies of that moment's money, ordered by code: one, unless they are mixed; then two of them.</summary>
    public IReadOnlyList<Currency> Currencies =>
        _firstCurrency is not { } first || _lastCurrency is not { } last ? [] : first == last ? [first] : [first, last];

    internal bool IsConflicting => _low != _high;

    /// <summary>The value, or the least of those that contradict each other, times ten to the power of so many decimals, which are not fewer than it has.</summary>
    internal BigInteger ScaledTo(int decimals) => Aligned(_low, decimals);

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

    private bool PrintMembers(StringBuilder text) => new RecordText(text)
        .Part(IsKnown).Part(Day).Part(LastRow).Part(NanosecondsIntoDay).Part(Scaled).Part(Decimals).Part(Currencies)
        .IsWritten;

    private SnapshotValue Together(SnapshotValue other)
    {
        Currency[] currencies = [.. Currencies, .. other.Currencies];
        int decimals = Math.Max(Decimals, other.Decimals);
        BigInteger low = BigInteger.Min(Aligned(_low, decimals), other.Aligned(other._low, decimals));
        BigInteger high = BigInteger.Max(Aligned(_high, decimals), other.Aligned(other._high, decimals));
        return new SnapshotValue(Day, NanosecondsIntoDay, low, high, decimals, Extreme(currencies, last: false), Extreme(currencies, last: true));
    }

    private BigInteger Aligned(BigInteger scaled, int decimals) => decimals == Decimals ? scaled : scaled * BigInteger.Pow(10, decimals - Decimals);

    private static Currency? Extreme(IReadOnlyList<Currency>? currencies, bool last)
    {
        if (currencies is not { Count: > 0 }) return null;
        if (currencies.Count == 1) return currencies[0];
        IOrderedEnumerable<Currency> ordered = currencies.OrderBy(currency => currency.Code, StringComparer.Ordinal);
        return last ? ordered.Last() : ordered.First();
    }
}
