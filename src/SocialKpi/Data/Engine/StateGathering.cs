namespace SocialKpi;

/// <summary>Gathers the states of one measure in all cells of a scan, row by row. Mutable: it belongs to one scan.</summary>
internal abstract class StateGathering(int cells)
{
    private readonly long[] _outside = new long[cells];

    public static StateGathering Of(Measure measure, RowReader reader, int cells) => measure.Aggregation switch
    {
        MeanAggregation => new MeanGathering(reader.Read(measure), cells),
        QuantileAggregation { Quantile: var quantile } => new QuantileGathering(quantile, reader.Read(measure), cells),
        SnapshotAggregation { Per: var per } => new SnapshotGathering(reader.Read(measure), DimensionColumn.Together([.. per.Select(name => reader.DimensionOf(name)!)]), reader.Time, cells),
        UniqueAggregation => new UniqueGathering(reader.Read(measure), cells),
        DistinctAggregation => new DistinctGathering(reader.DimensionOf(measure.Dimension!)!, cells),
        _ => new SumGathering(reader.Read(measure), cells),
    };

    /// <summary>Adds what a row has of the measure, which is known there.</summary>
    public abstract void Add(int cell, int row);

    /// <summary>Whether rows matter on which the measure is unknown.</summary>
    public virtual bool ReadsUnknown => false;

    /// <summary>Adds a row on which the measure is unknown.</summary>
    public virtual void AddUnknown(int cell, int row)
    {
    }

    /// <summary>Adds a row that does not meet the measure's conditions.</summary>
    public void AddOutside(int cell) => _outside[cell]++;

    public CellState[] States() => [.. _outside.Select((outside, cell) => StateOf(cell, outside))];

    protected abstract CellState StateOf(int cell, long outside);
}
