namespace SocialKpi.Import;

/// <summary>What the figures say about the time of their rows: their basis, when they were exported, and how old a row must be by then.</summary>
internal sealed record BasisMapping(TimeBasis Basis, ExportMapping? Export, int? YoungUnderDays);
