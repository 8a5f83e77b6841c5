using System.Numerics;

namespace SocialKpi;

/// <summary>
/// An exact figure of one row: a fraction of integers of any size, rounded once when the row is done. It is kept in 128 bits, without
/// anything allocated, as long as these are sure to be enough.
/// </summary>
internal readonly struct RowFigure
{
    private const int SafeBits = 126;

    private readonly Int128 _numerator;
    private readonly Int128 _denominatorLessOne;
    private readonly WideFraction? _wide;

    private RowFigure(Int128 numerator, Int128 denominator) => (_numerator, _denominatorLessOne) = (numerator, denominator - 1);

    private RowFigure(WideFraction wide) => _wide = wide;

    /// <summary>What 128 bits do not hold.</summary>
    private sealed record WideFraction(BigInteger Numerator, BigInteger Denominator);

    public bool IsZero => _wide is null ? _numerator == 0 : _wide.Numerator.IsZero;

    /// <summary>Kept less one, so that the <c>default</c> is zero and not a division by it.</summary>
    private Int128 Denominator => _denominatorLessOne + 1;

    private WideFraction Wide => _wide ?? new WideFraction(_numerator, Denominator);

    public static RowFigure Of(decimal value) => Of(ExactNumber.Unscaled(value), value.Scale);

    public static RowFigure Of(Int128 scaled, int decimals) => new(scaled, ExactNumber.PowerOfTen(decimals));

    public static RowFigure Of(BigInteger scaled, int decimals) => new(new WideFraction(scaled, BigInteger.Pow(10, decimals)));

    /// <summary>The result of an operation; null for a quotient with a zero denominator.</summary>
    public static RowFigure? Combine(Operation operation, RowFigure left, RowFigure right) => operation switch
    {
        Operation.Add => Sum(left, right),
        Operation.Subtract => Sum(left, right.Negated()),
        Operation.Multiply => Product(left, right),
        _ => right.IsZero ? null : Product(left, right.Inverted()),
    };

    /// <summary>The figure as a scaled integer of so many decimals, rounded once, half-even; false, and 0, when it needs more than 128 bits.</summary>
    public bool TryScale(int decimals, out Int128 scaled)
    {
        scaled = 0;
        if (_wide is not null) return false;
        Int128 power = ExactNumber.PowerOfTen(decimals);
        if (Denominator == power)
        {
            scaled = _numerator;
            return true;
        }

        if (Bits(_numerator) + Bits(power) > SafeBits || Bits(Denominator) > SafeBits - 1) return false;
        scaled = ExactNumber.DivideHalfEven(_numerator * power, Denominator);
        return true;
    }

    /// <summary>The same, of any size.</summary>
    public BigInteger Scaled(int decimals) => ExactNumber.DivideHalfEven(Wide.Numerator * BigInteger.Pow(10, decimals), Wide.Denominator);

    private static RowFigure Sum(RowFigure left, RowFigure right)
    {
        if (left._wide is null && right._wide is null)
        {
            bool sameScale = left._denominatorLessOne == right._denominatorLessOne;
            if (sameScale && Bits(left._numerator) < SafeBits && Bits(right._numerator) < SafeBits) return new(left._numerator + right._numerator, left.Denominator);
            if (!sameScale && Fit(left._numerator, right.Denominator) && Fit(right._numerator, left.Denominator) && Fit(left.Denominator, right.Denominator))
                return new((left._numerator * right.Denominator) + (right._numerator * left.Denominator), left.Denominator * right.Denominator);
        }

        (WideFraction a, WideFraction b) = (left.Wide, right.Wide);
        return new(new WideFraction((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator));
    }

    private static RowFigure Product(RowFigure left, RowFigure right)
    {
        if (left._wide is null && right._wide is null && Fit(left._numerator, right._numerator) && Fit(left.Denominator, right.Denominator))
            return new(left._numerator * right._numerator, left.Denominator * right.Denominator);
        (WideFraction a, WideFraction b) = (left.Wide, right.Wide);
        return new(new WideFraction(a.Numerator * b.Numerator, a.Denominator * b.Denominator));
    }

    private static bool Fit(Int128 left, Int128 right) => Bits(left) + Bits(right) < SafeBits;

    private static int Bits(Int128 value) => 128 - (int)Int128.LeadingZeroCount(Int128.Abs(value));

    private RowFigure Negated() => _wide is null ? new(-_numerator, Denominator) : new(_wide with { Numerator = -_wide.Numerator });

    private RowFigure Inverted() => _wide is null ? new(Denominator, _numerator) : new(new WideFraction(_wide.Denominator, _wide.Numerator));
}
