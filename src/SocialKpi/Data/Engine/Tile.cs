using System.Runtime.InteropServices;

namespace SocialKpi;

/// <summary>Lanes that are added by group together; the totals of a group lie side by side.</summary>
internal abstract class Tile
{
    private const int CacheLine = 64;
    private const int NearCache = 1 << 20;

    private long[] _totals = [];
    private int _start;

    protected Tile(int width) => Width = width;

    /// <summary>How many lanes there are.</summary>
    public int Width { get; }

    /// <summary>The total of a lane in a group.</summary>
    public ref long this[int group, int lane] => ref _totals[_start + (group * Width) + lane];

    /// <summary>Whether there are more totals than a near cache holds.</summary>
    protected bool AreFar => (long)Groups * Width * sizeof(long) > NearCache;

    protected ref long First => ref _totals[_start];

    /// <summary>How many groups there is room for.</summary>
    public int Groups { get; private set; }

    /// <summary>The totals of all groups, one after the other.</summary>
    public Span<long> Totals => _totals.AsSpan(_start, Groups * Width);

    /// <summary>Adds the rows of a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="groups">The group of each row; there is room for all of them.</param>
    public abstract void Add(RowBlock block, ReadOnlySpan<int> groups);

    /// <summary>Adds many rows that are all of one group, of lanes that need no blocks: each column from its start to its end, as memory is read fastest.</summary>
    public abstract void AddColumns(int from, int until, int group);

    /// <summary>Adds the rows of a block that are all of one group, of the lanes that <see cref="AddColumns"/> leaves over.</summary>
    public abstract void AddWhole(RowBlock block, int group);

    /// <summary>Makes room for so many groups. No row of totals crosses a cache line.</summary>
    public void Reserve(int groups)
    {
        if (groups <= Groups) return;
        int room = Math.Max(groups, Groups * 2);
        long[] totals = GC.AllocateArray<long>((room * Width) + (CacheLine / sizeof(long)), pinned: true);
        int start = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(totals, 0) & (CacheLine - 1)) / sizeof(long);
        _totals.AsSpan(_start, Groups * Width).CopyTo(totals.AsSpan(start));
        (_totals, _start, Groups) = (totals, start, room);
    }
}

/// <summary>A tile of lanes of one width of integers: eight of them where the processor adds as many at once, else four.</summary>
internal sealed class Tile<T, TWidening> : Tile
    where T : unmanaged
    where TWidening : IWidening<T>
{
    private readonly Lane<T>[] _lanes;
    private readonly int[] _byBlock;

    public Tile(Lane<T>[] lanes)
        : base(lanes.Length)
    {
        _lanes = lanes;
        _byBlock = [.. Enumerable.Range(0, Width).Where(lane => lanes[lane].SumOf<TWidening>(0, 0) is null)];
    }

    public override void Add(RowBlock block, ReadOnlySpan<int> groups)
    {
        int done = Width == OctetAdd.Width ? AddEight(block, groups) : QuadAdd.IsSupported ? AddFour(block, groups) : AddPairs(block, groups);
        if (done == groups.Length) return;
        for (int lane = 0; lane < Width; lane++)
            ScalarAdd.Add<T, TWidening>(ref FirstOf(lane, block), done, groups, ref this[0, lane], Width);
    }

    public override void AddColumns(int from, int until, int group)
    {
        for (int lane = 0; lane < Width; lane++) Add(group, lane, _lanes[lane].SumOf<TWidening>(from, until) ?? 0);
    }

    public override void AddWhole(RowBlock block, int group)
    {
        foreach (int lane in _byBlock) Add(group, lane, PlainSum.Of<T, TWidening>(_lanes[lane].Read(block)[..block.Count]));
    }

    private void Add(int group, int lane, long sum)
    {
        ref long total = ref this[group, lane];
        total = unchecked(total + sum);
    }

    private int AddEight(RowBlock block, ReadOnlySpan<int> groups)
    {
        Lanes8<T> lanes = new(
            ref FirstOf(0, block), ref FirstOf(1, block), ref FirstOf(2, block), ref FirstOf(3, block),
            ref FirstOf(4, block), ref FirstOf(5, block), ref FirstOf(6, block), ref FirstOf(7, block));
        return OctetAdd.Add<T, TWidening>(lanes, groups, ref First, AreFar);
    }

    private int AddFour(RowBlock block, ReadOnlySpan<int> groups) => QuadAdd.Add<T, TWidening>(
        ref FirstOf(0, block), ref FirstOf(1, block), ref FirstOf(2, block), ref FirstOf(3, block), groups, ref First, AreFar);

    private int AddPairs(RowBlock block, ReadOnlySpan<int> groups)
    {
        if (!PairAdd.IsSupported) return 0;
        _ = PairAdd.Add<T, TWidening>(ref FirstOf(0, block), ref FirstOf(1, block), groups, ref this[0, 0], Width);
        return PairAdd.Add<T, TWidening>(ref FirstOf(2, block), ref FirstOf(3, block), groups, ref this[0, 2], Width);
    }

    private ref T FirstOf(int lane, RowBlock block) => ref MemoryMarshal.GetReference(_lanes[lane].Read(block));
}
