using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace SocialKpi;

/// <summary>
/// Asks memory for what is needed soon, where the processor does not see it by itself: lanes take turns, each for a block only, and the
/// totals of many groups lie anywhere.
/// </summary>
internal static class Prefetch
{
    /// <summary>How many rows ahead totals are asked for: enough to hide how far they are, few enough that none is lost again.</summary>
    private const int RowsAhead = 32;

    /// <summary>How many bytes ahead lanes are asked for: about a block.</summary>
    private const nint Distance = RowBlock.Size * sizeof(long);

    /// <summary>Asks for the rows that lie one block behind these.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Ahead<T>(ref T lane, nuint at)
        where T : unmanaged
    {
        // It is a hint and reads nothing, so that it may point behind the end of a column.
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AddByteOffset(ref Unsafe.Add(ref lane, at), Distance)));
    }

    /// <summary>Asks for the totals of rows that come soon, as many rows as are added at once. It pays where all totals together do not fit into a near cache.</summary>
    /// <param name="groups">The group of each row.</param>
    /// <param name="at">The row that is added next.</param>
    /// <param name="until">Behind the last row that is added.</param>
    /// <param name="totals">The totals of the first group.</param>
    /// <param name="width">How many totals a group has, and how many rows are added at once.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Totals(ref int groups, nuint at, nuint until, ref long totals, int width)
    {
        nuint soon = unchecked(at + RowsAhead);
        if (!Sse.IsSupported || soon >= until) return;
        for (nuint row = soon; row < unchecked(soon + (nuint)width); row = unchecked(row + 1))
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref totals, unchecked((nint)Unsafe.Add(ref groups, row) * width))));
    }
}
