namespace SocialKpi;

/// <summary>
/// A decimal number with its unit. A ratio and percentage points are held as fractions (0.03 is 3 %), a duration in
/// seconds, money in whole units of its currency. The default is the plain number 0.
/// </summary>
/// <remarks>
/// <para>Two quantities are equal when their values (1.0 equals 1.00) and their units are. Quantities of different units
/// are never equal, and comparing their order is refused.</para>
/// <para>Arithmetic follows the units: ratio − ratio is in percentage points, money ÷ count is money, and what has no
/// unit (EUR + USD, count ÷ money) is refused with an <see cref="ArgumentException"/> that says why and what to do.
/// Results are exact as far as <see cref="decimal"/> is; a result outside its range throws
/// <see cref="OverflowException"/>, a zero divisor <see cref="DivideByZeroException"/>.</para>
/// </remarks>
/// <param name="Value">The number; for a ratio the fraction, for a duration seconds.</param>
/// <param name="Unit">What the number means.</param>
public readonly record struct Quantity(decimal Value, Unit Unit) : IComparable<Quantity>, IFormattable
{
    // The operators name the unit first: arguments are evaluated as written, so what has no meaning is refused
    // whatever the numbers are.
    private delegate bool Rule(Unit a, Unit b, out Unit result, out string why);

    /// <summary>The sum.</summary>
    /// <exception cref="ArgumentException">The units do not add up.</exception>
    /// <exception cref="OverflowException">The sum is outside the range of <see cref="decimal"/>.</exception>
    public static Quantity operator +(Quantity left, Quantity right) =>
        new(Unit: UnitOf(UnitAlgebra.TryAdd, left, "+", right), Value: left.Value + right.Value);

    /// <summary>The difference; of two ratios it is in percentage points.</summary>
    /// <exception cref="ArgumentException">The units do not subtract.</exception>
    /// <exception cref="OverflowException">The difference is outside the range of <see cref="decimal"/>.</exception>
    public static Quantity operator -(Quantity left, Quantity right) =>
        new(Unit: UnitOf(UnitAlgebra.TrySubtract, left, "−", right), Value: left.Value - right.Value);

    /// <summary>The same amount with the other sign.</summary>
    public static Quantity operator -(Quantity quantity) => quantity with { Value = -quantity.Value };

    /// <summary>The product.</summary>
    /// <exception cref="ArgumentException">The product has no unit.</exception>
    /// <exception cref="OverflowException">The product is outside the range of <see cref="decimal"/>.</exception>
    public static Quantity operator *(Quantity left, Quantity right) =>
        new(Unit: UnitOf(UnitAlgebra.TryMultiply, left, "×", right), Value: left.Value * right.Value);

    /// <summary>The quantity a number of times; the unit stays.</summary>
    /// <exception cref="OverflowException">The product is outside the range of <see cref="decimal"/>.</exception>
    public static Quantity operator *(Quantity left, decimal right) => left with { Value = left.Value * right };

    /// <summary>The quantity a number of times; the unit stays.</summary>
    /// <exception cref="OverflowException">The product is outside the range of <see cref="decimal"/>.</exception>
    public static Quantity operator *(decimal left, Quantity right) => right * left;

    /// <summary>The quotient: money ÷ count is money per item, count ÷ count a ratio.</summary>
    /// <exception cref="ArgumentException">The quotient has no unit.</exception>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    /// <exception cref="OverflowException">The quotient is outside the range of <see cref="decimal"/>.</exception>
    public static Quantity operator /(Quantity left, Quantity right) =>
        new(Unit: UnitOf(UnitAlgebra.TryDivide, left, "÷", right), Value: left.Value / right.Value);

    /// <summary>The quantity divided by a number; the unit stays.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    /// <exception cref="OverflowException">The quotient is outside the range of <see cref="decimal"/>.</exception>
    public static Quantity operator /(Quantity left, decimal right) => left with { Value = left.Value / right };

    /// <summary>Whether the left quantity is less; refused for different units.</summary>
    /// <exception cref="ArgumentException">The units differ.</exception>
    public static bool operator <(Quantity left, Quantity right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left quantity is less or equal; refused for different units.</summary>
    /// <exception cref="ArgumentException">The units differ.</exception>
    public static bool operator <=(Quantity left, Quantity right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left quantity is greater; refused for different units.</summary>
    /// <exception cref="ArgumentException">The units differ.</exception>
    public static bool operator >(Quantity left, Quantity right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left quantity is greater or equal; refused for different units.</summary>
    /// <exception cref="ArgumentException">The units differ.</exception>
    public static bool operator >=(Quantity left, Quantity right) => left.CompareTo(right) >= 0;

    /// <summary>Orders two quantities of one unit by value.</summary>
    /// <exception cref="ArgumentException">The units differ.</exception>
    public int CompareTo(Quantity other) =>
        Unit == other.Unit
            ? Value.CompareTo(other.Value)
            : throw new ArgumentException(
                $"{this} and {other} cannot be compared: one is {Unit}, the other {other.Unit}; bring both to one unit first.",
                nameof(other));

    /// <summary>The quantity as a reader expects it, in the invariant culture: <c>3.00 %</c>, <c>12.40 EUR</c>.</summary>
    public override string ToString() => ToString(null, null);

    /// <summary>The quantity as a reader expects it, in a culture.</summary>
    /// <remarks>
    /// <list type="table">
    /// <item><term>number, count, points</term><description><c>177.95</c>, <c>1,234</c>, <c>8.32</c></description></item>
    /// <item><term>ratio</term><description><c>3.00 %</c>, in the culture's pattern for percentages</description></item>
    /// <item><term>percentage points</term><description><c>0.40 pp</c></description></item>
    /// <item><term>money</term><description><c>12.40 EUR</c>; <c>1.54 ¤</c> when the currency is not known or not stated</description></item>
    /// <item><term>duration</term><description><c>4.25 s</c>, <c>5 min 4 s</c>, <c>1 h 23 min</c></description></item>
    /// </list>
    /// <para>There are at most two decimals (money: those of its currency), but small values keep three significant digits:
    /// <c>0.0179 %</c>. Ratios, percentage points and money keep trailing zeros up to that number of decimals. Halves round
    /// away from zero, and what rounds to zero has no sign.</para>
    /// </remarks>
    /// <param name="format">
    /// Null, empty or <c>G</c> for the above; <c>N0</c> to <c>N28</c> for exactly so many decimals of the number shown
    /// (a ratio in percent, a duration in seconds).
    /// </param>
    /// <param name="formatProvider">The culture; the invariant one when null.</param>
    /// <exception cref="FormatException"><paramref name="format"/> is another text.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        QuantityText.Write(this, QuantityText.DecimalsOf(format), formatProvider);

    private static Unit UnitOf(Rule rule, Quantity left, string sign, Quantity right) =>
        rule(left.Unit, right.Unit, out Unit unit, out string why)
            ? unit
            : throw new ArgumentException($"{left} {sign} {right} has no meaning: {why}.", nameof(right));
}
