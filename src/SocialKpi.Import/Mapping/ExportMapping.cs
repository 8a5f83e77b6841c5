using NodaTime;

namespace SocialKpi.Import;

/// <summary>When rows were exported: all on one day, or each on that of a column.</summary>
internal sealed record ExportMapping(LocalDate? Day, TimeMapping? PerRow);
