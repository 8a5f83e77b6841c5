using System.Numerics;

namespace SocialKpi;

/// <summary>The sum and the number of row values, of which a mean is made once everything is merged.</summary>
/// <remarks>
/// The mean is one decimal division of the sum. A sum that no decimal holds is divided as it is, and rounded once, half-even, to 28 digits.
/// </remarks>
public sealed class MeanState : CellState
{
    private MeanState(SumState sum, long outside) => (Sum, Outside) = (sum, outside);

    /// <summary>The mean of no rows, which has no value.</summary>
    public static MeanState Empty { get; } = new(SumState.Empty, 0);

    /// <summary>The exact sum of the row values.</summary>
    public SumState Sum { get; }

    /// <summary>How many rows do not meet the measure's conditions; they are no part of the mean.</summary>
    public long Outside { get; }

    /// <inheritdoc/>
    public override long Rows => Sum.Rows;

    /// <inheritdoc/>
    internal override long OtherRows => Outside;

    /// <summary>The state whose mean is this sum divided by its number of rows.</summary>
    /// <param name="sum">The sum of the rows that take part.</param>
    /// <param name="outside">How many rows do not meet the measure's conditions.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="outside"/> is negative.</exception>
    public static MeanState Of(SumState sum, long outside = 0)
    {
        ArgumentNullException.ThrowIfNull(sum);
        ArgumentOutOfRangeException.ThrowIfNegative(outside);
        return new MeanState(sum, outside);
    }

    /// <inheritdoc/>
    public override CellState Merge(CellState other)
    {
        MeanState mean = Same<MeanState>(other);
        return new MeanState((SumState)Sum.Merge(mean.Sum), checked(Outside + mean.Outside));
    }

    /// <inheritdoc/>
    public override bool Equals(CellState? other) => other is MeanState mean && mean.Sum == Sum && mean.Outside == Outside;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Sum, Outside);

    internal override Figure Finalise()
    {
        if (Rows == 0) return Figure.Absent(Outside > 0 ? Absence.NoRows : Absence.NotApplicable);
        if (Sum.Currencies.Count > 1) return Figure.Absent(Absence.MixedCurrencies);
        return Figure.Of(Mean, Sum.Currencies.Count == 1 ? Sum.Currencies[0] : null);
    }

    /// <summary>The sum divided by the rows, rounded once: a sum that no decimal holds is divided before it is rounded.</summary>
    private decimal? Mean => ExactNumber.TryToDecimal(Sum.Scaled, Sum.Decimals, out decimal sum)
        ? Figure.Of(sum, null).DividedBy(Figure.Of(Rows, null)) is { Absence: null, Value: var mean } ? mean : null
        : ExactNumber.ToDecimal(Sum.Scaled, Rows * BigInteger.Pow(10, Sum.Decimals));
}
