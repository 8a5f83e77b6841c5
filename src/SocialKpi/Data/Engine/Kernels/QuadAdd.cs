using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SocialKpi;

/// <summary>Adds four lanes by group as <see cref="OctetAdd"/> adds eight: four rows of four lanes are turned, and each is one 256-bit addition.</summary>
internal static class QuadAdd
{
    public const int Width = 4;

    public static bool IsSupported => Avx2.IsSupported;

    /// <summary>Adds the rows that fill whole blocks of four, and returns how many these are.</summary>
    public static int Add<T, TWidening>(ref T a, ref T b, ref T c, ref T d, ReadOnlySpan<int> groups, ref long totals, bool areFar)
        where T : unmanaged
        where TWidening : IWidening<T>
    {
        ref int group = ref MemoryMarshal.GetReference(groups);
        nuint at = 0;
        nuint last = (nuint)(groups.Length - (groups.Length % Width));
        for (; at < last; at = unchecked(at + Width))
        {
            (Vector256<long> first, Vector256<long> second) = (TWidening.Load256(ref a, at), TWidening.Load256(ref b, at));
            (Vector256<long> third, Vector256<long> fourth) = (TWidening.Load256(ref c, at), TWidening.Load256(ref d, at));
            if (areFar)
            {
                Prefetch.Totals(ref group, at, last, ref totals, Width);
            }
            else
            {
                Prefetch.Ahead(ref a, at);
                Prefetch.Ahead(ref b, at);
                Prefetch.Ahead(ref c, at);
                Prefetch.Ahead(ref d, at);
            }

            (Vector256<long> left0, Vector256<long> left1) = (Avx2.UnpackLow(first, second), Avx2.UnpackHigh(first, second));
            (Vector256<long> right0, Vector256<long> right1) = (Avx2.UnpackLow(third, fourth), Avx2.UnpackHigh(third, fourth));
            ref int rows = ref Unsafe.Add(ref group, at);
            AddRow(ref totals, rows, Avx2.Permute2x128(left0, right0, 0x20));
            AddRow(ref totals, Unsafe.Add(ref rows, 1), Avx2.Permute2x128(left1, right1, 0x20));
            AddRow(ref totals, Unsafe.Add(ref rows, 2), Avx2.Permute2x128(left0, right0, 0x31));
            AddRow(ref totals, Unsafe.Add(ref rows, 3), Avx2.Permute2x128(left1, right1, 0x31));
        }

        return (int)at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRow(ref long totals, int group, Vector256<long> row)
    {
        ref long own = ref Unsafe.Add(ref totals, unchecked((nint)group * Width));
        (Vector256.LoadUnsafe(ref own) + row).StoreUnsafe(ref own);
    }
}
