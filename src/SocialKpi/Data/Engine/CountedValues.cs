namespace SocialKpi;

/// <summary>
/// Values by group, each with how often it occurs. Rows are written down as they come and now and then sorted and counted together, which
/// is many times faster than to look up each; no more is kept than twice the different values and some.
/// </summary>
internal sealed class CountedValues
{
    private const int Few = 1 << 16;

    private int[] _groups = new int[Few];
    private long[] _values = new long[Few];
    private long[] _counts = new long[Few];
    private int[] _starts = [0];
    private int _sorted;
    private int _count;

    public void Add(int group, long value, long count = 1)
    {
        if (_count == _groups.Length)
        {
            Sort();

            // Where few of them were the same, more room comes before they are sorted again.
            if (_count > _groups.Length / 2) Resize(_groups.Length * 2);
        }

        (_groups[_count], _values[_count], _counts[_count]) = (group, value, count);
        _count++;
    }

    public void Add(CountedValues other, GroupMap groupOf)
    {
        for (int at = 0; at < other._count; at++) Add(groupOf[other._groups[at]], other._values[at], other._counts[at]);
    }

    /// <summary>The values of a group in ascending order, and how often each occurs, once all are sorted.</summary>
    public (ReadOnlyMemory<long> Values, ReadOnlyMemory<long> Counts) Of(int group)
    {
        if (group + 1 >= _starts.Length) return default;
        (int start, int length) = (_starts[group], _starts[group + 1] - _starts[group]);
        return (_values.AsMemory(start, length), _counts.AsMemory(start, length));
    }

    /// <summary>Sorts all by group and value, equal ones together.</summary>
    public void Sort()
    {
        if (_sorted == _count) return;
        int groups = 1 + GreatestOf(_groups.AsSpan(0, _count));
        int[] starts = new int[groups + 1];
        foreach (int group in _groups.AsSpan(0, _count)) starts[group + 1]++;
        for (int group = 0; group < groups; group++) starts[group + 1] += starts[group];
        (int[] next, long[] values, long[] counts) = ([.. starts], new long[_count], new long[_count]);
        for (int at = 0; at < _count; at++)
        {
            int place = next[_groups[at]]++;
            (values[place], counts[place]) = (_values[at], _counts[at]);
        }

        _count = 0;
        for (int group = 0; group < groups; group++)
        {
            Range own = starts[group]..starts[group + 1];
            Span<long> sorted = values.AsSpan(own);
            sorted.Sort(counts.AsSpan(own));
            starts[group] = _count;
            for (int at = own.Start.Value; at < own.End.Value; at++)
            {
                if (_count > starts[group] && _values[_count - 1] == values[at])
                {
                    _counts[_count - 1] += counts[at];
                    continue;
                }

                (_groups[_count], _values[_count], _counts[_count]) = (group, values[at], counts[at]);
                _count++;
            }
        }

        starts[groups] = _count;
        (_starts, _sorted) = (starts, _count);
    }

    private static int GreatestOf(ReadOnlySpan<int> groups)
    {
        int greatest = 0;
        foreach (int group in groups) greatest = Math.Max(greatest, group);
        return greatest;
    }

    private void Resize(int room)
    {
        Array.Resize(ref _groups, room);
        Array.Resize(ref _values, room);
        Array.Resize(ref _counts, room);
    }
}
