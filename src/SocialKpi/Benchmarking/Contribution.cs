namespace SocialKpi;

/// <summary>What one segment brings to a figure. Immutable and thread-safe.</summary>
public sealed class Contribution
{
    internal Contribution(Segment segment, Quantity? value, Quantity amount, decimal? shareOfWhole, decimal? shareOfVolume) =>
        (Segment, Value, Amount, ShareOfWhole, ShareOfVolume) = (segment, value, amount, shareOfWhole, shareOfVolume);

    /// <summary>The segment; <see cref="Segment.Rest"/> for those that a top does not name.</summary>
    public Segment Segment { get; }

    /// <summary>Its own figure; null when it has none.</summary>
    public Quantity? Value { get; }

    /// <summary>Its part of the whole: its own figure in a sum, its own rate times its share in a rate. In the unit of the whole.</summary>
    public Quantity Amount { get; }

    /// <summary>Its part as a fraction of the whole; null when the whole is 0.</summary>
    public decimal? ShareOfWhole { get; }

    /// <summary>Its share of what a rate divides by, as a fraction; null for a sum.</summary>
    public decimal? ShareOfVolume { get; }

    /// <summary>In words: <c>platform = linkedin: 0.92 % (57.14 % of all)</c>.</summary>
    public override string ToString() => $"{Segment}: {Amount}{(ShareOfWhole is null ? "" : $" ({EffectText.Share(ShareOfWhole)} of all)")}";
}
