using FsCheck;
using FsCheck.Fluent;

namespace SocialKpi.Tests.Data.Engine.Kernels;

/// <summary>Every form of addition is the scalar one, at every length around the widths of vectors and with figures that fill 64 bits.</summary>
public class AdditionLaws
{
    private const int Groups = 5;

    /// <summary>Lengths from none to four of the widest vectors and three.</summary>
    internal static IEnumerable<int> Lengths => Enumerable.Range(0, (4 * System.Runtime.Intrinsics.Vector512<int>.Count) + 4);

    /// <summary>Small figures and those at both ends of the range.</summary>
    internal static Gen<long> Figure { get; } = Gen.Frequency(
        (4, Gen.Choose(-1_000, 1_000).Select(figure => (long)figure)), (1, Gen.Elements(long.MaxValue, long.MinValue, int.MaxValue, int.MinValue, 0)));

    [Fact]
    public void Lanes_of_64_bits_added_together_are_each_added_alone() => Holds(figures => figures, ScalarOf<long, Wide>, TogetherOf<long, Wide>);

    [Fact]
    public void Lanes_of_32_bits_added_together_are_each_added_alone() =>
        Holds(figures => Array.ConvertAll(figures, figure => unchecked((int)figure)), ScalarOf<int, Narrow>, TogetherOf<int, Narrow>);

    [Fact]
    public void A_plain_sum_is_the_sum_row_by_row() => Prop.ForAll(Gen.ArrayOf(Figure, 300).ToArbitrary(), figures =>
    {
        int[] narrow = Array.ConvertAll(figures, figure => unchecked((int)figure));
        foreach (int length in Lengths.Append(figures.Length))
        {
            Assert.Equal(figures.Take(length).Aggregate(0L, (sum, figure) => unchecked(sum + figure)), PlainSum.Of<long, Wide>(figures.AsSpan(0, length)));
            Assert.Equal(narrow.Take(length).Sum(figure => (long)figure), PlainSum.Of<int, Narrow>(narrow.AsSpan(0, length)));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    private static void Holds<T>(Func<long[], T[]> columnOf, Func<T[][], int[], long[]> scalar, Func<T[][], int[], int, long[]?> together)
    {
        Gen<(long[][] Columns, int[] Groups)> rows =
            from columns in Gen.ArrayOf(Gen.ArrayOf(Figure, 80), OctetAdd.Width)
            from groups in Gen.ArrayOf(Gen.Choose(0, Groups - 1), 80)
            select (columns, groups);
        Prop.ForAll(rows.ToArbitrary(), one =>
        {
            T[][] lanes = Array.ConvertAll(one.Columns, column => columnOf(column));
            foreach (int length in Lengths)
            {
                int[] groups = one.Groups[..length];
                foreach (int width in (int[])[OctetAdd.Width, QuadAdd.Width, PairAdd.Width])
                {
                    if (together(lanes, groups, width) is { } totals) Assert.Equal(scalar(lanes[..width], groups), totals);
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));
    }

    private static long[] ScalarOf<T, TWidening>(T[][] lanes, int[] groups)
        where T : unmanaged
        where TWidening : IWidening<T>
    {
        long[] totals = new long[Groups * lanes.Length];
        for (int lane = 0; lane < lanes.Length; lane++) ScalarAdd.Add<T, TWidening>(ref lanes[lane][0], 0, groups, ref totals[lane], lanes.Length);
        return totals;
    }

    /// <summary>The same with vectors, and what they leave over one by one; null where the processor has none as wide.</summary>
    private static long[]? TogetherOf<T, TWidening>(T[][] l, int[] groups, int width)
        where T : unmanaged
        where TWidening : IWidening<T>
    {
        if (!(width switch { OctetAdd.Width => OctetAdd.IsSupported, QuadAdd.Width => QuadAdd.IsSupported, _ => PairAdd.IsSupported })) return null;
        long[] totals = new long[Groups * width];

        // It is for speed alone.
        bool areFar = int.IsEvenInteger(groups.Length);
        int done = width switch
        {
            OctetAdd.Width => OctetAdd.Add<T, TWidening>(
                new(ref l[0][0], ref l[1][0], ref l[2][0], ref l[3][0], ref l[4][0], ref l[5][0], ref l[6][0], ref l[7][0]), groups, ref totals[0], areFar),
            QuadAdd.Width => QuadAdd.Add<T, TWidening>(ref l[0][0], ref l[1][0], ref l[2][0], ref l[3][0], groups, ref totals[0], areFar),
            _ => PairAdd.Add<T, TWidening>(ref l[0][0], ref l[1][0], groups, ref totals[0], width),
        };
        Assert.Equal(groups.Length - (groups.Length % width), done);
        for (int lane = 0; lane < width; lane++) ScalarAdd.Add<T, TWidening>(ref l[lane][0], done, groups, ref totals[lane], width);
        return totals;
    }
}
