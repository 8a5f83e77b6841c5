using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SocialKpi;

/// <summary>Columns of 64-bit integers: they are what is wanted already.</summary>
internal readonly struct Wide : IWidening<long>
{
    public static long Load(ref long from, nuint at) => Unsafe.Add(ref from, at);

    public static Vector128<long> Load128(ref long from, nuint at) => Vector128.LoadUnsafe(ref from, at);

    public static Vector256<long> Load256(ref long from, nuint at) => Vector256.LoadUnsafe(ref from, at);

    public static Vector512<long> Load512(ref long from, nuint at) => Vector512.LoadUnsafe(ref from, at);
}
