namespace SocialKpi;

/// <summary>One measure as a formula found it in a cell, for explanations.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Value">Its figure; null when it has none.</param>
/// <param name="Absence">Why it has none; null when it has one.</param>
/// <param name="Context">The context it was read in, in words; null in the cell's own.</param>
public sealed record ReadingInput(Measure Measure, Quantity? Value, Absence? Absence, string? Context);
