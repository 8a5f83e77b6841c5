namespace SocialKpi;

/// <summary>The sum and the number of row values, of which a mean is made once everything is merged.</summary>
public sealed class MeanState : CellState
{
    private MeanState(SumState sum) => Sum = sum;

    /// <summary>The mean of no rows, which has no value.</summary>
    public static MeanState Empty { get; } = new(SumState.Empty);

    /// <summary>The exact sum of the row values.</summary>
    public SumState Sum { get; }

    /// <inheritdoc/>
    public override long Rows => Sum.Rows;

    /// <summary>The state whose mean is this sum divided by its number of rows.</summary>
    public static MeanState Of(SumState sum)
    {
        ArgumentNullException.ThrowIfNull(sum);
        return new MeanState(sum);
    }

    /// <inheritdoc/>
    public override CellState Merge(CellState other) => new MeanState((SumState)Sum.Merge(Same<MeanState>(other).Sum));

    /// <inheritdoc/>
    public override bool Equals(CellState? other) => other is MeanState mean && mean.Sum == Sum;

    /// <inheritdoc/>
    public override int GetHashCode() => Sum.GetHashCode();

    internal override Figure Finalise() => Rows == 0
        ? Figure.Absent(Absence.NoRows)
        : Sum.Finalise().DividedBy(Figure.Of(Rows, null));
}
