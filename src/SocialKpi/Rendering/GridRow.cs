namespace SocialKpi;

/// <summary>One row of a <see cref="Grid"/>: as many cells as the grid has columns.</summary>
internal sealed record GridRow(IReadOnlyList<string> Cells, bool RuleBefore);
