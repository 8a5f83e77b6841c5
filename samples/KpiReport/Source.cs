using SocialKpi.Import;

namespace KpiReport;

/// <summary>A file to read, what its columns mean, and the table of facts that it is.</summary>
internal sealed record Source(string Table, string File, CsvMapping Mapping);
