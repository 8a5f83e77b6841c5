using System.Numerics;

namespace SocialKpi;

/// <summary>The scaled integers between two, both included.</summary>
internal readonly record struct IntegerRange(long Least, long Greatest)
{
    /// <summary>The scaled integers that meet a condition in a column of so many decimals; none where such a column cannot hold the number.</summary>
    public static IntegerRange[] Of(Condition condition, int decimals)
    {
        (decimal? Least, decimal? Greatest)[] bounds = condition.Operator switch
        {
            ConditionOperator.Missing => [],
            ConditionOperator.Between => [(condition.Numbers[0], condition.Numbers[1])],
            ConditionOperator.AtLeast => [(condition.Numbers[0], null)],
            ConditionOperator.AtMost => [(null, condition.Numbers[0])],
            _ => [.. condition.Numbers.Select(number => ((decimal?)number, (decimal?)number))],
        };
        return [.. bounds.Select(pair => Between(pair.Least, pair.Greatest, decimals)).OfType<IntegerRange>()];
    }

    private static IntegerRange? Between(decimal? least, decimal? greatest, int decimals)
    {
        BigInteger from = least is { } low ? -Floor(-low, decimals) : long.MinValue;
        BigInteger to = greatest is { } high ? Floor(high, decimals) : long.MaxValue;
        (from, to) = (BigInteger.Max(from, long.MinValue), BigInteger.Min(to, long.MaxValue));
        return from <= to ? new IntegerRange((long)from, (long)to) : null;
    }

    /// <summary>The greatest scaled integer that is not above a number.</summary>
    private static BigInteger Floor(decimal number, int decimals)
    {
        BigInteger quotient = BigInteger.DivRem((BigInteger)ExactNumber.Unscaled(number) * BigInteger.Pow(10, decimals), BigInteger.Pow(10, number.Scale), out BigInteger rest);
        return rest.Sign < 0 ? quotient - 1 : quotient;
    }
}
