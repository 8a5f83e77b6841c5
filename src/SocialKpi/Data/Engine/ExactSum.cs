using System.Numerics;

namespace SocialKpi;

/// <summary>An exact running sum of any size. Mutable: it belongs to one scan.</summary>
internal struct ExactSum
{
    private Int128 _narrow;
    private BigInteger _wide;

    /// <summary>How many figures were added.</summary>
    public long Rows { get; private set; }

    public readonly BigInteger Scaled => _wide + (BigInteger)_narrow;

    public void Add(Int128 value)
    {
        Rows++;

        // 64-bit figures cannot fill 128 bits before the number of rows fills 63.
        if (value >= long.MinValue && value <= long.MaxValue) _narrow += value;
        else _wide += value;
    }

    public void Add(BigInteger value)
    {
        Rows++;
        _wide += value;
    }

    public void Add(ExactSum other)
    {
        Rows += other.Rows;
        _wide += other.Scaled;
    }
}
