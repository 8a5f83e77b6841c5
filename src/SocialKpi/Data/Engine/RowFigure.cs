using System.Numerics;

namespace SocialKpi;

/// <summary>An exact figure of one row: a fraction of integers of any size, rounded once when the row is done.</summary>
internal readonly struct RowFigure
{
    private readonly BigInteger _denominatorLessOne;

    public RowFigure(BigInteger numerator, BigInteger denominator) => (Numerator, _denominatorLessOne) = (numerator, denominator - 1);

    public BigInteger Numerator { get; }

    /// <summary>Kept less one, so that the <c>default</c> is zero and not a division by it.</summary>
    public BigInteger Denominator => _denominatorLessOne + 1;

    public bool IsZero => Numerator.IsZero;

    public static RowFigure Of(decimal value) => Of(ExactNumber.Unscaled(value), value.Scale);

    public static RowFigure Of(BigInteger scaled, int decimals) => new(scaled, BigInteger.Pow(10, decimals));

    /// <summary>The result of an operation; null for a quotient with a zero denominator.</summary>
    public static RowFigure? Combine(Operation operation, RowFigure left, RowFigure right) => operation switch
    {
        Operation.Add => Sum(left, right.Numerator, right.Denominator),
        Operation.Subtract => Sum(left, -right.Numerator, right.Denominator),
        Operation.Multiply => new(left.Numerator * right.Numerator, left.Denominator * right.Denominator),
        _ => right.IsZero ? null : new(left.Numerator * right.Denominator, left.Denominator * right.Numerator),
    };

    /// <summary>The figure as a scaled integer, rounded once, half-even, where it needs more decimals than a recorded figure may have; without trailing zeros.</summary>
    public (BigInteger Scaled, int Decimals) Rounded()
    {
        BigInteger scaled = ExactNumber.DivideHalfEven(Numerator * BigInteger.Pow(10, ExactNumber.MaxDigits), Denominator);
        int decimals = ExactNumber.MaxDigits;
        while (decimals > 0 && (scaled % 10).IsZero) (scaled, decimals) = (scaled / 10, decimals - 1);
        return (scaled, decimals);
    }

    private static RowFigure Sum(RowFigure left, BigInteger numerator, BigInteger denominator) => left.Denominator == denominator
        ? new(left.Numerator + numerator, denominator)
        : new((left.Numerator * denominator) + (numerator * left.Denominator), left.Denominator * denominator);
}
