using FsCheck;
using FsCheck.Fluent;

namespace SocialKpi.Tests.Units;

public sealed class QuantityLaws
{
    private delegate bool Rule(Unit a, Unit b, out Unit result, out string why);

    [Fact]
    public void Quantities_and_the_unit_algebra_agree() =>
        Prop.ForAll(UnitArbitraries.TwoQuantities, pair =>
            Agrees(pair.A, pair.B, (a, b) => a + b, (x, y) => x + y, UnitAlgebra.TryAdd)
            && Agrees(pair.A, pair.B, (a, b) => a - b, (x, y) => x - y, UnitAlgebra.TrySubtract)
            && Agrees(pair.A, pair.B, (a, b) => a * b, (x, y) => x * y, UnitAlgebra.TryMultiply)
            && (pair.B.Value == 0
                || Agrees(pair.A, pair.B, (a, b) => a / b, (x, y) => x / y, UnitAlgebra.TryDivide))).QuickCheckThrowOnFailure();

    [Fact]
    public void Taking_away_and_adding_back_in_one_unit_changes_nothing() =>
        Prop.ForAll(UnitArbitraries.TwoQuantities, pair =>
        {
            var b = new Quantity(pair.B.Value, pair.A.Unit);
            return pair.A - b + b == pair.A;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Equal_quantities_have_one_hash_and_one_text() =>
        Prop.ForAll(UnitArbitraries.TwoQuantities, pair =>
        {
            // Adding a zero of many decimals changes the scale of the decimal, not its value.
            Quantity rescaled = pair.A with { Value = pair.A.Value + 0.000000000000m };
            return rescaled == pair.A
                && rescaled.GetHashCode() == pair.A.GetHashCode()
                && rescaled.ToString() == pair.A.ToString();
        }).QuickCheckThrowOnFailure();

    private static bool Agrees(
        Quantity a, Quantity b, Func<Quantity, Quantity, Quantity> onQuantities, Func<decimal, decimal, decimal> onValues, Rule onUnits)
    {
        if (onUnits(a.Unit, b.Unit, out Unit unit, out string why))
            return onQuantities(a, b) == new Quantity(onValues(a.Value, b.Value), unit);

        return Assert.Throws<ArgumentException>(() => onQuantities(a, b)).Message.Contains(why, StringComparison.Ordinal);
    }
}
