namespace SocialKpi;

/// <summary>How many rows of a cell a formula could read, and why not the others. Merges by addition.</summary>
public sealed class RowCoverage : IEquatable<RowCoverage>
{
    private RowCoverage(long used, long unknown, long notApplicable, long undefined, IReadOnlyList<long> unknownByMeasure, long young) =>
        (Used, Unknown, NotApplicable, Undefined, UnknownByMeasure, Young) = (used, unknown, notApplicable, undefined, unknownByMeasure, young);

    /// <summary>No rows at all.</summary>
    public static RowCoverage Empty { get; } = new(0, 0, 0, 0, [], 0);

    /// <summary>Rows on which the formula could be read.</summary>
    public long Used { get; }

    /// <summary>How many of <see cref="Used"/> were so young at their export that their figures still grow.</summary>
    public long Young { get; }

    /// <summary>Rows on which a measure of the formula is not known.</summary>
    public long Unknown { get; }

    /// <summary>Rows to which the formula does not apply.</summary>
    public long NotApplicable { get; }

    /// <summary>Rows whose own ratio has no value, because its denominator is zero.</summary>
    public long Undefined { get; }

    /// <summary>
    /// On how many rows each part is unknown: first the <see cref="Formula.RecordedMeasures"/> of the formula, then its
    /// <see cref="Formula.CountedDimensions"/>, in their order.
    /// </summary>
    public IReadOnlyList<long> UnknownByMeasure { get; }

    /// <summary>All rows of the cell.</summary>
    public long Rows => Used + Unknown + NotApplicable + Undefined;

    /// <summary>The coverage of counted rows; of none it is <see cref="Empty"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, more rows are young than used, or there are more than can be counted.</exception>
    public static RowCoverage Of(long used, long unknown, long notApplicable, long undefined, IReadOnlyList<long> unknownByMeasure, long young = 0)
    {
        ArgumentNullException.ThrowIfNull(unknownByMeasure);
        foreach (long count in (ReadOnlySpan<long>)[used, unknown, notApplicable, undefined, young]) ArgumentOutOfRangeException.ThrowIfNegative(count);
        for (int i = 0; i < unknownByMeasure.Count; i++) ArgumentOutOfRangeException.ThrowIfNegative(unknownByMeasure[i], nameof(unknownByMeasure));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(young, used);
        Int128 rows = (Int128)used + unknown + notApplicable + undefined;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, long.MaxValue, nameof(used));
        return rows == 0 ? Empty : new RowCoverage(used, unknown, notApplicable, undefined, [.. unknownByMeasure], young);
    }

    /// <summary>Whether every row is used, and settled.</summary>
    internal bool IsPlain
    {
        get
        {
            bool isPlain = Used == Rows && Young == 0;
            for (int part = 0; isPlain && part < UnknownByMeasure.Count; part++) isPlain = UnknownByMeasure[part] == 0;
            return isPlain;
        }
    }

    /// <summary>The coverage of rows of which none is left out.</summary>
    /// <param name="used">How many rows.</param>
    /// <param name="nothing">A 0 for each part, which nobody changes.</param>
    internal static RowCoverage AllUsed(long used, IReadOnlyList<long> nothing) => new(used, 0, 0, 0, nothing, 0);

    /// <summary>The coverage of both sets of rows together.</summary>
    /// <exception cref="ArgumentException">The other counts are of another formula.</exception>
    public RowCoverage Merge(RowCoverage other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Rows == 0) return this;
        if (Rows == 0) return other;
        if (other.UnknownByMeasure.Count != UnknownByMeasure.Count)
            throw new ArgumentException("The counts are of different formulas: they speak of different numbers of measures.", nameof(other));
        long[] unknownByMeasure = new long[UnknownByMeasure.Count];
        for (int i = 0; i < unknownByMeasure.Length; i++) unknownByMeasure[i] = UnknownByMeasure[i] + other.UnknownByMeasure[i];
        return new RowCoverage(
            Used + other.Used, Unknown + other.Unknown, NotApplicable + other.NotApplicable, Undefined + other.Undefined, Array.AsReadOnly(unknownByMeasure), Young + other.Young);
    }

    /// <summary>The coverage of all these sets of rows together.</summary>
    internal static RowCoverage Merge(IReadOnlyList<RowCoverage> all)
    {
        // Most cells have no row that cannot be read: their numbers of rows are all there is to add.
        long used = 0;
        RowCoverage others = Empty;
        foreach (RowCoverage coverage in all)
        {
            if (coverage.IsPlain) used = checked(used + coverage.Used);
            else others = others.Merge(coverage);
        }

        return others.Rows == 0 ? new RowCoverage(used, 0, 0, 0, (all.FirstOrDefault(coverage => coverage.Rows > 0) ?? Empty).UnknownByMeasure, 0)
            : new RowCoverage(others.Used + used, others.Unknown, others.NotApplicable, others.Undefined, others.UnknownByMeasure, others.Young);
    }

    /// <summary>Whether both count the same.</summary>
    public static bool operator ==(RowCoverage? left, RowCoverage? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the counts differ.</summary>
    public static bool operator !=(RowCoverage? left, RowCoverage? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(RowCoverage? other) =>
        other is not null && (Used, Unknown, NotApplicable, Undefined, Young) == (other.Used, other.Unknown, other.NotApplicable, other.Undefined, other.Young)
        && UnknownByMeasure.SequenceEqual(other.UnknownByMeasure);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RowCoverage);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Used, Unknown, NotApplicable, Undefined);

    /// <summary>Why nothing could be read from these rows; null when something could.</summary>
    internal Absence? Absence => this switch
    {
        { Used: > 0 } => null,
        { Rows: 0 } => SocialKpi.Absence.NoRows,
        { Unknown: > 0 } => SocialKpi.Absence.NotReported,
        { Undefined: > 0 } => SocialKpi.Absence.ZeroDenominator,
        _ => SocialKpi.Absence.NotApplicable,
    };
}
