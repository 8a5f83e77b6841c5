namespace SocialKpi;

/// <summary>All values of one dimension, whatever the cell's own value and the query's filters on it.</summary>
public sealed class AcrossContext : Context
{
    internal AcrossContext(string dimension)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dimension);
        UnicodeText.ThrowIfBroken(dimension, nameof(dimension));
        Dimension = dimension;
    }

    /// <summary>The dimension whose grouping and filters are dropped.</summary>
    public string Dimension { get; }

    /// <inheritdoc/>
    public override bool Equals(Context? other) => other is AcrossContext across && across.Dimension == Dimension;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Dimension);

    /// <inheritdoc/>
    public override string ToString() => $"across({QuotedText.Write(Dimension)})";

    internal override string Describe() => $"across all {Dimension}";

    internal override ScanShape Widen(ScanShape around) => around.Without(Dimension);
}
