namespace SocialKpi;

/// <summary>
/// Where a part of a formula is read, other than in its own cell. A context widens what is scanned, never the cell.
/// </summary>
/// <remarks>The type is closed: what it can say is data, so that every reader of a formula knows all of it.</remarks>
public abstract class Context : IEquatable<Context>
{
    private protected Context()
    {
    }

    /// <summary>
    /// All values of a dimension: filters and grouping on it are dropped, all others stay. Share of voice is
    /// <c>mentions / mentions.At(Context.Across("brand"))</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The dimension has no name.</exception>
    public static Context Across(string dimension) => new AcrossContext(dimension);

    /// <summary>Whether both are the same context.</summary>
    public static bool operator ==(Context? left, Context? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the contexts differ.</summary>
    public static bool operator !=(Context? left, Context? right) => !(left == right);

    /// <inheritdoc/>
    public abstract bool Equals(Context? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as Context);

    /// <inheritdoc/>
    public abstract override int GetHashCode();

    /// <summary>The context as it stands in a formula: <c>across("brand")</c>.</summary>
    public abstract override string ToString();

    /// <summary>The context in words, for explanations: <c>across all brand</c>.</summary>
    internal abstract string Describe();

    /// <summary>What is scanned in this context, given what is scanned around it.</summary>
    internal abstract ScanShape Widen(ScanShape around);
}
