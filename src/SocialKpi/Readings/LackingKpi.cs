namespace SocialKpi;

/// <summary>A KPI that facts cannot feed, and all that they lack for it.</summary>
public sealed class LackingKpi
{
    internal LackingKpi(Kpi kpi, IReadOnlyList<string> reasons) => (Kpi, Reasons) = (kpi, reasons);

    /// <summary>What could not be read.</summary>
    public Kpi Kpi { get; }

    /// <summary>What is missing or has another unit, one sentence each: measures, dimensions, fields of conditions, time.</summary>
    public IReadOnlyList<string> Reasons { get; }

    /// <summary>The KPI and the reasons on one line.</summary>
    public override string ToString() => $"{Kpi.Id}: {string.Join("; ", Reasons)}";

    /// <summary>What two tables left out, in the first one's order and then the second's; of one KPI all reasons.</summary>
    internal static IReadOnlyList<LackingKpi> Together(IReadOnlyList<LackingKpi> mine, IReadOnlyList<LackingKpi> theirs) => mine.Count + theirs.Count == 0 ? [] :
    [
        .. mine.Concat(theirs).GroupBy(lacking => lacking.Kpi)
            .Select(same => new LackingKpi(same.Key, [.. same.SelectMany(lacking => lacking.Reasons).Distinct(StringComparer.Ordinal)])),
    ];
}
