namespace SocialKpi;

/// <summary>A driver before anything is rounded.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Presence">Where it has a part.</param>
/// <param name="From">What it brings before.</param>
/// <param name="To">What it brings after.</param>
/// <param name="Contribution">What it does to the change.</param>
/// <param name="Rate">What of that its own rate does.</param>
internal sealed record ExactDriver(Segment Segment, DriverPresence Presence, SegmentAmounts From, SegmentAmounts To, Rational Contribution, Rational Rate)
{
    public Quantity? ValueFrom { get; init; }

    public Quantity? ValueTo { get; init; }

    public Rational Volume => Contribution - Rate;
}
