namespace SocialKpi;

/// <summary>The last known value of one entity in one group, as scaled integers. It becomes a <see cref="SnapshotValue"/>, which merges alike, at the end. Mutable.</summary>
internal struct LastValue
{
    private int _lastRow;
    private int _day;
    private long _nanoseconds;
    private Int128 _low;
    private Int128 _high;
    private bool _isKnown;

    /// <summary>A row of the entity without a known value.</summary>
    public void MeetUnknown(int day) => _lastRow = Math.Max(_lastRow, day);

    /// <summary>A known value: the later one stands, of two of one moment the least and the greatest are kept.</summary>
    public void Meet(int day, long nanoseconds, Int128 low, Int128 high)
    {
        MeetUnknown(day);
        int order = _isKnown ? (day, nanoseconds).CompareTo((_day, _nanoseconds)) : 1;
        if (order > 0) (_day, _nanoseconds, _low, _high, _isKnown) = (day, nanoseconds, low, high, true);
        else if (order == 0) (_low, _high) = (Int128.Min(_low, low), Int128.Max(_high, high));
    }

    public void Meet(LastValue other)
    {
        MeetUnknown(other._lastRow);
        if (other._isKnown) Meet(other._day, other._nanoseconds, other._low, other._high);
    }

    /// <param name="decimals">The number of decimals of the value.</param>
    /// <param name="currencies">The currencies of the values.</param>
    /// <param name="hasTime">Whether the rows have a time.</param>
    public readonly SnapshotValue ToSnapshot(int decimals, IReadOnlyList<Currency> currencies, bool hasTime)
    {
        SnapshotValue last = SnapshotValue.Unknown(DayOf(_lastRow, hasTime));
        if (!_isKnown) return last;
        SnapshotValue value = SnapshotValue.At(DayOf(_day, hasTime), _nanoseconds, ExactNumber.ToDecimal(_low, decimals)!.Value, currencies);
        if (_low != _high) value = value.Merge(SnapshotValue.At(DayOf(_day, hasTime), _nanoseconds, ExactNumber.ToDecimal(_high, decimals)!.Value, currencies));
        return value.Merge(last);
    }

    private static NodaTime.LocalDate DayOf(int number, bool hasTime) => hasTime ? DayNumbers.DayOf(number) : default;
}
