using System.Numerics;

namespace SocialKpi;

/// <summary>An exact running sum: 128-bit while it fits, of any size when it does not. Mutable: it belongs to one scan.</summary>
internal struct ExactSum
{
    private Int128 _low;
    private BigInteger _high;

    public long Rows { get; private set; }

    public readonly BigInteger Scaled => _high + (BigInteger)_low;

    public void Add(Int128 value)
    {
        Rows++;
        Int128 sum = unchecked(_low + value);
        bool overflowed = ((_low ^ sum) & (value ^ sum)) < 0;
        if (overflowed) _high += (BigInteger)_low;
        _low = overflowed ? value : sum;
    }
}
