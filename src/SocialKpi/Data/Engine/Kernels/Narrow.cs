using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SocialKpi;

/// <summary>Columns of 32-bit integers: half as much to read, and widened as they are loaded.</summary>
internal readonly struct Narrow : IWidening<int>
{
    public static long Load(ref int from, nuint at) => Unsafe.Add(ref from, at);

    public static Vector128<long> Load128(ref int from, nuint at) => Vector128.WidenLower(Vector64.LoadUnsafe(ref from, at).ToVector128Unsafe());

    public static Vector256<long> Load256(ref int from, nuint at) => Avx2.IsSupported
        ? Avx2.ConvertToVector256Int64(Vector128.LoadUnsafe(ref from, at))
        : Vector256.WidenLower(Vector128.LoadUnsafe(ref from, at).ToVector256Unsafe());

    public static Vector512<long> Load512(ref int from, nuint at) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector512Int64(Vector256.LoadUnsafe(ref from, at))
        : Vector512.WidenLower(Vector256.LoadUnsafe(ref from, at).ToVector512Unsafe());
}
