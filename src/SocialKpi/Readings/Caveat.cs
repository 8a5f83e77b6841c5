namespace SocialKpi;

/// <summary>Something a reader of a figure must know beside it: what kind, how much of it, and in words.</summary>
/// <param name="Kind">What kind of caveat.</param>
/// <param name="Amount">How much: rows left out, or the part of the numerator without a denominator; 0 where there is nothing to count, or no decimal holds it.</param>
/// <param name="Text">The caveat as a sentence.</param>
public sealed record Caveat(CaveatKind Kind, decimal Amount, string Text)
{
    /// <summary>The sentence.</summary>
    public override string ToString() => Text;
}
