using System.Globalization;

namespace SocialKpi;

/// <summary>A stock: the last known value of each entity, summed over entities. Values with their moments merge; finished sums never do.</summary>
internal sealed class SnapshotAggregation : Aggregation
{
    public SnapshotAggregation(string per, int staleAfterDays)
        : base("snapshot")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(staleAfterDays, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(staleAfterDays, MaxDays);
        (Per, StaleAfterDays) = (per, staleAfterDays);
    }

    private const int MaxDays = 3660;

    /// <summary>The dimension that names the entities.</summary>
    public string Per { get; }

    /// <summary>How many days a value is carried forward.</summary>
    public int StaleAfterDays { get; }

    internal override bool HasRowValue => true;

    internal override bool AddsUp => false;

    internal override string Definition => string.Create(CultureInfo.InvariantCulture, $"snapshot per {QuotedText.Write(Per)} stale after {StaleAfterDays} days");

    internal override string Describe(string of) =>
        string.Create(CultureInfo.InvariantCulture, $"last known {of} of each {Per}, then summed over them; a value older than {StaleAfterDays} days is stale");
}
