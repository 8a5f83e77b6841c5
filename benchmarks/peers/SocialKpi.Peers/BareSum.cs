using System.Numerics;
using System.Runtime.InteropServices;

namespace SocialKpi.Peers;

/// <summary>The least that any engine must do: add up columns with vectors, on one thread, without groups, names or care.</summary>
internal static class BareSum
{
    public static long Of(ReadOnlySpan<long> column)
    {
        Vector<long> first = default, second = default, third = default, fourth = default;
        ReadOnlySpan<Vector<long>> vectors = MemoryMarshal.Cast<long, Vector<long>>(column);
        int i = 0;
        for (; i + 4 <= vectors.Length; i += 4)
        {
            first += vectors[i];
            second += vectors[i + 1];
            third += vectors[i + 2];
            fourth += vectors[i + 3];
        }

        for (; i < vectors.Length; i++) first += vectors[i];
        long sum = Vector.Sum(first + second + third + fourth);
        foreach (long value in column[(vectors.Length * Vector<long>.Count)..]) sum += value;
        return sum;
    }

    public static long Of(ReadOnlySpan<int> column)
    {
        Vector<long> first = default, second = default, third = default, fourth = default;
        ReadOnlySpan<Vector<int>> vectors = MemoryMarshal.Cast<int, Vector<int>>(column);
        int i = 0;
        for (; i + 2 <= vectors.Length; i += 2)
        {
            Vector.Widen(vectors[i], out Vector<long> low, out Vector<long> high);
            first += low;
            second += high;
            Vector.Widen(vectors[i + 1], out low, out high);
            third += low;
            fourth += high;
        }

        for (; i < vectors.Length; i++)
        {
            Vector.Widen(vectors[i], out Vector<long> low, out Vector<long> high);
            first += low;
            second += high;
        }

        long sum = Vector.Sum(first + second + third + fourth);
        foreach (int value in column[(vectors.Length * Vector<int>.Count)..]) sum += value;
        return sum;
    }
}
