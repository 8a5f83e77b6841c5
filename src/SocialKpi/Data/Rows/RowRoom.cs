namespace SocialKpi;

/// <summary>Room for the rows of a column.</summary>
internal static class RowRoom
{
    /// <summary>Makes room for so many rows, each of which will be written: what lies there before is not cleared, which for many rows costs as much as reading them.</summary>
    public static void Resize<T>(ref T[] rows, int count)
        where T : unmanaged
    {
        if (rows.Length == count) return;
        T[] resized = GC.AllocateUninitializedArray<T>(count);
        rows.AsSpan(0, Math.Min(rows.Length, count)).CopyTo(resized);
        rows = resized;
    }
}
