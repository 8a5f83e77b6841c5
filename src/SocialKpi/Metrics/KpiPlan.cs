namespace SocialKpi;

/// <summary>Where one KPI finds its states and its counts of rows.</summary>
/// <param name="Kpi">The KPI.</param>
/// <param name="Leaves">For each measure leaf of the formula, in tree order, the scan and state that feed it.</param>
/// <param name="Coverage">The scans and rules that count its rows, each once.</param>
/// <param name="Orphans">Where the part of the numerator without a denominator is gathered, for ratios of counts.</param>
/// <param name="Lists">For leaves that are shares of a whole, by the index of the leaf: where all parts of each whole are gathered.</param>
/// <param name="Owners">For leaves that are stocks, by the index of the leaf: where the entities are gathered that have figures in another table.</param>
internal sealed record KpiPlan(
    Kpi Kpi, IReadOnlyList<PlanSlot> Leaves, IReadOnlyList<PlanSlot> Coverage, PlanSlot? Orphans, IReadOnlyList<(int Leaf, PlanSlot Slot)> Lists, IReadOnlyList<(int Leaf, PlanSlot Slot)> Owners)
{
    /// <summary>The rows that the figure is said to rest on: those of the cell itself, or of a context when it reads nothing else. None when it reads stocks alone.</summary>
    public IReadOnlyList<PlanSlot> OwnCoverage { get; } = Coverage.Any(slot => slot.Context is null) ? [.. Coverage.Where(slot => slot.Context is null)] : [.. Coverage.Take(1)];

    /// <summary>Where the measure of each of the query's minimums is gathered.</summary>
    public IReadOnlyList<PlanSlot> Volumes { get; init; } = [];
}

/// <summary>A place in a plan's results.</summary>
/// <param name="Scan">The index of the scan.</param>
/// <param name="Index">The index of the state or rule in that scan.</param>
/// <param name="Context">The context in words; null in the cell's own.</param>
internal readonly record struct PlanSlot(int Scan, int Index, string? Context);
