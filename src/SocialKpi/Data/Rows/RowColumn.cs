namespace SocialKpi;

/// <summary>
/// One column of facts while it is read from objects: block by block, each thread in a part of the rows of its own. Mutable; it
/// belongs to one reading.
/// </summary>
internal abstract class RowColumn<T>
{
    /// <summary>Begins a reading in parts, of which these are the first rows.</summary>
    public virtual void Begin(int[] starts)
    {
    }

    /// <summary>Makes room for so many rows; those that are there stay.</summary>
    public abstract void Resize(int rows);

    /// <summary>Reads a block of rows into the rows from one on.</summary>
    public abstract void Read(ReadOnlySpan<T> rows, int start, int part);

    /// <summary>Gives the column away, when all rows are read and there is room for just these.</summary>
    public abstract void Finish();
}
