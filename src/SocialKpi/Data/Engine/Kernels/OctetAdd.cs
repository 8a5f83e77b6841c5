using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SocialKpi;

/// <summary>
/// Adds eight lanes by group: eight rows of eight lanes are turned in registers, so that each row is one 512-bit addition into
/// the eight totals of its group, which lie side by side in one cache line.
/// </summary>
internal static class OctetAdd
{
    public const int Width = 8;

    public static bool IsSupported => Avx512F.IsSupported;

    /// <summary>Adds the rows that fill whole blocks of eight, and returns how many these are.</summary>
    /// <param name="lanes">The lanes.</param>
    /// <param name="groups">The group of each row.</param>
    /// <param name="totals">The total of the first lane in the first group.</param>
    /// <param name="areFar">Whether there are more totals than a near cache holds.</param>
    public static int Add<T, TWidening>(in Lanes8<T> lanes, ReadOnlySpan<int> groups, ref long totals, bool areFar)
        where T : unmanaged
        where TWidening : IWidening<T>
    {
        ref int group = ref MemoryMarshal.GetReference(groups);
        nuint at = 0;
        nuint last = (nuint)(groups.Length - (groups.Length % Width));
        for (; at < last; at = unchecked(at + Width))
        {
            Vector512<long> a = TWidening.Load512(ref lanes.A, at);
            Vector512<long> b = TWidening.Load512(ref lanes.B, at);
            Vector512<long> c = TWidening.Load512(ref lanes.C, at);
            Vector512<long> d = TWidening.Load512(ref lanes.D, at);
            Vector512<long> e = TWidening.Load512(ref lanes.E, at);
            Vector512<long> f = TWidening.Load512(ref lanes.F, at);
            Vector512<long> g = TWidening.Load512(ref lanes.G, at);
            Vector512<long> h = TWidening.Load512(ref lanes.H, at);

            if (areFar)
            {
                Prefetch.Totals(ref group, at, last, ref totals, Width);
            }
            else
            {
                Prefetch.Ahead(ref lanes.A, at);
                Prefetch.Ahead(ref lanes.B, at);
                Prefetch.Ahead(ref lanes.C, at);
                Prefetch.Ahead(ref lanes.D, at);
                Prefetch.Ahead(ref lanes.E, at);
                Prefetch.Ahead(ref lanes.F, at);
                Prefetch.Ahead(ref lanes.G, at);
                Prefetch.Ahead(ref lanes.H, at);
            }

            // Pairs of lanes: of the even rows, then of the odd ones.
            (Vector512<long> ab0, Vector512<long> ab1) = (Avx512F.UnpackLow(a, b), Avx512F.UnpackHigh(a, b));
            (Vector512<long> cd0, Vector512<long> cd1) = (Avx512F.UnpackLow(c, d), Avx512F.UnpackHigh(c, d));
            (Vector512<long> ef0, Vector512<long> ef1) = (Avx512F.UnpackLow(e, f), Avx512F.UnpackHigh(e, f));
            (Vector512<long> gh0, Vector512<long> gh1) = (Avx512F.UnpackLow(g, h), Avx512F.UnpackHigh(g, h));

            // Fours of lanes, of two rows each.
            (Vector512<long> low04, Vector512<long> low26) = (Even(ab0, cd0), Odd(ab0, cd0));
            (Vector512<long> high04, Vector512<long> high26) = (Even(ef0, gh0), Odd(ef0, gh0));
            (Vector512<long> low15, Vector512<long> low37) = (Even(ab1, cd1), Odd(ab1, cd1));
            (Vector512<long> high15, Vector512<long> high37) = (Even(ef1, gh1), Odd(ef1, gh1));

            ref int rows = ref Unsafe.Add(ref group, at);
            AddRow(ref totals, rows, Even(low04, high04));
            AddRow(ref totals, Unsafe.Add(ref rows, 1), Even(low15, high15));
            AddRow(ref totals, Unsafe.Add(ref rows, 2), Even(low26, high26));
            AddRow(ref totals, Unsafe.Add(ref rows, 3), Even(low37, high37));
            AddRow(ref totals, Unsafe.Add(ref rows, 4), Odd(low04, high04));
            AddRow(ref totals, Unsafe.Add(ref rows, 5), Odd(low15, high15));
            AddRow(ref totals, Unsafe.Add(ref rows, 6), Odd(low26, high26));
            AddRow(ref totals, Unsafe.Add(ref rows, 7), Odd(low37, high37));
        }

        return (int)at;
    }

    /// <summary>The first and third quarter of both.</summary>
    private static Vector512<long> Even(Vector512<long> left, Vector512<long> right) => Avx512F.Shuffle4x128(left, right, 0b10_00_10_00);

    /// <summary>The second and fourth quarter of both.</summary>
    private static Vector512<long> Odd(Vector512<long> left, Vector512<long> right) => Avx512F.Shuffle4x128(left, right, 0b11_01_11_01);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRow(ref long totals, int group, Vector512<long> row)
    {
        ref long own = ref Unsafe.Add(ref totals, unchecked((nint)group * Width));
        (Vector512.LoadUnsafe(ref own) + row).StoreUnsafe(ref own);
    }
}
