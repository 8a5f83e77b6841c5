using System.Numerics;

namespace SocialKpi;

/// <summary>Copies integers where a bit is set and zeros where none is, so that rows without a figure add nothing.</summary>
internal static class MaskedCopy
{
    /// <summary>Copies as many rows as the target has, in words of 64 bits.</summary>
    public static void Copy<T>(ReadOnlySpan<T> from, BlockMask taken, Span<T> to)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (int word = 0; word * RowMask.WordSize < from.Length; word++)
        {
            int start = word * RowMask.WordSize;
            int count = Math.Min(RowMask.WordSize, from.Length - start);
            ReadOnlySpan<T> source = from.Slice(start, count);
            Span<T> target = to.Slice(start, count);
            switch (taken[word])
            {
                case 0: target.Clear(); break;
                case ulong.MaxValue: source.CopyTo(target); break;
                case ulong bits:
                    for (int at = 0; at < count; at++) target[at] = source[at] & T.CreateTruncating(-(long)(bits >> at & 1));
                    break;
            }
        }
    }
}
