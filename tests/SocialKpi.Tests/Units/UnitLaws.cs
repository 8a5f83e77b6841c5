using FsCheck;
using FsCheck.Fluent;

namespace SocialKpi.Tests.Units;

public sealed class UnitLaws
{
    [Fact]
    public void The_text_of_a_unit_round_trips_in_every_currency()
    {
        Arbitrary<Unit> units = Gen.OneOf(
            UnitArbitraries.AnyUnit.Generator,
            Gen.Elements(CurrencyCodes.MinorDigits.Keys.ToArray()).Select(code => Unit.MoneyIn(Currency.Of(code)))).ToArbitrary();

        Prop.ForAll(units, unit => Unit.Parse(unit.ToString()) == unit).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Units_with_the_same_text_are_the_same_unit() =>
        Prop.ForAll(UnitArbitraries.TwoUnits, pair =>
            (pair.A == pair.B) == (pair.A.ToString() == pair.B.ToString())).QuickCheckThrowOnFailure();
}
