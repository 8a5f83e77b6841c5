using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SocialKpi.Tests.House;

/// <summary>The source of a project as the compiler sees it.</summary>
internal static class SourceCompilation
{
    // What ImplicitUsings adds to a library.
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14);

    // Everything the tests run on but the packages themselves: their source is what is compiled.
    private static readonly MetadataReference[] References = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(file => !Path.GetFileName(file).StartsWith(Packages.Core, StringComparison.Ordinal))
        .Select(file => MetadataReference.CreateFromFile(file))];

    /// <param name="files">The path of a file as reports name it, and its text.</param>
    public static IReadOnlyList<(SyntaxTree Tree, SemanticModel Model)> Of(IEnumerable<(string Path, string Text)> files)
    {
        SyntaxTree[] trees = [.. files.Select(file => CSharpSyntaxTree.ParseText(file.Text, Options, file.Path))];
        CSharpCompilation compilation = CSharpCompilation.Create("source", [.. trees, CSharpSyntaxTree.ParseText(ImplicitUsings, Options)], References);
        return [.. trees.Select(tree => (tree, compilation.GetSemanticModel(tree)))];
    }
}
