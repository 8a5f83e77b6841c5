using System.Numerics;

namespace SocialKpi;

/// <summary>Integers while they are read: in 32 bits, and where a block has some that do not fit there in 64 bits too.</summary>
internal sealed class IntegerRows
{
    private readonly Lock _making = new();
    private int[] _narrow = [];
    private long[]? _wide;
    private bool[]? _blank;
    private (long Least, long Greatest)[] _ranges = [];

    /// <summary>An integer of a row that was written.</summary>
    public long this[int row] => _wide is { } wide && wide[row] != 0 ? wide[row] : _narrow[row];

    public int Count => _narrow.Length;

    public void Begin(int parts)
    {
        _ranges = new (long, long)[parts];
        Array.Fill(_ranges, (long.MaxValue, long.MinValue));
    }

    public void Resize(int rows)
    {
        RowRoom.Resize(ref _narrow, rows);
        if (_wide is not null) Array.Resize(ref _wide, rows);
        if (_blank is not null) Array.Resize(ref _blank, rows);
    }

    public void SetBlank(int row) => Made(ref _blank)[row] = true;

    public bool IsBlank(int row) => _blank is { } blank && blank[row];

    /// <summary>Writes the integers of a block; 0 where a row is blank.</summary>
    public void Write(ReadOnlySpan<long> block, int start, int part)
    {
        (long least, long greatest) = ScaledColumn.RangeOf(block);
        (long Least, long Greatest) before = _ranges[part];
        _ranges[part] = (Math.Min(before.Least, least), Math.Max(before.Greatest, greatest));
        Truncate(block, _narrow.AsSpan(start, block.Length));
        if (least < int.MinValue || greatest > int.MaxValue) block.CopyTo(Made(ref _wide).AsSpan(start));
    }

    /// <summary>All integers, in 32 bits where all fit there.</summary>
    public ScaledColumn Column()
    {
        if (Count == 0) return default;
        long least = _ranges.Min(range => range.Least);
        long greatest = _ranges.Max(range => range.Greatest);
        if (_wide is null) return new ScaledColumn(_narrow, least, greatest);
        for (int row = 0; row < _wide.Length; row++) _wide[row] = this[row];
        return new ScaledColumn(_wide, least, greatest);
    }

    /// <summary>All integers, each times one of some factors; a zero may have no factor. They are in 32 bits where all fit there, and then in place.</summary>
    public ScaledColumn Times(ReadOnlySpan<long> factors, ReadOnlySpan<byte> factorOf)
    {
        ScaledColumn integers = Column();
        long greatest = Math.Max(Math.Abs(integers.Least), Math.Abs(integers.Greatest));
        long[]? wide = (Int128)greatest * factors[0] <= int.MaxValue ? null : new long[Count];
        (long Least, long Greatest) range = (long.MaxValue, long.MinValue);
        for (int row = 0; row < factorOf.Length; row++)
        {
            long product = integers[row] is not 0 and long integer ? integer * factors[factorOf[row]] : 0;
            range = (Math.Min(range.Least, product), Math.Max(range.Greatest, product));
            if (wide is null) _narrow[row] = (int)product;
            else wide[row] = product;
        }

        return wide is null ? new ScaledColumn(_narrow, range.Least, range.Greatest) : ScaledColumn.AsNarrowAsCanBe(wide);
    }

    /// <summary>Which rows are not blank; empty when none is.</summary>
    public ReadOnlyMemory<bool> Known() => _blank is { } blank ? Array.ConvertAll(blank, isBlank => !isBlank) : default;

    private static void Truncate(ReadOnlySpan<long> block, Span<int> to)
    {
        int i = 0;
        for (; i + Vector<int>.Count <= block.Length; i += Vector<int>.Count)
            Vector.Narrow(new Vector<long>(block[i..]), new Vector<long>(block[(i + Vector<long>.Count)..])).CopyTo(to[i..]);
        for (; i < block.Length; i++) to[i] = unchecked((int)block[i]);
    }

    /// <summary>An array for all rows, made by the first thread that needs it.</summary>
    private TValue[] Made<TValue>(ref TValue[]? rows)
    {
        if (Volatile.Read(ref rows) is { } made) return made;
        lock (_making)
        {
            if (rows is null) Volatile.Write(ref rows, new TValue[_narrow.Length]);
            return rows!;
        }
    }
}
