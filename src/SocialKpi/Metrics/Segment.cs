namespace SocialKpi;

/// <summary>
/// A part of the facts: values of some dimensions, such as platform = linkedin. <see cref="Whole"/> names none and is everything.
/// </summary>
/// <remarks>The order in which dimensions are named does not matter. A value may be null: rows on which the dimension is blank.</remarks>
public sealed class Segment : IEquatable<Segment>
{
    private readonly SortedList<string, string?> _values;

    private Segment(SortedList<string, string?> values) => _values = values;

    /// <summary>
    /// All segments together that the top of a query does not name (see <see cref="KpiQuery.Top"/>). It fixes no dimension; a
    /// value that happens to be called "(rest)" is an ordinary segment and not this one.
    /// </summary>
    public static Segment Rest { get; } = new(new SortedList<string, string?>(StringComparer.Ordinal)) { IsRest = true };

    /// <summary>Everything: no dimension is fixed.</summary>
    public static Segment Whole { get; } = new(new SortedList<string, string?>(StringComparer.Ordinal));

    /// <summary>Several segments taken as one; it fixes no dimension.</summary>
    /// <param name="parts">The segments, which name the same dimensions and differ.</param>
    internal static Segment Together(IReadOnlyList<Segment> parts) =>
        parts.Count == 1 ? parts[0] : new(new SortedList<string, string?>(StringComparer.Ordinal)) { Parts = parts };

    /// <summary>The segments that are taken as one; empty for any other.</summary>
    internal IReadOnlyList<Segment> Parts { get; private init; } = [];

    /// <summary>The dimensions named, in ordinal order.</summary>
    public IReadOnlyList<string> Dimensions => [.. _values.Keys];

    /// <summary>Whether it is everything: no dimension is fixed, and it is not <see cref="Rest"/>.</summary>
    public bool IsWhole => _values.Count == 0 && !IsRest && Parts.Count == 0;

    /// <summary>Whether it is <see cref="Rest"/>.</summary>
    public bool IsRest { get; private init; }

    /// <summary>The value of a dimension; null when it is blank.</summary>
    /// <exception cref="KeyNotFoundException">The segment does not name the dimension.</exception>
    public string? this[string dimension] => _values.TryGetValue(dimension, out string? value)
        ? value
        : throw new KeyNotFoundException($"The segment '{this}' does not name the dimension '{dimension}'.");

    /// <summary>The segment of these values of these dimensions, which are known to differ.</summary>
    internal static Segment Of(IReadOnlyList<string> dimensions, IReadOnlyList<string?> values)
    {
        SortedList<string, string?> pairs = new(dimensions.Count, StringComparer.Ordinal);
        for (int i = 0; i < dimensions.Count; i++) pairs.Add(dimensions[i], values[i]);
        return new Segment(pairs);
    }

    /// <summary>The rows with one value of one dimension.</summary>
    public static Segment Of(string dimension, string? value) => Whole.And(dimension, value);

    /// <summary>The part of this segment with a value of one more dimension.</summary>
    /// <exception cref="ArgumentException">The dimension has no name or is named already.</exception>
    /// <exception cref="InvalidOperationException">The segment is <see cref="Rest"/>, or several taken as one, which have no parts.</exception>
    public Segment And(string dimension, string? value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dimension);
        if (Parts.Count > 0) throw new InvalidOperationException($"'{this}' are several segments taken as one, which has no part with {dimension} = {value ?? "(blank)"}. Start from Segment.Of.");
        if (IsRest) throw new InvalidOperationException($"The rest has no part with {dimension} = {value ?? "(blank)"}. Start from Segment.Of.");
        SortedList<string, string?> values = new(_values, StringComparer.Ordinal);
        return values.TryAdd(dimension, value)
            ? new Segment(values)
            : throw new ArgumentException($"The segment '{this}' names the dimension '{dimension}' already.", nameof(dimension));
    }

    /// <summary>Whether the segment names the dimension.</summary>
    public bool Names(string dimension) => _values.ContainsKey(dimension);

    /// <summary>Whether both fix the same dimensions to the same values.</summary>
    public static bool operator ==(Segment? left, Segment? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the segments differ.</summary>
    public static bool operator !=(Segment? left, Segment? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(Segment? other) =>
        other is not null && other.IsRest == IsRest && other._values.Count == _values.Count && other._values.SequenceEqual(_values)
        && other.Parts.SequenceEqual(Parts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Segment);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(IsRest);
        hash.Add(Parts.Count);
        foreach ((string dimension, string? value) in _values)
        {
            hash.Add(dimension, StringComparer.Ordinal);
            hash.Add(value, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <summary>The segment in words: <c>platform = linkedin, type = (blank)</c>, or <c>all</c>, or <c>(rest)</c>.</summary>
    public override string ToString() => IsWhole ? "all" : IsRest ? "(rest)" : Parts.Count > 0 ? string.Join(" + ", Parts) : string.Join(", ", _values.Select(pair => $"{pair.Key} = {pair.Value ?? "(blank)"}"));
}
