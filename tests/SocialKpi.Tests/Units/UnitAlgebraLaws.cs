using FsCheck;
using FsCheck.Fluent;

namespace SocialKpi.Tests.Units;

public sealed class UnitAlgebraLaws
{
    [Fact]
    public void The_order_of_a_sum_or_a_product_does_not_matter() =>
        Prop.ForAll(UnitArbitraries.TwoUnits, pair =>
        {
            (Unit a, Unit b) = pair;
            bool sum = UnitAlgebra.TryAdd(a, b, out Unit ab, out _) == UnitAlgebra.TryAdd(b, a, out Unit ba, out _) && ab == ba;
            bool product = UnitAlgebra.TryMultiply(a, b, out ab, out _) == UnitAlgebra.TryMultiply(b, a, out ba, out _) && ab == ba;
            return sum && product;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_refusal_says_why_and_a_result_says_nothing() =>
        Prop.ForAll(UnitArbitraries.TwoUnits, pair =>
        {
            (Unit a, Unit b) = pair;
            bool[] fits =
            [
                UnitAlgebra.TryAdd(a, b, out _, out string sum) == (sum == ""),
                UnitAlgebra.TrySubtract(a, b, out _, out string difference) == (difference == ""),
                UnitAlgebra.TryMultiply(a, b, out _, out string product) == (product == ""),
                UnitAlgebra.TryDivide(a, b, out _, out string quotient) == (quotient == ""),
                UnitAlgebra.CanStandFor(a, b, out string reading) == (reading == ""),
            ];
            return fits.All(fit => fit);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_product_divided_by_a_factor_can_stand_for_the_other_factor() =>
        Prop.ForAll(UnitArbitraries.TwoUnits, pair =>
            !UnitAlgebra.TryMultiply(pair.A, pair.B, out Unit product, out _)
            || !UnitAlgebra.TryDivide(product, pair.B, out Unit quotient, out _)
            || UnitAlgebra.CanStandFor(quotient, pair.A, out _)).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_unit_stands_for_itself() =>
        Prop.ForAll(UnitArbitraries.AnyUnit, unit => UnitAlgebra.CanStandFor(unit, unit, out _)).QuickCheckThrowOnFailure();
}
