using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SocialKpi;

/// <summary>The sum of all rows of a lane, where there is one group only. Four sums at a time, so that none waits for the other.</summary>
internal static class PlainSum
{
    /// <summary>The sum; that it fits into 64 bits is known from the range of the column.</summary>
    public static long Of<T, TWidening>(ReadOnlySpan<T> rows)
        where T : unmanaged
        where TWidening : IWidening<T>
    {
        unchecked
        {
            ref T first = ref MemoryMarshal.GetReference(rows);
            (nuint at, nuint count, long sum) = (0, (nuint)rows.Length, 0);
            if (Vector512.IsHardwareAccelerated) sum = By512<T, TWidening>(ref first, count, ref at);
            else if (Vector256.IsHardwareAccelerated) sum = By256<T, TWidening>(ref first, count, ref at);
            else if (Vector128.IsHardwareAccelerated) sum = By128<T, TWidening>(ref first, count, ref at);
            for (; at < count; at++) sum += TWidening.Load(ref first, at);
            return sum;
        }
    }

    private static long By512<T, TWidening>(ref T first, nuint count, ref nuint at)
        where T : unmanaged
        where TWidening : IWidening<T>
    {
        unchecked
        {
            nuint width = (nuint)Vector512<long>.Count;
            (Vector512<long> a, Vector512<long> b, Vector512<long> c, Vector512<long> d) = (default, default, default, default);
            for (; at + (4 * width) <= count; at += 4 * width)
            {
                a += TWidening.Load512(ref first, at);
                b += TWidening.Load512(ref first, at + width);
                c += TWidening.Load512(ref first, at + (2 * width));
                d += TWidening.Load512(ref first, at + (3 * width));
            }

            for (; at + width <= count; at += width) a += TWidening.Load512(ref first, at);
            return Vector512.Sum(a + b + c + d);
        }
    }

    private static long By256<T, TWidening>(ref T first, nuint count, ref nuint at)
        where T : unmanaged
        where TWidening : IWidening<T>
    {
        unchecked
        {
            nuint width = (nuint)Vector256<long>.Count;
            (Vector256<long> a, Vector256<long> b, Vector256<long> c, Vector256<long> d) = (default, default, default, default);
            for (; at + (4 * width) <= count; at += 4 * width)
            {
                a += TWidening.Load256(ref first, at);
                b += TWidening.Load256(ref first, at + width);
                c += TWidening.Load256(ref first, at + (2 * width));
                d += TWidening.Load256(ref first, at + (3 * width));
            }

            for (; at + width <= count; at += width) a += TWidening.Load256(ref first, at);
            return Vector256.Sum(a + b + c + d);
        }
    }

    private static long By128<T, TWidening>(ref T first, nuint count, ref nuint at)
        where T : unmanaged
        where TWidening : IWidening<T>
    {
        unchecked
        {
            nuint width = (nuint)Vector128<long>.Count;
            (Vector128<long> a, Vector128<long> b, Vector128<long> c, Vector128<long> d) = (default, default, default, default);
            for (; at + (4 * width) <= count; at += 4 * width)
            {
                a += TWidening.Load128(ref first, at);
                b += TWidening.Load128(ref first, at + width);
                c += TWidening.Load128(ref first, at + (2 * width));
                d += TWidening.Load128(ref first, at + (3 * width));
            }

            for (; at + width <= count; at += width) a += TWidening.Load128(ref first, at);
            return Vector128.Sum(a + b + c + d);
        }
    }
}
