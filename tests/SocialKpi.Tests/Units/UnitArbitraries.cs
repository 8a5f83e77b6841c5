using FsCheck;
using FsCheck.Fluent;

namespace SocialKpi.Tests.Units;

/// <summary>Generators shared by the laws of units and quantities.</summary>
internal static class UnitArbitraries
{
    /// <summary>One of every unit the algebra tells apart.</summary>
    internal static Unit[] AllUnits { get; } =
    [
        Unit.Number, Unit.Count, Unit.Ratio, Unit.PercentagePoints, Unit.Points, Unit.Duration, Unit.Money,
        Unit.MoneyIn(Currency.EUR), Unit.MoneyIn(Currency.JPY), Unit.MoneyIn(Currency.Unspecified),
    ];

    internal static Arbitrary<Unit> AnyUnit { get; } = Gen.Elements(AllUnits).ToArbitrary();

    internal static Arbitrary<(Unit A, Unit B)> TwoUnits { get; } =
        (from a in AnyUnit.Generator from b in AnyUnit.Generator select (a, b)).ToArbitrary();

    /// <summary>Any decimal: all bits, everyday figures, and the ends of the range.</summary>
    internal static Gen<decimal> AnyDecimal { get; } = Gen.OneOf(
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        from middle in Gen.Choose(int.MinValue, int.MaxValue)
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from negative in Gen.Elements(false, true)
        from scale in Gen.Choose(0, 28)
        select new decimal(low, middle, high, negative, (byte)scale),
        from digits in Gen.Choose(-100_000, 100_000)
        from scale in Gen.Choose(0, 28)
        select new decimal(Math.Abs(digits), 0, 0, digits < 0, (byte)scale),
        Gen.Elements(decimal.MaxValue, decimal.MinValue, 0m, -0.00m, 1e-28m, -1e-28m, 0.005m, -0.005m, 59.995m, 3599.999m));

    internal static Arbitrary<Quantity> AnyQuantity { get; } =
        (from value in AnyDecimal from unit in AnyUnit.Generator select new Quantity(value, unit)).ToArbitrary();

    /// <summary>Figures small enough for exact sums and products.</summary>
    internal static Gen<decimal> SmallDecimal { get; } =
        from digits in Gen.Choose(-1_000_000, 1_000_000)
        from scale in Gen.Choose(0, 6)
        select new decimal(Math.Abs(digits), 0, 0, digits < 0, (byte)scale);

    internal static Arbitrary<(Quantity A, Quantity B)> TwoQuantities { get; } =
        (from a in SmallDecimal
         from b in SmallDecimal
         from units in TwoUnits.Generator
         select (new Quantity(a, units.A), new Quantity(b, units.B))).ToArbitrary();
}
