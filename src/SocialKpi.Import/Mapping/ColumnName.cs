namespace SocialKpi.Import;

/// <summary>A column of the file as a mapping names it.</summary>
/// <param name="Name">Its name in the header, trimmed.</param>
/// <param name="Occurrence">Which of several columns with that name, counted from 1; null when there must be one.</param>
/// <param name="Blanks">The texts that stand for a blank in it, besides the empty cell.</param>
internal sealed record ColumnName(string Name, int? Occurrence, IReadOnlySet<string> Blanks);
