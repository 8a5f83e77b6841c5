using System.Numerics;

namespace SocialKpi;

/// <summary>An exact figure of one row: an integer of any size and its number of decimals. Only a quotient is rounded.</summary>
internal readonly record struct RowFigure(BigInteger Scaled, int Decimals)
{
    public bool IsZero => Scaled.IsZero;

    public static RowFigure Of(decimal value)
    {
        decimal shortest = value.WithoutTrailingZeros();
        return new(ExactNumber.Unscaled(shortest), shortest.Scale);
    }

    /// <summary>The result of an operation; null for a quotient with a zero denominator.</summary>
    public static RowFigure? Combine(Operation operation, RowFigure left, RowFigure right)
    {
        int decimals = Math.Max(left.Decimals, right.Decimals);
        return operation switch
        {
            Operation.Add => new(left.ScaledTo(decimals) + right.ScaledTo(decimals), decimals),
            Operation.Subtract => new(left.ScaledTo(decimals) - right.ScaledTo(decimals), decimals),
            Operation.Multiply => new(left.Scaled * right.Scaled, left.Decimals + right.Decimals),
            _ => right.IsZero ? null : left.DividedBy(right),
        };
    }

    /// <summary>The figure rounded once, half-even, where it has more decimals than a recorded figure may have; without trailing zeros.</summary>
    public RowFigure Rounded()
    {
        int cut = Math.Max(0, Decimals - ExactNumber.MaxDigits);
        BigInteger scaled = ExactNumber.DivideHalfEven(Scaled, BigInteger.Pow(10, cut));
        int decimals = Decimals - cut;
        while (decimals > 0 && (scaled % 10).IsZero) (scaled, decimals) = (scaled / 10, decimals - 1);
        return new(scaled, decimals);
    }

    /// <summary>The integer at a number of decimals that is not smaller than its own.</summary>
    public BigInteger ScaledTo(int decimals) => Scaled * BigInteger.Pow(10, decimals - Decimals);

    private RowFigure DividedBy(RowFigure divisor)
    {
        BigInteger over = Scaled * BigInteger.Pow(10, ExactNumber.MaxDigits + divisor.Decimals);
        BigInteger under = divisor.Scaled * BigInteger.Pow(10, Decimals);
        return new(ExactNumber.DivideHalfEven(over, under), ExactNumber.MaxDigits);
    }
}
