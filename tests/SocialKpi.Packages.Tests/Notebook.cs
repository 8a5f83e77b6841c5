using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace SocialKpi.Packages.Tests;

/// <summary>A notebook file, and a host for its cells: one script that goes on from cell to cell, with the imports of a .NET kernel.</summary>
internal sealed partial class Notebook
{
    private static readonly string[] Imports = ["System", "System.IO", "System.Linq", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks"];

    private readonly JsonElement _root;

    private Notebook(JsonElement root) => _root = root;

    public static Notebook Read(string file)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(file));
        return new Notebook(json.RootElement.Clone());
    }

    /// <summary>What is against the form of notebooks, version 4.5, or stays of a run.</summary>
    public IEnumerable<string> Faults()
    {
        if ((_root.GetProperty("nbformat").GetInt32(), _root.GetProperty("nbformat_minor").GetInt32()) != (4, 5)) yield return "it is not of version 4.5";
        if (_root.GetProperty("metadata").GetProperty("kernelspec").GetProperty("name").GetString() != ".net-csharp") yield return "its kernel is not .net-csharp";
        JsonElement[] cells = [.. _root.GetProperty("cells").EnumerateArray()];
        string[] ids = [.. cells.Select(cell => cell.GetProperty("id").GetString()!)];
        if (ids.Distinct().Count() != ids.Length || !ids.All(id => CellId().IsMatch(id))) yield return "its cells have no ids, or the same";
        foreach (JsonElement cell in cells)
        {
            string type = cell.GetProperty("cell_type").GetString()!;
            if (type is not ("code" or "markdown")) yield return $"a cell is {type}";
            if (cell.GetProperty("metadata").ValueKind != JsonValueKind.Object) yield return "a cell has no metadata";
            if (Source(cell).Trim().Length == 0) yield return "a cell is empty";
            if (type == "code" && (cell.GetProperty("outputs").GetArrayLength() > 0 || cell.GetProperty("execution_count").ValueKind != JsonValueKind.Null)) yield return "a cell keeps the output of a run";
        }
    }

    /// <summary>The packages that it takes.</summary>
    public IEnumerable<string> Packages => Code.SelectMany(code => PackageReference().Matches(code)).Select(match => match.Groups["name"].Value);

    private IEnumerable<string> Code => _root.GetProperty("cells").EnumerateArray().Where(cell => cell.GetProperty("cell_type").GetString() == "code").Select(Source);

    /// <summary>Runs every cell in a folder, against assemblies in the place of its packages. What it prints, and the text of each cell's last value, as a kernel shows it.</summary>
    public Task<string> Run(string folder, IEnumerable<string> assemblies) => Run(folder, assemblies, Code);

    /// <summary>The same of cells that stand in no file.</summary>
    public static async Task<string> Run(string folder, IEnumerable<string> assemblies, IEnumerable<string> cells)
    {
        ScriptOptions options = ScriptOptions.Default.WithReferences(Framework()).AddReferences(assemblies).WithImports(Imports);
        using StringWriter printed = new(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
        TextWriter console = Console.Out;
        string before = Environment.CurrentDirectory;
        try
        {
            Console.SetOut(printed);
            Environment.CurrentDirectory = folder;
            ScriptState<object>? state = null;
            foreach (string code in cells.Select(code => PackageReference().Replace(code, "")))
            {
                state = state is null ? await CSharpScript.RunAsync(code, options) : await state.ContinueWithAsync(code);
                if (state.ReturnValue is { } shown) Console.WriteLine(shown);
            }
        }
        finally
        {
            Console.SetOut(console);
            Environment.CurrentDirectory = before;
        }

        return printed.ToString().TrimEnd('\n');
    }

    private static string Source(JsonElement cell) => string.Concat(cell.GetProperty("source").EnumerateArray().Select(line => line.GetString()));

    private static IEnumerable<string> Framework() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(file => Path.GetDirectoryName(file) == Path.GetDirectoryName(typeof(object).Assembly.Location));

    [GeneratedRegex(@"^#r ""nuget: (?<name>[\w.]+)""\r?$", RegexOptions.Multiline)]
    private static partial Regex PackageReference();

    [GeneratedRegex("^[a-zA-Z0-9-_]{1,64}$")]
    private static partial Regex CellId();
}
