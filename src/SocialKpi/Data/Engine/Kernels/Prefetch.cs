using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace SocialKpi;

/// <summary>
/// Asks memory for what a lane needs soon. Lanes take turns, each for a block only, which is too short for the processor to see by
/// itself what comes next.
/// </summary>
internal static class Prefetch
{
    /// <summary>How many bytes ahead: about a block.</summary>
    private const nint Distance = RowBlock.Size * sizeof(long);

    /// <summary>Asks for the rows that lie one block behind these.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Ahead<T>(ref T lane, nuint at)
        where T : unmanaged
    {
        // It is a hint and reads nothing, so that it may point behind the end of a column.
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AddByteOffset(ref Unsafe.Add(ref lane, at), Distance)));
    }
}
