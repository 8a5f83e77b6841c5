namespace SocialKpi;

/// <summary>How a measure's row values become one figure for a cell, and so how cells merge. The type is closed.</summary>
/// <remarks>Two aggregations are equal when they calculate the same: a percentile also names its percentage and quantile type.</remarks>
public abstract class Aggregation : IEquatable<Aggregation>
{
    private protected Aggregation(string name) => Name = name;

    /// <summary>Sum of the row values.</summary>
    public static Aggregation Sum { get; } = new SumAggregation();

    /// <summary>Number of rows on which the row value is known.</summary>
    public static Aggregation Count { get; } = new CountAggregation();

    /// <summary>Mean of the row values: their sum divided by their number, both merged first.</summary>
    public static Aggregation Mean { get; } = new MeanAggregation();

    /// <summary>Median of the row values, type 7: the middle one, or the mean of both middle ones, of all rows together.</summary>
    public static Aggregation Median { get; } = new QuantileAggregation("median", Quantile.Median);

    /// <summary>Number of different ids in a dimension, each counted once however many rows have it.</summary>
    public static Aggregation Distinct { get; } = new DistinctAggregation();

    /// <summary>Percentile of the row values, of all rows together.</summary>
    public static Aggregation Percentile(Quantile quantile) => new QuantileAggregation($"percentile {quantile.PercentText}", quantile);

    /// <summary>Number of people, counted beforehand in every row: adding such counts gives a gross figure with bounds.</summary>
    public static Aggregation Unique { get; } = new UniqueAggregation();

    /// <summary>A stock: the last known value of each entity, then summed over the entities.</summary>
    /// <param name="per">The dimensions whose values together name an entity.</param>
    /// <param name="staleAfterDays">How many days a value is carried forward, 1 to 3,660.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of days is out of range.</exception>
    public static Aggregation Snapshot(IReadOnlyList<string> per, int staleAfterDays) => new SnapshotAggregation(per, staleAfterDays);

    /// <summary>A part of a whole: a row value that never merges by itself, only weighted by what it is a part of.</summary>
    public static Aggregation Share { get; } = new ShareAggregation();

    /// <summary>The name in definitions and explanations: <c>sum</c>, <c>count</c>, <c>mean</c>, <c>median</c>, <c>percentile 90</c>, <c>distinct</c>, <c>snapshot</c>, <c>unique</c>, <c>share</c>.</summary>
    public string Name { get; }

    /// <summary>Whether one row alone has a meaningful part of this measure, so that row formulas may use it.</summary>
    internal abstract bool HasRowValue { get; }

    /// <summary>Whether figures of several rows add up: stocks and people do not.</summary>
    internal virtual bool AddsUp => HasRowValue;

    /// <summary>The canonical text: the name, and whatever else changes what is calculated.</summary>
    internal virtual string Definition => Name;

    /// <summary>What it makes of something, in words: <c>sum of likes a row</c>.</summary>
    internal virtual string Describe(string of) => $"{Name} of {of} a row";

    /// <summary>What is wrong with this unit for this kind of measure; null when nothing is.</summary>
    internal virtual string? Refuses(Unit unit) => null;

    /// <summary>Whether both calculate the same.</summary>
    public static bool operator ==(Aggregation? left, Aggregation? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they calculate different things.</summary>
    public static bool operator !=(Aggregation? left, Aggregation? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(Aggregation? other) => other is not null && other.Definition == Definition;

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as Aggregation);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Definition);

    /// <summary>The name.</summary>
    public sealed override string ToString() => Name;
}
