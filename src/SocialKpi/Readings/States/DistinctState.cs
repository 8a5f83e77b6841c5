using System.Collections.Immutable;

namespace SocialKpi;

/// <summary>The different ids of the rows, which are counted once everything is merged.</summary>
/// <remarks>
/// A row that does not meet the measure's conditions is a row of it without an id: no buyer among ten visitors is 0, while no
/// rows at all is no number. Ids differ when a single character does.
/// </remarks>
public sealed class DistinctState : CellState
{
    private readonly ImmutableHashSet<string> _ids;

    private DistinctState(ImmutableHashSet<string> ids, long rows) => (_ids, Rows) = (ids, rows);

    /// <summary>The ids of no rows.</summary>
    public static DistinctState Empty { get; } = new(ImmutableHashSet.Create<string>(StringComparer.Ordinal), 0);

    /// <summary>The different ids, in no order.</summary>
    public IReadOnlyCollection<string> Ids => _ids;

    /// <inheritdoc/>
    public override long Rows { get; }

    /// <summary>The state of rows with these ids.</summary>
    /// <param name="ids">The ids; one that repeats counts once.</param>
    /// <param name="rows">How many rows there are, with those that do not meet the measure's conditions: at least as many as different ids.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> is less than the number of ids.</exception>
    public static DistinctState Of(IEnumerable<string> ids, long rows)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ImmutableHashSet<string> different = Empty._ids.Union(ids);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, different.Count);
        return new DistinctState(different, rows);
    }

    /// <inheritdoc/>
    public override CellState Merge(CellState other) => MergeAll([this, Same<DistinctState>(other)]);

    /// <inheritdoc/>
    private protected override CellState MergeAll(IReadOnlyList<CellState> states)
    {
        // The smaller go into the largest: a roll-up of many small cells stays cheap.
        ImmutableHashSet<string>.Builder ids = states.Select(Same<DistinctState>).MaxBy(state => state._ids.Count)!._ids.ToBuilder();
        long rows = 0;
        foreach (CellState state in states)
        {
            DistinctState distinct = Same<DistinctState>(state);
            ids.UnionWith(distinct._ids);
            rows += distinct.Rows;
        }

        return new DistinctState(ids.ToImmutable(), rows);
    }

    /// <inheritdoc/>
    public override bool Equals(CellState? other) => other is DistinctState distinct && distinct.Rows == Rows && distinct._ids.SetEquals(_ids);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_ids.Count, Rows);

    internal override Figure Finalise() => Rows == 0 ? Figure.Absent(Absence.NotApplicable) : Figure.Of(_ids.Count, null);
}
