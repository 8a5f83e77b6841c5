using System.Collections.Concurrent;
using System.Numerics;

namespace SocialKpi;

/// <summary>
/// Decimals while they are read: the digits of each and how many of them are decimals, as it was written. Almost always they are
/// the integers of the column as they stand, or all but.
/// </summary>
internal sealed class WrittenFigures
{
    private readonly IntegerRows _digits = new();
    private readonly ConcurrentDictionary<int, decimal> _large = [];
    private byte[] _decimals = [];
    private uint[] _seen = [];

    public int Count => _digits.Count;

    /// <summary>Which rows have a figure; empty when all have.</summary>
    public ReadOnlyMemory<bool> Known() => _digits.Known();

    /// <summary>The figure of a row as it was written; null where it is blank.</summary>
    public decimal? this[int row]
    {
        get
        {
            if (_digits.IsBlank(row)) return null;
            if (_large.TryGetValue(row, out decimal large)) return large;
            long digits = _digits[row];
            ulong size = (ulong)Math.Abs(digits);
            return new decimal(unchecked((int)size), (int)(size >> 32), 0, digits < 0, _decimals[row]);
        }
    }

    public void Begin(int parts)
    {
        _digits.Begin(parts);
        _seen = new uint[parts];
    }

    public void Resize(int rows)
    {
        _digits.Resize(rows);
        RowRoom.Resize(ref _decimals, rows);
    }

    public void SetBlank(int row) => _digits.SetBlank(row);

    /// <summary>Sets a figure of a block.</summary>
    public void Set(ref Block block, int at, int row, decimal figure)
    {
        Span<int> bits = block.Bits;
        _ = decimal.GetBits(figure, bits);
        if (bits[2] != 0 || bits[1] < 0)
        {
            _large[row] = figure;
            return;
        }

        long size = ((long)bits[1] << 32) | unchecked((uint)bits[0]);
        int decimals = (bits[3] >> 16) & 0x1F;
        block.Digits[at] = bits[3] < 0 ? -size : size;
        _decimals[row] = (byte)decimals;
        if (size != 0) block.Seen |= 1u << decimals;
    }

    /// <summary>Writes a block all of whose figures are set.</summary>
    public void Write(Block block, int start, int part)
    {
        _digits.Write(block.Digits, start, part);
        _seen[part] |= block.Seen;
    }

    /// <summary>
    /// The figures as integers with one number of decimals, the least that holds all of them. False where that takes a closer
    /// look: at figures of more than 18 digits, or all of whose last decimals are zeros. Where it is true the figures are these
    /// integers from then on, and no longer known as they were written.
    /// </summary>
    public bool TryAlign(out ScaledColumn integers, out int decimals)
    {
        uint seen = _seen.Aggregate(0u, (all, part) => all | part);
        (integers, decimals) = (_digits.Column(), seen == 0 ? 0 : BitOperations.Log2(seen));
        int fewest = seen == 0 ? 0 : BitOperations.TrailingZeroCount(seen);
        if (!_large.IsEmpty || decimals > ExactNumber.MaxDigits) return false;
        long limit = (long)ExactNumber.PowerOfTen(ExactNumber.MaxDigits - (decimals - fewest));
        if (integers.Least <= -limit || integers.Greatest >= limit || !NeedsAll(decimals)) return false;
        if (fewest == decimals) return true;

        long[] factors = new long[decimals + 1];
        for (int written = 0; written <= decimals; written++) factors[written] = (long)ExactNumber.PowerOfTen(decimals - written);
        integers = _digits.Times(factors, _decimals);
        return true;
    }

    /// <summary>Whether the last of so many decimals is a digit other than 0 in any figure.</summary>
    private bool NeedsAll(int decimals)
    {
        if (decimals == 0) return true;
        for (int row = 0; row < Count; row++)
        {
            if (_decimals[row] == decimals && _digits[row] % 10 != 0) return true;
        }

        return false;
    }

    /// <summary>The figures of a block while they are set.</summary>
    /// <param name="digits">The digits of each row of the block.</param>
    /// <param name="bits">Room for the parts of a decimal.</param>
    internal ref struct Block(Span<long> digits, Span<int> bits)
    {
        public readonly Span<long> Digits = digits;
        public readonly Span<int> Bits = bits;

        /// <summary>Which numbers of decimals there are, a bit each; those of zeros do not count.</summary>
        public uint Seen;
    }
}
