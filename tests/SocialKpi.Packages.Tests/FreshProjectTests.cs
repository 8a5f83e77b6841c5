using System.Text.Json;
using System.Xml.Linq;
using SocialKpi.Tests.Support;

namespace SocialKpi.Packages.Tests;

/// <summary>A console project that takes the packages, runs the README's examples, and can do without reflection in JSON.</summary>
[Collection(PackedCollection.Name)]
public sealed class FreshProjectTests(PackedPackages packages)
{
    [Fact]
    public void The_examples_of_the_README_print_in_a_fresh_project_what_the_README_says()
    {
        FreshProject.AssertPrinted(packages.Run(packages.Fresh, "dotnet", "run", "--no-build").Succeeded());
        Assert.Equal(Declared().Order(StringComparer.Ordinal), Resolved(packages.Fresh).Order(StringComparer.Ordinal));
    }

    /// <summary>What the packages were built with: the lowest versions that they name.</summary>
    private static IEnumerable<string> Declared() => XDocument.Load(Repository.File("Directory.Packages.props")).Descendants("PackageVersion")
        .Where(version => version.Parent!.Attribute("Label")?.Value == "What the packages depend on")
        .Select(version => $"{version.Attribute("Include")!.Value}/{version.Attribute("Version")!.Value}")
        .Append("Microsoft.Extensions.DependencyInjection/8.0.0");

    /// <summary>What the project got, but for the packages themselves.</summary>
    private static IEnumerable<string> Resolved(string folder)
    {
        using JsonDocument assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "obj", "project.assets.json")));
        return [.. assets.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name).Where(name => !name.StartsWith("SocialKpi", StringComparison.Ordinal))];
    }
}
