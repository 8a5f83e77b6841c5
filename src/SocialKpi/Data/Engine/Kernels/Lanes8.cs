namespace SocialKpi;

/// <summary>Where eight lanes of one block begin.</summary>
internal readonly ref struct Lanes8<T>(ref T a, ref T b, ref T c, ref T d, ref T e, ref T f, ref T g, ref T h)
{
    public readonly ref T A = ref a;
    public readonly ref T B = ref b;
    public readonly ref T C = ref c;
    public readonly ref T D = ref d;
    public readonly ref T E = ref e;
    public readonly ref T F = ref f;
    public readonly ref T G = ref g;
    public readonly ref T H = ref h;
}
