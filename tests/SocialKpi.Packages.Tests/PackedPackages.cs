using System.Globalization;
using System.Xml.Linq;
using SocialKpi.Tests.Support;

namespace SocialKpi.Packages.Tests;

/// <summary>
/// The packages, packed once for all tests under a version that no cache knows, and a folder outside the clone where they are used as by anybody:
/// its sources are the packed packages and those that this clone was restored from, so nothing here needs a network.
/// </summary>
public sealed class PackedPackages : IDisposable
{
    private readonly DirectoryInfo _workspace = Directory.CreateTempSubdirectory("socialkpi-packages-");
    private readonly Lazy<string> _fresh;

    public PackedPackages()
    {
        Version = string.Create(CultureInfo.InvariantCulture, $"0.0.0-ci.{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}");
        Folder = Path.Combine(Workspace, "packages");
        File.WriteAllText(Path.Combine(Workspace, "nuget.config"), new XElement("configuration", new XElement("packageSources", new XElement("clear"),
            Source("packed", Folder), Source("restored", Restored))).ToString());
        Pack();
        _fresh = new Lazy<string>(BuildFresh);

        static XElement Source(string name, string folder) => new("add", new XAttribute("key", name), new XAttribute("value", folder));
    }

    /// <summary>The packages' names: the projects of src.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Repository.Files("src", "*.csproj").Select(file => Path.GetFileNameWithoutExtension(file))];

    public string Version { get; }

    /// <summary>The folder with the .nupkg and .snupkg files.</summary>
    public string Folder { get; }

    public string Workspace => _workspace.FullName;

    /// <summary>The folder of a console project that takes the packages, built (<see cref="FreshProject"/>).</summary>
    public string Fresh => _fresh.Value;

    /// <summary>The assemblies of all packages and of what they depend on, as the build of that project leaves them.</summary>
    public IEnumerable<string> Libraries =>
        Directory.EnumerateFiles(Path.Combine(Fresh, "bin", "Debug", "net10.0"), "*.dll").Where(file => Path.GetFileName(file) != "fresh.dll");

    /// <summary>Where packages are kept that this clone was restored from.</summary>
    internal static string Restored => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    public string PathOf(string package, string extension = "nupkg") => Path.Combine(Folder, $"{package}.{Version}.{extension}");

    /// <summary>A new folder in the workspace.</summary>
    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(Workspace, name)).FullName;

    /// <summary>Runs a program in a folder of the workspace, with a package folder of its own.</summary>
    internal CommandLine Run(string folder, string program, params string[] arguments) => CommandLine.Run(folder, Surroundings("global"), program, arguments);

    public void Dispose()
    {
        try
        {
            _workspace.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A build server may hold a file for a while; the folder is a temporary one.
        }
    }

    /// <summary>The lines of a project that takes all packages.</summary>
    public string References(params string[] others) => string.Join('\n',
        Names.Select(name => $"""<PackageReference Include="{name}" Version="{Version}" />""").Concat(others));

    private void Pack()
    {
        // Objects are kept between runs, in an ignored folder beside those of the build.
        string artifacts = Repository.File("artifacts", "packages-tests"), filter = Path.Combine(Workspace, "packages.slnf");
        string projects = string.Join(", ", Names.Select(name => $"\"src/{name}/{name}.csproj\""));
        File.WriteAllText(filter, $$"""{ "solution": { "path": "{{Repository.File("SocialKpi.sln").Replace('\\', '/')}}", "projects": [{{projects}}] } }""");
        CommandLine.Run(Repository.Root, Surroundings(null), "dotnet",
            "pack", filter, "-c", "Release", "-v", "q", "--artifacts-path", artifacts, "--output", Folder,
            $"-p:PackageVersion={Version}", "-p:RunAnalyzers=false", "-p:ContinuousIntegrationBuild=true").Succeeded();
    }

    private string BuildFresh()
    {
        string folder = FreshProject.Write(this, "fresh");
        Run(folder, "dotnet", "build", "-v", "q").Succeeded();
        return folder;
    }

    private Dictionary<string, string> Surroundings(string? packageFolder)
    {
        Dictionary<string, string> environment = new()
        {
            // A node that outlives the command would hold its output open.
            ["MSBUILDDISABLENODEREUSE"] = "1",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            ["NO_COLOR"] = "1",
        };
        if (packageFolder is not null) environment["NUGET_PACKAGES"] = Path.Combine(Workspace, packageFolder);
        return environment;
    }
}
