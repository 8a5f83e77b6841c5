using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;
using SocialKpi.Tests.Support;

namespace SocialKpi.Packages.Tests;

/// <summary>What a package holds, brings along and weighs.</summary>
[Collection(PackedCollection.Name)]
public sealed class PackageContentTests(PackedPackages packages)
{
    // What a user downloads, at most. A package that grows beyond it shall do so knowingly.
    private static readonly Dictionary<string, int> MostBytes = new()
    {
        ["SocialKpi"] = 1_000_000,
        ["SocialKpi.Import"] = 150_000,
        ["SocialKpi.DependencyInjection"] = 50_000,
    };

    private static readonly Dictionary<string, string[]> Dependencies = new()
    {
        ["SocialKpi"] = ["NodaTime"],
        ["SocialKpi.Import"] = ["SocialKpi", "CsvHelper"],
        ["SocialKpi.DependencyInjection"] = ["SocialKpi", "Microsoft.Extensions.DependencyInjection.Abstractions"],
    };

    private static readonly string[] ClaimAot = ["SocialKpi", "SocialKpi.Import", "SocialKpi.DependencyInjection"];

    public static TheoryData<string> Names => [.. PackedPackages.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_package_holds_its_library_documentation_README_and_icon_and_nothing_else(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(packages.PathOf(package));
        Assert.Equal(
            ["README.md", "icon.png", $"lib/net10.0/{package}.dll", $"lib/net10.0/{package}.xml"],
            archive.Entries.Select(entry => entry.FullName).Where(IsContent).Order(StringComparer.Ordinal));
        Assert.Equal(File.ReadAllText(Repository.File("src", package, "README.md")), Encoding.UTF8.GetString(Bytes(archive, "README.md")));
        Assert.Equal(File.ReadAllBytes(Repository.File("src", "icon.png")), Bytes(archive, "icon.png"));
        XDocument documentation = XDocument.Load(new MemoryStream(Bytes(archive, $"lib/net10.0/{package}.xml")));
        Assert.Contains(documentation.Descendants("member"), member => member.Attribute("name")!.Value.StartsWith("T:", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_package_is_small(string package) => Assert.InRange(new FileInfo(packages.PathOf(package)).Length, 1_000, MostBytes[package]);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_package_depends_on_nothing_but_what_is_listed_in_the_version_it_was_built_with(string package)
    {
        XElement group = Assert.Single(Nuspec(package).Descendants(Name("dependencies"))).Elements().Single();
        Assert.Equal("net10.0", group.Attribute("targetFramework")!.Value);
        Assert.Equal(
            Dependencies[package].Select(name => (name, PackedPackages.Names.Contains(name) ? packages.Version : Central(name))),
            group.Elements().Select(dependency => (dependency.Attribute("id")!.Value, dependency.Attribute("version")!.Value)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_package_says_what_it_is_under_which_licence_and_of_which_commit(string package)
    {
        XElement nuspec = Nuspec(package);
        Assert.Equal("Apache-2.0", nuspec.Descendants(Name("license")).Single().Value);
        Assert.Equal("README.md", nuspec.Descendants(Name("readme")).Single().Value);
        Assert.Equal("icon.png", nuspec.Descendants(Name("icon")).Single().Value);
        Assert.InRange(nuspec.Descendants(Name("description")).Single().Value.Length, 40, 300);
        if (!Path.Exists(Repository.File(".git"))) return;
        Assert.Equal(Commit(), nuspec.Descendants(Name("repository")).Single().Attribute("commit")!.Value);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_symbols_are_those_of_the_library_and_name_no_folder_of_a_machine(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(packages.PathOf(package)), symbols = ZipFile.OpenRead(packages.PathOf(package, "snupkg"));
        string pdb = Assert.Single(symbols.Entries, entry => entry.FullName.StartsWith("lib/", StringComparison.Ordinal)).FullName;
        Assert.Equal($"lib/net10.0/{package}.pdb", pdb);

        using PEReader library = new(new MemoryStream(Bytes(archive, $"lib/net10.0/{package}.dll")));
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(Bytes(symbols, pdb)));
        MetadataReader reader = provider.GetMetadataReader();
        DebugDirectoryEntry codeView = library.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.CodeView);
        Assert.Equal(new BlobContentId(library.ReadCodeViewDebugDirectoryData(codeView).Guid, codeView.Stamp), new BlobContentId(reader.DebugMetadataHeader!.Id));
        Assert.Contains(library.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.Reproducible);
        Assert.All(reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name)), path => Assert.StartsWith("/_", path, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_library_says_that_it_can_be_trimmed_where_the_analysers_are_on(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(packages.PathOf(package));
        string text = Encoding.UTF8.GetString(Bytes(archive, $"lib/net10.0/{package}.dll"));
        Assert.Equal(ClaimAot.Contains(package), text.Contains("IsTrimmable", StringComparison.Ordinal));
        Assert.Equal(ClaimAot.Contains(package), File.ReadAllText(Repository.File("src", package, package + ".csproj")).Contains("<IsAotCompatible>true<", StringComparison.Ordinal));
    }

    private static bool IsContent(string entry) => !entry.EndsWith(".nuspec", StringComparison.Ordinal) && entry is not "[Content_Types].xml"
        && !entry.StartsWith("_rels/", StringComparison.Ordinal) && !entry.StartsWith("package/", StringComparison.Ordinal);

    private static byte[] Bytes(ZipArchive archive, string entry)
    {
        using Stream content = archive.GetEntry(entry)!.Open();
        using MemoryStream bytes = new();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static XName Name(string local) => XName.Get(local, "http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd");

    private static string Central(string package) => XDocument.Load(Repository.File("Directory.Packages.props")).Descendants("PackageVersion")
        .Single(version => version.Attribute("Include")!.Value == package).Attribute("Version")!.Value;

    private static string Commit() => CommandLine.Run(Repository.Root, new Dictionary<string, string>(), "git", "rev-parse", "HEAD").Succeeded();

    private XElement Nuspec(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(packages.PathOf(package));
        return XDocument.Load(new MemoryStream(Bytes(archive, package + ".nuspec"))).Root!;
    }
}
