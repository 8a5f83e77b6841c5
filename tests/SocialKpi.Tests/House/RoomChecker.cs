using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SocialKpi.Tests.House;

/// <summary>
/// Finds every place where code names a symbol of a room that it must not see. Folder = room, so a symbol's room is the
/// folder of the file that declares it; a room sees itself and rooms of lower rank.
/// </summary>
internal sealed class RoomChecker(IReadOnlyDictionary<string, int> ranks)
{
    /// <param name="files">Path below the project, such as <c>Data/Engine/Kernel.cs</c>, and text.</param>
    public IReadOnlyList<string> Violations(IEnumerable<(string Path, string Text)> files)
    {
        IReadOnlyList<(SyntaxTree Tree, SemanticModel Model)> source = SourceCompilation.Of(files);
        string[] strays = [.. source.Where(file => !ranks.ContainsKey(Room(file.Tree))).Select(file => $"{file.Tree.FilePath} is in no known room")];
        return strays.Length > 0 ? strays : [.. source.SelectMany(file => Violations(file.Tree, file.Model)).Distinct()];
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
