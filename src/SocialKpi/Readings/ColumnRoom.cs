namespace SocialKpi;

/// <summary>Columns that grow as cells are added.</summary>
internal static class ColumnRoom
{
    private const int FirstRoom = 16;

    /// <summary>The place of a cell in a column, for which room is made.</summary>
    public static ref T Of<T>(ref T[] column, int cell)
    {
        if (cell >= column.Length) Array.Resize(ref column, Math.Max(FirstRoom, Math.Max(cell + 1, 2 * column.Length)));
        return ref column[cell];
    }
}
