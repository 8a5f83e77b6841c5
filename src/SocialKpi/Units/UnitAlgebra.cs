using static SocialKpi.UnitKind;

namespace SocialKpi;

/// <summary>
/// What unit a sum, difference, product or quotient has, or why it has none. One table for quantities and for the
/// formulas of KPIs. Every <c>why</c> is one sentence with its remedy, and empty when the answer is yes.
/// </summary>
internal static class UnitAlgebra
{
    /// <summary>The unit of a + b. The order of a and b does not matter.</summary>
    internal static bool TryAdd(Unit a, Unit b, out Unit result, out string why)
    {
        Unit? sum = Sum(a, b);
        why = sum.HasValue ? "" : WhyNoSum(a, b);
        result = sum.GetValueOrDefault();
        return sum.HasValue;
    }

    /// <summary>The unit of a − b: that of a + b, but the difference of two ratios is in percentage points.</summary>
    internal static bool TrySubtract(Unit a, Unit b, out Unit result, out string why)
    {
        switch (a.Kind, b.Kind)
        {
            case (Ratio, Ratio):
                (result, why) = (Unit.PercentagePoints, "");
                return true;
            case (PercentagePoints, Ratio):
                result = default;
                why = "a ratio cannot be taken from percentage points: take the percentage points from the ratio";
                return false;
            default:
                return TryAdd(a, b, out result, out why);
        }
    }

    /// <summary>The unit of a × b. The order of a and b does not matter.</summary>
    internal static bool TryMultiply(Unit a, Unit b, out Unit result, out string why)
    {
        Unit? product = Product(a, b);
        why = product.HasValue
            ? ""
            : $"{a} × {b} has no unit: divide one by the other, or multiply by a number or a ratio";
        result = product.GetValueOrDefault();
        return product.HasValue;
    }

    /// <summary>The unit of a ÷ b.</summary>
    internal static bool TryDivide(Unit a, Unit b, out Unit result, out string why)
    {
        Unit? quotient = Quotient(a, b);
        why = quotient.HasValue ? "" : WhyNoQuotient(a, b);
        result = quotient.GetValueOrDefault();
        return quotient.HasValue;
    }

    /// <summary>Whether a formula whose unit was worked out as one unit may be declared to have another.</summary>
    /// <remarks>
    /// Arithmetic alone cannot tell a ratio from posts per day, nor a number from a score; the author of the formula can.
    /// </remarks>
    internal static bool CanStandFor(Unit inferred, Unit declared, out string why)
    {
        bool can = (inferred.Kind, declared.Kind) switch
        {
            (Money, Money) => declared.IsGenericMoney || inferred == declared,
            var (x, y) when x == y => true,
            (Number, _) => declared.IsDimensionless,
            (Ratio, Number or Count or Points or PercentagePoints) => true,
            (PercentagePoints, Ratio or Number or Points) => true,
            (Count or Points, Number) => true,
            _ => false,
        };
        why = can ? "" : $"the formula gives {inferred}, which is not {declared}: declare {inferred}, or change the formula";
        return can;
    }

    private static Unit? Sum(Unit a, Unit b) => (a.Kind, b.Kind) switch
    {
        (Money, Money) => JoinMoney(a, b),
        var (x, y) when x == y => a,
        (Ratio, PercentagePoints) or (PercentagePoints, Ratio) => Unit.Ratio,
        (Number, _) or (_, Number) when a.IsDimensionless && b.IsDimensionless => Unit.Number,
        _ => null,
    };

    private static Unit? Product(Unit a, Unit b) => (a.Kind, b.Kind) switch
    {
        (Number, _) => b,
        (_, Number) => a,
        // Ratios before percentage points: a share of a change is still a change.
        (Ratio, _) => b,
        (_, Ratio) => a,
        (PercentagePoints, _) => b,
        (_, PercentagePoints) => a,
        (Count, Money or Duration) => b,
        (Money or Duration, Count) => a,
        (Count, Count or Points) or (Points, Count) => Unit.Number,
        _ => null,
    };

    private static Unit? Quotient(Unit a, Unit b) => (a.Kind, b.Kind) switch
    {
        (_, Number) => a,
        // A change measured against a ratio or against another change is relative: 1.3 pp of 3.2 % is 40.63 %.
        (PercentagePoints, Ratio or PercentagePoints) => Unit.Ratio,
        (_, Ratio or PercentagePoints) => a,
        (Money, Money) => JoinMoney(a, b) is null ? null : Unit.Ratio,
        (Count, Count) or (Duration, Duration) => Unit.Ratio,
        (Points, Points) => Unit.Number,
        (_, Count) => a,
        _ => null,
    };

    /// <summary>The money of two amounts together: generic money takes the other's currency; null when they differ.</summary>
    private static Unit? JoinMoney(Unit a, Unit b) =>
        a.IsGenericMoney ? b
        : b.IsGenericMoney || a == b ? a
        : null;

    private static string WhyNoSum(Unit a, Unit b) =>
        (a.Kind, b.Kind) is (Money, Money)
            ? WhyTwoCurrencies(a, b)
            : $"{a} and {b} neither add up nor subtract: bring both to one unit first";

    private static string WhyNoQuotient(Unit a, Unit b) =>
        (a.Kind, b.Kind) is (Money, Money)
            ? WhyTwoCurrencies(a, b)
            : Quotient(b, a).HasValue
                ? $"there is no unit for {a} per {b}: turn it round"
                : $"there is no unit for {a} per {b}: divide by a number, a ratio or a count";

    private static string WhyTwoCurrencies(Unit a, Unit b) =>
        a.Currency == Currency.Unspecified || b.Currency == Currency.Unspecified
            ? $"{a} and {b} may be different currencies: state the currency of both"
            : $"different currencies never add up ({a} and {b}): convert with dated rates first";
}
