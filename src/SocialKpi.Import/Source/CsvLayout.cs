namespace SocialKpi.Import;

/// <summary>How a file is laid out, as far as its mapping says; what is null is found in the file.</summary>
internal sealed record CsvLayout(char? Separator, TextEncoding? Encoding, int? HeaderLine);
