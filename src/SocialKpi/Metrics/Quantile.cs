using System.Globalization;
using System.Numerics;

namespace SocialKpi;

/// <summary>
/// Which value of many: a percentage from 0 (the least) to 100 (the greatest) and the definition that says what lies between
/// two values. The default is the least value.
/// </summary>
public readonly record struct Quantile
{
    /// <summary>The constants of all nine types are parts of 24.</summary>
    private const int Parts = 24;

    private Quantile(decimal percent, QuantileType type) => (Percent, Type) = (percent, type);

    /// <summary>The middle value, or the mean of both middle values: 50 percent, type 7.</summary>
    public static Quantile Median => new(50, QuantileType.Linear);

    /// <summary>The percentage of values below, 0 to 100.</summary>
    public decimal Percent { get; }

    /// <summary>The definition.</summary>
    public QuantileType Type { get; }

    /// <summary>The quantile at a percentage.</summary>
    /// <param name="percent">0 to 100, both included.</param>
    /// <param name="type">The definition; type 7 unless another is named.</param>
    /// <exception cref="ArgumentOutOfRangeException">The percentage lies outside 0 to 100, or the type is none.</exception>
    public static Quantile At(decimal percent, QuantileType type = QuantileType.Linear)
    {
        if (percent is < 0 or > 100) throw OutOfRange.Of(percent, "A percentage of the values is 0 to 100.");
        return Enum.IsDefined(type)
            ? new Quantile(percent.WithoutTrailingZeros(), type)
            : throw OutOfRange.Of(type, "It is none of the nine types of Hyndman and Fan.");
    }

    /// <summary>The percentage and the type: <c>90 (type 7)</c>.</summary>
    public override string ToString() => $"{PercentText} ({TypeText})";

    /// <summary>The type of a number in the paper.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the nine.</exception>
    internal static QuantileType TypeOf(int number)
    {
        foreach (QuantileType type in Enum.GetValues<QuantileType>())
        {
            if (new Quantile(0, type).Number == number) return type;
        }

        throw OutOfRange.Of(number, "It is none of the nine types of Hyndman and Fan.");
    }

    internal string PercentText => Percent.ToString(CultureInfo.InvariantCulture);

    internal string TypeText => $"type {Number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>
    /// Between which of so many values in order the quantile lies: after the one numbered <c>Below</c> (from 1; 0 stands before the
    /// first), by <c>Numerator ÷ Denominator</c> of the way to the next. Exact, so nothing has to be called nearly whole.
    /// </summary>
    internal (long Below, BigInteger Numerator, BigInteger Denominator) Among(long values)
    {
        // With p = Percent ÷ 100 as a fraction of integers, the position n × p + m is one too.
        BigInteger whole = 100 * BigInteger.Pow(10, Percent.Scale);
        BigInteger share = ExactNumber.Unscaled(Percent);
        BigInteger denominator = Parts * whole;
        BigInteger position = (Parts * share * values) + Offset(share, whole);
        BigInteger below = BigInteger.Divide(position, denominator);
        if (below * denominator > position) below--;
        BigInteger rest = position - (below * denominator);
        BigInteger twice = Type switch
        {
            QuantileType.InverseDistribution => rest.IsZero ? 0 : 2,
            QuantileType.AveragedInverseDistribution => rest.IsZero ? 1 : 2,
            QuantileType.NearestEven => rest.IsZero && below.IsEven ? 0 : 2,
            _ => -1,
        };
        return twice < 0 ? ((long)below, rest, denominator) : ((long)below, twice, 2);
    }

    /// <summary>The number of the type in the paper.</summary>
    internal int Number => Type switch
    {
        QuantileType.InverseDistribution => 1,
        QuantileType.AveragedInverseDistribution => 2,
        QuantileType.NearestEven => 3,
        QuantileType.InterpolatedDistribution => 4,
        QuantileType.Hazen => 5,
        QuantileType.Weibull => 6,
        QuantileType.MedianUnbiased => 8,
        QuantileType.NormalUnbiased => 9,
        _ => 7,
    };

    /// <summary>The constant m of the paper times the denominator of the position.</summary>
    private BigInteger Offset(BigInteger share, BigInteger whole) => Type switch
    {
        QuantileType.NearestEven => -12 * whole,
        QuantileType.Hazen => 12 * whole,
        QuantileType.Weibull => 24 * share,
        QuantileType.Linear => 24 * (whole - share),
        QuantileType.MedianUnbiased => 8 * (whole + share),
        QuantileType.NormalUnbiased => (9 * whole) + (6 * share),
        _ => 0,
    };
}
