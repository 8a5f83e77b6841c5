using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using SocialKpi.Tests.Data.Engine.Kernels;

namespace SocialKpi.Tests.Data.Engine;

/// <summary>A quotient in 64-bit integers is the exact fraction, rounded once, half-even: also at both ends of the range and where two halves meet.</summary>
public class IntegerQuotientLaws
{
    [Fact]
    public void A_quotient_is_the_exact_fraction_rounded_once() => Prop.ForAll(
        (from figures in Gen.ArrayOf(Gen.OneOf(AdditionLaws.Figure, Gen.Elements(1L, 2L, 3L, 4L, 8L, 1L << 20, 1L << 62)), 40)
         from numerator in Gen.Choose(0, 3)
         from denominator in Gen.Choose(0, 3)
         select (figures, Math.Max(numerator, denominator), Math.Min(numerator, denominator))).ToArbitrary(),
        one =>
        {
            (long[] figures, int above, int below) = one;
            foreach (long divisor in figures)
            {
                (long[] numerators, Int128[] quotients, BlockMask zero) = (figures, new Int128[RowBlock.Size], new BlockMask());
                IntegerQuotient quotient = IntegerQuotient.Of(Column(numerators, above), Column([.. figures.Select(_ => divisor)], below))!;
                quotient.Read(new RowBlock(0, figures.Length), quotients, zero);
                for (int at = 0; at < figures.Length; at++)
                {
                    Assert.Equal(divisor == 0, zero.Holds(at));
                    if (divisor != 0)
                        Assert.Equal(ExactNumber.DivideHalfEven(numerators[at] * BigInteger.Pow(10, ExactNumber.MaxDigits + below - above), divisor), (BigInteger)quotients[at]);
                }
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_DenominatorWithMoreDecimals_IsNotTried() => Assert.Null(IntegerQuotient.Of(Column([1], 0), Column([1], 1)));

    private static Given Column(long[] integers, int decimals) => new Given(integers, decimals);

    private sealed class Given(long[] integers, int decimals) : IntegerFormula(decimals, long.MinValue, long.MaxValue)
    {
        public override ReadOnlySpan<long> Read(RowBlock block) => integers;
    }
}
