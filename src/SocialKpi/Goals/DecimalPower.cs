namespace SocialKpi;

/// <summary>Powers in decimals: the runtime's own are doubles, whose last bits differ between machines.</summary>
internal static class DecimalPower
{
    private const decimal NaturalLogOf2 = 0.6931471805599453094172321215m;

    /// <summary>A number above zero to any power, to some 25 digits; exact for the powers 0 and 1.</summary>
    /// <exception cref="OverflowException">The result is outside the range of a decimal.</exception>
    public static decimal Of(decimal number, decimal power) => power switch
    {
        0 => 1,
        1 => number,
        _ => Exponential(power * Logarithm(number)),
    };

    /// <summary>A number to a whole power of 0 or more, by multiplying.</summary>
    /// <exception cref="OverflowException">The result is outside the range of a decimal.</exception>
    public static decimal Of(decimal number, int power)
    {
        decimal result = 1;
        for (int i = 0; i < power; i++) result *= number;
        return result;
    }

    private static decimal Logarithm(decimal number)
    {
        int halvings = 0;
        while (number > 1.5m) (number, halvings) = (number / 2, halvings + 1);
        while (number < 0.75m) (number, halvings) = (number * 2, halvings - 1);
        decimal ratio = (number - 1) / (number + 1), square = ratio * ratio, sum = 0;
        for (int odd = 1; ratio != 0; odd += 2)
        {
            sum += ratio / odd;
            ratio *= square;
        }

        return (2 * sum) + (halvings * NaturalLogOf2);
    }

    private static decimal Exponential(decimal exponent)
    {
        int doublings = (int)decimal.Round(exponent / NaturalLogOf2);
        decimal rest = exponent - (doublings * NaturalLogOf2), term = 1, sum = 1;
        for (int i = 1; term != 0; i++)
        {
            term = term * rest / i;
            sum += term;
        }

        return doublings >= 0 ? sum * Of(2, doublings) : sum / Of(2, -doublings);
    }
}
