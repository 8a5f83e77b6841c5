namespace SocialKpi;

/// <summary>Something that has gathered many cells and makes the states of each when they are asked for: of most cells nobody ever asks.</summary>
internal abstract class CellSource
{
    /// <summary>The counts of rows of a cell, the same whenever they are asked for.</summary>
    public abstract RowCoverage[] CoverageOf(int cell);

    /// <summary>The states of a cell, the same whenever they are asked for.</summary>
    public abstract CellState[] StatesOf(int cell);
}
