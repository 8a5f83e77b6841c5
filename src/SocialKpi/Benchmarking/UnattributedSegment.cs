namespace SocialKpi;

/// <summary>A segment whose part in a figure cannot be told.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Reason">Why not, such as <c>not reported in 2026-02</c>.</param>
public sealed record UnattributedSegment(Segment Segment, string Reason)
{
    /// <summary>The segment and the reason.</summary>
    public override string ToString() => $"{Segment} ({Reason})";
}
