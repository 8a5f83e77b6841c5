namespace SocialKpi;

/// <summary>
/// The cells of a scan sorted by segment and within one by time, as numbers in one array: what a cell of a table reads, be it one cell, a
/// roll-up or a window of pieces, is a stretch of it and copies nothing.
/// </summary>
internal sealed class SegmentRuns
{
    private readonly CellColumns _columns;
    private readonly int[] _dimensions;

    // For each dimension the combinations with those before it that occur, in order: the place of one is its number.
    private readonly long[][] _combinations;
    private readonly int[] _cells;
    private readonly int[] _periods;
    private readonly int[] _starts;
    private readonly int[] _first;

    /// <param name="source">The cells.</param>
    /// <param name="dimensions">Which of the dimensions of the cells make a segment, by their places.</param>
    public SegmentRuns(CellSource source, int[] dimensions)
    {
        CellColumns columns = source.Columns;

        // Without cells there is nothing to tell apart.
        if (columns.PeriodOf.Length == 0) dimensions = [];
        (_columns, _dimensions, _combinations) = (columns, dimensions, new long[dimensions.Length][]);
        int[] segmentOf = new int[columns.PeriodOf.Length];
        int segments = segmentOf.Length == 0 ? 0 : 1;
        for (int part = 0; part < dimensions.Length; part++)
        {
            _combinations[part] = Combine(segmentOf, columns.ValueOf[dimensions[part]], columns.Values[dimensions[part]].Length);
            segments = _combinations[part].Length;
        }

        // A stable sort by counting; cells that come in order of time stay so.
        _starts = new int[segments + 1];
        foreach (int segment in segmentOf) _starts[segment + 1]++;
        for (int segment = 0; segment < segments; segment++) _starts[segment + 1] += _starts[segment];
        int[] next = [.. _starts];
        IReadOnlyList<int> cells = source.Cells;
        (_cells, _periods) = (new int[segmentOf.Length], new int[segmentOf.Length]);
        _first = new int[segments];
        for (int at = 0; at < segmentOf.Length; at++)
        {
            ref int place = ref next[segmentOf[at]];
            if (place == _starts[segmentOf[at]]) _first[segmentOf[at]] = at;
            (_cells[place], _periods[place]) = (cells[at], columns.PeriodOf[at]);
            place++;
        }

        for (int segment = 0; segment < segments; segment++)
        {
            Span<int> periods = PeriodsOf(segment);
            if (!IsInOrder(periods)) periods.Sort(_cells.AsSpan(_starts[segment], periods.Length));
        }
    }

    /// <summary>How many segments cells lie in. They are numbered in order.</summary>
    public int Segments => _first.Length;

    /// <summary>The periods of cells, in order; one null without periods.</summary>
    public Timeframe?[] Periods => _columns.Periods;

    /// <summary>The key of a segment.</summary>
    public CellKey KeyOf(int segment) => _columns.SegmentOf(_first[segment], _dimensions);

    /// <summary>The number of a segment by its values; -1 when no cell lies in it.</summary>
    public int NumberOf(ReadOnlySpan<string?> values)
    {
        int number = Segments == 0 ? -1 : 0;
        for (int part = 0; part < _dimensions.Length && number >= 0; part++)
        {
            int value = _columns.PlaceOf(_dimensions[part], values[part]);
            number = value < 0 ? -1 : Array.BinarySearch(_combinations[part], ((long)number * _columns.Values[_dimensions[part]].Length) + value);
        }

        return Math.Max(number, -1);
    }

    /// <summary>The indices of the periods of a segment's cells, ascending.</summary>
    public Span<int> PeriodsOf(int segment) => _periods.AsSpan(_starts[segment].._starts[segment + 1]);

    /// <summary>All cells by segment and period.</summary>
    public IEnumerable<(CellKey Key, ReadOnlyMemory<int> Cells)> All()
    {
        for (int segment = 0; segment < Segments; segment++)
        {
            CellKey key = KeyOf(segment);
            for (int at = _starts[segment]; at < _starts[segment + 1];)
            {
                ReadOnlyMemory<int> cells = Between(segment, _periods[at], _periods[at] + 1);
                yield return (key.In(Periods[_periods[at]]), cells);
                at += cells.Length;
            }
        }
    }

    /// <summary>The cells of a segment in periods from one index to before another.</summary>
    public ReadOnlyMemory<int> Between(int segment, int first, int end)
    {
        ReadOnlySpan<int> periods = PeriodsOf(segment);
        int from = FirstFrom(periods, first);
        return _cells.AsMemory(_starts[segment] + from, FirstFrom(periods, end) - from);
    }

    private static int FirstFrom(ReadOnlySpan<int> periods, int least)
    {
        (int low, int high) = (0, periods.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (periods[middle] < least) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static bool IsInOrder(ReadOnlySpan<int> periods)
    {
        for (int at = 1; at < periods.Length; at++)
        {
            if (periods[at] < periods[at - 1]) return false;
        }

        return true;
    }

    /// <summary>Numbers segments by one dimension more, without gaps and in order, and returns the combinations that occur.</summary>
    private static long[] Combine(int[] segmentOf, int[] valueOf, int values)
    {
        long[] keys = new long[segmentOf.Length];
        for (int at = 0; at < keys.Length; at++) keys[at] = ((long)segmentOf[at] * values) + valueOf[at];
        long[] different = [.. keys];
        Array.Sort(different);
        int count = 0;
        for (int at = 0; at < different.Length; at++)
        {
            if (at == 0 || different[at] != different[at - 1]) different[count++] = different[at];
        }

        Array.Resize(ref different, count);
        bool isDense = count > 0 && different[^1] == count - 1;
        for (int at = 0; at < keys.Length; at++) segmentOf[at] = isDense ? (int)keys[at] : Array.BinarySearch(different, keys[at]);
        return different;
    }
}
