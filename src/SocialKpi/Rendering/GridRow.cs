namespace SocialKpi;

/// <summary>One row of a <see cref="Grid"/>: as many cells as the grid has columns. Totals begin with the first row that starts them.</summary>
internal sealed record GridRow(IReadOnlyList<string> Cells, bool RuleBefore, bool StartsTotals);
