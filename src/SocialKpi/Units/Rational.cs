using System.Numerics;

namespace SocialKpi;

/// <summary>
/// An exact figure in the middle of a calculation: a fraction of integers of any size, rounded once when the calculation is done.
/// It is not reduced, which would cost more than it spares; the default is zero.
/// </summary>
internal readonly struct Rational
{
    private readonly BigInteger _denominatorLessOne;

    public Rational(BigInteger numerator, BigInteger denominator) => (Numerator, _denominatorLessOne) = (numerator, denominator - 1);

    public BigInteger Numerator { get; }

    /// <summary>Kept less one, so that the <c>default</c> is zero and not a division by it. Of either sign.</summary>
    public BigInteger Denominator => _denominatorLessOne + 1;

    public bool IsZero => Numerator.IsZero;

    public Rational Magnitude => new(BigInteger.Abs(Numerator), BigInteger.Abs(Denominator));

    public static Rational Of(decimal value) => Of(ExactNumber.Unscaled(value), value.Scale);

    public static Rational Of(BigInteger scaled, int decimals) => new(scaled, BigInteger.Pow(10, decimals));

    public static Rational operator +(Rational left, Rational right) => Sum(left, right.Numerator, right.Denominator);

    public static Rational operator -(Rational left, Rational right) => Sum(left, -right.Numerator, right.Denominator);

    public static Rational operator *(Rational left, Rational right) => new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static Rational operator /(Rational left, Rational right) => right.IsZero
        ? throw new DivideByZeroException()
        : new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>The sum of many. Neighbours are added first, so that fractions grow in step and not one of them with every term.</summary>
    public static Rational Sum(IReadOnlyCollection<Rational> terms)
    {
        Rational[] left = [.. terms];
        for (int count = left.Length; count > 1; count = (count + 1) / 2)
        {
            for (int i = 0; i < count; i += 2) left[i / 2] = i + 1 < count ? left[i] + left[i + 1] : left[i];
        }

        return left.Length == 0 ? default : left[0];
    }

    public static int Compare(Rational left, Rational right)
    {
        Rational difference = left - right;
        return difference.Numerator.Sign * difference.Denominator.Sign;
    }

    /// <summary>The figure as a scaled integer, rounded once, half-even, where it needs more decimals than these; without trailing zeros.</summary>
    public (BigInteger Scaled, int Decimals) Rounded(int decimals)
    {
        BigInteger scaled = ExactNumber.DivideHalfEven(Numerator * BigInteger.Pow(10, decimals), Denominator);
        while (decimals > 0 && (scaled % 10).IsZero) (scaled, decimals) = (scaled / 10, decimals - 1);
        return (scaled, decimals);
    }

    /// <summary>As a decimal: exact where one holds it, else rounded once. Null outside what a decimal can hold.</summary>
    public decimal? ToDecimal() => ExactNumber.ToDecimal(Numerator, Denominator);

    private static Rational Sum(Rational left, BigInteger numerator, BigInteger denominator) => left.Denominator == denominator
        ? new(left.Numerator + numerator, denominator)
        : new((left.Numerator * denominator) + (numerator * left.Denominator), left.Denominator * denominator);
}
