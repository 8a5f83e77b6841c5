using System.Numerics;

namespace SocialKpi;

/// <summary>The sums of all lanes of a scan by group. Lanes are asked for first, each once however many states need it, and then packed into tiles.</summary>
internal sealed class GroupSums
{
    private readonly List<Lane<int>> _narrow = [];
    private readonly List<Lane<long>> _wide = [];
    private readonly Dictionary<object, Slot> _slots = [];
    private readonly int _rows;
    private Tile[] _narrowTiles = [];
    private Tile[] _wideTiles = [];
    private Tile[] _tiles = [];
    private Slot _rowCounts;

    /// <param name="rows">How many rows the facts have.</param>
    public GroupSums(int rows) => _rows = rows;

    /// <summary>Where the total of one lane, or of the parts of one, is found.</summary>
    /// <param name="IsNarrow">Whether it is among the lanes of 32 bits.</param>
    /// <param name="First">The lane of it, or of its lowest part.</param>
    /// <param name="Parts">How many parts of 32 bits it has; 1 when it is whole.</param>
    public readonly record struct Slot(bool IsNarrow, int First, int Parts);

    /// <summary>The sum of a recorded column over some rows; over all when <paramref name="taken"/> is null.</summary>
    public Slot Sum(ValueColumn column, BlockMask? taken) => column.Scaled.IsNarrow
        ? Add((column, taken), () => [Masked(new NarrowColumnLane(column.Scaled), taken)], () => [])
        : Add((column, taken), () => [], () => Parts(Masked(new WideColumnLane(column.Scaled), taken), column.Scaled.Least, column.Scaled.Greatest));

    /// <summary>The sum of the figures of a row formula over some rows.</summary>
    public Slot Sum(IntegerFigures figures, BlockMask? taken) =>
        Add((figures, taken), () => [], () => Parts(Masked(new FormulaLane(figures), taken), figures.Formula.Least, figures.Formula.Greatest));

    /// <summary>The sum of calculated figures over some rows, but for those that need more than 128 bits.</summary>
    public Slot Sum(CalculatedFigures figures, BlockMask? taken) =>
        Add((figures, taken), () => [], () => [.. Enumerable.Range(0, QuarterLane.Parts).Select(part => new QuarterLane(figures, taken, part))]);

    /// <summary>Packs the lanes into tiles; none can be asked for any more.</summary>
    public void Seal()
    {
        // Rows are counted where a tile has room left.
        bool fitsNarrow = _narrow.Count > 0 && (_narrow.Count % QuadAdd.Width != 0 || _wide.Count % QuadAdd.Width == 0);
        _rowCounts = new Slot(fitsNarrow, fitsNarrow ? _narrow.Count : _wide.Count, 1);
        if (fitsNarrow) _narrow.Add(new ConstantLane<int>(1));
        else _wide.Add(new ConstantLane<long>(1));
        (_narrowTiles, _wideTiles) = ([.. Packed<int, Narrow>(_narrow)], [.. Packed<long, Wide>(_wide)]);
        _tiles = [.. _narrowTiles, .. _wideTiles];
    }

    public void Reserve(int groups)
    {
        foreach (Tile tile in _tiles) tile.Reserve(groups);
    }

    public void Add(RowBlock block, Numbering numbering)
    {
        foreach (Tile tile in _tiles)
        {
            if (numbering.IsWhole) tile.AddWhole(block, numbering.Numbers[0]);
            else tile.Add(block, numbering.Numbers[..block.Count]);
        }
    }

    /// <summary>Adds what lies in columns, where there is one group only and every row is in it.</summary>
    public void AddColumns(int from, int until, int group)
    {
        foreach (Tile tile in _tiles) tile.AddColumns(from, until, group);
    }

    /// <summary>Adds the totals of another pass over the same lanes.</summary>
    public void Merge(GroupSums other, GroupMap groupOf)
    {
        for (int tile = 0; tile < _tiles.Length; tile++) groupOf.Add(other._tiles[tile].Totals, _tiles[tile].Totals, _tiles[tile].Width);
    }

    /// <summary>How many rows some groups have.</summary>
    public long RowsOf(ReadOnlySpan<int> groups)
    {
        // As many rows as facts can have fill 31 bits.
        (Tile tile, int lane) = PlaceOf(_rowCounts.IsNarrow, _rowCounts.First);
        long rows = 0;
        foreach (int group in groups) rows += tile[group, lane];
        return rows;
    }

    /// <summary>The groups in which rows lie, but for the one of rows that are in none.</summary>
    public int[] GroupsWithRows()
    {
        (Tile tile, int lane) = PlaceOf(_rowCounts.IsNarrow, _rowCounts.First);
        List<int> groups = [];
        for (int group = Numbering.NoGroup + 1; group < tile.Groups; group++)
        {
            if (tile[group, lane] > 0) groups.Add(group);
        }

        return [.. groups];
    }

    /// <summary>The exact sum of some groups, of any size.</summary>
    public BigInteger SumOf(Slot slot, ReadOnlySpan<int> groups)
    {
        BigInteger sum = Total(slot, slot.Parts - 1, groups);
        for (int part = slot.Parts - 2; part >= 0; part--) sum = (sum << HalfLane.Bits) + Total(slot, part, groups);
        return sum;
    }

    /// <summary>The total of groups of one pass fits into 64 bits as that of each does: it is a sum over rows of the same facts.</summary>
    private long Total(Slot slot, int part, ReadOnlySpan<int> groups)
    {
        (Tile tile, int lane) = PlaceOf(slot.IsNarrow, slot.First + part);
        long total = 0;
        foreach (int group in groups) total += tile[group, lane];
        return total;
    }

    private (Tile Tile, int Lane) PlaceOf(bool isNarrow, int lane)
    {
        Tile[] tiles = isNarrow ? _narrowTiles : _wideTiles;
        int tile = 0;
        while (lane >= tiles[tile].Width) lane -= tiles[tile++].Width;
        return (tiles[tile], lane);
    }

    private Slot Add(object identity, Func<Lane<int>[]> narrow, Func<Lane<long>[]> wide)
    {
        if (_slots.TryGetValue(identity, out Slot slot)) return slot;
        (Lane<int>[] few, Lane<long>[] many) = (narrow(), wide());
        slot = few.Length > 0 ? new Slot(true, _narrow.Count, few.Length) : new Slot(false, _wide.Count, many.Length);
        _narrow.AddRange(few);
        _wide.AddRange(many);
        _slots.Add(identity, slot);
        return slot;
    }

    /// <summary>The lane as it is when all its rows together fit into 64 bits, else in parts.</summary>
    private Lane<long>[] Parts(Lane<long> lane, Int128 least, Int128 greatest)
    {
        bool fits = Int128.Max(Int128.Abs(least), Int128.Abs(greatest)) * _rows <= long.MaxValue;
        return fits ? [lane] : [new HalfLane(lane, isHigh: false), new HalfLane(lane, isHigh: true)];
    }

    private static Lane<T> Masked<T>(Lane<T> lane, BlockMask? taken)
        where T : unmanaged, IBinaryInteger<T> => taken is null ? lane : new MaskedLane<T>(lane, taken);

    /// <summary>As many lanes together as the processor adds at once. A few that are left over make a smaller tile, which is cheaper than a large one half empty.</summary>
    private static IEnumerable<Tile> Packed<T, TWidening>(List<Lane<T>> lanes)
        where T : unmanaged, INumber<T>
        where TWidening : IWidening<T>
    {
        for (int packed = 0; packed < lanes.Count;)
        {
            int width = OctetAdd.IsSupported && lanes.Count - packed > QuadAdd.Width ? OctetAdd.Width : QuadAdd.Width;
            Lane<T>[] tile = new Lane<T>[width];
            for (int lane = 0; lane < width; lane++) tile[lane] = packed + lane < lanes.Count ? lanes[packed + lane] : new ConstantLane<T>(T.Zero);
            packed += width;
            yield return new Tile<T, TWidening>(tile);
        }
    }
}
