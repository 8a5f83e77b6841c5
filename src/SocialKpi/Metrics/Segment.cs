namespace SocialKpi;

/// <summary>
/// A part of the facts: values of some dimensions, such as platform = linkedin. <see cref="Whole"/> names none and is everything.
/// </summary>
/// <remarks>The order in which dimensions are named does not matter. A value may be null: rows on which the dimension is blank.</remarks>
public sealed class Segment : IEquatable<Segment>
{
    private const string Blank = "(blank)";

    // In ordinal order; the segments of a table share the names.
    private readonly string[] _dimensions;
    private readonly string?[] _values;

    private Segment(string[] dimensions, string?[] values) => (_dimensions, _values) = (dimensions, values);

    /// <summary>
    /// All segments together that the top of a query does not name (see <see cref="KpiQuery.Top"/>). It fixes no dimension; a
    /// value that happens to be called "(rest)" is an ordinary segment and not this one.
    /// </summary>
    public static Segment Rest { get; } = new([], []) { IsRest = true };

    /// <summary>Everything: no dimension is fixed.</summary>
    public static Segment Whole { get; } = new([], []);

    /// <summary>Several segments taken as one; it fixes no dimension.</summary>
    /// <param name="parts">The segments, which name the same dimensions and differ.</param>
    internal static Segment Together(IReadOnlyList<Segment> parts) =>
        parts.Count == 1 ? parts[0] : new([], []) { Parts = parts };

    /// <summary>The segments that are taken as one; empty for any other.</summary>
    internal IReadOnlyList<Segment> Parts { get; private init; } = [];

    /// <summary>The dimensions named, in ordinal order.</summary>
    public IReadOnlyList<string> Dimensions => Array.AsReadOnly(_dimensions);

    /// <summary>Whether it is everything: no dimension is fixed, and it is not <see cref="Rest"/>.</summary>
    public bool IsWhole => _values.Length == 0 && !IsRest && Parts.Count == 0;

    /// <summary>Whether it is <see cref="Rest"/>.</summary>
    public bool IsRest { get; private init; }

    /// <summary>The value of a dimension; null when it is blank.</summary>
    /// <exception cref="KeyNotFoundException">The segment does not name the dimension.</exception>
    public string? this[string dimension] => PlaceOf(dimension) is >= 0 and int place
        ? _values[place]
        : throw new KeyNotFoundException($"The segment '{this}' does not name the dimension '{dimension}'.");

    /// <summary>The segment of these values of these dimensions, which are known to differ.</summary>
    internal static Segment Of(string[] dimensions, ReadOnlySpan<string?> values)
    {
        string?[] own = values.ToArray();
        if (IsInOrder(dimensions)) return new Segment(dimensions, own);
        string[] names = [.. dimensions];
        Array.Sort(names, own, StringComparer.Ordinal);
        return new Segment(names, own);
    }

    /// <summary>The rows with one value of one dimension.</summary>
    public static Segment Of(string dimension, string? value) => Whole.And(dimension, value);

    /// <summary>The part of this segment with a value of one more dimension.</summary>
    /// <exception cref="ArgumentException">The dimension has no name or is named already.</exception>
    /// <exception cref="InvalidOperationException">The segment is <see cref="Rest"/>, or several taken as one, which have no parts.</exception>
    public Segment And(string dimension, string? value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dimension);
        if (Parts.Count > 0) throw new InvalidOperationException($"'{this}' are several segments taken as one, which has no part with {dimension} = {Named(value)}. Start from Segment.Of.");
        if (IsRest) throw new InvalidOperationException($"The rest has no part with {dimension} = {Named(value)}. Start from Segment.Of.");
        return !Names(dimension)
            ? Of([.. _dimensions, dimension], [.. _values, value])
            : throw new ArgumentException($"The segment '{this}' names the dimension '{dimension}' already.", nameof(dimension));
    }

    /// <summary>Whether the segment names the dimension.</summary>
    public bool Names(string dimension) => PlaceOf(dimension) >= 0;

    /// <summary>Whether both fix the same dimensions to the same values.</summary>
    public static bool operator ==(Segment? left, Segment? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the segments differ.</summary>
    public static bool operator !=(Segment? left, Segment? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(Segment? other) =>
        other is not null && other.IsRest == IsRest && other._dimensions.AsSpan().SequenceEqual(_dimensions) && other._values.AsSpan().SequenceEqual(_values)
        && other.Parts.SequenceEqual(Parts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Segment);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(IsRest);
        hash.Add(Parts.Count);
        for (int i = 0; i < _dimensions.Length; i++)
        {
            hash.Add(_dimensions[i], StringComparer.Ordinal);
            hash.Add(_values[i], StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <summary>
    /// The segment in words: <c>platform = linkedin, type = (blank)</c>, or <c>all</c>, or <c>(rest)</c>. Names that are written from right to left
    /// are isolated, so that they move nothing beside them.
    /// </summary>
    public override string ToString() => Write(DisplayText.Name);

    /// <summary>The same with every name as it is.</summary>
    internal string Plain => Write(name => name);

    /// <summary>A value in words: null is <c>(blank)</c>. One that is empty or looks like a placeholder of a table is put in quotes, so that nobody takes one for the other.</summary>
    internal static string Named(string? value) =>
        value is "" or Blank or "(all)" || value?.StartsWith("(rest", StringComparison.Ordinal) == true ? $"\"{value}\"" : value ?? Blank;

    private string Write(Func<string, string> named) =>
        IsWhole ? "all" : IsRest ? "(rest)"
        : Parts.Count > 0 ? string.Join(" + ", Parts.Select(part => part.Write(named)))
        : string.Join(", ", _dimensions.Zip(_values, (dimension, value) => $"{named(dimension)} = {named(Named(value))}"));

    private int PlaceOf(string dimension) => Array.FindIndex(_dimensions, name => name == dimension);

    private static bool IsInOrder(string[] dimensions)
    {
        for (int i = 1; i < dimensions.Length; i++)
        {
            if (string.CompareOrdinal(dimensions[i - 1], dimensions[i]) > 0) return false;
        }

        return true;
    }
}
