namespace SocialKpi;

/// <summary>Which of the rows given become rows of facts: all of them, or those that duplicates left.</summary>
internal readonly struct RowSelection
{
    private readonly int[]? _rows;

    private RowSelection(int count, int[]? rows) => (Count, _rows) = (count, rows);

    public int Count { get; }

    /// <summary>Whether no row was left out, so that columns can be taken as they are.</summary>
    public bool IsAll => _rows is null;

    /// <summary>The row given that became this one.</summary>
    public int this[int index] => _rows is null ? index : _rows[index];

    public static RowSelection All(int count) => new(count, null);

    /// <summary>These rows, of as many as were given, in their order.</summary>
    public static RowSelection Of(int[] rows, int given) => rows.Length == given ? All(given) : new(rows.Length, rows);
}
