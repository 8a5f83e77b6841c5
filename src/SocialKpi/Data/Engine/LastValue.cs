using System.Numerics;

namespace SocialKpi;

/// <summary>The last known value of one entity in one group, as scaled integers. It becomes a <see cref="SnapshotValue"/>, which merges alike, at the end. Mutable.</summary>
internal struct LastValue
{
    private int _lastRow;
    private int _day;
    private long _nanoseconds;
    private Int128 _low;
    private Int128 _high;
    private WideValues? _wide;
    private bool _isKnown;

    /// <summary>Values of which one at least needs more than 128 bits.</summary>
    private sealed record WideValues(BigInteger Low, BigInteger High);

    private readonly BigInteger Low => _wide?.Low ?? _low;

    private readonly BigInteger High => _wide?.High ?? _high;

    /// <summary>A row of the entity without a known value.</summary>
    public void MeetUnknown(int day) => _lastRow = Math.Max(_lastRow, day);

    /// <summary>A known value: the later one stands, of two of one moment the least and the greatest are kept.</summary>
    public void Meet(int day, long nanoseconds, Int128 value)
    {
        int order = OrderOf(day, nanoseconds);
        if (order > 0) Stand(day, nanoseconds, value, null);
        else if (order == 0 && _wide is null) (_low, _high) = (Int128.Min(_low, value), Int128.Max(_high, value));
        else if (order == 0) Widen(value);
    }

    /// <summary>A known value that needs more than 128 bits.</summary>
    public void Meet(int day, long nanoseconds, BigInteger value)
    {
        int order = OrderOf(day, nanoseconds);
        if (order > 0) Stand(day, nanoseconds, 0, new WideValues(value, value));
        else if (order == 0) Widen(value);
    }

    public void Meet(LastValue other)
    {
        MeetUnknown(other._lastRow);
        if (!other._isKnown) return;
        if (other._wide is { } wide)
        {
            Meet(other._day, other._nanoseconds, wide.Low);
            Meet(other._day, other._nanoseconds, wide.High);
            return;
        }

        Meet(other._day, other._nanoseconds, other._low);
        Meet(other._day, other._nanoseconds, other._high);
    }

    /// <param name="decimals">The number of decimals of the value.</param>
    /// <param name="currencies">The currencies of the values.</param>
    /// <param name="hasTime">Whether the rows have a time.</param>
    public readonly SnapshotValue ToSnapshot(int decimals, IReadOnlyList<Currency> currencies, bool hasTime)
    {
        SnapshotValue last = SnapshotValue.Unknown(DayOf(_lastRow, hasTime));
        if (!_isKnown) return last;
        NodaTime.LocalDate day = DayOf(_day, hasTime);
        SnapshotValue value = SnapshotValue.At(day, _nanoseconds, Low, decimals, currencies);
        if (Low != High) value = value.Merge(SnapshotValue.At(day, _nanoseconds, High, decimals, currencies));
        return value.Merge(last);
    }

    /// <summary>Whether a value of this moment is later than what is known, of the same moment, or earlier: above zero, zero or below.</summary>
    private int OrderOf(int day, long nanoseconds)
    {
        MeetUnknown(day);
        return _isKnown ? (day, nanoseconds).CompareTo((_day, _nanoseconds)) : 1;
    }

    private void Stand(int day, long nanoseconds, Int128 value, WideValues? wide) =>
        (_day, _nanoseconds, _low, _high, _wide, _isKnown) = (day, nanoseconds, value, value, wide, true);

    private void Widen(BigInteger value) => _wide = new WideValues(BigInteger.Min(Low, value), BigInteger.Max(High, value));

    private static NodaTime.LocalDate DayOf(int number, bool hasTime) => hasTime ? DayNumbers.DayOf(number) : default;
}
