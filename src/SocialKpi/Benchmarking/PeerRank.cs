using System.Globalization;

namespace SocialKpi;

/// <summary>The place among competitors, the best first; equal values share a place.</summary>
/// <param name="Place">1 is the best; one more than there are better ones.</param>
/// <param name="Of">How many are ranked, oneself included, also where one's own value is not among the peers.</param>
/// <param name="Tied">How many others share the place.</param>
public readonly record struct PeerRank(int Place, int Of, int Tied)
{
    /// <summary>Such as <c>2 of 6</c>, or <c>2 of 6 (tied with 1)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Place} of {Of}{(Tied > 0 ? $" (tied with {Tied.ToString(CultureInfo.InvariantCulture)})" : "")}");
}
