using System.Text;

namespace SocialKpi;

/// <summary>Which segments of a table are named: those with the largest readings of a KPI. All others are its rest.</summary>
public sealed record SegmentRanking
{
    internal SegmentRanking(int count, Kpi by) => (Count, By) = (count, by);

    /// <summary>How many segments are named; 1 or more.</summary>
    public int Count { get; }

    /// <summary>The KPI whose readings over all periods rank the segments, largest first.</summary>
    public Kpi By { get; }

    private bool PrintMembers(StringBuilder text) => new RecordText(text).Part(Count).Part(By).IsWritten;
}
