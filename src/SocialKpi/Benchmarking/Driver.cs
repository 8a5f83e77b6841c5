namespace SocialKpi;

/// <summary>
/// What one segment did to the change of a figure: by its own rate and by its volume. Effects are in the unit of the change, in
/// percentage points for a ratio.
/// </summary>
/// <remarks>Immutable and thread-safe. For the formulas see <see cref="Drivers"/>.</remarks>
public sealed class Driver
{
    private readonly string _volume;
    private readonly string _label;

    internal Driver(Drivers of, ExactDriver exact, Rational rate, Rational volume)
    {
        (Segment, Presence, From, To) = (exact.Segment, exact.Presence, exact.ValueFrom, exact.ValueTo);
        (ShareFrom, ShareTo) = (of.ShareBefore(exact.From), of.ShareAfter(exact.To));
        (RateEffect, VolumeEffect) = (of.Effect(rate), of.Effect(volume));
        (_volume, _label) = (of.Volume, of.Kpi.ShortName);
    }

    /// <summary>The segment; <see cref="Segment.Rest"/> for those that a top does not name.</summary>
    public Segment Segment { get; }

    /// <summary>Whether it entered, left, or is on both sides. The rest counts as on both.</summary>
    public DriverPresence Presence { get; }

    /// <summary>Its own figure before; null when it has none.</summary>
    public Quantity? From { get; }

    /// <summary>Its own figure after; null when it has none.</summary>
    public Quantity? To { get; }

    /// <summary>Its share before of what a rate divides by, as a fraction: of the impressions for a click-through rate. Null for a sum.</summary>
    public decimal? ShareFrom { get; }

    /// <summary>Its share after of what a rate divides by, as a fraction. Null for a sum.</summary>
    public decimal? ShareTo { get; }

    /// <summary>What it did to the change in all: <see cref="VolumeEffect"/> and <see cref="RateEffect"/> together.</summary>
    public Quantity Contribution => VolumeEffect + RateEffect;

    /// <summary>What the change of its volume did: for a sum its own change, for a rate the change of its share, and all that it brought or took where it entered or left.</summary>
    public Quantity VolumeEffect { get; }

    /// <summary>What the change of its own rate did; 0 for a sum, and where it has no rate on one side.</summary>
    public Quantity RateEffect { get; }

    /// <summary>In words: <c>platform = linkedin: -0.24 pp, of it -1.31 pp by its own CTR (3.00 % → 1.00 %) and +1.07 pp by its share of impressions (30.77 % → 100.00 %)</c>.</summary>
    public override string ToString()
    {
        string all = $"{Segment}: {EffectText.Signed(Contribution)}";
        string values = $"{EffectText.Value(From)} → {EffectText.Value(To)}";
        if (Presence != DriverPresence.Both) return $"{all}, {(Presence == DriverPresence.Entered ? "new" : "gone")} ({values})";
        return ShareFrom is null
            ? $"{all} ({values})"
            : $"{all}, of it {EffectText.Signed(RateEffect)} by its own {_label} ({values}) and {EffectText.Signed(VolumeEffect)} by its share of {_volume} ({EffectText.Share(ShareFrom)} → {EffectText.Share(ShareTo)})";
    }
}
