namespace SocialKpi;

/// <summary>For how many rows of each group something holds. It walks over the rows for which it does, so what is rare costs little.</summary>
internal sealed class GroupCount(BlockMask mask)
{
    /// <summary>The count of what never holds; it needs no room.</summary>
    public static GroupCount None { get; } = new(new BlockMask());

    private long[] _counts = [];

    /// <summary>For how many rows of some groups it holds.</summary>
    public long Of(ReadOnlySpan<int> groups)
    {
        if (this == None) return 0;
        long sum = 0;
        foreach (int group in groups) sum += _counts[group];
        return sum;
    }

    public void Reserve(int groups)
    {
        if (groups > _counts.Length) Array.Resize(ref _counts, Math.Max(groups, _counts.Length * 2));
    }

    public void Add(ReadOnlySpan<int> groups)
    {
        long[] counts = _counts;
        foreach (int at in mask) counts[groups[at]]++;
    }

    public void Merge(GroupCount other, GroupMap groupOf) => groupOf.Add(other._counts, _counts, 1);
}
