using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SocialKpi;

/// <summary>Adds two lanes by group, two rows at a time, each one 128-bit addition: for processors with nothing wider.</summary>
internal static class PairAdd
{
    public const int Width = 2;

    public static bool IsSupported => Vector128.IsHardwareAccelerated;

    /// <summary>Adds the rows that fill whole pairs, and returns how many these are.</summary>
    /// <param name="a">The first lane.</param>
    /// <param name="b">The second lane.</param>
    /// <param name="groups">The group of each row.</param>
    /// <param name="totals">The total of the first lane in the first group.</param>
    /// <param name="stride">How many totals a group has.</param>
    public static int Add<T, TWidening>(ref T a, ref T b, ReadOnlySpan<int> groups, ref long totals, int stride)
        where T : unmanaged
        where TWidening : IWidening<T>
    {
        ref int group = ref MemoryMarshal.GetReference(groups);
        nuint at = 0;
        nuint last = (nuint)(groups.Length - (groups.Length % Width));
        for (; at < last; at = unchecked(at + Width))
        {
            (Vector128<long> first, Vector128<long> second) = (TWidening.Load128(ref a, at), TWidening.Load128(ref b, at));
            ref int rows = ref Unsafe.Add(ref group, at);
            AddRow(ref totals, unchecked((nint)rows * stride), Vector128.Create(first.GetLower(), second.GetLower()));
            AddRow(ref totals, unchecked((nint)Unsafe.Add(ref rows, 1) * stride), Vector128.Create(first.GetUpper(), second.GetUpper()));
        }

        return (int)at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRow(ref long totals, nint place, Vector128<long> row)
    {
        ref long own = ref Unsafe.Add(ref totals, place);
        (Vector128.LoadUnsafe(ref own) + row).StoreUnsafe(ref own);
    }
}
