namespace SocialKpi;

/// <summary>For which part of the facts a goal is: the whole, a segment, or several segments and how they combine.</summary>
public sealed class GoalScope : IEquatable<GoalScope>
{
    private GoalScope(ScopeCombination combination, IEnumerable<Segment> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        (Combination, Segments) = (combination, [.. segments]);
        foreach (Segment segment in Segments) ArgumentNullException.ThrowIfNull(segment, nameof(segments));
    }

    /// <summary>Everything.</summary>
    public static GoalScope Whole { get; } = Of(Segment.Whole);

    /// <summary>How the segments combine; of one segment a sum.</summary>
    public ScopeCombination Combination { get; }

    /// <summary>The segments, in the order given.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>The segments taken as one: the segment that a given series of a sum is for.</summary>
    /// <exception cref="InvalidOperationException">The scope names no segment.</exception>
    public Segment Together => Segments.Count > 0 ? Segment.Together(Segments) : throw new InvalidOperationException("The scope names no segment. Name at least one.");

    /// <summary>One segment.</summary>
    public static GoalScope Of(Segment segment) => new(ScopeCombination.Sum, [segment]);

    /// <summary>Several segments whose rows together are one figure.</summary>
    public static GoalScope Sum(params IEnumerable<Segment> segments) => new(ScopeCombination.Sum, segments);

    /// <summary>Several segments each of which must pass.</summary>
    public static GoalScope Each(params IEnumerable<Segment> segments) => new(ScopeCombination.Each, segments);

    /// <summary>Several segments that are judged apart.</summary>
    public static GoalScope Separate(params IEnumerable<Segment> segments) => new(ScopeCombination.Separate, segments);

    /// <summary>Whether both are the same part.</summary>
    public static bool operator ==(GoalScope? left, GoalScope? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the parts differ.</summary>
    public static bool operator !=(GoalScope? left, GoalScope? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(GoalScope? other) => other is not null && other.Combination == Combination && other.Segments.SequenceEqual(Segments);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GoalScope);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Combination, Segments.Count, Segments.Count > 0 ? Segments[0] : null);

    /// <summary>The part in words: <c>platform = instagram</c>, <c>each of platform = instagram; platform = facebook</c>, or <c>platform = instagram; platform = facebook, each by itself</c>.</summary>
    public override string ToString() => Write(Segments.Select(segment => segment.ToString()));

    /// <summary>The same with every name as it is.</summary>
    internal string Plain => Write(Segments.Select(segment => segment.Plain));

    internal IEnumerable<string> Problems()
    {
        if (Segments.Count == 0) yield return "the scope names no segment; name at least one, or leave the scope out for the whole";
        foreach (IGrouping<Segment, Segment> same in Segments.GroupBy(segment => segment).Where(same => same.Count() > 1))
            yield return $"the scope names '{same.Key}' {same.Count()} times; name it once";
        if (Segments.Any(segment => segment.IsRest || segment.Parts.Count > 0))
            yield return "the scope names the rest of a table, which is another part in every table; name the segments";
        else if (Segments.Select(segment => string.Join('\n', segment.Dimensions)).Distinct().Count() > 1)
            yield return "the segments of the scope name different dimensions, so that rows could lie in two of them; name the same dimensions in each";
    }

    private string Write(IEnumerable<string> segments) => Segments.Count == 1 ? segments.First() : Combination switch
    {
        ScopeCombination.Sum => string.Join(" + ", segments),
        ScopeCombination.Each => $"each of {string.Join("; ", segments)}",
        _ => $"{string.Join("; ", segments)}, each by itself",
    };
}
