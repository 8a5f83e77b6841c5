using System.Runtime.Intrinsics;

namespace SocialKpi;

/// <summary>How integers of a column are loaded as 64-bit ones. The loops are written once over it and compiled for each width of column.</summary>
internal interface IWidening<T>
    where T : unmanaged
{
    static abstract long Load(ref T from, nuint at);

    static abstract Vector128<long> Load128(ref T from, nuint at);

    static abstract Vector256<long> Load256(ref T from, nuint at);

    static abstract Vector512<long> Load512(ref T from, nuint at);
}
