using System.Globalization;

namespace SocialKpi;

/// <summary>A stock: the last known value of each entity, summed over entities. Values with their moments merge; finished sums never do.</summary>
internal sealed class SnapshotAggregation : Aggregation
{
    /// <summary>How many days a value is carried forward unless another number is said.</summary>
    public const int UsualDays = 31;

    /// <summary>How many days that may be.</summary>
    public const int MaxDays = 3660;

    public SnapshotAggregation(IReadOnlyList<string> per, int staleAfterDays)
        : base("snapshot")
    {
        ArgumentNullException.ThrowIfNull(per);
        ArgumentOutOfRangeException.ThrowIfLessThan(staleAfterDays, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(staleAfterDays, MaxDays);
        (Per, StaleAfterDays) = ([.. per], staleAfterDays);
    }

    /// <summary>The dimensions whose values together name an entity.</summary>
    public IReadOnlyList<string> Per { get; }

    /// <summary>How many days a value is carried forward.</summary>
    public int StaleAfterDays { get; }

    internal override bool HasRowValue => true;

    internal override bool AddsUp => false;

    internal override string Definition => string.Create(CultureInfo.InvariantCulture, $"snapshot per {string.Join(", ", Per.Select(QuotedText.Write))} stale after {StaleAfterDays} days");

    internal override string Describe(string of) => string.Create(
        CultureInfo.InvariantCulture, $"last known {of} of each {string.Join(" and ", Per)}, then summed over them; a value older than {StaleAfterDays} days is stale");
}
