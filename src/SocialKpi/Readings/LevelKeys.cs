namespace SocialKpi;

/// <summary>The cells of a level in which rows lie, as pairs of numbers of a period and a segment, in order.</summary>
internal sealed class LevelKeys
{
    private readonly Timeframe?[] _periods;
    private readonly string[] _dimensions;
    private readonly Func<int, CellKey> _keyOf;
    private readonly int _segments;
    private readonly long[] _cells;

    /// <param name="own">The scans whose cells are cells of the level.</param>
    /// <param name="others">The same at another time: a comparison drops no segment, and one that has rows only then is a row of every period in which it has some.</param>
    /// <param name="everyPeriod">The periods of which each is a row; null for those with rows.</param>
    /// <param name="byPeriod">Whether the level is by period.</param>
    /// <param name="dimensions">The dimensions that the level is by.</param>
    public LevelKeys(IReadOnlyList<LevelScan> own, IReadOnlyList<WindowedLevelScan> others, IReadOnlyList<Timeframe?>? everyPeriod, bool byPeriod, string[] dimensions)
    {
        _dimensions = dimensions;
        _periods = byPeriod ? Union([.. own.Select(scan => scan.Runs.Periods), [.. everyPeriod ?? []]], (left, right) => Nullable.Compare(left, right)) : [null];
        Dictionary<Timeframe, int> periodAt = [];
        for (int period = 0; byPeriod && period < _periods.Length; period++) periodAt.Add(_periods[period]!.Value, period);

        // The segments of one scan have numbers already.
        SegmentRuns[] all = [.. own.Concat(others).Select(scan => scan.Runs)];
        Func<SegmentRuns, int, int> placeOf = (_, segment) => segment;
        (_segments, _keyOf) = (all.Length == 0 ? 0 : all[0].Segments, segment => all[0].KeyOf(segment));
        if (all.Length > 1)
        {
            CellKey[] union = Union(all.Select(runs => Enumerable.Range(0, runs.Segments).Select(runs.KeyOf).ToArray()), CellKey.Compare);
            Dictionary<CellKey, int> segmentAt = Enumerable.Range(0, union.Length).ToDictionary(segment => union[segment]);
            (_segments, _keyOf, placeOf) = (union.Length, segment => union[segment], (runs, segment) => segmentAt[runs.KeyOf(segment)]);
        }

        List<long> cells = [];
        foreach (LevelScan scan in own)
        {
            int[] periods = Array.ConvertAll(scan.Runs.Periods, period => byPeriod ? periodAt[period!.Value] : 0);
            for (int segment = 0; segment < scan.Runs.Segments; segment++)
            {
                int place = placeOf(scan.Runs, segment);
                foreach (int period in scan.Runs.PeriodsOf(segment))
                {
                    long cell = NumberOf(periods[period], place);
                    if (cells.Count == 0 || cells[^1] != cell) cells.Add(cell);
                }
            }
        }

        int[] asked = everyPeriod is null ? [.. cells.Select(cell => (int)(cell / _segments)).Distinct()]
            : byPeriod ? [.. everyPeriod.Select(period => periodAt[period!.Value])]
            : [0];
        foreach (WindowedLevelScan scan in others)
        {
            int[] places = [.. Enumerable.Range(0, scan.Runs.Segments).Select(segment => placeOf(scan.Runs, segment))];
            foreach (int period in asked)
            {
                for (int segment = 0; segment < places.Length; segment++)
                {
                    if (scan.HasRows(_periods[period], segment)) cells.Add(NumberOf(period, places[segment]));
                }
            }
        }

        cells.Sort();
        int count = 0;
        for (int at = 0; at < cells.Count; at++)
        {
            if (at == 0 || cells[at] != cells[at - 1]) cells[count++] = cells[at];
        }

        _cells = [.. cells.Take(count)];
    }

    /// <summary>How many cells there are.</summary>
    public int Count => _cells.Length;

    /// <summary>A cell, by its place in the order of periods and segments.</summary>
    public (Timeframe? Period, Segment Segment) this[int at] =>
        (_periods[_cells[at] / _segments], Segment.Of(_dimensions, _keyOf((int)(_cells[at] % _segments)).Texts));

    /// <summary>The segments with cells, in order.</summary>
    public IReadOnlyList<CellKey> Segments()
    {
        bool[] occurs = new bool[_segments];
        foreach (long cell in _cells) occurs[cell % _segments] = true;
        return [.. Enumerable.Range(0, _segments).Where(segment => occurs[segment]).Select(_keyOf)];
    }

    private long NumberOf(int period, int segment) => ((long)period * _segments) + segment;

    /// <summary>The items of all lists, each of which is in order, once and in order.</summary>
    private static T[] Union<T>(IEnumerable<T[]> lists, Comparison<T> compare)
    {
        T[][] parts = [.. lists.Where(list => list.Length > 0)];
        if (parts.Length == 1) return parts[0];
        T[] different = [.. parts.SelectMany(list => list).Distinct()];
        Array.Sort(different, compare);
        return different;
    }
}
