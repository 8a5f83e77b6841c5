using System.Numerics;

namespace SocialKpi;

/// <summary>Values of peers in order, and what is read of them: exact, each result rounded once, half-even, where a decimal cannot hold it.</summary>
internal sealed class ReferenceValues
{
    private static readonly BigInteger TwentyDigits = BigInteger.Pow(10, ExactNumber.SettledDigits);

    // At the full scale of decimals, so that sums, differences and places between two values are those of integers.
    private readonly BigInteger[] _sorted;

    /// <param name="values">At least one value.</param>
    public ReferenceValues(IEnumerable<decimal> values)
        : this(values.Select(ExactNumber.AtFullScale))
    {
    }

    private ReferenceValues(IEnumerable<BigInteger> values)
    {
        _sorted = [.. values];
        Array.Sort(_sorted);
    }

    public int Count => _sorted.Length;

    public int Below(decimal value) => _sorted.Count(each => Order(each, ExactNumber.AtFullScale(value)) < 0);

    public int Equal(decimal value) => _sorted.Count(each => Order(each, ExactNumber.AtFullScale(value)) == 0);

    /// <summary>A quantile; null when it lies outside what a decimal can hold.</summary>
    public decimal? At(Quantile quantile)
    {
        (long below, BigInteger numerator, BigInteger denominator) = quantile.Among(Count);
        BigInteger lower = ValueAt(below);
        return ExactNumber.ToDecimal((lower * denominator) + ((ValueAt(below + 1) - lower) * numerator), denominator * ExactNumber.FullScale);
    }

    /// <summary>The arithmetic mean; null when it lies outside what a decimal can hold.</summary>
    public decimal? Mean()
    {
        BigInteger sum = BigInteger.Zero;
        foreach (BigInteger value in _sorted) sum += value;
        return ExactNumber.ToDecimal(sum, Count * ExactNumber.FullScale);
    }

    /// <summary>
    /// The median distance of the values from their median, MAD: zero when at least half of them are the median; null when it lies outside what a
    /// decimal can hold.
    /// </summary>
    public decimal? MedianDistance(decimal median, Quantile middle)
    {
        BigInteger centre = ExactNumber.AtFullScale(median);
        return new ReferenceValues(_sorted.Select(each => BigInteger.Abs(each - centre))).At(middle);
    }

    /// <summary>
    /// The modified z-score of Iglewicz and Hoaglin, 0.6745 × (value − median) ÷ MAD, of a MAD above zero; null when it lies outside what a decimal
    /// can hold.
    /// </summary>
    public static decimal? RobustZ(decimal value, decimal median, decimal distance) => ExactNumber.ToDecimal(
        (ExactNumber.AtFullScale(value) - ExactNumber.AtFullScale(median)) * 6_745, ExactNumber.AtFullScale(distance) * 10_000);

    /// <summary>The order of two values. Those that are the same to 20 digits are equal: neither is better by the last digit of a division.</summary>
    public static int Order(decimal one, decimal other) => Order(ExactNumber.AtFullScale(one), ExactNumber.AtFullScale(other));

    private static int Order(BigInteger one, BigInteger other) =>
        BigInteger.Abs(one - other) * TwentyDigits <= BigInteger.Max(BigInteger.Abs(one), BigInteger.Abs(other)) ? 0 : one.CompareTo(other);

    /// <summary>One value ÷ another, times a factor, rounded once; null when the divisor is zero or a decimal cannot hold the quotient.</summary>
    public static decimal? Quotient(decimal dividend, decimal divisor, int factor = 1) => divisor == 0
        ? null
        : ExactNumber.ToDecimal(ExactNumber.AtFullScale(dividend) * factor, ExactNumber.AtFullScale(divisor));

    /// <summary>Where a value lies on the straight line from one point to another, as the height there; null when both points are one.</summary>
    public static decimal? Height(decimal value, (decimal Value, decimal Height) from, (decimal Value, decimal Height) to)
    {
        BigInteger run = ExactNumber.AtFullScale(to.Value) - ExactNumber.AtFullScale(from.Value);
        if (run.IsZero) return null;
        BigInteger start = ExactNumber.AtFullScale(from.Height), rise = ExactNumber.AtFullScale(to.Height) - start;
        return ExactNumber.ToDecimal((start * run) + (rise * (ExactNumber.AtFullScale(value) - ExactNumber.AtFullScale(from.Value))), run * ExactNumber.FullScale);
    }

    private BigInteger ValueAt(long number) => _sorted[(int)Math.Clamp(number, 1, Count) - 1];
}
