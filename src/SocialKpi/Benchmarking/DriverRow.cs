using System.Text;

namespace SocialKpi;

/// <summary>A driver of a change as plain values, for libraries of charts and tables.</summary>
/// <param name="Segment">The segment, <c>platform = linkedin</c>.</param>
/// <param name="Presence">Whether it is on <c>both</c> sides, <c>entered</c> or <c>left</c>.</param>
/// <param name="From">Its own figure before; null when it has none.</param>
/// <param name="To">Its own figure after; null when it has none.</param>
/// <param name="ShareFrom">Its share before of what a rate divides by; null for a sum.</param>
/// <param name="ShareTo">Its share after; null for a sum.</param>
/// <param name="VolumeEffect">What the change of its volume did.</param>
/// <param name="RateEffect">What the change of its own rate did.</param>
/// <param name="Contribution">Both together.</param>
/// <param name="Unit">The unit of the effects, as in JSON; percentage points are fractions.</param>
public sealed record DriverRow(
    string Segment, string Presence, decimal? From, decimal? To, decimal? ShareFrom, decimal? ShareTo,
    decimal VolumeEffect, decimal RateEffect, decimal Contribution, string Unit)
{
    internal static DriverRow Of(Driver driver) => new(
        driver.Segment.Plain, MachineText.Code(driver.Presence), driver.From?.Value, driver.To?.Value, driver.ShareFrom, driver.ShareTo,
        driver.VolumeEffect.Value, driver.RateEffect.Value, driver.Contribution.Value, driver.Contribution.Unit.ToString());

    private bool PrintMembers(StringBuilder text) => new RecordText(text)
        .Part(Segment).Part(Presence).Part(From).Part(To).Part(ShareFrom).Part(ShareTo).Part(VolumeEffect).Part(RateEffect).Part(Contribution)
        .Part(Unit)
        .IsWritten;
}
