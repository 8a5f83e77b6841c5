using System.Globalization;
using System.Numerics;

namespace SocialKpi;

/// <summary>Recorded figures as exact decimals: an integer of at most 18 digits and its number of decimals.</summary>
internal static class ExactNumber
{
    /// <summary>How many digits a recorded figure may have, decimals included.</summary>
    public const int MaxDigits = 18;

    /// <summary>How many decimals a decimal may have, and how many digits any decimal may have.</summary>
    public const int DecimalPlaces = 28;

    private const double Log10Of2 = 0.3010299956639812;

    private const long Limit = 1_000_000_000_000_000_000;

    private static readonly Int128[] Powers = PowersOfTen();

    /// <summary>The integer and decimals of a figure without trailing zeros; false when it has more than 18 digits.</summary>
    public static bool TryScale(decimal value, out long scaled, out int decimals)
    {
        Span<int> bits = stackalloc int[4];
        _ = decimal.GetBits(value, bits);
        decimals = value.Scale;
        if (bits[2] == 0 && bits[1] >= 0)
        {
            // Almost every figure fits into 64 bits as it is written.
            for (scaled = ((long)bits[1] << 32) | unchecked((uint)bits[0]); decimals > 0 && scaled % 10 == 0; decimals--) scaled /= 10;
            if (scaled < Limit && decimals <= MaxDigits)
            {
                if (bits[3] < 0) scaled = -scaled;
                return true;
            }
        }

        value = value.WithoutTrailingZeros();
        Int128 unscaled = Unscaled(value);
        decimals = value.Scale;
        bool fits = decimals <= MaxDigits && Int128.Abs(unscaled) < Limit;
        scaled = fits ? (long)unscaled : 0;
        return fits;
    }

    /// <summary>A double by its shortest round-trip text; false for NaN, infinity and what a decimal cannot hold exactly.</summary>
    public static bool TryFromDouble(double value, out decimal exact)
    {
        if (TryFewDecimals(value, out exact)) return true;
        if (!double.IsFinite(value)) return false;
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out exact) && (double)exact == value;
    }

    /// <summary>
    /// The decimal of a double whose text has few decimals and at most 15 digits, which costs next to nothing: no two such decimals
    /// have one double, so that the one whose double it is has its text.
    /// </summary>
    private static bool TryFewDecimals(double value, out decimal exact)
    {
        const int Most = 4;
        const double Limit = 1e15;
        double factor = 1;
        for (int decimals = 0; decimals <= Most; decimals++, factor *= 10)
        {
            double digits = Math.Round(value * factor);
            if (!(Math.Abs(digits) < Limit)) break;

            // Both are whole and exact, so that this is the double nearest to their quotient.
            if (digits / factor != value) continue;
            long size = Math.Abs((long)digits);
            exact = new decimal(unchecked((int)size), (int)(size >> 32), 0, digits < 0, (byte)decimals);
            return true;
        }

        exact = 0;
        return false;
    }

    /// <summary>The double with the text of a float: its own shortest text is shorter than that of the double of the same value.</summary>
    public static double Shortest(float value) => double.Parse(value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>How many digits of what was divided count.</summary>
    public const int SettledDigits = 20;

    /// <summary>A number without the last digits of its divisions.</summary>
    public static decimal Settled(decimal number)
    {
        int whole = 0;
        for (decimal rest = Math.Abs(number); rest >= 1; rest /= 10) whole++;
        return decimal.Round(number, Math.Max(SettledDigits - whole, 0));
    }

    /// <summary>Ten to a power of 0 to 38.</summary>
    public static Int128 PowerOfTen(int exponent) => Powers[exponent];

    /// <summary>
    /// A scaled integer as a decimal, rounded half-even where 28 digits do not hold it; null when it lies outside what a
    /// decimal can hold.
    /// </summary>
    public static decimal? ToDecimal(BigInteger scaled, int decimals)
    {
        if (IsShort(scaled, decimals))
        {
            ulong size = (ulong)Math.Abs((long)scaled);
            return new decimal(unchecked((int)size), (int)(size >> 32), 0, scaled.Sign < 0, (byte)decimals).WithoutTrailingZeros();
        }

        BigInteger maximum = (BigInteger)decimal.MaxValue;

        // Zeros that scaling added must not cost digits that count.
        while (decimals > 0 && BigInteger.Abs(scaled) > maximum && (scaled % 10).IsZero) (scaled, decimals) = (scaled / 10, decimals - 1);
        while (decimals > 0 && BigInteger.Abs(scaled) > maximum)
        {
            // One rounding only: cut all digits that are too many at once.
            int cut = Math.Min(decimals, Math.Max(1, (int)Math.Ceiling(BigInteger.Log10(BigInteger.Abs(scaled))) - 28));
            scaled = DivideHalfEven(scaled, BigInteger.Pow(10, cut));
            decimals -= cut;
        }

        if (BigInteger.Abs(scaled) > maximum) return null;
        decimal value = (decimal)BigInteger.Abs(scaled);
        int[] bits = decimal.GetBits(value);
        return new decimal(bits[0], bits[1], bits[2], scaled.Sign < 0, (byte)decimals).WithoutTrailingZeros();
    }

    /// <summary>A scaled integer as a decimal; false where no decimal holds all its digits.</summary>
    public static bool TryToDecimal(BigInteger scaled, int decimals, out decimal exact)
    {
        decimal? nearest = ToDecimal(scaled, decimals);
        exact = nearest ?? 0;
        return nearest is not null && (IsShort(scaled, decimals) || AtFullScale(exact) * BigInteger.Pow(10, decimals) == scaled * FullScale);
    }

    /// <summary>Almost every figure fits into 64 bits, and then costs next to nothing.</summary>
    private static bool IsShort(BigInteger scaled, int decimals) => scaled.GetBitLength() < 63 && decimals <= DecimalPlaces;

    /// <summary>
    /// A fraction as a decimal: exact where a decimal holds it, else rounded once, half-even, to 28 digits. Null when it lies
    /// outside what a decimal can hold, or is so small that it would become a false 0.
    /// </summary>
    public static decimal? ToDecimal(BigInteger numerator, BigInteger denominator)
    {
        (BigInteger whole, BigInteger rest) = BigInteger.DivRem(numerator * FullScale, denominator);
        if (rest.IsZero) return ToDecimal(whole, DecimalPlaces);

        // As many decimals as leave 28 digits; where rounding makes one digit more, one decimal fewer.
        for (int decimals = Math.Max(0, DecimalPlaces - LeastDigits(BigInteger.Abs(whole / FullScale))); ; decimals--)
        {
            BigInteger scaled = DivideHalfEven(numerator * BigInteger.Pow(10, decimals), denominator);
            if (scaled.IsZero) return null;
            if (decimals == 0 || BigInteger.Abs(scaled) < FullScale) return ToDecimal(scaled, decimals);
        }
    }

    /// <summary>An exact quotient rounded once, half-even.</summary>
    /// <typeparam name="T">An integer type that holds twice the denominator.</typeparam>
    public static T DivideHalfEven<T>(T numerator, T denominator)
        where T : IBinaryInteger<T>
    {
        (T quotient, T rest) = T.DivRem(numerator, denominator);
        int comparison = (T.Abs(rest) + T.Abs(rest)).CompareTo(T.Abs(denominator));
        bool away = comparison > 0 || (comparison == 0 && !T.IsEvenInteger(quotient));
        if (!away) return quotient;
        return T.IsNegative(numerator) == T.IsNegative(denominator) ? quotient + T.One : quotient - T.One;
    }

    /// <summary>One at the scale of <see cref="AtFullScale"/>.</summary>
    public static BigInteger FullScale { get; } = BigInteger.Pow(10, DecimalPlaces);

    /// <summary>A decimal as an integer, times ten to the power of all decimals that any decimal can have.</summary>
    public static BigInteger AtFullScale(decimal value) => Unscaled(value) * BigInteger.Pow(10, DecimalPlaces - value.Scale);

    /// <summary>All digits of a decimal as an integer.</summary>
    public static Int128 Unscaled(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        _ = decimal.GetBits(value, bits);
        UInt128 magnitude = unchecked(((UInt128)(uint)bits[2] << 64) | ((UInt128)(uint)bits[1] << 32) | (uint)bits[0]);
        return value < 0 ? -(Int128)magnitude : (Int128)magnitude;
    }

    /// <summary>How many digits an integer that is not negative has, or one fewer; zero has none.</summary>
    private static int LeastDigits(BigInteger size) => size.IsZero ? 0 : 1 + (int)((size.GetBitLength() - 1) * Log10Of2);

    private static Int128[] PowersOfTen()
    {
        Int128[] powers = new Int128[39];
        powers[0] = 1;
        for (int exponent = 1; exponent < powers.Length; exponent++) powers[exponent] = powers[exponent - 1] * 10;
        return powers;
    }
}
