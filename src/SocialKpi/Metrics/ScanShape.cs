namespace SocialKpi;

/// <summary>Which rows one pass over the facts reads, and how it groups them.</summary>
/// <param name="Dimensions">What rows are grouped by.</param>
/// <param name="Filters">What rows must meet.</param>
/// <param name="Windows">The contexts in time that move a cell to where its rows lie, in the order in which they apply.</param>
internal sealed record ScanShape(IReadOnlyList<string> Dimensions, IReadOnlyList<Condition> Filters, IReadOnlyList<Context> Windows)
{
    /// <summary>This shape without grouping by and filtering on one dimension.</summary>
    public ScanShape Without(string dimension) => this with
    {
        Dimensions = [.. Dimensions.Where(name => name != dimension)],
        Filters = [.. Filters.Where(filter => filter.Field != dimension)],
    };

    /// <summary>Which rows it reads, whenever they lie, where cells are by these dimensions only.</summary>
    public ScanShape Rows(IReadOnlyList<string> dimensions) => this with { Dimensions = [.. Dimensions.Where(dimensions.Contains)], Windows = [] };

    /// <summary>This shape at another time.</summary>
    public ScanShape In(Context window) => this with { Windows = [.. Windows, window] };

    public bool Equals(ScanShape? other) =>
        other is not null && other.Dimensions.SequenceEqual(Dimensions, StringComparer.Ordinal)
        && other.Filters.SequenceEqual(Filters) && other.Windows.SequenceEqual(Windows);

    public override int GetHashCode() => HashCode.Combine(Dimensions.Count, Filters.Count, Windows.Count);
}
