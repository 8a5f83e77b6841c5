namespace SocialKpi;

/// <summary>How the change of a whole splits into effects of its segments, exactly.</summary>
/// <param name="From">The whole before.</param>
/// <param name="To">The whole after.</param>
/// <param name="IsRate">Whether the figure is a rate and not a sum.</param>
internal sealed record DriverEffects(SegmentAmounts From, SegmentAmounts To, bool IsRate)
{
    private static readonly Rational Half = new(1, 2);

    private readonly Rational _middle = IsRate ? (From.Rate!.Value + To.Rate!.Value) * Half : default;

    public Rational Change => IsRate ? To.Rate!.Value - From.Rate!.Value : To.Top - From.Top;

    public Rational ShareBefore(SegmentAmounts segment) => segment.Bottom / From.Bottom;

    public Rational ShareAfter(SegmentAmounts segment) => segment.Bottom / To.Bottom;

    /// <summary>
    /// What a segment does to the change: of a sum its own change; of a rate its part of the whole, less what its share would have
    /// of the middle rate anyway. It is linear in what the segment brings, so all segments together make the whole change.
    /// </summary>
    public Rational Contribution(SegmentAmounts from, SegmentAmounts to) => IsRate
        ? (to.Top / To.Bottom) - (from.Top / From.Bottom) - (_middle * (ShareAfter(to) - ShareBefore(from)))
        : to.Top - from.Top;

    /// <summary>What of it the change of the segment's own rate does, at the middle of its shares.</summary>
    public Rational Rate(SegmentAmounts from, SegmentAmounts to) => IsRate && from.Rate is { } before && to.Rate is { } after
        ? (ShareBefore(from) + ShareAfter(to)) * Half * (after - before)
        : default;
}
