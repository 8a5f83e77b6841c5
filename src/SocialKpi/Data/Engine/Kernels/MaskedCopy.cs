using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SocialKpi;

/// <summary>Copies integers where a bit is set and zeros where none is, so that rows without a figure add nothing.</summary>
internal static class MaskedCopy
{
    /// <summary>Copies the rows of a block; both may be the same memory.</summary>
    public static void Copy<T>(ReadOnlySpan<T> from, BlockMask taken, Span<T> to)
        where T : unmanaged, IBinaryInteger<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to.Length, from.Length);
        Vector512<T> bitOfLane = Lanes<T>.Bits;
        int width = Vector512<T>.Count;
        ref T source = ref MemoryMarshal.GetReference(from);
        ref T target = ref MemoryMarshal.GetReference(to);
        int whole = from.Length - (from.Length % width);
        for (int at = 0; at < whole; at = unchecked(at + width))
        {
            // As many bits as lanes, each tested in its own.
            ulong bits = taken[at / RowMask.WordSize] >> (at % RowMask.WordSize);
            Vector512<T> isTaken = Vector512.Equals(InEachLane<T>(bits) & bitOfLane, bitOfLane);
            (Vector512.LoadUnsafe(ref source, (nuint)at) & isTaken).StoreUnsafe(ref target, (nuint)at);
        }

        for (int at = whole; at < from.Length; at++) to[at] = taken.Holds(at) ? from[at] : T.Zero;
    }

    private static Vector512<T> InEachLane<T>(ulong bits)
        where T : unmanaged => Unsafe.SizeOf<T>() == sizeof(ulong) ? Vector512.Create(bits).As<ulong, T>() : Vector512.Create(unchecked((uint)bits)).As<uint, T>();

    private static class Lanes<T>
        where T : unmanaged, IBinaryInteger<T>
    {
        public static readonly Vector512<T> Bits = Vector512.Create<T>([.. Enumerable.Range(0, Vector512<T>.Count).Select(lane => T.One << lane)]);
    }
}
