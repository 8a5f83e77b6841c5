namespace SocialKpi;

/// <summary>
/// What a look at the quality of facts takes for granted: which dimensions name an entity, whether the rows are a daily series,
/// and what no row can exceed. An immutable value; every method returns a changed copy.
/// </summary>
public sealed class QualityRules
{
    private QualityRules(IReadOnlyList<string> entity, decimal? jumpsAbove, IReadOnlyList<QualityLimit> limits) =>
        (Entity, JumpsAbove, Limits) = (entity, jumpsAbove, limits);

    /// <summary>Nothing is said about entities or days; the limits are <see cref="QualityLimit.Standard"/>.</summary>
    public static QualityRules Default { get; } = new([], null, []);

    /// <summary>The dimensions that name an entity, in order; empty when nothing was said.</summary>
    public IReadOnlyList<string> Entity { get; }

    /// <summary>Whether each entity has one row a day.</summary>
    public bool IsDaily => JumpsAbove is not null;

    /// <summary>From how many times the usual change on a change is a jump; null when the rows are no daily series.</summary>
    public decimal? JumpsAbove { get; }

    /// <summary>The limits added to <see cref="QualityLimit.Standard"/>.</summary>
    public IReadOnlyList<QualityLimit> Limits { get; }

    /// <summary>
    /// One row for each entity and moment: two rows of one entity and one moment repeat each other or are in conflict. Without
    /// it only rows that are equal in time, all dimensions and all figures are taken for repeated.
    /// </summary>
    /// <param name="dimensions">The dimensions that name an entity: <c>"account"</c>, or <c>"post_id"</c>. Those named before are replaced.</param>
    /// <exception cref="ArgumentException">No dimension is given, or one has no name or is given twice.</exception>
    public QualityRules Per(params IEnumerable<string> dimensions)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        string[] names = [.. dimensions];
        foreach (string name in names) ArgumentException.ThrowIfNullOrWhiteSpace(name, nameof(dimensions));
        if (names.Length == 0) throw new ArgumentException("No dimension is given; name at least one.", nameof(dimensions));
        string? twice = names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1)?.Key;
        return twice is null
            ? new(names.AsReadOnly(), JumpsAbove, Limits)
            : throw new ArgumentException($"The dimension '{twice}' is given twice; name it once.", nameof(dimensions));
    }

    /// <summary>
    /// One row a day for each entity, or for the whole when no entity is named. Missing and unknown days and jumps are looked
    /// for, and a count below zero is taken for a net change of the day.
    /// </summary>
    /// <remarks>
    /// A change is the difference between two days that follow each other and are both known. It is a jump when its size is more
    /// than <paramref name="jumpsAbove"/> times the median size of the changes of that series, days without change left out.
    /// A day that stands out on its own is two jumps, there and back.
    /// </remarks>
    /// <param name="jumpsAbove">From how many times the median change on a change is a jump; 1 or more. Social series are uneven: 20 marks one to twelve days in the year of a small real account.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is less than 1.</exception>
    public QualityRules Daily(decimal jumpsAbove = 20)
    {
        if (jumpsAbove < 1) throw OutOfRange.Of(jumpsAbove, "A jump is more than 1 or more times the median change.");
        return new(Entity, jumpsAbove, Limits);
    }

    /// <summary>With further limits beside the standard ones. The facts must record their measures.</summary>
    public QualityRules With(params IEnumerable<QualityLimit> limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        QualityLimit[] added = [.. limits];
        foreach (QualityLimit limit in added) ArgumentNullException.ThrowIfNull(limit, nameof(limits));
        return new(Entity, JumpsAbove, [.. Limits, .. added]);
    }
}
