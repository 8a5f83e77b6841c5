namespace SocialKpi;

/// <summary>
/// What a cell holds of one measure: not a figure but a state that merges. Totals, roll-ups and comparisons merge
/// states first and become figures after. The type is closed.
/// </summary>
/// <remarks>Merging is associative and commutative, and the state of no rows is its identity. States are immutable and equal by value.</remarks>
public abstract class CellState : IEquatable<CellState>
{
    private protected CellState()
    {
    }

    /// <summary>How many row values the state is made of.</summary>
    public abstract long Rows { get; }

    /// <summary>Rows that it counts beside those.</summary>
    internal virtual long OtherRows => 0;

    /// <summary>The state of no rows for a kind of measure: merging with it changes nothing.</summary>
    public static CellState OfNoRows(Aggregation aggregation)
    {
        ArgumentNullException.ThrowIfNull(aggregation);
        return aggregation switch
        {
            MeanAggregation => MeanState.Empty,
            QuantileAggregation { Quantile: var quantile } => QuantileState.OfNoRows(quantile),
            DistinctAggregation => DistinctState.Empty,
            SnapshotAggregation => SnapshotState.Empty,
            UniqueAggregation => UniqueState.Empty,
            _ => SumState.Empty,
        };
    }

    /// <summary>The state of both sets of rows together.</summary>
    /// <exception cref="ArgumentException">The other state is of another kind of measure.</exception>
    public abstract CellState Merge(CellState other);

    /// <summary>The state of all these sets of rows together: the same as merging one after the other, and much cheaper.</summary>
    internal static CellState Merge(IReadOnlyList<CellState> states) => states.Count == 1 ? states[0] : states[0].MergeAll(states);

    /// <summary>Merges this state, which is the first of them, with all the others.</summary>
    private protected virtual CellState MergeAll(IReadOnlyList<CellState> states) => states.Skip(1).Aggregate(this, (merged, next) => merged.Merge(next));

    /// <summary>Whether both states are the same.</summary>
    public static bool operator ==(CellState? left, CellState? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the states differ.</summary>
    public static bool operator !=(CellState? left, CellState? right) => !(left == right);

    /// <inheritdoc/>
    public abstract bool Equals(CellState? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as CellState);

    /// <inheritdoc/>
    public abstract override int GetHashCode();

    /// <summary>Whether both belong to the same kind of measure, so that they merge.</summary>
    internal virtual bool IsLike(CellState other) => other.GetType() == GetType();

    /// <summary>The figure this state stands for.</summary>
    internal abstract Figure Finalise();

    private protected static T Same<T>(CellState other)
        where T : CellState
    {
        ArgumentNullException.ThrowIfNull(other);
        return other as T ?? throw new ArgumentException($"A {typeof(T).Name} merges with its own kind only, not with a {other.GetType().Name}.", nameof(other));
    }
}
