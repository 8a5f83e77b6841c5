namespace SocialKpi;

/// <summary>Gathers the states of one measure in all groups of a scan, block by block. Mutable: it belongs to one thread until it is merged.</summary>
internal abstract class StateGathering
{
    public static StateGathering Of(ScanPass pass, StateRequest request, RequestRows rows) => request switch
    {
        { WhereZero: not null } => new ZeroGathering(pass, request, rows),
        { Measure.Aggregation: MeanAggregation } => new MeanGathering(pass, request.Measure, rows),
        { Measure.Aggregation: QuantileAggregation } => new QuantileGathering(pass, request.Measure, rows),
        { Measure.Aggregation: SnapshotAggregation } => new SnapshotGathering(pass, request.Measure, rows),
        { Measure.Aggregation: UniqueAggregation } => new UniqueGathering(pass, request.Measure, rows),
        { Measure.Aggregation: DistinctAggregation } => new DistinctGathering(pass, request.Measure, rows),
        _ => new SumGathering(pass, request.Measure, rows),
    };

    /// <summary>Makes room for so many groups.</summary>
    public virtual void Reserve(int groups)
    {
    }

    /// <summary>Adds the rows of a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="groups">The group of each row; there is room for all of them.</param>
    public virtual void Add(RowBlock block, ReadOnlySpan<int> groups)
    {
    }

    /// <summary>Adds what another thread gathered.</summary>
    /// <param name="other">The same gathering of other rows.</param>
    /// <param name="groupOf">The group here of each group there.</param>
    public abstract void Merge(StateGathering other, GroupMap groupOf);

    /// <summary>Orders what was gathered, so that states can be asked for from any thread; nothing is added after.</summary>
    public virtual void Finish()
    {
    }

    /// <summary>The state of some groups together.</summary>
    public abstract CellState StateOf(ReadOnlySpan<int> groups);
}
