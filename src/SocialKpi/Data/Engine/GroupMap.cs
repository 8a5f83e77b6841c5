using System.Numerics;
using System.Runtime.InteropServices;

namespace SocialKpi;

/// <summary>Which group of one pass each group of another is. Groups that are numbered by arithmetic are the same in both, and then totals are added as they lie.</summary>
internal readonly struct GroupMap
{
    private readonly int[]? _numbers;

    private GroupMap(int[]? numbers, int count) => (_numbers, Count) = (numbers, count);

    /// <summary>How many groups the other pass has, with the one of rows that are in none.</summary>
    public int Count { get; }

    /// <summary>The group here of a group there.</summary>
    public int this[int group] => _numbers is null ? group : _numbers[group];

    public static GroupMap Same(int count) => new(null, count);

    public static GroupMap Of(int[] numbers) => new(numbers, numbers.Length);

    /// <summary>Adds totals, so many of each group side by side, to those of the same groups here.</summary>
    public void Add(ReadOnlySpan<long> theirs, Span<long> mine, int width)
    {
        if (_numbers is null)
        {
            AddAll(theirs[..(Count * width)], mine);
            return;
        }

        for (int group = 0; group < Count; group++) AddAll(theirs.Slice(group * width, width), mine.Slice(_numbers[group] * width, width));
    }

    private static void AddAll(ReadOnlySpan<long> theirs, Span<long> mine)
    {
        mine = mine[..theirs.Length];
        Span<Vector<long>> vectors = MemoryMarshal.Cast<long, Vector<long>>(mine);
        ReadOnlySpan<Vector<long>> others = MemoryMarshal.Cast<long, Vector<long>>(theirs);
        for (int at = 0; at < vectors.Length; at++) vectors[at] += others[at];
        for (int at = vectors.Length * Vector<long>.Count; at < mine.Length; at++) mine[at] += theirs[at];
    }
}
