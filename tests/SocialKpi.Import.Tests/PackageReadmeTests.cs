using System.Text.RegularExpressions;
using SocialKpi.Tests.Support;

namespace SocialKpi.Import.Tests;

public partial class PackageReadmeTests
{
    [Fact]
    public void Every_mapping_in_the_package_README_can_be_used()
    {
        string readme = File.ReadAllText(Repository.File("src", "SocialKpi.Import", "README.md"));
        string[] mappings = [.. MappingBlock().Matches(readme).Select(match => match.Groups[1].Value)];

        // A mapping that reads neither measures nor values is none.
        Assert.Equal(3, mappings.Length);
        Assert.All(mappings, mapping => CsvMapping.Parse(mapping));
    }

    [GeneratedRegex("^```json\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex MappingBlock();
}
