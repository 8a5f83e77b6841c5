using System.Numerics;

namespace SocialKpi;

/// <summary>How far two values may lie apart. A ratio is a share of the greater of both, whatever the KPI; any other quantity is a difference.</summary>
internal sealed class ReconciliationTolerance
{
    private readonly Quantity? _within;

    /// <exception cref="ArgumentOutOfRangeException">The quantity is negative.</exception>
    public ReconciliationTolerance(Quantity? within, string argument) => _within = within is { Value: < 0 } negative
        ? throw OutOfRange.Of(negative, "A tolerance is zero or more.", argument)
        : within;

    /// <exception cref="ArgumentException">The quantity is no difference of this KPI.</exception>
    public void CheckFits(Kpi kpi, string argument)
    {
        if (_within is not { } quantity) return;
        if (quantity.Unit.Kind != UnitKind.Ratio && quantity.Unit.Kind != DifferenceOf(kpi.Unit).Kind)
            throw new ArgumentException($"A tolerance of {quantity} is no difference of {kpi.Id}, which is in {kpi.Unit}; give a share such as 1.Percent(), or compare the KPIs one by one.", argument);
    }

    /// <summary>Whether the values are near enough; calculated in integers, so nothing is rounded.</summary>
    /// <exception cref="ArgumentException">Tolerance and values are money of different currencies.</exception>
    public bool Allows(Quantity first, Quantity second)
    {
        if (_within is not { } quantity) return false;
        BigInteger one = ExactNumber.FullScale, a = ExactNumber.AtFullScale(first.Value), b = ExactNumber.AtFullScale(second.Value), limit = ExactNumber.AtFullScale(quantity.Value);
        BigInteger apart = BigInteger.Abs(b - a);
        if (quantity.Unit.Kind == UnitKind.Ratio) return apart * one <= limit * BigInteger.Max(BigInteger.Abs(a), BigInteger.Abs(b));
        return quantity.Unit == DifferenceOf(first.Unit)
            ? apart <= limit
            : throw new ArgumentException($"A tolerance of {quantity} says nothing about {first} and {second}; give it in {first.Unit}, or a share such as 1.Percent().");
    }

    private static Unit DifferenceOf(Unit unit) => unit == Unit.Ratio ? Unit.PercentagePoints : unit;
}
