using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SocialKpi;

/// <summary>
/// The sum of all rows of a lane, where there is one group only. Memory is the limit and vectors of 512 bits do not help: where they
/// cross cache lines, as they mostly do, they are slower than those of 256.
/// </summary>
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
            if (Vector256.IsHardwareAccelerated) sum = Of<T, Vector256<long>, By256<T, TWidening>>(ref first, count, ref at);
            else if (Vector128.IsHardwareAccelerated) sum = Of<T, Vector128<long>, By128<T, TWidening>>(ref first, count, ref at);
            for (; at < count; at++) sum += TWidening.Load(ref first, at);
            return sum;
        }
    }

    /// <summary>Adds the rows that fill whole vectors: four quarters of the rows at a time, because memory gives more from several places than from one.</summary>
    private static long Of<T, TVector, TAddition>(ref T first, nuint count, ref nuint at)
        where T : unmanaged
        where TVector : struct
        where TAddition : IAddition<T, TVector>
    {
        unchecked
        {
            nuint width = TAddition.Width;
            nuint quarter = count / (4 * width) * width;
            (TVector a, TVector b, TVector c, TVector d) = (default, default, default, default);
            for (; at < quarter; at += width)
            {
                a = TAddition.Add(a, ref first, at);
                b = TAddition.Add(b, ref first, quarter + at);
                c = TAddition.Add(c, ref first, (2 * quarter) + at);
                d = TAddition.Add(d, ref first, (3 * quarter) + at);
            }

            at = 4 * quarter;
            for (; at + width <= count; at += width) a = TAddition.Add(a, ref first, at);
            return TAddition.Sum(a) + TAddition.Sum(b) + TAddition.Sum(c) + TAddition.Sum(d);
        }
    }

    /// <summary>Adding rows to sums in vectors of one width.</summary>
    private interface IAddition<T, TVector>
    {
        /// <summary>How many sums a vector has.</summary>
        static abstract nuint Width { get; }

        static abstract TVector Add(TVector sums, ref T first, nuint at);

        static abstract long Sum(TVector sums);
    }

    private readonly struct By256<T, TWidening> : IAddition<T, Vector256<long>>
        where T : unmanaged
        where TWidening : IWidening<T>
    {
        public static nuint Width => (nuint)Vector256<long>.Count;

        public static Vector256<long> Add(Vector256<long> sums, ref T first, nuint at) => sums + TWidening.Load256(ref first, at);

        public static long Sum(Vector256<long> sums) => Vector256.Sum(sums);
    }

    private readonly struct By128<T, TWidening> : IAddition<T, Vector128<long>>
        where T : unmanaged
        where TWidening : IWidening<T>
    {
        public static nuint Width => (nuint)Vector128<long>.Count;

        public static Vector128<long> Add(Vector128<long> sums, ref T first, nuint at) => sums + TWidening.Load128(ref first, at);

        public static long Sum(Vector128<long> sums) => Vector128.Sum(sums);
    }
}
