using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.House;

/// <summary>The C# blocks of the packages' own READMEs compile as they stand.</summary>
public partial class PackageReadmeTests
{
    public static TheoryData<string> Names => [.. Packages.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_csharp_block_of_a_package_README_compiles(string package)
    {
        string[] blocks = [.. Block().Matches(File.ReadAllText(Repository.File("src", package, "README.md"))).Select(match => match.Groups["code"].Value)];
        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.Empty(Errors(block)));
    }

    [Fact]
    public void A_block_that_does_not_compile_is_found() => Assert.NotEmpty(Errors("Kpi kpi = Kpis.NoSuchKpi;"));

    [Fact]
    public void A_DateTime_is_no_time_of_a_row() => Assert.Contains(
        Errors("Facts.FromRows(new[] { DateTime.UnixEpoch }, row => row.Time(moment => moment, DateTimeZone.Utc));"),
        error => error.Contains("CS0619", StringComparison.Ordinal));

    private static string[] Errors(string block)
    {
        // Using directives of a block stand at its top, as they would in a program.
        string code = $"using System; using System.IO; using NodaTime; using SocialKpi; using SocialKpi.Import;\n{block}";
        IEnumerable<MetadataReference> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Concat(Packages.Assemblies.Select(assembly => assembly.Location)).Distinct().Select(path => MetadataReference.CreateFromFile(path));
        CSharpCompilation compilation = CSharpCompilation.Create("readme", [CSharpSyntaxTree.ParseText(code)], references, new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        return [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString())];
    }

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
