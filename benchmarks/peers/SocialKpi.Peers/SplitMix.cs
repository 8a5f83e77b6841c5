namespace SocialKpi.Peers;

/// <summary>SplitMix64 (Steele, Lea and Flood 2014): the same numbers from a seed in every run.</summary>
internal struct SplitMix(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next number from 0 to one less than the limit; the limits here are so small that the bias does not matter.</summary>
    public int Next(int limit)
    {
        unchecked
        {
            ulong z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (int)((z ^ (z >> 31)) % (uint)limit);
        }
    }
}
