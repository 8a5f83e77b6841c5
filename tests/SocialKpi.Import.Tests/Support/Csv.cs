using System.Text;

namespace SocialKpi.Import.Tests;

/// <summary>Small files written as strings.</summary>
internal static class Csv
{
    public const string Clicks = """{ "measures": { "clicks": "Clicks" } }""";

    public static CsvImport Read(string text, string mapping = Clicks, bool strict = false) =>
        Read(Encoding.UTF8.GetBytes(text), mapping, strict);

    public static CsvImport Read(byte[] bytes, string mapping = Clicks, bool strict = false)
    {
        using MemoryStream stream = new(bytes);
        return CsvFacts.Read(stream, CsvMapping.Parse(mapping), strict, "test.csv");
    }

    public static ImportException Refused(string text, string mapping = Clicks, bool strict = false) =>
        Assert.Throws<ImportException>(() => Read(text, mapping, strict));

    public static ImportException Refused(byte[] bytes, string mapping = Clicks) =>
        Assert.Throws<ImportException>(() => Read(bytes, mapping));

    /// <summary>The only rejection of a file.</summary>
    public static Rejection Rejection(string text, string mapping = Clicks) => Assert.Single(Read(text, mapping).Report.Rejections);

    public static IReadOnlyList<MappingIssue> Issues(string mapping) =>
        Assert.Throws<MappingException>(() => CsvMapping.Parse(mapping)).Issues;
}
