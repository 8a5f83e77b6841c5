namespace SocialKpi.Import;

/// <summary>What came out of a file: the facts, and the account of how they were read.</summary>
/// <param name="Facts">The accepted rows.</param>
/// <param name="Report">What was read, accepted, rejected and assumed.</param>
public sealed record CsvImport(Facts Facts, ImportReport Report);
