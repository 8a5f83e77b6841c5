namespace SocialKpi.Import;

/// <summary>The columns that together name a row, and what happens to rows of one name.</summary>
internal sealed record KeyMapping(IReadOnlyList<ColumnName> Columns, Duplicates Duplicates);
