using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace SocialKpi.Tests.Data.Engine.Kernels;

public class MaskLaws
{
    private static readonly Gen<long[]> Figures = Gen.ArrayOf(AdditionLaws.Figure, 200);

    [Fact]
    public void A_masked_copy_has_the_figures_whose_bit_is_set_and_zeros() => Prop.ForAll(
        Figures.ToArbitrary(), Gen.ArrayOf(Gen.Elements(true, false), 200).ToArbitrary(), (figures, bits) =>
        {
            foreach (int length in AdditionLaws.Lengths.Append(200))
            {
                BlockMask mask = MaskOf(bits.Take(length));
                Assert.Equal(figures.Take(length).Select((figure, i) => bits[i] ? figure : 0), Copied(figures[..length], mask));
                int[] narrow = [.. figures.Take(length).Select(figure => unchecked((int)figure))];
                Assert.Equal(narrow.Select((figure, i) => bits[i] ? figure : 0), Copied(narrow, mask));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void A_range_has_the_bits_of_the_figures_between_its_ends() => Prop.ForAll(
        Figures.ToArbitrary(), AdditionLaws.Figure.ToArbitrary(), AdditionLaws.Figure.ToArbitrary(), (figures, one, other) =>
        {
            (long least, long greatest) = (Math.Min(one, other), Math.Max(one, other));
            foreach (int length in AdditionLaws.Lengths.Append(200))
            {
                BlockMask mask = new();
                RangeMask.Set(figures.AsSpan(0, length), least, greatest, mask);
                Assert.Equal(Enumerable.Range(0, length).Where(i => figures[i] >= least && figures[i] <= greatest), Places(mask));

                int[] narrow = [.. figures.Take(length).Select(figure => unchecked((int)figure))];
                (int low, int high) = (unchecked((int)one), unchecked((int)other));
                BlockMask narrowMask = new();
                RangeMask.Set<int>(narrow, Math.Min(low, high), Math.Max(low, high), narrowMask);
                Assert.Equal(Enumerable.Range(0, length).Where(i => narrow[i] >= Math.Min(low, high) && narrow[i] <= Math.Max(low, high)), Places(narrowMask));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void Places_are_those_of_the_bits_that_are_set() => Prop.ForAll(Gen.ArrayOf(Gen.Elements(true, false, false), RowBlock.Size).ToArbitrary(), bits =>
        Assert.Equal(Enumerable.Range(0, bits.Length).Where(at => bits[at]), Places(MaskOf(bits)))).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    private static T[] Copied<T>(T[] figures, BlockMask mask)
        where T : unmanaged, IBinaryInteger<T>
    {
        T[] copy = new T[figures.Length];
        MaskedCopy.Copy<T>(figures, mask, copy);
        return copy;
    }

    private static BlockMask MaskOf(IEnumerable<bool> bits)
    {
        BlockMask mask = new();
        foreach ((int at, bool bit) in bits.Index())
        {
            if (bit) mask.Set(at);
        }

        return mask;
    }

    private static List<int> Places(BlockMask mask)
    {
        List<int> places = [];
        foreach (int at in mask) places.Add(at);
        return places;
    }
}
