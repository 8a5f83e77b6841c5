using System.Numerics;

namespace SocialKpi;

/// <summary>People counted beforehand: the sum of the counts, the largest of them, and how many are not zero.</summary>
/// <remarks>How many people are in more than one count nobody can know any more: at least the largest count, at most the sum.</remarks>
public sealed class UniqueState : CellState
{
    private UniqueState(SumState sum, decimal largest, long counts) => (Sum, Largest, Counts) = (sum, largest, counts);

    /// <summary>The people of no rows.</summary>
    public static UniqueState Empty { get; } = new(SumState.Empty, 0, 0);

    /// <summary>The exact sum of the counts.</summary>
    public SumState Sum { get; }

    /// <summary>The largest count; 0 without counts.</summary>
    public decimal Largest { get; }

    /// <summary>How many counts are not zero. With one at most the sum is exact.</summary>
    public long Counts { get; }

    /// <inheritdoc/>
    public override long Rows => Sum.Rows;

    /// <summary>The state of counted people.</summary>
    /// <param name="sum">The sum of the counts, with its number of rows.</param>
    /// <param name="largest">The largest count; 0 without counts.</param>
    /// <param name="counts">How many counts are not zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public static UniqueState Of(SumState sum, decimal largest, long counts)
    {
        ArgumentNullException.ThrowIfNull(sum);
        if (largest < 0) throw OutOfRange.Of(largest, "A number of people is 0 or more.");
        ArgumentOutOfRangeException.ThrowIfNegative(counts);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(counts, sum.Rows);
        return new UniqueState(sum, largest.WithoutTrailingZeros(), counts);
    }

    /// <inheritdoc/>
    public override CellState Merge(CellState other)
    {
        UniqueState people = Same<UniqueState>(other);
        return new UniqueState((SumState)Sum.Merge(people.Sum), Math.Max(Largest, people.Largest), Counts + people.Counts);
    }

    /// <inheritdoc/>
    public override bool Equals(CellState? other) =>
        other is UniqueState people && people.Sum == Sum && (people.Largest, people.Counts) == (Largest, Counts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Sum, Largest, Counts);

    /// <summary>Whether somebody may be in more than one count.</summary>
    internal bool IsGross => Counts > 1;

    internal override Figure Finalise()
    {
        Figure sum = Sum.Finalise();
        return IsGross && sum.Absence is null ? sum.Between(Largest, sum.Value) : sum;
    }
}
