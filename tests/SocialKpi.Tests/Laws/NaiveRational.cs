using System.Numerics;

namespace SocialKpi.Tests.Laws;

/// <summary>An exact fraction, so that the oracle never rounds before the rules say so.</summary>
internal readonly struct NaiveRational : IEquatable<NaiveRational>
{
    private readonly BigInteger _denominator;

    public NaiveRational(BigInteger numerator, BigInteger denominator)
    {
        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        (Numerator, _denominator) = (numerator / divisor, denominator / divisor);
    }

    public static NaiveRational Zero => default;

    public BigInteger Numerator { get; }

    public BigInteger Denominator => _denominator.IsZero ? BigInteger.One : _denominator;

    public bool IsZero => Numerator.IsZero;

    public static NaiveRational Of(decimal value)
    {
        int[] bits = decimal.GetBits(value);
        BigInteger digits = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return new(bits[3] < 0 ? -digits : digits, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    public static NaiveRational operator +(NaiveRational a, NaiveRational b) =>
        new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static NaiveRational operator -(NaiveRational a, NaiveRational b) => a + new NaiveRational(-b.Numerator, b.Denominator);

    public static NaiveRational operator *(NaiveRational a, NaiveRational b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static NaiveRational operator /(NaiveRational a, NaiveRational b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public NaiveRational Abs() => new(BigInteger.Abs(Numerator), Denominator);

    public bool IsBelow(NaiveRational other) => Numerator * other.Denominator < other.Numerator * Denominator;

    /// <summary>Rounded half-even to a number of decimals.</summary>
    public NaiveRational Round(int decimals) => new(Scaled(decimals), BigInteger.Pow(10, decimals));

    /// <summary>The sum as a decimal, half-even at 28 digits where a decimal cannot hold all; null when it lies outside what a decimal can hold.</summary>
    public decimal? Nearest()
    {
        BigInteger most = (BigInteger)decimal.MaxValue;
        for (int scale = 0; scale <= 28; scale++)
        {
            if (new NaiveRational(Scaled(scale), BigInteger.Pow(10, scale)).Equals(this) && BigInteger.Abs(Scaled(scale)) <= most)
                return Decimal(scale);
        }

        for (int scale = 28; scale >= 0; scale--)
        {
            if (BigInteger.Abs(Scaled(scale)) < (scale > 0 ? BigInteger.Pow(10, 28) : most + 1))
                return Decimal(scale);
        }

        return null;
    }

    public bool Equals(NaiveRational other) => Numerator == other.Numerator && Denominator == other.Denominator;

    public override bool Equals(object? obj) => obj is NaiveRational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    public override string ToString() => $"{Numerator}/{Denominator}";

    private decimal Decimal(int scale)
    {
        BigInteger digits = BigInteger.Abs(Scaled(scale));
        return new decimal((int)(uint)(digits & uint.MaxValue), (int)(uint)((digits >> 32) & uint.MaxValue), (int)(uint)(digits >> 64), Numerator.Sign < 0, (byte)scale);
    }

    private BigInteger Scaled(int decimals)
    {
        BigInteger down = BigInteger.DivRem(BigInteger.Abs(Numerator) * BigInteger.Pow(10, decimals), Denominator, out BigInteger rest);
        int half = (rest * 2).CompareTo(Denominator);
        BigInteger rounded = half > 0 || (half == 0 && !down.IsEven) ? down + 1 : down;
        return Numerator.Sign < 0 ? -rounded : rounded;
    }
}
