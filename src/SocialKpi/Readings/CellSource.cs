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

    /// <summary>All rows that are counted, however often, or more: nothing that is merged of the cells counts more.</summary>
    public virtual Int128 MostRows
    {
        get
        {
            Int128 rows = 0;
            foreach ((_, ReadOnlyMemory<int> cells) in ByKey())
            {
                for (int rule = 0; rule < Rules; rule++)
                {
                    RowCoverage coverage = CoverageOf(cells.Span, rule);
                    rows += coverage.Rows;
                    for (int part = 0; part < coverage.UnknownByMeasure.Count; part++) rows += coverage.UnknownByMeasure[part];
                }

                for (int at = 0; at < States; at++)
                {
                    CellState state = StateOf(cells.Span, at);
                    rows += (Int128)state.Rows + state.OtherRows;
                }
            }

            return rows;
        }
    }

    /// <summary>The cells by key, by segment and within one by time; several are of one key where a pass gathered finer ones.</summary>
    public IEnumerable<(CellKey Key, ReadOnlyMemory<int> Cells)> ByKey() => new SegmentRuns(this, [.. Enumerable.Range(0, Columns.Values.Length)]).All();

    protected abstract CellColumns MakeColumns();
}
