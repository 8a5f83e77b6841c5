using System.Numerics;

namespace SocialKpi;

/// <summary>Integers, one for each row of the current block, that are added up by group.</summary>
internal abstract class Lane<T>
    where T : unmanaged
{
    /// <summary>The sum of many rows, where it is found without reading blocks; null where the integers are worked out block by block.</summary>
    public virtual long? SumOf<TWidening>(int from, int until)
        where TWidening : IWidening<T> => null;

    /// <summary>The integers of a block, at least as many as it has rows.</summary>
    public abstract ReadOnlySpan<T> Read(RowBlock block);
}

/// <summary>The same integer for every row: one counts rows, zero fills what is left of a tile.</summary>
internal sealed class ConstantLane<T> : Lane<T>
    where T : unmanaged, INumber<T>
{
    private readonly T[] _rows = new T[RowBlock.Size];
    private readonly long _value;

    public ConstantLane(T value)
    {
        _value = long.CreateChecked(value);
        Array.Fill(_rows, value);
    }

    public override long? SumOf<TWidening>(int from, int until) => _value * (until - from);

    public override ReadOnlySpan<T> Read(RowBlock block) => _rows;
}

/// <summary>A whole column of 64-bit integers, read where it lies.</summary>
internal sealed class WideColumnLane(ScaledColumn column) : Lane<long>
{
    public override long? SumOf<TWidening>(int from, int until) => PlainSum.Of<long, TWidening>(column.Wide[from..until]);

    public override ReadOnlySpan<long> Read(RowBlock block) => column.Wide[block.Start..];
}

/// <summary>A whole column of 32-bit integers, read where it lies.</summary>
internal sealed class NarrowColumnLane(ScaledColumn column) : Lane<int>
{
    public override long? SumOf<TWidening>(int from, int until) => PlainSum.Of<int, TWidening>(column.Narrow[from..until]);

    public override ReadOnlySpan<int> Read(RowBlock block) => column.Narrow[block.Start..];
}

/// <summary>The figures of a row formula, worked out for the block already.</summary>
internal sealed class FormulaLane(IntegerFigures figures) : Lane<long>
{
    public override ReadOnlySpan<long> Read(RowBlock block) => figures.Figures;
}

/// <summary>Another lane on some rows, and zero on the others.</summary>
internal sealed class MaskedLane<T>(Lane<T> lane, BlockMask taken) : Lane<T>
    where T : unmanaged, IBinaryInteger<T>
{
    private readonly T[] _rows = new T[RowBlock.Size];

    public override ReadOnlySpan<T> Read(RowBlock block)
    {
        MaskedCopy.Copy(lane.Read(block)[..block.Count], taken, _rows);
        return _rows;
    }
}

/// <summary>
/// One part of 32 bits of the integers of another lane. Where the sum of a column could leave 64 bits, the sums of its parts
/// cannot: as many rows as facts can have fill no more than 63 bits.
/// </summary>
internal sealed class HalfLane(Lane<long> lane, bool isHigh) : Lane<long>
{
    /// <summary>How many bits a part has.</summary>
    public const int Bits = 32;

    private readonly long[] _rows = new long[RowBlock.Size];

    public override ReadOnlySpan<long> Read(RowBlock block)
    {
        ReadOnlySpan<long> rows = lane.Read(block)[..block.Count];
        for (int at = 0; at < rows.Length; at++) _rows[at] = isHigh ? rows[at] >> Bits : rows[at] & uint.MaxValue;
        return _rows;
    }
}

/// <summary>One part of 32 bits, the lowest first, of calculated figures, which have 128; zero on rows that are not taken or wider than that.</summary>
internal sealed class QuarterLane(CalculatedFigures figures, BlockMask? taken, int part) : Lane<long>
{
    /// <summary>How many parts there are.</summary>
    public const int Parts = 4;

    private readonly long[] _rows = new long[RowBlock.Size];

    public override ReadOnlySpan<long> Read(RowBlock block)
    {
        ReadOnlySpan<Int128> scaled = figures.Scaled[..block.Count];
        for (int at = 0; at < scaled.Length; at++) _rows[at] = Part(scaled[at]);
        if (taken is not null) MaskedCopy.Copy<long>(_rows.AsSpan(0, block.Count), taken, _rows);
        foreach (int at in figures.WideRows) _rows[at] = 0;
        return _rows;
    }

    /// <summary>All parts but the highest are without sign.</summary>
    private long Part(Int128 figure)
    {
        Int128 shifted = figure >> (part * HalfLane.Bits);
        return unchecked(part == Parts - 1 ? (int)shifted : (uint)shifted);
    }
}
