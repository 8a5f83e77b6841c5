namespace SocialKpi;

/// <summary>Which cell: its period, when rows are grouped by time, and the values of the grouping dimensions in order.</summary>
public sealed class CellKey : IEquatable<CellKey>
{
    /// <summary>Makes the key of a cell.</summary>
    /// <param name="period">The period; null when rows are not grouped by time.</param>
    /// <param name="values">The value of each grouping dimension, in the scan's order; null where it is blank.</param>
    public CellKey(Timeframe? period, params IEnumerable<string?> values) => (Period, Values) = (period, [.. values]);

    /// <summary>The period; null when rows are not grouped by time.</summary>
    public Timeframe? Period { get; }

    /// <summary>The value of each grouping dimension, in the scan's order; null where it is blank.</summary>
    public IReadOnlyList<string?> Values { get; }

    /// <summary>Whether both are the same cell.</summary>
    public static bool operator ==(CellKey? left, CellKey? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the cells differ.</summary>
    public static bool operator !=(CellKey? left, CellKey? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(CellKey? other) =>
        other is not null && other.Period == Period && SameValues(other);

    private bool SameValues(CellKey other)
    {
        if (other.Values.Count != Values.Count) return false;
        for (int i = 0; i < Values.Count; i++)
        {
            if (other.Values[i] != Values[i]) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CellKey);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Period);
        foreach (string? value in Values) hash.Add(value, StringComparer.Ordinal);
        return hash.ToHashCode();
    }
}
