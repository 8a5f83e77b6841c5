using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SocialKpi.Tests.House;

/// <summary>
/// Finds every place where code names a symbol of a room that it must not see. Folder = room, so a symbol's room is the
/// folder of the file that declares it; a room sees itself and rooms of lower rank.
/// </summary>
internal sealed class RoomChecker(IReadOnlyDictionary<string, int> ranks)
{
    // What ImplicitUsings adds to a library.
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    // Everything the tests run on but the packages themselves: their source is what is compiled.
    private static readonly MetadataReference[] References = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(file => !Path.GetFileName(file).StartsWith(Packages.Core, StringComparison.Ordinal))
        .Select(file => MetadataReference.CreateFromFile(file))];

    /// <param name="files">Path below the project, such as <c>Data/Engine/Kernel.cs</c>, and text.</param>
    public IReadOnlyList<string> Violations(IEnumerable<(string Path, string Text)> files)
    {
        CSharpParseOptions options = new(LanguageVersion.CSharp14);
        List<SyntaxTree> trees = [.. files.Select(file => CSharpSyntaxTree.ParseText(file.Text, options, file.Path))];
        string[] strays = [.. trees.Where(tree => !ranks.ContainsKey(Room(tree))).Select(tree => $"{tree.FilePath} is in no known room")];
        if (strays.Length > 0)
            return strays;

        CSharpCompilation compilation = CSharpCompilation.Create("rooms", [.. trees, CSharpSyntaxTree.ParseText(ImplicitUsings, options)], References);
        return [.. trees.SelectMany(tree => Violations(tree, compilation.GetSemanticModel(tree))).Distinct()];
    }

    private IEnumerable<string> Violations(SyntaxTree tree, SemanticModel model)
    {
        foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            SymbolInfo found = model.GetSymbolInfo(name);
            foreach (ISymbol symbol in found.Symbol is { } one ? [one] : found.CandidateSymbols)
            {
                foreach (string room in Declarers(symbol).Where(room => room != Room(tree) && ranks[room] >= ranks[Room(tree)]))
                    yield return $"{tree.FilePath}:{name.GetLocation().GetLineSpan().StartLinePosition.Line + 1} {Room(tree)} → {room} {symbol.Name}";
            }
        }
    }

    // A namespace is declared in every room, so it belongs to none.
    private static IEnumerable<string> Declarers(ISymbol symbol) => symbol is INamespaceSymbol
        ? []
        : symbol.OriginalDefinition.DeclaringSyntaxReferences.Select(declaration => Room(declaration.SyntaxTree)).Distinct();

    private static string Room(SyntaxTree tree) => tree.FilePath.Contains('/', StringComparison.Ordinal) ? tree.FilePath.Split('/')[0] : "";
}
