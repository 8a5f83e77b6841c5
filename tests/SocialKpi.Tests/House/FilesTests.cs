using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.House;

public partial class FilesTests
{
    private const int LongestFile = 350;

    [Fact]
    public void A_source_file_holds_one_public_type_and_has_its_name() => Assert.Empty(Faults(Source, Naming));

    [Theory]
    [InlineData("Kpi.cs", "public class Kpi { public class Part; } internal class Own;", true)]
    [InlineData("Kpi.Parsing.cs", "public partial class Kpi;", true)]
    [InlineData("Kpi.cs", "public class Measure;", false)]
    [InlineData("Kpi.cs", "public class Kpi; public enum Tier { A }", false)]
    [InlineData("Kpi.cs", "namespace A { public delegate void Done(); public class Kpi; }", false)]
    public void Naming_one_public_type_is_checked(string file, string text, bool passes) => Assert.Equal(passes, Naming(file, text) is null);

    [Fact]
    public void No_source_file_is_longer_than_one_idea() =>
        Assert.Empty(Faults(Source, (_, text) => text.Split('\n').Length > LongestFile + 1 ? $"has more than {LongestFile} lines" : null));

    [Fact]
    public void No_source_file_has_regions_or_unfinished_work() => Assert.Empty(Faults(Source, Unfinished));

    [Theory]
    [InlineData("    #region Fields", false)]
    [InlineData("// TODO: later", false)]
    [InlineData("throw new NotImplementedException();", false)]
    [InlineData("string regionOfTodos;", true)]
    public void Unfinished_work_is_seen(string text, bool passes) => Assert.Equal(passes, Unfinished("Kpi.cs", text) is null);

    [Fact]
    public void No_file_names_a_folder_of_one_machine() => Assert.Empty(Faults(Written, MachineFolder));

    [Theory]
    [InlineData("see {0}home/ann/x", false)]
    [InlineData("\"{0}tmp/x.csv\"", false)]
    [InlineData("C:{1}Users{1}ann", false)]
    [InlineData("https://example.org{0}home/x and src{0}work/x", true)]
    public void Machine_folders_are_seen(string text, bool passes) =>
        // Spelt in two parts, or this file would fail the test above.
        Assert.Equal(passes, MachineFolder("README.md", text.Replace("{0}", "/", StringComparison.Ordinal).Replace("{1}", "\\", StringComparison.Ordinal)) is null);

    private static IEnumerable<string> Source => Repository.Files("src", "*.cs");

    private static IEnumerable<string> Written => new[] { "src", "tests", "samples", "benchmarks" }
        .SelectMany(folder => Repository.Files(folder, "*"))
        .Where(file => Path.GetExtension(file) is ".cs" or ".csproj" or ".props" or ".md" or ".txt" or ".json" or ".sh")
        .Concat(Directory.EnumerateFiles(Repository.Root, "*.md"));

    private static IEnumerable<string> Faults(IEnumerable<string> files, Func<string, string, string?> fault) =>
        from file in files
        let found = fault(Path.GetFileName(file), File.ReadAllText(file))
        where found is not null
        select $"{Repository.Relative(file)} {found}";

    private static string? Naming(string file, string text)
    {
        string[] types = [.. CSharpSyntaxTree.ParseText(text).GetRoot()
            .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member.Modifiers.Any(SyntaxKind.PublicKeyword))
            .Select(member => (member as BaseTypeDeclarationSyntax)?.Identifier.Text ?? (member as DelegateDeclarationSyntax)?.Identifier.Text)
            .OfType<string>()];
        return types.Length > 1 ? $"holds the public types {string.Join(", ", types)}"
            : types.Length == 1 && types[0] != file.Split('.')[0] ? $"holds the public type {types[0]}" : null;
    }

    private static string? Unfinished(string file, string text) => UnfinishedWork().Match(text) is { Success: true } match ? $"says {match.Value.Trim()}" : null;

    private static string? MachineFolder(string file, string text) => FolderOfOneMachine().Match(text) is { Success: true } match ? $"names {match.Value}" : null;

    [GeneratedRegex(@"^\s*#\s*region|\b(TODO|FIXME|HACK|NotImplementedException)\b", RegexOptions.Multiline)]
    private static partial Regex UnfinishedWork();

    [GeneratedRegex(@"(?<![\w.\-)}/])/(work|tmp|home|root|Users)/|[A-Z]:\\+Users\\")]
    private static partial Regex FolderOfOneMachine();
}
