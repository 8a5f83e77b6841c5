namespace SocialKpi;

/// <summary>Something that has gathered many cells and makes the keys and states of some when they are asked for: of most cells nobody ever asks.</summary>
internal abstract class CellSource
{
    private readonly Lazy<CellColumns> _columns;

    protected CellSource() => _columns = new(MakeColumns);

    /// <summary>The numbers of the cells in which rows lie.</summary>
    public abstract IReadOnlyList<int> Cells { get; }

    /// <summary>The keys of all cells, in the order of <see cref="Cells"/>.</summary>
    public CellColumns Columns => _columns.Value;

    /// <summary>How many rules rows are counted for.</summary>
    public abstract int Rules { get; }

    /// <summary>How many states a cell has.</summary>
    public abstract int States { get; }

    /// <summary>The counts of rows of some cells together, at least one; the same whenever they are asked for.</summary>
    public abstract RowCoverage CoverageOf(ReadOnlySpan<int> cells, int rule);

    /// <summary>A state of some cells together, at least one; the same whenever it is asked for.</summary>
    public abstract CellState StateOf(ReadOnlySpan<int> cells, int state);

    protected abstract CellColumns MakeColumns();
}
