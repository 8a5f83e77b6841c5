namespace SocialKpi;

/// <summary>A quotient of two row formulas in 64-bit integers, rounded once, half-even, to <see cref="ExactNumber.MaxDigits"/> decimals: the ratio of a row, as a post's own engagement rate.</summary>
internal sealed class IntegerQuotient
{
    private readonly IntegerFormula _numerator;
    private readonly IntegerFormula _denominator;
    private readonly ulong _factor;

    private IntegerQuotient(IntegerFormula numerator, IntegerFormula denominator, ulong factor) => (_numerator, _denominator, _factor) = (numerator, denominator, factor);

    /// <summary>The quotient; null when the decimals of both sides lie so far apart that a power of ten between them leaves 64 bits.</summary>
    public static IntegerQuotient? Of(IntegerFormula numerator, IntegerFormula denominator)
    {
        int power = ExactNumber.MaxDigits + denominator.Decimals - numerator.Decimals;
        return power is >= 0 and <= ExactNumber.MaxDigits ? new IntegerQuotient(numerator, denominator, (ulong)ExactNumber.PowerOfTen(power)) : null;
    }

    /// <summary>The scaled quotients of a block; where the denominator is zero stands 0, and the place is marked.</summary>
    public void Read(RowBlock block, Span<Int128> scaled, BlockMask zero)
    {
        ReadOnlySpan<long> numerators = _numerator.Read(block)[..block.Count];
        ReadOnlySpan<long> denominators = _denominator.Read(block)[..block.Count];
        zero.Clear();
        for (int at = 0; at < block.Count; at++)
        {
            if (denominators[at] == 0) zero.Set(at);
            scaled[at] = denominators[at] == 0 ? 0 : Quotient(numerators[at], denominators[at]);
        }
    }

    private Int128 Quotient(long numerator, long denominator)
    {
        unchecked
        {
            // Sizes without sign: the one of the least integer has no positive counterpart.
            (ulong above, ulong below) = (numerator < 0 ? 0UL - (ulong)numerator : (ulong)numerator, denominator < 0 ? 0UL - (ulong)denominator : (ulong)denominator);
            (ulong whole, ulong rest) = Math.DivRem(above, below);
            UInt128 shifted = (UInt128)rest * _factor;

            // The rest is less than the divisor, so the decimals fit into 64 bits.
            (UInt128 decimals, UInt128 left) = shifted <= ulong.MaxValue ? Narrow((ulong)shifted, below) : UInt128.DivRem(shifted, below);
            UInt128 size = ((UInt128)whole * _factor) + decimals;
            UInt128 twice = left << 1;
            if (twice > below || (twice == below && !UInt128.IsEvenInteger(size))) size++;
            return (numerator < 0) == (denominator < 0) ? (Int128)size : -(Int128)size;
        }
    }

    private static (UInt128 Quotient, UInt128 Left) Narrow(ulong number, ulong divisor) => (number / divisor, number % divisor);
}
