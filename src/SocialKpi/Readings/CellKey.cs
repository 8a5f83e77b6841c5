namespace SocialKpi;

/// <summary>Which cell: its period, when rows are grouped by time, and the values of the grouping dimensions in order.</summary>
public sealed class CellKey : IEquatable<CellKey>
{
    private readonly string?[] _values;

    /// <summary>Makes the key of a cell.</summary>
    /// <param name="period">The period; null when rows are not grouped by time.</param>
    /// <param name="values">The value of each grouping dimension, in the scan's order; null where it is blank.</param>
    public CellKey(Timeframe? period, params IEnumerable<string?> values) => (Period, _values) = (period, [.. values]);

    private CellKey(string?[] values, Timeframe? period) => (Period, _values) = (period, values);

    /// <summary>The period; null when rows are not grouped by time.</summary>
    public Timeframe? Period { get; }

    /// <summary>The value of each grouping dimension, in the scan's order; null where it is blank.</summary>
    public IReadOnlyList<string?> Values => Array.AsReadOnly(_values);

    /// <summary>The same values where nobody outside can keep them.</summary>
    internal ReadOnlySpan<string?> Texts => _values;

    /// <summary>Whether both are the same cell.</summary>
    public static bool operator ==(CellKey? left, CellKey? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the cells differ.</summary>
    public static bool operator !=(CellKey? left, CellKey? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(CellKey? other) =>
        other is not null && other.Period == Period && other.Texts.SequenceEqual(Texts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CellKey);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Period);
        foreach (string? value in _values) hash.Add(value, StringComparer.Ordinal);
        return hash.ToHashCode();
    }

    /// <summary>By period, then by the values of the dimensions: ordinal order, blank last.</summary>
    internal static int Compare(CellKey left, CellKey right)
    {
        int order = (left.Period ?? default).CompareTo(right.Period ?? default);
        for (int i = 0; order == 0 && i < left._values.Length; i++) order = CellColumns.Compare(left._values[i], right._values[i]);
        return order;
    }

    /// <summary>The key of values that nobody else keeps, and nobody changes.</summary>
    internal static CellKey Of(Timeframe? period, string?[] values) => new(values, period);

    /// <summary>The same segment in a period.</summary>
    internal CellKey In(Timeframe? period) => period == Period ? this : new(_values, period);
}
