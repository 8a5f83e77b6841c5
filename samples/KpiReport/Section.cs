using SocialKpi;

namespace KpiReport;

/// <summary>A table of the report and the title above it; the only table of a report has none.</summary>
internal sealed record Section(string? Title, KpiTable Table);
