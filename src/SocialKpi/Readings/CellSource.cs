namespace SocialKpi;

/// <summary>Something that has gathered many cells and makes the key and the states of each when they are asked for: of most cells nobody ever asks.</summary>
internal abstract class CellSource
{
    /// <summary>The numbers of the cells in which rows lie.</summary>
    public abstract IReadOnlyList<int> Cells { get; }

    /// <summary>The key of a cell.</summary>
    public abstract CellKey KeyOf(int cell);

    /// <summary>The counts of rows of a cell, the same whenever they are asked for.</summary>
    public abstract RowCoverage[] CoverageOf(int cell);

    /// <summary>The states of a cell, the same whenever they are asked for.</summary>
    public abstract CellState[] StatesOf(int cell);
}
