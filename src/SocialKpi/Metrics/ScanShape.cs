namespace SocialKpi;

/// <summary>Which rows one pass over the facts reads, and how it groups them.</summary>
internal sealed class ScanShape(Timeframe timeframe, IReadOnlyList<string> dimensions, IReadOnlyList<Condition> filters) : IEquatable<ScanShape>
{
    public Timeframe Timeframe { get; } = timeframe;

    public IReadOnlyList<string> Dimensions { get; } = dimensions;

    public IReadOnlyList<Condition> Filters { get; } = filters;

    /// <summary>This shape without grouping by and filtering on one dimension.</summary>
    public ScanShape Without(string dimension) => new(
        Timeframe,
        [.. Dimensions.Where(name => name != dimension)],
        [.. Filters.Where(filter => filter.Field != dimension)]);

    public bool Equals(ScanShape? other) =>
        other is not null && other.Timeframe == Timeframe
        && other.Dimensions.SequenceEqual(Dimensions, StringComparer.Ordinal) && other.Filters.SequenceEqual(Filters);

    public override bool Equals(object? obj) => Equals(obj as ScanShape);

    public override int GetHashCode() => HashCode.Combine(Timeframe, Dimensions.Count, Filters.Count);
}
