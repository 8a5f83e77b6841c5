namespace SocialKpi.Import;

/// <summary>A dimension, or a row value with what its blank means, and the column it is read from.</summary>
internal sealed record FieldMapping(string Name, ColumnName Column, Blank Blank);
