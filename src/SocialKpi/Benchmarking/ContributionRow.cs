using System.Text;

namespace SocialKpi;

/// <summary>What a segment brings to a figure as plain values, for libraries of charts and tables.</summary>
/// <param name="Segment">The segment, <c>platform = linkedin</c>.</param>
/// <param name="Value">Its own figure; null when it has none.</param>
/// <param name="Amount">Its part of the whole.</param>
/// <param name="ShareOfWhole">Its part as a fraction of the whole; null when the whole is 0.</param>
/// <param name="ShareOfVolume">Its share of what a rate divides by; null for a sum.</param>
/// <param name="Unit">The unit of figure and part, as in JSON.</param>
public sealed record ContributionRow(string Segment, decimal? Value, decimal Amount, decimal? ShareOfWhole, decimal? ShareOfVolume, string Unit)
{
    internal static ContributionRow Of(Contribution part) => new(
        part.Segment.Plain, part.Value?.Value, part.Amount.Value, part.ShareOfWhole, part.ShareOfVolume, part.Amount.Unit.ToString());

    private bool PrintMembers(StringBuilder text) => new RecordText(text)
        .Part(Segment).Part(Value).Part(Amount).Part(ShareOfWhole).Part(ShareOfVolume).Part(Unit)
        .IsWritten;
}
