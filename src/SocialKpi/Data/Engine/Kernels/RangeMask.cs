using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SocialKpi;

/// <summary>Sets a bit for each integer that lies between two, both included.</summary>
internal static class RangeMask
{
    /// <summary>Adds the bits of a block to those that are set already.</summary>
    public static void Set<T>(ReadOnlySpan<T> integers, T least, T greatest, BlockMask mask)
        where T : unmanaged, IBinaryInteger<T>
    {
        (Vector512<T> low, Vector512<T> high) = (Vector512.Create(least), Vector512.Create(greatest));
        int width = Vector512<T>.Count;
        ref T first = ref MemoryMarshal.GetReference(integers);
        int whole = integers.Length - (integers.Length % width);
        for (int at = 0; at < whole; at = unchecked(at + width))
        {
            Vector512<T> vector = Vector512.LoadUnsafe(ref first, (nuint)at);
            ulong bits = (Vector512.GreaterThanOrEqual(vector, low) & Vector512.LessThanOrEqual(vector, high)).ExtractMostSignificantBits();
            mask[at / RowMask.WordSize] |= bits << (at % RowMask.WordSize);
        }

        for (int at = whole; at < integers.Length; at++)
        {
            if (integers[at] >= least && integers[at] <= greatest) mask.Set(at);
        }
    }
}
