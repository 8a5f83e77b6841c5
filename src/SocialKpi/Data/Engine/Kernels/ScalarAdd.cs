using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SocialKpi;

/// <summary>Adds one lane by group, row by row: what every other form of addition must equal, and the rows that they leave over.</summary>
internal static class ScalarAdd
{
    /// <param name="lane">The lane.</param>
    /// <param name="from">The first row to add.</param>
    /// <param name="groups">The group of each row.</param>
    /// <param name="totals">The total of the lane in the first group.</param>
    /// <param name="stride">How many totals a group has.</param>
    public static void Add<T, TWidening>(ref T lane, int from, ReadOnlySpan<int> groups, ref long totals, int stride)
        where T : unmanaged
        where TWidening : IWidening<T>
    {
        ref int group = ref MemoryMarshal.GetReference(groups);
        for (nuint at = (nuint)from; at < (nuint)groups.Length; at = unchecked(at + 1))
        {
            ref long own = ref Unsafe.Add(ref totals, unchecked((nint)Unsafe.Add(ref group, at) * stride));
            own = unchecked(own + TWidening.Load(ref lane, at));
        }
    }
}
