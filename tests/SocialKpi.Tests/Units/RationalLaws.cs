using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace SocialKpi.Tests.Units;

public sealed class RationalLaws
{
    private static readonly Gen<Rational> Any =
        from numerator in Gen.Choose(-1000, 1000)
        from denominator in Gen.Choose(-60, 60).Where(value => value != 0)
        select new Rational(numerator, denominator);

    private static readonly Arbitrary<(Rational A, Rational B, Rational C)> Three = Arb.From(from a in Any from b in Any from c in Any select (a, b, c));

    [Fact]
    public void Products_distribute_over_sums_exactly() =>
        Prop.ForAll(Three, three => Rational.Compare((three.A + three.B) * three.C, (three.A * three.C) + (three.B * three.C)) == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void A_quotient_times_its_divisor_is_what_was_divided() =>
        Prop.ForAll(Three, three => three.B.IsZero || Rational.Compare(three.A / three.B * three.B, three.A) == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void A_sum_of_many_is_the_sum_of_one_after_the_other() =>
        Prop.ForAll(Arb.From(Gen.ArrayOf(Any)), terms => Rational.Compare(Rational.Sum(terms), terms.Aggregate(default(Rational), (sum, term) => sum + term)) == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void Rounding_is_off_by_half_a_unit_of_the_last_decimal_at_most_and_mirrors_the_sign() =>
        Prop.ForAll(Three, three =>
        {
            (BigInteger scaled, int decimals) = three.A.Rounded(4);
            Rational off = (Rational.Of(scaled, decimals) - three.A).Magnitude;
            Assert.True(Rational.Compare(off, new Rational(1, 20_000)) <= 0);
            Assert.Equal((-scaled, decimals), (default(Rational) - three.A).Rounded(4));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_default_is_zero()
    {
        Assert.True(default(Rational).IsZero);
        Assert.Equal(1, default(Rational).Denominator);
        Assert.Throws<DivideByZeroException>(() => new Rational(1, 2) / default(Rational));
    }
}
